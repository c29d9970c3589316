import { type Dirent, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

/** Characters by which a pattern is more than a path. */
const SPECIAL = /[*?[\]{}()!+@|\\]/;
/** Everything below a folder. */
const WHOLE_FOLDER = /^((?:[^/*]+\/)*)\*\*(?:\/\*)?$/;

/**
 * Files that match, absolute and sorted. Folders that are links are entered when the pattern says how deep: with `**` a
 * link could lead in circles, and pnpm's folders are full of them. What lies outside of the folder is then left out. One
 * path, and everything below a folder, are found without matching any pattern.
 */
export async function findFiles(patterns: readonly string[], directory: string): Promise<readonly string[]> {
  const [pattern = ''] = patterns;
  if (patterns.length === 1) {
    const folder = WHOLE_FOLDER.exec(pattern)?.[1];
    if (folder !== undefined && !SPECIAL.test(folder)) return filesBelow(resolve(directory, folder)).toSorted();
    if (isPlainFile(pattern, directory)) return [resolve(directory, pattern)];
  }
  return matchingFiles(patterns, directory);
}

/** True for a path below the folder, without links, that leads to a file. */
function isPlainFile(pattern: string, directory: string): boolean {
  if (SPECIAL.test(pattern)) return false;
  try {
    const path = resolve(directory, pattern);
    return lstatSync(path).isFile() && realpathSync(path) === join(realpathSync(directory), pattern);
  } catch {
    return false;
  }
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
