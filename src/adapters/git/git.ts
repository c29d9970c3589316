import { isAbsolute, join, relative } from 'node:path';
import type { BaseCheckout, Checkout, Git, ListedFiles } from '../../ports.js';
import { addBaseWorktree } from './base-worktree.js';
import { headWithoutGit, repositoryRoots } from './repository-roots.js';
import { runGit } from './run-git.js';
import { NOT_SOURCE, walkFiles } from './walk-files.js';

/**
 * Git, asked in every repository at and below the workspace. Where it refuses or is missing, the folders themselves
 * are read. `ownName` is `owner/name` of the repository whose run this is; empty on a laptop.
 */
export function createGit(workspace: string, ownName: string): Git {
  let configuration: string | null = null;
  return {
    checkout: async (directories) => {
      const root = await ownRoot(workspace, directories, ownName);
      if (root === null) return NO_CHECKOUT;
      const [checkout, programs] = await Promise.all([checkoutOf(root), programsOf(root)]);
      configuration ??= programs;
      return checkout;
    },
    files: async (directories) => {
      const roots = await repositoryRoots(workspace, directories);
      const own = await ownRoot(workspace, directories, ownName);
      const lists = await Promise.all(
        (roots.length === 0 ? [workspace] : roots).map((root) => filesOf(root, workspace)),
      );
      return { files: [...new Set(lists.flat())], root: own === null ? '' : inWorkspace(workspace, own) };
    },
    checkOutBase: async (directories, pull, folder) => {
      const root = await ownRoot(workspace, directories, ownName);
      if (root === null) return { ok: false, reason: NO_CHECKOUT.reason, remedy: '' };
      if (configuration !== null && configuration !== (await programsOf(root))) return CHANGED;
      const place = { root, workspace, folder, directories };
      return addBaseWorktree(place, await checkoutOf(root), pull);
    },
  };
}

/**
 * The repository whose run this is: the first that holds tests and has its name, also as a fork of somebody else; then
 * any that has its name; then that of the workspace, of which the others are submodules or helpers.
 */
async function ownRoot(workspace: string, directories: readonly string[], ownName: string): Promise<string | null> {
  const all = await repositoryRoots(workspace, directories);
  if (all.length < 2) return all[0] ?? null;
  const named = ownName === '' ? [] : await Promise.all(all.map(async (root) => ({ root, url: await originOf(root) })));
  const [, name = ''] = ownName.split('/');
  const held = named.filter(({ root }) => directories.some((directory) => isInside(directory, root)));
  const found = held.find(({ url }) => isNamed(url, name)) ?? named.find(({ url }) => isNamed(url, ownName));
  return found?.root ?? all.find((root) => isInside(workspace, root)) ?? all[0] ?? null;
}

function isInside(directory: string, root: string): boolean {
  const way = relative(root, directory);
  return !way.startsWith('..') && !isAbsolute(way);
}

const NO_CHECKOUT: Checkout = {
  commit: null,
  branch: '',
  parents: [],
  reason: 'there is no git repository in the workspace',
};

/** What suites write there runs when git makes the other checkout. */
const CHANGED: BaseCheckout = {
  ok: false,
  reason: 'the git configuration was changed while the suites ran',
  remedy: 'Do not change the git configuration in tests, or set `GIT_CONFIG_GLOBAL` to a separate file for them.',
};

/** Settings of git that name no program and no place: who commits, and whose repositories are read. */
const HARMLESS = /^(?:user|author|committer|color|init|safe|advice|push|pull)\./;

/** The configuration that can make git run programs or talk to other servers. */
async function programsOf(root: string): Promise<string> {
  const listed = (await runGit(['config', '--list', '-z'], root)) ?? '';
  return listed
    .split('\0')
    .filter((entry) => !HARMLESS.test(entry))
    .join('\0');
}

const BRANCHES = 'refs/heads/';

async function checkoutOf(root: string): Promise<Checkout> {
  const [head, object] = await Promise.all([
    runGit(['rev-parse', 'HEAD', '--symbolic-full-name', 'HEAD'], root),
    // The parents as the commit itself names them: a shallow clone hides them from `git log`.
    runGit(['cat-file', 'commit', 'HEAD'], root),
  ]);
  if (head === null) {
    const found = await headWithoutGit(root);
    return found ?? { ...NO_CHECKOUT, reason: `git cannot read the repository at ${root}` };
  }
  const header = (object ?? '').split('\n\n', 1)[0] ?? '';
  const parents = [...header.matchAll(/^parent ([\da-f]{40,64})$/gm)].map(([, sha = '']) => sha);
  const [commit = '', name = ''] = head.trim().split('\n');
  return { commit, branch: name.startsWith(BRANCHES) ? name.slice(BRANCHES.length) : '', parents, reason: '' };
}

async function originOf(root: string): Promise<string> {
  return ((await runGit(['config', '--get', 'remote.origin.url'], root)) ?? '').trim();
}

function isNamed(url: string, name: string): boolean {
  const path = url.toLowerCase().replace(/\.git\/?$|\/$/, '');
  return path.endsWith(`/${name.toLowerCase()}`) || path.endsWith(`:${name.toLowerCase()}`);
}

/** Files below `root`, tracked or new, relative to the workspace; those outside of the workspace are left out. */
async function filesOf(root: string, workspace: string): Promise<ListedFiles['files']> {
  const place = inWorkspace(workspace, root);
  const start = place.startsWith('..') ? workspace : root;
  const prefix = start === workspace || place === '' ? '' : `${place}/`;
  const excluded = NOT_SOURCE.map((name) => `--exclude=${name}`);
  const listed = await runGit(['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...excluded], start);
  const files = listed === null ? await walkFiles(start) : listed.split('\0').filter((file) => file !== '');
  return files.map((file) => `${prefix}${file}`);
}

function inWorkspace(workspace: string, root: string): string {
  return relative(workspace, join(root)).replaceAll('\\', '/');
}
