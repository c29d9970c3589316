import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PullFile } from '../stand-ins/github-state.js';
import { ROOT } from './tools.js';

/** A project as `actions/checkout` leaves it for a pull request: HEAD is the merge of `topic` into `main`. */
export interface Workspace {
  readonly directory: string;
  readonly baseSha: string;
  readonly headSha: string;
  readonly mergeSha: string;
  /** What the pull request changes, as GitHub's API reports it. */
  readonly pullFiles: readonly PullFile[];
}

const PROJECTS = join(ROOT, 'fixtures', 'projects');
const LEFT_BEHIND = new Set(['node_modules', '__pycache__', '.pytest_cache', 'test-results', '.qaagent']);
const IDENTITY = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

function git(directory: string, ...args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd: directory,
    encoding: 'utf8',
    env: { ...process.env, ...IDENTITY },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

function commit(directory: string, message: string): string {
  git(directory, 'add', '-A');
  git(directory, 'commit', '-q', '--allow-empty', '-m', message);
  return git(directory, 'rev-parse', 'HEAD');
}

const STATUS = { A: 'added', M: 'modified', D: 'removed' } as const;

function pullFilesOf(directory: string, base: string, head: string): readonly PullFile[] {
  const lines = git(directory, 'diff', '--name-status', '--no-renames', base, head).split('\n').filter(Boolean);
  return lines.map((line) => {
    const [code = 'M', filename = ''] = line.split('\t');
    const diff = git(directory, 'diff', base, head, '--', filename);
    const patch = diff.slice(Math.max(0, diff.indexOf('@@')));
    return { filename, status: STATUS[code as keyof typeof STATUS], patch };
  });
}

/** Before the pull request, the shop took a voucher off the whole sum. */
function undoShopChange(directory: string): void {
  const file = join(directory, 'shop', 'prices.py');
  if (!existsSync(file)) return;
  const text = readFileSync(file, 'utf8');
  const fault = 'return sum(line["price"] * percent // 100 * line["quantity"] for line in lines)';
  if (!text.includes(fault)) throw new Error('the fault is no longer where the pull request of the demo puts it');
  writeFileSync(file, text.replace(fault, 'return (subtotal(lines) * percent + 50) // 100'));
}

/** Copies a project of fixtures/projects into a fresh repository under `parent`, with the shop's Playwright at hand. */
export function makeWorkspace(project: string, parent: string): Workspace {
  const directory = join(parent, project);
  mkdirSync(directory, { recursive: true });
  const filter = (source: string): boolean => !LEFT_BEHIND.has(basename(source));
  cpSync(join(PROJECTS, project), directory, { recursive: true, filter });
  git(directory, 'init', '-q', '-b', 'main');
  const shopModules = join(PROJECTS, 'shop', 'node_modules');
  undoShopChange(directory);
  const baseSha = commit(directory, 'Start');
  git(directory, 'checkout', '-q', '-b', 'topic');
  if (project === 'shop') cpSync(join(PROJECTS, 'shop', 'shop', 'prices.py'), join(directory, 'shop', 'prices.py'));
  const headSha = commit(directory, 'Round vouchers per item');
  git(directory, 'checkout', '-q', '--detach', 'main');
  git(directory, 'merge', '-q', '--no-ff', '-m', 'Merge topic into main', 'topic');
  const mergeSha = git(directory, 'rev-parse', 'HEAD');
  if (existsSync(join(directory, 'package.json')) && existsSync(shopModules))
    symlinkSync(shopModules, join(directory, 'node_modules'));
  return { directory, baseSha, headSha, mergeSha, pullFiles: pullFilesOf(directory, baseSha, headSha) };
}

/** Checks out a commit as `actions/checkout` does for an event that is about no pull request. */
export function checkOut({ directory }: Workspace, commit: string): void {
  git(directory, 'checkout', '-q', '--detach', commit);
}
