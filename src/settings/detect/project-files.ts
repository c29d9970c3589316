import { join } from 'node:path';
import type { Files } from '../../ports.js';

/** Folders that hold no tests of the project itself: what was installed, built or checked out by a tool. */
const IGNORED = [
  ...[
    'node_modules',
    '.venv',
    'venv',
    'site-packages',
    '.git',
    '.tox',
    '.nox',
    '.eggs',
    '__pycache__',
    'bower_components',
  ],
  ...['build', 'dist', 'target', 'vendor', '.yarn', '.gradle', '.next', '.qaagent'],
].map((name) => `!**/${name}/**`);

/** The files of a project, as detection looks at them: one listing, and texts that are read at most once. */
export interface ProjectFiles {
  /** Relative to the project, with slashes, sorted. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** Empty when there is no such file. */
  read(path: string): Promise<string>;
}

/** Lists a project once. */
export async function listProjectFiles(files: Files, directory: string): Promise<ProjectFiles> {
  const found = await files.glob(['**/*', ...IGNORED], directory);
  const prefix = join(directory, '/').length;
  const paths = found.map((path) => path.slice(prefix).replaceAll('\\', '/'));
  const known = new Set(paths);
  const texts = new Map<string, Promise<string>>();
  return {
    paths,
    has: (path) => known.has(path),
    read: (path) => {
      const text = texts.get(path) ?? files.readTextIfExists(join(directory, path)).then((content) => content ?? '');
      texts.set(path, text);
      return text;
    },
  };
}

/** The folder of a path; `.` for the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

/** `folder/name`, and `name` alone at the top. */
export function within(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`;
}

/** True when `path` is below `folder`, which holds everything when it is the top. */
export function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`);
}

/** Folders of files whose name matches, the upper ones first. */
export function foldersWith({ paths }: ProjectFiles, name: RegExp): readonly string[] {
  const folders = paths.filter((path) => name.test(path.slice(path.lastIndexOf('/') + 1))).map(folderOf);
  return [...new Set(folders)].toSorted((a, b) => depthOf(a) - depthOf(b) || a.localeCompare(b));
}

const depthOf = (folder: string): number => (folder === '.' ? 0 : folder.split('/').length);

/** Folders of the list that are below no other of it. */
export function topmost(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => !folders.some((other) => other !== folder && isBelow(folder, other)));
}

/** The first file that one of the patterns finds, relative to `directory`; null when none does. */
export async function firstMatch(patterns: readonly string[], files: Files, directory: string): Promise<string | null> {
  for (const pattern of patterns) {
    const [match] = await files.glob([pattern, ...IGNORED], directory);
    if (match !== undefined) return match.slice(join(directory, '/').length).replaceAll('\\', '/');
  }
  return null;
}
