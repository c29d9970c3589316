import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PYTHON } from '../../runners/streams/python.js';
import { cleanEnvironment } from '../../runners/streams/stream-run.js';
import { ACTION } from '../tools.js';

interface Ended {
  readonly exit: number | null;
  readonly output: string;
}

const root = realpathSync(mkdtempSync(join(tmpdir(), 'qaagent-packed-')));
const home = join(root, 'empty');
const PASSING = 'def test_adds():\n    assert 1 + 1 == 2\n\n\ndef test_counts():\n    assert len([1]) == 1\n';

function environment(): Record<string, string> {
  const kept = Object.entries(cleanEnvironment()).filter(([name]) => !/^(GITHUB_|ACTIONS_|RUNNER_|INPUT_)/.test(name));
  const path = [dirname(PYTHON), process.env['PATH'] ?? ''].join(delimiter);
  return { ...Object.fromEntries(kept), PATH: path, PYTHONDONTWRITEBYTECODE: '1' };
}

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A project with these files, which does not exist before. */
function project(name: string, files: Readonly<Record<string, string>>): string {
  const directory = join(root, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

/** Runs the installed program as `npx` does: through the file that npm has linked into `.bin`. */
function qaagent(args: readonly string[], cwd: string): Ended {
  const bin = join(home, 'node_modules', '.bin', 'qaagent-orchestrate');
  const { status, stdout, stderr } = spawnSync(bin, args, { cwd, encoding: 'utf8', env: environment() });
  return { exit: status, output: stdout + stderr };
}

describe('the packed program, installed without a network', () => {
  beforeAll(() => {
    mkdirSync(home);
    writeFileSync(join(home, 'package.json'), '{"name":"empty","private":true}');
    npm(['pack', ACTION, '--ignore-scripts', '--silent', '--pack-destination', root], root);
    const [archive = ''] = readdirSync(root).filter((name) => name.endsWith('.tgz'));
    npm(['install', '--offline', '--no-audit', '--no-fund', join(root, archive)], home);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('brings no other package', () => {
    const installed = readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(installed).toEqual(['qaagent-orchestrate']);
  });

  test('prints its help, its version and the help of each command', () => {
    const help = qaagent(['--help'], home);
    expect([help.exit, help.output]).toEqual([
      0,
      expect.stringMatching(/run .*plan .*doctor .*report .*init .*Exit status:/s),
    ]);
    expect(qaagent(['--version'], home)).toEqual({ exit: 0, output: '1.0.0\n' });
    for (const command of ['run', 'plan', 'doctor', 'report', 'merge', 'init']) {
      const { exit, output } = qaagent([command, '--help'], home);
      expect([command, exit, output]).toEqual([command, 0, expect.stringContaining('Exit status:')]);
    }
  });

  test.each([
    [['run', '--retrys', '1'], 2, 'Did you mean --retries?'],
    [['runn'], 2, 'Did you mean run?'],
    [['--suits', 'unit: pytest'], 2, 'Did you mean --suites?'],
    [['report'], 2, "missing required argument 'directory'"],
    [['init', 'now'], 2, 'too many arguments'],
    [['run', 'unti', '--suites', 'unit: pytest'], 2, 'Did you mean "unit"?'],
    [['run', '--only', ''], 2, 'It is empty.'],
    [['run', '--retries', 'two'], 2, 'is not a whole number'],
    [['doctor', '--timeout', 'long'], 2, 'is not a duration'],
    [['report', 'nowhere'], 2, 'does not exist'],
    [['report', '.'], 1, 'There is no manifest.json'],
    [['merge', 'nowhere'], 2, 'does not exist'],
  ] as const)('refuses %j with status %d', (args, exit, words) => {
    expect(qaagent(args, home)).toEqual({ exit, output: expect.stringContaining(words) });
  });

  test('runs the tests of a project, keeps the run out of git and renders it again', () => {
    const directory = project('green', { 'tests/test_sums.py': PASSING });
    execFileSync('git', ['init', '-q'], { cwd: directory });
    const run = qaagent(['run'], directory);
    expect([run.exit, run.output]).toEqual([0, expect.stringContaining('2 of 2 passed')]);
    const status = execFileSync('git', ['status', '--porcelain'], { cwd: directory, encoding: 'utf8' });
    expect(status).toBe('?? tests/\n');
    const again = qaagent(['report', '.qaagent/runs'], directory);
    expect([again.exit, again.output]).toEqual([0, expect.stringContaining('2 of 2 passed')]);
    const [name = ''] = readdirSync(join(directory, '.qaagent', 'runs'));
    expect(readFileSync(join(directory, '.qaagent', 'runs', name, 'rendered.html'), 'utf8')).toContain(
      '<!doctype html>',
    );
  });

  test('runs one test of a suite', () => {
    const directory = project('one', { 'tests/test_sums.py': `${PASSING}\n\ndef test_breaks():\n    assert 1 == 2\n` });
    const only = ['run', 'unit', '--only', 'tests/test_sums.py::test_adds'];
    expect(qaagent(only, directory)).toEqual({ exit: 0, output: expect.stringContaining('1 of 1 passed') });
    const all = qaagent(['run', 'unit'], directory);
    expect([all.exit, all.output]).toEqual([1, expect.stringContaining('2 of 3 passed')]);
    expect(all.output).toMatch(/new since local run \d{8}_\d{6}Z/);
    // From a folder below, whose settings stand above.
    writeFileSync(join(directory, '.qaagent.yaml'), 'suites:\n  unit: pytest tests\n');
    execFileSync('git', ['init', '-q'], { cwd: directory });
    const [printed = ''] = /^✕ 1 (?:new )?failure[^]*/m.exec(all.output) ?? [];
    const again = qaagent(['report', '../.qaagent/runs'], join(directory, 'tests'));
    expect(again.output.replace(/Written: .*\n/, '')).toBe(printed);
    expect(printed).toContain('Rerun: ');
    const below = qaagent(['plan'], join(directory, 'tests'));
    expect(below).toEqual({ exit: 0, output: expect.stringContaining('Settings: ../.qaagent.yaml') });
  });

  test('refuses a test that does not exist in one message, which the evidence has as well', () => {
    const directory = project('absent', { 'tests/test_sums.py': PASSING });
    const { exit, output } = qaagent(['run', 'unit', '--only', 'tests/test_sums.py::test_add'], directory);
    expect([exit, output.slice(output.indexOf('qaagent-orchestrate: ')).trim().split('\n')]).toEqual([
      2,
      [
        'qaagent-orchestrate: 1 problem on the command line',
        '  --only: suite unit has no test "tests/test_sums.py::test_add". Did you mean "tests/test_sums.py::test_adds"?',
        expect.stringMatching(/^Evidence: /),
      ],
    ]);
    expect(output).not.toContain('test session starts');
    const runs = join(directory, '.qaagent', 'runs');
    const manifest: unknown = JSON.parse(readFileSync(join(runs, readdirSync(runs)[0] ?? '', 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({
      suites: [
        { outcome: 'config-error', problems: [{ message: 'no test is called "tests/test_sums.py::test_add"' }] },
      ],
    });
    expect(qaagent(['unit'], directory)).toEqual({
      exit: 2,
      output: expect.stringContaining('Did you mean `qaagent-orchestrate run unit`?'),
    });
  });

  test('refuses a test that a command suite does not have, and runs the file of one that it has', () => {
    const cases = "test('adds', () => {});\ntest('breaks', () => assert.equal(1, 2));\n";
    const imports = "const test = require('node:test');\nconst assert = require('node:assert');\n";
    const directory = project('only-node', {
      'package.json': '{"scripts":{"test":"node --test"}}',
      'test/sums.test.js': imports + cases,
      'test/more.test.js': `${imports}test('counts', () => {});\n`,
    });
    const only = (id: string): Ended => qaagent(['run', 'node-test', '--only', id], directory);
    expect(only('sums')).toEqual({ exit: 2, output: expect.stringContaining('has no test "sums"') });
    expect(only('test/more.test.js')).toEqual({ exit: 0, output: expect.stringContaining('1 of 1 passed') });
    expect(only('test/sum.test.js')).toEqual({ exit: 2, output: expect.stringContaining('has no test') });
    const other = only('test/more.test.js › breaks');
    expect(other).toEqual({ exit: 2, output: expect.stringContaining('has no test "test/more.test.js › breaks"') });
  });

  test('joins the runs of two shards', () => {
    const directory = project('shards', { 'tests/test_sums.py': PASSING, 'tests/test_more.py': PASSING });
    for (const shard of ['1/2', '2/2'])
      expect(
        qaagent(['run', '--suites', 'unit: pytest', '--shard', shard, '--evidence-dir', 'runs'], directory).exit,
      ).toBe(0);
    const merged = qaagent(['merge', 'runs'], directory);
    expect([merged.exit, merged.output]).toEqual([0, expect.stringContaining('4 of 4 passed')]);
  });

  test('says what is missing and how to mend it', () => {
    const directory = project('doctor', {
      'tests/test_sums.py': PASSING,
      '.qaagent.yaml':
        'suites:\n  unit: pytest tests\n  web: npx vitest run\n  tool: { runner: command, run: no-such-program }\n',
      '.github/workflows/qa.yml':
        'on: push\njobs:\n  qa:\n    runs-on: x\n    steps:\n      - uses: org/qaagent-orchestrate@v1\n',
    });
    const { exit, output } = qaagent(['doctor'], directory);
    expect(exit).toBe(1);
    expect(output).toMatch(/✓ Node \d+/);
    expect(output).toMatch(/✓ suite unit \(pytest\): pytest \d/);
    expect(output).toContain('✕ suite tool (command): no-such-program is not on PATH');
    expect(output).toContain('✕ .github/workflows/qa.yml, job qa: no earlier step checks out the repository');
    expect(output).toContain('! .github/workflows/qa.yml, job qa: `permissions` is not set');
    expect(qaagent(['doctor', 'unit'], project('fine', { 'tests/test_sums.py': PASSING })).exit).toBe(0);
  });

  test('looks for Django and for what its parallel tests need', () => {
    const manage = 'from django.core.management import execute_from_command_line as run\nimport sys\nrun(sys.argv)\n';
    const line = 'manage.py test --parallel 2';
    const directory = project('django', {
      'manage.py': manage,
      '.qaagent.yaml': `suites:\n  there: { runner: command, run: python ${line} }\n  bare: { runner: command, run: python other/${line} }\n`,
    });
    const { exit, output } = qaagent(['doctor'], directory);
    expect(exit).toBe(1);
    expect(output).toMatch(/[✓!] suite there \(command\): Django \d/);
    expect(output).toContain('✕ suite bare (command): `python other/manage.py version` ends with 2');
  });

  test('writes settings and a workflow once, and only when somebody agrees', () => {
    const directory = project('init', { 'tests/test_sums.py': PASSING, 'requirements.txt': '' });
    expect(qaagent(['init'], directory)).toEqual({ exit: 2, output: expect.stringContaining('Use --yes') });
    expect(existsSync(join(directory, '.qaagent.yaml'))).toBe(false);
    expect(qaagent(['init', '--yes'], directory).exit).toBe(0);
    expect(readFileSync(join(directory, '.qaagent.yaml'), 'utf8')).toContain('unit: pytest');
    const workflow = readFileSync(join(directory, '.github', 'workflows', 'qa.yml'), 'utf8');
    expect(workflow).toContain('run: pip install -r requirements.txt pytest');
    expect(qaagent(['doctor'], directory).exit).toBe(0);
    writeFileSync(join(directory, '.qaagent.yaml'), 'suites:\n  mine: pytest tests\n');
    expect(qaagent(['init', '--yes'], directory)).toEqual({
      exit: 0,
      output: expect.stringContaining('already exists'),
    });
    expect(readFileSync(join(directory, '.qaagent.yaml'), 'utf8')).toContain('mine: pytest tests');
    expect(qaagent(['init', '--yes'], project('nothing', { 'notes.txt': '' })).exit).toBe(1);
  });
});
