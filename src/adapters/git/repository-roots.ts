import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Checkout } from '../../ports.js';
import { entriesOf, NOT_SOURCE } from './walk-files.js';

/** How deep below the workspace repositories are looked for: `actions/checkout` with `path`, submodules. */
const MOST_DEPTH = 3;
const MOST_FOLDERS = 2000;

/**
 * Folders of repositories: first those that hold one of `directories`, in their order, then that of the workspace, then
 * those below it.
 */
export async function repositoryRoots(workspace: string, directories: readonly string[]): Promise<readonly string[]> {
  const holding = await Promise.all([...directories, workspace].map(holderOf));
  const found = [...holding.filter((root) => root !== null), ...(await rootsBelow(workspace))];
  return [...new Set(found)];
}

async function isRoot(folder: string): Promise<boolean> {
  return (await stat(join(folder, '.git')).catch(() => null)) !== null;
}

async function holderOf(directory: string): Promise<string | null> {
  for (let folder = resolve(directory); ; folder = dirname(folder)) {
    if (await isRoot(folder)) return folder;
    if (dirname(folder) === folder) return null;
  }
}

async function rootsBelow(workspace: string): Promise<readonly string[]> {
  const roots: string[] = [];
  let level = [workspace];
  for (let depth = 1; depth <= MOST_DEPTH && level.length > 0 && level.length <= MOST_FOLDERS; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      const entries = await entriesOf(folder);
      const inner = entries.filter((entry) => entry.isDirectory() && isSource(entry.name));
      next.push(...inner.map(({ name }) => join(folder, name)));
    }
    for (const folder of next) if (await isRoot(folder)) roots.push(folder);
    level = next;
  }
  return roots;
}

function isSource(name: string): boolean {
  return name !== '.git' && !NOT_SOURCE.includes(name);
}

const COMMIT = /^[\da-f]{40,64}$/;

/** The checkout as the files of the repository show it, for a machine without git; null when they do not. */
export async function headWithoutGit(root: string): Promise<Checkout | null> {
  const read = async (name: string): Promise<string> => {
    const text = await readFile(join(root, '.git', name), 'utf8').catch(() => '');
    return text.trim();
  };
  const head = await read('HEAD');
  const name = /^ref: (refs\/\S+)$/.exec(head)?.[1];
  const branch = name?.startsWith('refs/heads/') === true ? name.slice('refs/heads/'.length) : '';
  const commit = name === undefined ? head : (await read(name)) || packed(await read('packed-refs'), name);
  return COMMIT.test(commit) ? { commit, branch, parents: [], reason: '' } : null;
}

function packed(text: string, name: string): string {
  const line = text.split('\n').find((each) => each.endsWith(` ${name}`));
  return line?.split(' ', 1)[0] ?? '';
}
