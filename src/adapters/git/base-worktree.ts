import { mkdir, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { PullRequest } from '../../model/context.js';
import type { BaseCheckout, Checkout } from '../../ports.js';
import { runGit } from './run-git.js';

/** Folders with installed dependencies, which are not in the repository. */
const INSTALLED = ['node_modules', '.venv', 'venv'];
const NO_HISTORY = 'Check out with `fetch-depth: 0`.';

type Commits = Pick<PullRequest, 'headSha' | 'baseSha'>;

/** Where the checkout is, and where the other one is made. */
export interface WorktreePlace {
  readonly root: string;
  readonly workspace: string;
  readonly folder: string;
  readonly directories: readonly string[];
}

/** Makes a worktree of the commit that `checkout` is compared with. Hooks of the repository do not run. */
export async function addBaseWorktree(place: WorktreePlace, checkout: Checkout, pull: Commits): Promise<BaseCheckout> {
  const { root, workspace, folder } = place;
  const commit = await baseOf(root, checkout, pull);
  if (commit === null)
    return {
      ok: false,
      reason: `the commit at which this branch forked from ${pull.baseSha.slice(0, 7)} is unknown`,
      remedy: NO_HISTORY,
    };
  if (!(await isPresent(root, commit)))
    return {
      ok: false,
      reason: `commit ${commit.slice(0, 7)} is not in the repository and cannot be fetched`,
      remedy: NO_HISTORY,
    };
  if ((await runGit(['cat-file', '-e', `${commit}:.gitmodules`], root)) !== null)
    return { ok: false, reason: 'the repository has submodules, which the other checkout would not have', remedy: '' };
  const target = join(folder, relative(workspace, root));
  const remove = async (): Promise<void> => {
    await runGit(['worktree', 'remove', '--force', target], root);
    await rm(folder, { recursive: true, force: true });
    await runGit(['worktree', 'prune'], root);
  };
  await remove();
  await mkdir(dirname(target), { recursive: true });
  const added = await runGit(['worktree', 'add', '--detach', target, commit], root);
  if (added === null)
    return { ok: false, reason: `git cannot check out ${commit.slice(0, 7)} in a separate folder`, remedy: '' };
  for (const directory of [root, ...place.directories])
    await linkInstalled(directory, join(target, relative(root, directory)));
  return { ok: true, commit, workspace: folder, remove };
}

/** The commit that HEAD was merged into, else where it branched off; null when the history does not show it. */
async function baseOf(
  root: string,
  { commit, parents }: Checkout,
  { headSha, baseSha }: Commits,
): Promise<string | null> {
  const [into = '', merged = ''] = parents;
  if (merged === headSha) return into;
  if (commit === null || !(await isPresent(root, baseSha))) return null;
  const found = await runGit(['merge-base', commit, baseSha], root);
  return found === null ? null : found.trim();
}

/** True when the repository has the commit, or could fetch it. */
async function isPresent(root: string, commit: string): Promise<boolean> {
  if (!/^[\da-f]{40,64}$/.test(commit)) return false;
  const exists = ['cat-file', '-e', `${commit}^{commit}`];
  if ((await runGit(exists, root)) !== null) return true;
  await runGit(['fetch', '--no-tags', '--quiet', '--depth=1', 'origin', commit], root);
  return (await runGit(exists, root)) !== null;
}

async function linkInstalled(from: string, to: string): Promise<void> {
  for (const name of INSTALLED) {
    const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;
    if (!(await isThere(join(from, name))) || !(await isThere(to)) || (await isThere(join(to, name)))) continue;
    await symlink(join(from, name), join(to, name), 'junction').catch(() => undefined);
  }
}
