import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createGit } from '../../src/adapters/git/git.js';

const FILES = ['shop/price.py', 'tests/test_a.py'];

let workspace = '';
beforeEach(() => void (workspace = mkdtempSync(join(tmpdir(), 'qaagent-git-'))));
afterEach(() => rmSync(workspace, { recursive: true }));

function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=ada', '-c', 'user.email=ada@example.com', '-c', 'safe.directory=*'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' }).trim();
}

function write(path: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), `${path}\n`);
}

/** A repository with two files below the workspace. */
function repository(folder: string, origin = ''): string {
  const root = join(workspace, folder);
  for (const file of FILES) write(join(folder, file));
  git(root, 'init', '-q', '-b', 'main');
  if (origin !== '') git(root, 'remote', 'add', 'origin', origin);
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', `Start ${folder}`);
  return git(root, 'rev-parse', 'HEAD');
}

/** What git says, asked from the folder in which the tests are. */
async function ask(folder = '', name = 'octo-org/shop') {
  const asked = createGit(workspace, name);
  const directories = [join(workspace, folder)];
  const { files, root } = await asked.files(directories);
  return { ...(await asked.checkout(directories)), files: files.toSorted(), root };
}

const under = (folder: string, files = FILES): readonly string[] => files.map((file) => join(folder, file));

describe('git', () => {
  test('reports commit, branch and files, new ones included, ignored ones not', async () => {
    const commit = repository('');
    for (const file of ['tests/test_new.py', 'node_modules/a/index.js', 'build/out.py', '.gitignore']) write(file);
    writeFileSync(join(workspace, '.gitignore'), 'build\n');
    const found = await ask();
    expect(found).toMatchObject({ commit, branch: 'main', reason: '', root: '' });
    expect(found.files).toEqual(['.gitignore', 'shop/price.py', 'tests/test_a.py', 'tests/test_new.py']);
  });

  test('reports both parents of a merge, also in a shallow clone', async () => {
    const base = repository('origin-of-clone');
    const origin = join(workspace, 'origin-of-clone');
    git(origin, 'checkout', '-q', '-b', 'topic');
    git(origin, 'commit', '-q', '--allow-empty', '-m', 'Change');
    const head = git(origin, 'rev-parse', 'HEAD');
    git(origin, 'checkout', '-q', 'main');
    git(origin, 'merge', '-q', '--no-ff', '-m', 'Merge', 'topic');
    git(workspace, 'clone', '-q', '--depth', '1', `file://${origin}`, 'src');
    expect(await ask('src')).toMatchObject({ parents: [base, head], root: 'src' });
  });

  test('is asked in the folder of the checkout, and paths start there', async () => {
    const commit = repository('src');
    expect(await ask('src/tests')).toMatchObject({ commit, root: 'src', files: under('src') });
    expect(await ask('')).toMatchObject({ commit, root: 'src', files: under('src') });
  });

  test('means the repository of the run, also as a fork, not another one beside it', async () => {
    const tools = repository('tools', 'https://github.com/octo-org/tools');
    const own = repository('shop', 'git@github.com:octo-org/shop.git');
    const fork = repository('pr', 'https://github.com/contributor/shop');
    expect((await ask('tools')).commit).toBe(own);
    expect((await ask('pr')).commit).toBe(fork);
    expect((await ask('tools', 'octo-org/tools')).commit).toBe(tools);
  });

  test('means the workspace where a submodule holds the tests, and knows its files', async () => {
    const commit = repository('');
    repository('vendor/lib');
    const found = await ask('vendor/lib');
    expect(found).toMatchObject({ commit, root: '' });
    expect(found.files).toEqual(expect.arrayContaining([...FILES, ...under('vendor/lib')]));
  });

  test('answers although the repository belongs to somebody else', async () => {
    const commit = repository('');
    if (process.getuid?.() !== 0) return;
    const own = (folder: string): void => {
      chownSync(folder, 1001, 1001);
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory()) own(join(folder, entry.name));
        else chownSync(join(folder, entry.name), 1001, 1001);
    };
    own(workspace);
    expect(await ask()).toMatchObject({ commit, files: FILES });
  });

  test('runs nothing that the repository names', async () => {
    repository('');
    const proof = join(workspace, 'proof');
    git(workspace, 'config', 'core.fsmonitor', `touch ${proof}; false`);
    await ask();
    expect(readdirSync(workspace)).not.toContain('proof');
  });
});

describe('the checkout of the base', () => {
  /** Makes it after `change`, as a suite could, and reports whether a program of `change` ran. */
  async function checkOutAfter(change: (proof: string) => void) {
    repository('src');
    const root = join(workspace, 'src');
    writeFileSync(join(root, '.gitattributes'), '* filter=of-suite diff=of-suite\n');
    git(root, 'add', '-A');
    git(root, 'commit', '-q', '-m', 'Base');
    const baseSha = git(root, 'rev-parse', 'HEAD');
    git(root, 'commit', '-q', '--allow-empty', '-m', 'Change');
    const headSha = git(root, 'rev-parse', 'HEAD');
    const asked = createGit(join(workspace, 'src'), '');
    await asked.checkout([root]);
    const proof = join(workspace, 'proof');
    change(proof);
    const base = await asked.checkOutBase([root], { headSha, baseSha }, join(workspace, 'base'));
    const hasRun = readdirSync(workspace).includes('proof');
    if (base.ok) await base.remove();
    return {
      ok: base.ok,
      reason: base.ok ? '' : base.reason,
      commit: base.ok ? base.commit : baseSha,
      baseSha,
      hasRun,
    };
  }
  const set = (...args: readonly string[]): string => git(join(workspace, 'src'), 'config', ...args);
  const changed = { ok: false, reason: 'the git configuration was changed while the suites ran', hasRun: false };

  test('is made when nothing changed but who commits, and runs no hook', async () => {
    const made = await checkOutAfter((proof) => {
      set('user.name', 'of a suite');
      const hook = join(workspace, 'src/.git/hooks/post-checkout');
      mkdirSync(dirname(hook), { recursive: true });
      writeFileSync(hook, `#!/bin/sh\ntouch ${proof}\n`, { mode: 0o755 });
    });
    expect(made).toMatchObject({ ok: true, commit: made.baseSha, hasRun: false });
  });

  test.each<readonly [string, (command: string) => readonly string[]]>([
    ['a filter', (command) => ['filter.of-suite.smudge', command]],
    ['a filter process', (command) => ['filter.of-suite.process', command]],
    ['a diff driver', (command) => ['diff.of-suite.textconv', command]],
    ['a program for SSH', (command) => ['core.sshCommand', command]],
    ['a folder of hooks', () => ['core.hooksPath', '.']],
    ['a server that is a program', (command) => ['remote.origin.url', `ext::sh -c '${command}'`]],
    ['a helper for passwords', (command) => ['credential.helper', `!${command}`]],
    ['another file to include', () => ['include.path', '../tests/config']],
    ['an alias', (command) => ['alias.worktree', `!${command}`]],
  ])('is not made, and runs nothing, once a suite configured %s', async (_what, entry) => {
    expect(await checkOutAfter((proof) => void set(...entry(`touch ${proof}`)))).toMatchObject(changed);
  });
});

describe('without git', () => {
  const path = process.env['PATH'];
  afterEach(() => void (process.env['PATH'] = path));

  test('the folder is walked, and the commit is read from the files of the repository', async () => {
    const commit = repository('');
    write('node_modules/a/index.js');
    process.env['PATH'] = '/nowhere';
    expect(await ask()).toMatchObject({ commit, branch: 'main', files: FILES, root: '' });
  });

  test('packed references are read, too', async () => {
    const commit = repository('');
    git(workspace, 'pack-refs', '--all');
    process.env['PATH'] = '/nowhere';
    expect(await ask()).toMatchObject({ commit, branch: 'main' });
  });

  test('and without a repository the commit is unknown, with the reason', async () => {
    FILES.forEach(write);
    expect(await ask()).toMatchObject({ commit: null, files: FILES, reason: expect.stringContaining('no git') });
  });
});
