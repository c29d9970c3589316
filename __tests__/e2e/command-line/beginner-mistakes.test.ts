import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { PYTHON } from '../../runners/streams/python.js';
import { cleanEnvironment } from '../../runners/streams/stream-run.js';
import { ACTION } from '../tools.js';
import { MISTAKES, type Mistake } from './beginner-mistakes.js';

const PASSING = { 'tests/test_a.py': 'def test_a():\n    assert True\n' };

/** Without what a workflow or npm adds, which decides how much npx prints. */
function environment(): Record<string, string> {
  const kept = Object.entries(cleanEnvironment()).filter(
    ([name]) => !/^(GITHUB_|ACTIONS_|RUNNER_|INPUT_|npm_)/.test(name),
  );
  const path = [dirname(PYTHON), process.env['PATH'] ?? ''].join(delimiter);
  return { ...Object.fromEntries(kept), PATH: path, PYTHONDONTWRITEBYTECODE: '1', COLUMNS: '400' };
}

/** Runs the program on a passing project with one mistake in it. */
function make({ files = {}, args = [] }: Mistake): { readonly exit: number | null; readonly output: string } {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'qaagent-mistake-')));
  try {
    for (const [path, text] of Object.entries({ ...PASSING, ...files })) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    const program = [join(ACTION, 'dist', 'index.js'), ...args];
    const options = { cwd: directory, encoding: 'utf8', env: environment() } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, program, options);
    return { exit: status, output: stdout + stderr };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

describe('a mistake of the first hour ends red, with its place and its remedy', () => {
  test.each(MISTAKES.map((mistake) => [mistake.mistake, mistake] as const))('%s', (_, mistake) => {
    const { exit, output } = make(mistake);
    expect({ exit, output }).toEqual({
      exit: mistake.exit ?? 1,
      output: expect.stringContaining(mistake.place),
    });
    expect(output).toContain(mistake.remedy);
    expect(output).not.toMatch(/^ {4}at |qaagent-orchestrate broke/m);
  });
});
