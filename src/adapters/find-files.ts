import { type Dirent, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

/** Characters by which a pattern is more than a path. */
const SPECIAL = /[*?[\]{}()!+@|\\]/;
/** Everything below a folder. */
const WHOLE_FOLDER = /^((?:[^/*]+\/)*)\*\*(?:\/\*)?$/;
/** Files of one folder, by how their names begin and end. */
const ONE_FOLDER = /^((?:[^/*]+\/)*)([^/*]*)\*([^/*]*)$/;
/** Files at any depth below a folder, by how their names end: one ending, or several in braces. */
const BY_ENDING = /^((?:[^/*]+\/)*)\*\*\/\*([^/*{}]*)(?:\{([^/*{}]+)\})?$/;
/** Steps of a path that lead nowhere or back. */
const STEPS = /(?:^|\/)\.{1,2}(?:\/|$)/;

/**
 * Files that match, absolute and sorted. Folders that are links are entered when the pattern says how deep: with `**` a
 * link could lead in circles, and pnpm's folders are full of them. What lies outside of the folder is then left out. One
 * path, everything below a folder, and files by their ending are found without matching any pattern.
 */
export async function findFiles(patterns: readonly string[], directory: string): Promise<readonly string[]> {
  const [pattern = ''] = patterns;
  if (patterns.length === 1) {
    const folder = WHOLE_FOLDER.exec(pattern)?.[1];
    if (folder !== undefined && !SPECIAL.test(folder)) return filesBelow(resolve(directory, folder)).toSorted();
    if (isPlainFile(pattern, directory)) return [resolve(directory, pattern)];
    const listed = filesOfFolder(pattern, directory) ?? filesByEnding(pattern, directory);
    if (listed !== null) return listed.toSorted();
  }
  return matchingFiles(patterns, directory);
}

/** True for a path below the folder, without links, that leads to a file. */
function isPlainFile(pattern: string, directory: string): boolean {
  return !SPECIAL.test(pattern) && isWithoutLinks(pattern, directory, (path) => lstatSync(path).isFile());
}

/** True for a path below the folder that no link is part of and that is as it should be; false for one that is not there. */
function isWithoutLinks(way: string, directory: string, isFit: (path: string) => boolean): boolean {
  try {
    const path = resolve(directory, way);
    return isFit(path) && realpathSync(path) === join(realpathSync(directory), way);
  } catch {
    return false;
  }
}

/** The files of one folder that a pattern such as `reports/*.xml` names; null for any other, and where links are met. */
function filesOfFolder(pattern: string, directory: string): readonly string[] | null {
  const [, folder = '', start = '', end = ''] = ONE_FOLDER.exec(pattern) ?? [];
  if (start + end === '' || SPECIAL.test(folder + start + end) || STEPS.test(folder)) return null;
  const root = resolve(directory, folder);
  if (!isWithoutLinks(folder.slice(0, -1), directory, (path) => lstatSync(path).isDirectory())) return null;
  const entries = entriesOf(root);
  if (entries.some((entry) => entry.isSymbolicLink())) return null;
  const isMatch = (name: string): boolean =>
    name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
  return entries.flatMap((entry) => (entry.isFile() && isMatch(entry.name) ? [`${root}${sep}${entry.name}`] : []));
}

/** The files below a folder that a pattern names by their ending; null for any other pattern, and where its folder is a link. */
function filesByEnding(pattern: string, directory: string): readonly string[] | null {
  const [, folder, end = '', ends = ''] = BY_ENDING.exec(pattern) ?? [];
  if (folder === undefined || SPECIAL.test(folder + end + ends) || STEPS.test(folder)) return null;
  if (!isWithoutLinks(folder.slice(0, -1), directory, (path) => lstatSync(path).isDirectory())) return null;
  const endings = ends.split(',').map((each) => end + each);
  return filesBelow(resolve(directory, folder)).filter((path) => endings.some((ending) => path.endsWith(ending)));
}

/** Files below a folder, links left aside; those of folders that cannot be read are passed over. */
function filesBelow(root: string): string[] {
  const files: string[] = [];
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(folder)) {
      const path = `${folder}${sep}${entry.name}`;
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory()) folders.push(path);
    }
  }
  return files;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

async function matchingFiles(patterns: readonly string[], directory: string): Promise<readonly string[]> {
  const { globSync } = await import('tinyglobby');
  const options = { cwd: directory, absolute: true, dot: true } as const;
  const find = (followSymbolicLinks: boolean): readonly string[] =>
    globSync([...patterns], { ...options, followSymbolicLinks }).map((path) => resolve(path));
  const found = new Set(find(false));
  const isDeep = patterns.some((pattern) => pattern.includes('**') && !pattern.startsWith('!'));
  const linked = isDeep ? [] : find(true).filter((path) => !found.has(path));
  const root = linked.length === 0 ? '' : realpathSync(directory);
  for (const path of linked) if (realpathSync(path).startsWith(root + sep)) found.add(path);
  return [...found].toSorted();
}
