/** Tracked files that agree with the end of a reported path. */
export interface SuffixMatch {
  /** How many segments agree, counted from the last one. */
  readonly depth: number;
  readonly paths: readonly string[];
}

/** The tracked files of a repository by their path, by their folder and by the end of their path. */
export interface PathIndex {
  readonly has: (path: string) => boolean;
  /** True for a folder with a tracked file somewhere below it. */
  readonly hasFolder: (path: string) => boolean;
  /** True when a file with this ending stands somewhere below a folder. */
  readonly hasBelow: (folder: string, ending: string) => boolean;
  /** The tracked files that agree with the longest end of a path. */
  readonly longestSuffix: (segments: readonly string[]) => SuffixMatch;
}

/** Tracked paths that share their last `depth` segments; split further only when a look-up needs it. */
interface Node {
  readonly depth: number;
  readonly paths: string[];
  children: Map<string, Node> | null;
}

const MAX_SEGMENTS = 64;

/** Segments of a path as a report spells it: no scheme, no query, `/` and `\` alike, inner steps back resolved. */
export function segmentsOf(path: string): string[] {
  const plain = path
    .replaceAll('\\', '/')
    .replace(/^(?:file|webpack|webpack-internal|vscode-file|https?):\/\/(?:[^/]{0,200}(?=\/))?/, '')
    .replace(/[?#].{0,200}$/, '');
  const out: string[] = [];
  for (const part of plain.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') out.pop();
    else out.push(part);
  }
  return out.slice(-MAX_SEGMENTS);
}

/** True for a path that starts at the root of a machine or is a URL. */
export const isAbsolutePath = (path: string): boolean => /^(?:[\\/]|[A-Za-z]:[\\/]|[a-z-]+:\/\/)/.test(path);

/** The folder of a path; empty for the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The segment of `path` that is `depth` from its end; empty when the path is shorter. */
function segmentFromEnd(path: string, depth: number): string {
  let end = path.length;
  for (let skipped = 0; skipped < depth; skipped++) {
    end = path.lastIndexOf('/', end - 1);
    if (end < 0) return '';
  }
  return path.slice(path.lastIndexOf('/', end - 1) + 1, end);
}

function childrenOf(node: Node): Map<string, Node> {
  if (node.children !== null) return node.children;
  const children = new Map<string, Node>();
  for (const path of node.paths) {
    const key = segmentFromEnd(path, node.depth);
    const child = children.get(key);
    if (child) child.paths.push(path);
    else children.set(key, { depth: node.depth + 1, paths: [path], children: null });
  }
  node.children = children;
  return children;
}

/** Follows the reported segments from the last one up, as long as some tracked file agrees. */
function deepest(root: Node, segments: readonly string[]): Node {
  let node = root;
  for (let depth = 1; depth <= segments.length; depth++) {
    const next = childrenOf(node).get(segments.at(-depth) ?? '');
    if (!next) break;
    node = next;
  }
  return node;
}

function foldersOf(files: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>(['']);
  for (const file of files)
    for (let folder = folderOf(file); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  return folders;
}

/** Index over the repository's tracked files (relative, `/`-separated). */
export function buildPathIndex(trackedFiles: readonly string[]): PathIndex {
  const exact = new Set(trackedFiles);
  const root: Node = { depth: 0, paths: [...exact], children: null };
  const below = new Map<string, boolean>();
  let folders: ReadonlySet<string> | null = null;
  return {
    has: (path) => exact.has(path),
    hasFolder: (path) => (folders ??= foldersOf(trackedFiles)).has(path),
    hasBelow: (folder, ending) => {
      const key = `${folder}\n${ending}`;
      const found =
        below.get(key) ?? trackedFiles.some((file) => file.startsWith(`${folder}/`) && file.endsWith(ending));
      below.set(key, found);
      return found;
    },
    longestSuffix: (segments) => {
      const { depth, paths } = deepest(root, segments);
      return { depth, paths: depth === 0 ? [] : paths };
    },
  };
}
