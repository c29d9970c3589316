import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders that hold no source of the repository, unless it tracks them. */
export const NOT_SOURCE: readonly string[] = [
  ...['node_modules', '.venv', 'venv', 'site-packages', '__pycache__', '.tox', '.nox', '.mypy_cache'],
  ...['.pytest_cache', '.ruff_cache', '.gradle', '.next', '.cache'],
];
const MOST_FILES = 300_000;

/** Regular files below a folder, relative to it, with slashes. Links are not followed; what cannot be read is passed over. */
export async function walkFiles(root: string): Promise<readonly string[]> {
  const files: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined && files.length < MOST_FILES; folder = folders.pop()) {
    for (const entry of await entriesOf(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory() && entry.name !== '.git' && !NOT_SOURCE.includes(entry.name)) folders.push(path);
    }
  }
  return files;
}

/** Entries of a folder; none when it cannot be read. */
export async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
