import type { PlaceContext } from '../model/report.js';
import { type Manifest, marksPackageRoot, packageFolders, type PackageFolders } from './package-folders.js';
import { buildPathIndex, folderOf, isAbsolutePath, type PathIndex, segmentsOf } from './path-index.js';

/** A tracked file; or null, how many files could be meant, and why none of them is taken. */
export type Resolution =
  { readonly file: string } | { readonly file: null; readonly candidates: number; readonly reason: string };

/** Maps a path that a tool reported to the tracked file it means. Never a path outside of the repository. */
export type PlaceResolver = (path: string, context?: PlaceContext) => Resolution;

const MAX_CHARS = 1_000;
const NAMED_CANDIDATES = 3;
/** Folders that tools write into: what is beside them in a package is what their reports are about. */
const OUTPUT_FOLDER =
  /^(?:build|target|out|dist|output|reports?|test-?results?|test-?reports?|junit|coverage|artifacts|\.[\w-]+)$/i;
const SOURCE_FOLDER = /^(?:src|lib|tests?|specs?|__tests__|e2e|features|integration|unit)$/i;
const NO_CONTEXT: PlaceContext = { workingDirectory: '', reportFolder: '', packages: [], near: '' };

interface Repository {
  readonly index: PathIndex;
  readonly packagesOf: PackageFolders;
  /** Absolute workspaces, `/`-separated without the first, each with a `/` at its end. */
  readonly roots: readonly string[];
  readonly packageRoots: ReadonlySet<string>;
}

/** One look-up. */
interface Query {
  readonly path: string;
  readonly segments: readonly string[];
  readonly absolute: boolean;
  readonly context: PlaceContext;
  /** Folders of the package that the tool names. */
  readonly named: readonly string[];
}

/**
 * A resolver over the tracked files of a repository. A path is looked up in the package that the tool names, in the
 * folder of the report, in the working directory of the suite, in the root; then its longest end decides, if one file
 * alone has it there. Two files that could be meant are none. `roots`: absolute workspaces.
 */
export function createPlaceResolver(
  trackedFiles: readonly string[],
  roots: readonly string[] = [],
  manifests: readonly Manifest[] = [],
): PlaceResolver {
  const repository: Repository = {
    index: buildPathIndex(trackedFiles),
    packagesOf: packageFolders(manifests, trackedFiles),
    roots: roots.map((root) => `${segmentsOf(root).join('/')}/`).filter((root) => root !== '/'),
    packageRoots: new Set(trackedFiles.filter(marksPackageRoot).map(folderOf)),
  };
  const known = new Map<string, Resolution>();
  return (path, context = NO_CONTEXT) => {
    const { workingDirectory, reportFolder, packages, near } = context;
    const key = [path, workingDirectory, reportFolder, near, ...packages].join('\n');
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    if (known.size > 50_000) known.clear();
    const found = find(repository, path, context);
    known.set(key, found);
    return found;
  };
}

const nothing = (reason: string, candidates = 0): Resolution => ({ file: null, candidates, reason });

function find(repository: Repository, path: string, context: PlaceContext): Resolution {
  const segments = segmentsOf(path);
  if (segments.length === 0 || path.length > MAX_CHARS) return nothing('');
  const absolute = isAbsolutePath(path);
  const query = { path, segments, absolute, context, named: repository.packagesOf(context.packages) };
  const joined = segments.join('/');
  const root = absolute ? repository.roots.find((each) => joined.startsWith(each)) : undefined;
  if (root !== undefined) {
    const inside = joined.slice(root.length);
    return repository.index.has(inside) ? { file: inside } : nothing(`${inside} is not a tracked file`);
  }
  const exact = absolute ? null : exactFile(repository, query);
  return exact === null ? bySuffix(repository, query) : { file: exact };
}

/** A relative path, as it stands in the first folder where it names a file. */
function exactFile({ index }: Repository, { path, segments, context, named }: Query): string | null {
  const isHere = (folder: string): boolean => index.has(joinFolder(folder, path));
  const fromPackage = named.filter(isHere);
  if (fromPackage.length === 1) return joinFolder(fromPackage[0] ?? '', path);
  // Go prints the base name of a file of the package it names: one that is not there is of some other package.
  if (named.length > 0 && segments.length === 1) return null;
  const { workingDirectory, reportFolder } = context;
  const folders = [...aboveTo(reportFolder, workingDirectory), workingDirectory];
  const near = folders.find(isHere);
  if (near !== undefined) return joinFolder(near, path);
  if (isClaimed(index, segments, workingDirectory)) return null;
  const above = [...aboveTo(folderOf(workingDirectory), ''), ''].find(isHere);
  return above === undefined ? null : joinFolder(above, path);
}

/** The path begins with a folder of the working directory: it was written from there, and its file is not tracked. */
function isClaimed(index: PathIndex, segments: readonly string[], workingDirectory: string): boolean {
  const [first = ''] = segments;
  return workingDirectory !== '' && segments.length > 1 && index.hasFolder(`${workingDirectory}/${first}`);
}

/** `folder` and those above it, up to but without `end` and without the root. */
function aboveTo(folder: string, end: string): readonly string[] {
  const folders: string[] = [];
  for (let each = folder; each !== '' && each !== end; each = folderOf(each)) folders.push(each);
  return folders;
}

/** `folder/path` with its steps back taken; empty when they lead out of the repository. */
function joinFolder(folder: string, path: string): string {
  const out = folder === '' ? [] : folder.split('/');
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') out.push(part);
    else if (out.pop() === undefined) return '';
  }
  return out.join('/');
}

/** The file that alone has the longest end of the path, in the narrowest folder that the context names. */
function bySuffix(repository: Repository, query: Query): Resolution {
  const { index } = repository;
  const { segments, absolute, context } = query;
  const { depth, paths } = index.longestSuffix(segments);
  const claimed = !absolute && isClaimed(index, segments, context.workingDirectory);
  const all = claimed ? paths.filter((path) => isBelow(path, context.workingDirectory)) : paths;
  const name = segments.slice(-Math.max(1, depth)).join('/');
  if (all.length === 0) return nothing(`no tracked file is named ${name}`);
  const narrowed = narrow(repository, query, all);
  const isProof = (path: string): boolean =>
    isEnough(path, depth, query, narrowed.folder) && !leavesPackage(repository, query, path, depth);
  const [only] = narrowed.paths;
  if (narrowed.paths.length === 1 && only !== undefined)
    return isProof(only) ? { file: only } : nothing(`only the file name of ${only} matches`);
  const whole =
    narrowed.folder === null && depth > 1 ? all.find((path) => path.split('/').length === depth) : undefined;
  return whole === undefined ? nothing(ambiguous(name, narrowed.paths), narrowed.paths.length) : { file: whole };
}

/** Where machines keep what no repository holds. */
const SYSTEM_FOLDER =
  /^(?:[A-Za-z]:[\\/])?[\\/]?(?:usr\/(?!src\/)|opt|lib|etc|nix|snap|root\/\.|Library|Program Files|Windows)/;

/**
 * Two segments prove a file. One does only for a report that gave no directory, for a file in the repository's root,
 * and for one right in the folder of the report's package, when the path is of a checkout.
 */
function isEnough(path: string, depth: number, { path: spelled, segments }: Query, folder: string | null): boolean {
  if (depth >= 2 || segments.length === 1 || !path.includes('/')) return true;
  return folder !== null && folderOf(path) === folder && !SYSTEM_FOLDER.test(spelled);
}

const CLASS_FILE = /\.(?:java|kts?|scala|groovy|clj)$/;

/**
 * A file of another package than the report's, though that one has sources of the language: it proves something only
 * when the path spells it from the root of the repository. Class names are unique over packages.
 */
function leavesPackage(repository: Repository, query: Query, path: string, depth: number): boolean {
  const { context, absolute } = query;
  const own = packageOf(repository, context.reportFolder);
  if (own === '' || isBelow(path, own) || path.split('/').length === depth) return false;
  if (!absolute && CLASS_FILE.test(path)) return false;
  return repository.index.hasBelow(own, extensionOf(path));
}

const extensionOf = (path: string): string => /\.\w+$/.exec(path)?.[0] ?? '/';

interface Narrowed {
  readonly paths: readonly string[];
  /** The folder of the context that decided; null when none did. */
  readonly folder: string | null;
}

function narrow(repository: Repository, query: Query, paths: readonly string[]): Narrowed {
  const { context, named } = query;
  const near = context.near === '' ? '' : packageOf(repository, folderOf(context.near));
  const own = packageOf(repository, context.reportFolder);
  const folders = [...named, own, context.workingDirectory, near].filter((folder) => folder !== '');
  if (paths.length === 1) return { paths, folder: folders.find((folder) => isBelow(paths[0] ?? '', folder)) ?? null };
  let left: Narrowed = { paths, folder: null };
  for (const folder of [...folders, sourcesAround(repository, query, own)]) {
    const inside = left.paths.filter((path) => isBelow(path, folder));
    if (inside.length > 0 && left.paths.length > 1) left = { paths: inside, folder };
  }
  return left.paths.length < 2 ? left : byWords(left, context.reportFolder);
}

const isBelow = (path: string, folder: string): boolean => folder !== '' && path.startsWith(`${folder}/`);

/** What is above a folder of reports alone: the nearest folder with sources of the wanted language; empty for none. */
function sourcesAround({ index }: Repository, { path }: Query, reports: string): string {
  const extension = extensionOf(path);
  return aboveTo(reports, '').find((folder) => index.hasBelow(folder, extension)) ?? '';
}

/** The folder of the package around a folder: one with a manifest, else what is above its sources and outputs. */
function packageOf({ packageRoots }: Repository, folder: string): string {
  const root = aboveTo(folder, '').find((each) => packageRoots.has(each));
  if (root !== undefined) return root;
  const parts = folder.split('/');
  const end = parts.findIndex((part) => OUTPUT_FOLDER.test(part) || SOURCE_FOLDER.test(part));
  return end < 0 ? folder : parts.slice(0, end).join('/');
}

/** A report in `reports/web/` is about `packages/web/`, when that is the only candidate with a word of its path. */
function byWords({ paths, folder }: Narrowed, reportFolder: string): Narrowed {
  const words = reportFolder.split('/').filter((word) => word !== '' && !OUTPUT_FOLDER.test(word));
  const counted = paths.map((path) => {
    const parts = new Set(folderOf(path).split('/'));
    return { path, hits: words.filter((word) => parts.has(word)).length };
  });
  const most = Math.max(...counted.map(({ hits }) => hits));
  const best = counted.filter(({ hits }) => hits === most);
  return most > 0 && best.length === 1 ? { paths: best.map(({ path }) => path), folder } : { paths, folder };
}

function ambiguous(name: string, paths: readonly string[]): string {
  const shown = paths.slice(0, NAMED_CANDIDATES);
  const more = paths.length > shown.length ? `, and ${paths.length - shown.length} more` : '';
  return `${paths.length} tracked files are named ${name}: ${shown.join(', ')}${more}`;
}
