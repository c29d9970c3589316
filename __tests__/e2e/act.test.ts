import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { PYTHON } from '../runners/streams/python.js';
import { cleanEnvironment } from '../runners/streams/stream-run.js';
import { ACTION, ROOT } from './tools.js';

const folders = (process.env['PATH'] ?? '').split(delimiter);
const act = folders.map((folder) => join(folder, 'act')).find((path) => existsSync(path)) ?? null;
if (act === null) console.warn('SKIPPED: no act on PATH; the action is not run by an independent runner.');

const WORKFLOW = `on: push
jobs:
  qa:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - id: qa
        uses: ./
        with: { suites: 'unit: pytest tests', upload: never, github-token: '' }
      - if: always()
        run: echo "outputs \${{ steps.qa.outcome }} \${{ steps.qa.outputs.conclusion }} \${{ steps.qa.outputs.passed }}"
`;

/** The recipe of shards and merge in docs/matrix.md, with the evidence in a folder: act has no API to list artifacts by. */
function shardRecipe(root: string): string {
  const [, recipe = ''] = /```yaml\n(jobs:\n[^]*?)```/.exec(readFileSync(join(ROOT, 'docs/matrix.md'), 'utf8')) ?? [];
  const more = (indent: string) =>
    [`github-token: ''`, `evidence-dir: ${root}-parts`].map((line) => `\n${indent}${line}`);
  const local = recipe
    .replaceAll('org/qaagent-orchestrate@v1', './')
    .replaceAll(/^( +)(?:shard: \$|mode: merge).*$/gm, (line, indent: string) => [line, ...more(indent)].join(''));
  const named = local.replace(/(\n +)- uses: \.\/(?=\n +with:\n +mode: merge)/, '$1- id: qa$1  uses: ./');
  const outputs = ['conclusion', 'total', 'failed'].map((name) => `\${{ steps.qa.outputs.${name} }}`).join(' ');
  return `on: push\n${named}\n      - if: always()\n        run: echo "merged \${{ needs.test.result }} ${outputs}"\n`;
}

/** Runs the action as act's runner does, without containers; the text that act printed. */
function runWithAct(tests: string, workflow: (root: string) => string = () => WORKFLOW): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'qaagent-act-')));
  const files = { '.github/workflows/self-test.yml': workflow(root), 'tests/test_sums.py': tests };
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    for (const name of ['action.yml', 'dist']) cpSync(join(ACTION, name), join(root, name), { recursive: true });
    const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
    git('init', '-q', '-b', 'main');
    git('remote', 'add', 'origin', 'https://github.com/octo-org/self-test.git');
    git('add', '-A');
    git('-c', 'user.name=test', '-c', 'user.email=test@example.com', 'commit', '-q', '-m', 'start');
    const path = [dirname(PYTHON), process.env['PATH'] ?? ''].join(delimiter);
    const env = { ...cleanEnvironment(), PATH: path, XDG_CACHE_HOME: `${root}-cache` };
    const args = ['push', '-P', 'ubuntu-latest=-self-hosted', '--action-offline-mode', '--no-cache-server'];
    const { stdout, stderr } = spawnSync(act ?? '', args, { cwd: root, encoding: 'utf8', env });
    return stdout + stderr;
  } finally {
    for (const folder of [root, `${root}-cache`, `${root}-parts`]) rmSync(folder, { recursive: true, force: true });
  }
}

describe('the action in act', () => {
  (act === null ? test.skip : test)('runs, sets its outputs, writes its summary and its post step ends', () => {
    const output = runWithAct('def test_a():\n    assert 1\n\n\ndef test_b():\n    assert 2\n');
    expect(output).toContain('outputs success success 2');
    expect(output).toMatch(/Summary - ## ✓ 2 passed/);
    expect(output).toContain('Success - Post ./');
  });

  (act === null ? test.skip : test)('fails the job of a red run', () => {
    const output = runWithAct('def test_a():\n    assert 1 == 2\n');
    expect(output).toContain('outputs failure failure 0');
    expect(output).toContain('Job failed');
  });

  (act === null ? test.skip : test)('runs the recipe of shards and merge, red for the one test that fails', () => {
    const tests = 'import pytest\n\n\n@pytest.mark.parametrize("n", range(40))\ndef test_n(n):\n    assert n != 17\n';
    const output = runWithAct(tests, shardRecipe);
    expect(output).toContain('Merging 4 runs');
    expect(output).toContain('merged failure failure 40 1');
    expect(output).toMatch(/Summary - ## ✕ 1 failure, 39 passed/);
  });
});
