import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { reportFromEvidence } from '../../src/evidence/untrusted/read-evidence.js';
import type { TestCase } from '../../src/model/run.js';
import type { SuiteSettings } from '../../src/model/settings.js';
import { rerunCommand, type RerunPlace } from '../../src/runners/rerun-command.js';
import { fillTemplate } from '../../src/runners/rerun-template.js';
import type { SelectedTest } from '../../src/runners/runner.js';
import { aSuite } from '../execution/an-attempt.js';
import { evidenceTexts } from '../evidence/evidence-texts.js';
import { NOT_DIAGNOSED, runReport, suiteRun, testCase } from '../publish/build.js';

const ROOT = '/repository';
const suite = (change: object): SuiteSettings => aSuite({ workingDirectory: ROOT, args: [], env: {}, ...change });
const commandOf = (test: TestCase, settings: SuiteSettings, place: Partial<RerunPlace> = {}): string | null =>
  rerunCommand(test, settings, { root: ROOT, shell: 'posix', command: [], ...place });

const BUYS = testCase('tests/test_a.py::test_buys', { file: 'tests/test_a.py', line: 3 });

describe('the command that runs one test of pytest again', () => {
  const pytest = (change: object = {}): SuiteSettings => suite({ runner: 'pytest', python: null, ...change });

  test.each<[string, TestCase, SuiteSettings, Partial<RerunPlace>, string]>([
    ['nothing special', BUYS, pytest(), {}, 'pytest tests/test_a.py::test_buys'],
    [
      'parameters that a shell would read',
      testCase("tests/test_a.py::test_is[it's $HOME]", { file: 'tests/test_a.py' }),
      pytest(),
      {},
      String.raw`pytest 'tests/test_a.py::test_is[it'\''s $HOME]'`,
    ],
    [
      'ids that start at a root directory above the working directory',
      testCase('svc/a/tests/test_a.py::test_buys', { file: 'svc/a/tests/test_a.py' }),
      pytest({ workingDirectory: join(ROOT, 'svc', 'a') }),
      {},
      '(cd svc/a && pytest tests/test_a.py::test_buys)',
    ],
    [
      'options of reports, workers and paths beside options that choose a configuration',
      BUYS,
      pytest({
        args: '-n 4 tests other -c ci/pytest.ini --cov=shop --cov-fail-under 90 -p plug --run-slow -v --maxfail=1'.split(
          ' ',
        ),
      }),
      {},
      'pytest -c ci/pytest.ini -p plug --run-slow tests/test_a.py::test_buys',
    ],
    [
      'the launcher of a project',
      BUYS,
      pytest(),
      { command: ['/usr/local/bin/uv', 'run', 'pytest', 'tests', '--junitxml=/x'] },
      'uv run pytest tests/test_a.py::test_buys',
    ],
    [
      'an environment inside of the repository',
      BUYS,
      pytest(),
      { command: ['/repository/.venv/bin/pytest', 'tests'] },
      '.venv/bin/pytest tests/test_a.py::test_buys',
    ],
    [
      'an interpreter that the settings name by its path',
      BUYS,
      pytest({ python: '/opt/py/bin/python' }),
      { command: ['/opt/py/bin/python', '-m', 'pytest'] },
      '/opt/py/bin/python -m pytest tests/test_a.py::test_buys',
    ],
    [
      'variables, of which a secret one is only named',
      BUYS,
      pytest({ env: { SHOP_URL: 'http://a/?b=1', API_TOKEN: 'hunter2-hunter2' } }),
      {},
      `SHOP_URL='http://a/?b=1' API_TOKEN="$API_TOKEN" pytest tests/test_a.py::test_buys`,
    ],
    [
      'PowerShell',
      testCase("tests/test_a.py::test_is[it's]", { file: 'svc/tests/test_a.py' }),
      pytest({ workingDirectory: join(ROOT, 'svc'), env: { MODE: 'a b' } }),
      { shell: 'powershell' },
      `cd svc; $env:MODE = 'a b'; pytest 'tests/test_a.py::test_is[it''s]'`,
    ],
  ])('with %s', (_, one, settings, place, line) => {
    expect(commandOf(one, settings, place)).toBe(line);
  });
});

describe('the command that runs one test again on Windows', () => {
  const WINDOWS = 'D:\\a\\repo';
  const onWindows = (change: object = {}): SuiteSettings =>
    aSuite({ workingDirectory: WINDOWS, args: [], env: {}, runner: 'pytest', python: null, ...change });
  const TOOLS = 'C:\\hostedtoolcache\\windows\\Python\\3.13.1\\x64';

  test.each<[string, string, SuiteSettings, readonly string[], string]>([
    [
      'a tool of PATH',
      'test_buys',
      onWindows(),
      [`${TOOLS}\\Scripts\\pytest.EXE`],
      'pytest tests/test_a.py::test_buys',
    ],
    [
      'an environment of the project',
      'test_buys',
      onWindows(),
      [`${WINDOWS}\\.venv\\Scripts\\pytest.exe`],
      '.venv/Scripts/pytest.exe tests/test_a.py::test_buys',
    ],
    [
      'an interpreter in a folder with a blank, which PowerShell has to be asked to call',
      'test_buys',
      onWindows({ python: 'C:\\Program Files\\Python\\python.exe' }),
      ['C:\\Program Files\\Python\\python.exe', '-m', 'pytest'],
      "& 'C:\\Program Files\\Python\\python.exe' -m pytest tests/test_a.py::test_buys",
    ],
    [
      'a folder of the suite',
      'test_buys',
      onWindows({ workingDirectory: `${WINDOWS}\\svc\\my app` }),
      [],
      "cd 'svc/my app'; pytest ../../tests/test_a.py::test_buys",
    ],
    [
      'what PowerShell would read',
      "test_is[it's $env:X `n;(1)]",
      onWindows(),
      [],
      "pytest 'tests/test_a.py::test_is[it''s $env:X `n;(1)]'",
    ],
    [
      'variables',
      'test_buys',
      onWindows({ env: { MODE: 'fast', 'A-B(x86)': '%PATH%', API_TOKEN: 'hunter2-hunter2' } }),
      [],
      "$env:MODE = 'fast'; ${env:A-B(x86)} = '%PATH%'; $env:API_TOKEN = $env:API_TOKEN; pytest tests/test_a.py::test_buys",
    ],
    [
      'a launcher',
      'test_buys',
      onWindows(),
      [`${TOOLS}\\uv.exe`, 'run', 'pytest'],
      'uv run pytest tests/test_a.py::test_buys',
    ],
  ])('with %s', (_, name, settings, command, line) => {
    const one = testCase(`tests/test_a.py::${name}`, { file: 'tests/test_a.py', line: 3 });
    expect(rerunCommand(one, settings, { root: WINDOWS, shell: 'powershell', command })).toBe(line);
  });

  test('Playwright takes the file with strokes, and the words of a command are of another shell', () => {
    const place = { root: WINDOWS, shell: 'powershell', command: [] } as const;
    const one = testCase('a', { file: 'e2e/a.spec.ts', line: 4, name: 'cart › adds' });
    const e2e = onWindows({ runner: 'playwright', workingDirectory: `${WINDOWS}\\e2e` });
    expect(rerunCommand(one, e2e, place)).toBe("cd e2e; npx playwright test -g 'cart adds$' a.spec.ts:4");
    expect(rerunCommand(one, onWindows({ runner: 'command', run: 'make', rerun: 'make {ids}' }), place)).toBeNull();
  });
});

describe('the command that runs one test again leaves the shell into which it is pasted as it was', () => {
  const writes = 'printf "%s|" "$PWD" "$MODE" {ids} > ../said; test -n "$QAAGENT_REPORT_DIR"';
  const one = testCase("it's $HOME; (a) & b", { suite: 'sums', file: 'web/sum.test.js' });

  test.each<[string, string, object, string]>([
    ['a folder', 'printf "%s" {ids} > ../said', {}, one.id],
    ['a folder, variables and a report', `${writes} && echo {report}`, { env: { MODE: 'a b' } }, `WEB|a b|${one.id}|`],
    ['a folder that the template itself goes to', 'cd .. && printf "%s" {ids} > said', {}, one.id],
    ['a subshell of the template', '(cd .. && printf "%s" {ids} > said)', { env: { MODE: 'a' } }, one.id],
    ['a shell that the template replaces', 'exec sh -c \'printf "%s" "$1" > ../said\' sh {ids} # by hand', {}, one.id],
    ['options that the template sets', 'set -e; cd ..; printf "%s" {ids} > said', {}, one.id],
  ])('with %s', (_, rerun, change, written) => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'rerun-')));
    const web = join(root, 'web');
    mkdirSync(web);
    const settings = suite({ runner: 'command', run: 'true', rerun, workingDirectory: web, ...change });
    const line = commandOf(one, settings, { root }) ?? '';
    const state = 'printf "%s|" "$PWD" "${MODE-unset}" "${QAAGENT_REPORT_DIR-unset}" "$-"; false; echo here';
    const env = { PATH: process.env['PATH'], HOME: root };
    for (const shell of ['bash', 'sh', 'dash', 'zsh']) {
      const run = (script: string): string =>
        spawnSync(shell, ['-c', script], { cwd: root, env, encoding: 'utf8' }).stdout;
      // A shell that this machine lacks prints nothing either way.
      expect([shell, run(`${line} >/dev/null\n${state}`)]).toEqual([shell, run(state)]);
      if (shell === 'bash') expect(readFileSync(join(root, 'said'), 'utf8')).toBe(written.replace('WEB', web));
    }
    rmSync(root, { recursive: true });
  });

  test('a single command needs no subshell', () => {
    const ofFolder = { runner: 'command', run: 'true', rerun: 'npx jest -t {names_regex} {files}' };
    const jest = "npx jest -t '(^| |::)(a; b)$' 'web/a.test.js'";
    const single = testCase('a; b', { name: 'a; b', file: 'web/a.test.js' });
    expect(commandOf(single, suite(ofFolder))).toBe(jest);
    expect(commandOf(single, suite({ ...ofFolder, env: { MODE: 'a', X: '=b' } }))).toBe(`MODE=a X='=b' ${jest}`);
  });
});

test('a test of Django is run again without our own runner, and one that was read from evidence has no template', () => {
  const run = 'python manage.py test --noinput --testrunner=qaagent_unittest.DjangoRunner';
  const django = suite({ runner: 'command', run, rerun: `${run} {ids}` });
  const broken = testCase('cart.tests.PricingTests.test_discount', { suite: 'django' });
  expect(commandOf(broken, django)).toBe("python manage.py test --noinput 'cart.tests.PricingTests.test_discount'");
  const texts = evidenceTexts(runReport([suiteRun('django', [broken], { suite: django })]), NOT_DIAGNOSED);
  const read = reportFromEvidence(texts);
  const [again] = typeof read === 'string' ? [] : read.report.suites;
  expect(again === undefined ? read : commandOf(broken, again.suite)).toBeNull();
});

test('a test of unittest is run again without our own module', () => {
  const run = 'python -m qaagent_unittest discover -s tests';
  const unit = suite({ runner: 'command', run, rerun: 'python -m qaagent_unittest {ids}' });
  const broken = testCase('tests.test_a.A.test_b', { suite: 'unit' });
  expect(commandOf(broken, unit)).toBe("python -m unittest 'tests.test_a.A.test_b'");
});

test('a command without a template, a report that was only read, and a test without a place have no command', () => {
  const place = { workingDirectory: ROOT, args: [] };
  expect(commandOf(BUYS, suite({ runner: 'command', run: 'make test', rerun: null, ...place }))).toBeNull();
  expect(commandOf(BUYS, suite({ runner: 'junit', report: ['a.xml'], ...place }))).toBeNull();
  expect(commandOf(testCase('gw1::gw1', { file: '' }), suite({ runner: 'pytest', python: null }))).toBeNull();
  expect(commandOf(testCase('a › b', { file: '', line: 0 }), suite({ runner: 'playwright', ...place }))).toBeNull();
});

describe('a rerun template', () => {
  const selected = (name: string, file = 'web/sum.test.js'): SelectedTest => ({ id: name, selector: name, file, name });
  const places = { root: ROOT, workingDirectory: join(ROOT, 'web'), reportWord: "'/tmp/r'" };

  test('gives files relative to the folder in which it runs', () => {
    const tests = [selected('a'), selected('b'), selected('c', 'shared/d.test.js')];
    expect(fillTemplate('jest {files} -o {report}', tests, places)).toBe(
      "jest 'sum.test.js' '../shared/d.test.js' -o '/tmp/r'",
    );
  });

  test.each([
    ['vitest -t', 'sums > adds (a)', 'sums adds (a)', 'sums adds (ab)'],
    ['mocha -g', 'adds', 'sums adds', 'sums adds more'],
    ['phpunit --filter', 'testAdds', 'CartTest::testAdds', 'CartTest::testAddsMore'],
    ['playwright test -g', 'cart › pays', 'desk a.spec.ts cart pays @smoke', 'desk a.spec.ts cart pays later'],
    ['go test -run', 'TestSum/of_two', 'TestSum', 'TestSummary'],
  ])('spells the names for %s', (tool, name, matched, other) => {
    const line = fillTemplate(`${tool} {names_regex}`, [selected(name)], places);
    const expression = new RegExp(/'(.*)'$/.exec(line)?.[1] ?? '');
    expect(matched).toMatch(expression);
    expect(other).not.toMatch(expression);
  });
});

describe('the names of node:test', () => {
  const FILES = {
    'a.test.mjs': `import { test, describe, it } from 'node:test';
const log = (title) => console.error('ran ' + title);
test('adds (1 + 1) $HOME "q" /x/', () => log('adds'));
test('adds', () => log('other'));
describe('outer', () => { describe('in.ner', () => { it("it's nested", () => log('nested')); }); });
test('parent', async (t) => { await t.test('child', () => log('child')); });`,
    'b.test.mjs': "import { test } from 'node:test';\ntest('unasked', () => console.error('ran unasked'));",
  };
  const node = (name: string, classname = 'test', file = ''): SelectedTest => ({
    id: name,
    selector: name,
    file,
    name,
    classname,
  });

  test.each([
    ['special characters', node('adds (1 + 1) $HOME "q" /x/'), ['adds']],
    ['a name that another one begins with', node('adds'), ['other']],
    ['nested suites, joined by dots', node("it's nested", 'outer.in.ner'), ['nested']],
    ['nested suites, as a person writes them', node("outer › in.ner › it's nested"), ['nested']],
    ['a subtest, which starts with its parent', node('child', 'parent'), ['child']],
    ['a file without a name', { ...node(''), file: 'b.test.mjs' }, ['unasked']],
    ['a file and a name', node('unasked', 'test', 'b.test.mjs'), ['unasked']],
  ])('find %s', (_, selected, ran) => {
    const folder = mkdtempSync(join(tmpdir(), 'node-names-'));
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    const places = { root: folder, workingDirectory: folder, reportWord: '' };
    const line = fillTemplate('node --test --test-name-pattern={names_regex} {files}', [selected], places);
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined, NODE_OPTIONS: undefined };
    const path = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;
    const { stdout, stderr } = spawnSync('bash', ['-c', line], {
      cwd: folder,
      env: { ...env, PATH: path },
      encoding: 'utf8',
    });
    const titles = [...`${stdout}\n${stderr}`.matchAll(/^(?:# )?ran (\w+)$/gm)].map(([, title]) => title);
    expect([...new Set(titles)]).toEqual(ran);
    rmSync(folder, { recursive: true });
  });

  test('a file that is not known leaves every file to the names', () => {
    const places = { root: ROOT, workingDirectory: ROOT, reportWord: '' };
    const line = fillTemplate(
      'node --test --test-name-pattern={names_regex} {files}',
      [node('a', '', 'a.test.mjs'), node('b')],
      places,
    );
    expect(line).toBe("node --test --test-name-pattern='(^| |::)(a|b)$' ");
  });
});

test('a file of node:test whose tests have no result runs whole again', () => {
  const selected = {
    id: 'test/a.test.js',
    selector: 'test/a.test.js',
    name: 'test/a.test.js',
    classname: '',
    file: 'web/test/a.test.js',
    line: 0,
  };
  const places = { root: '/w', workingDirectory: '/w/web', reportWord: '' };
  const line = fillTemplate('node --test --test-name-pattern={names_regex} {files}', [selected], places);
  expect(line).toBe("node --test --test-name-pattern='.' 'test/a.test.js'");
});
