import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { runStep } from '../stand-ins/mini-runner.js';
import { startPlatform } from '../stand-ins/platform.js';
import { workflowEvent } from '../stand-ins/workflow-event.js';
import { ACTION, findTools, ROOT, toolEnvironment } from './tools.js';
import { describeWith } from './with-tools.js';

type Tree = Readonly<Record<string, string>>;

const SUITES = [
  'unit: pytest tests',
  'behave: behave features',
  'command: {runner: command, run: "sh check.sh a b > $QAAGENT_REPORT_DIR/junit.xml", rerun: "sh check.sh {names_regex} > {report}/junit.xml"}',
  'e2e: playwright e2e',
  'whole: {runner: command, run: "sh check.sh a > $QAAGENT_REPORT_DIR/junit.xml"}',
].join('\n');

const MODULES = join(ROOT, 'fixtures', 'projects', 'shop', 'node_modules');

/** Writes a report in which test `a` fails, and `b` where `value.txt` is not 1. */
const CHECK = `echo '<testsuite tests="2">'
for name in a b; do
  case "$*" in *$name*) ;; *) continue ;; esac
  echo "<testcase classname='c' name='$name'>"
  if [ $name = a ]; then echo '<failure message="always"/>'; elif [ $(cat value.txt) != 1 ]; then echo '<failure message="changed"/>'; fi
  echo '</testcase>'
done
echo '</testsuite>'
exit 1
`;

const playwrightTest = (title: string, value: string): string =>
  `test('${title}', async () => expect(await (await fetch(process.env.BASE_URL + '/value.txt')).text()).toBe('${value}\\n'));`;
const PLAYWRIGHT = "import { expect, test } from '@playwright/test';\n";

const BASE: Tree = {
  '.gitignore': 'node_modules\ntest-results\n',
  'package.json': '{"private": true}\n',
  'e2e/served.spec.ts': [
    PLAYWRIGHT,
    "test('fails on both', () => expect(1).toBe(2));",
    playwrightTest('is served by the application of its commit', '1'),
    '',
  ].join('\n'),
  'pytest.ini': '[pytest]\npythonpath = src\n',
  'src/shop.py': 'VALUE = 1\nOTHER = 1\n',
  'value.txt': '1\n',
  'check.sh': CHECK,
  'tests/test_shop.py': [
    'import shop',
    'def test_broken_before(): assert shop.OTHER == 5',
    'def test_value(): assert shop.VALUE == 1',
    'def test_other_words(): assert (shop.VALUE, shop.OTHER) == (3, 3)',
    '',
  ].join('\n'),
  'features/shop.feature': 'Feature: shop\n  Scenario: old\n    Given it is 5\n  Scenario: fresh\n    Given it is 1\n',
  'features/steps/steps.py': [
    'from behave import given',
    '@given("it is {n:d}")',
    'def step(context, n): assert n == int(open("value.txt").read()) or n == 9, f"not {n}"',
    '',
  ].join('\n'),
};
const HEAD: Tree = {
  'src/shop.py': 'VALUE = 2\nOTHER = 1\n',
  'value.txt': '2\n',
  'starts-since.txt': '',
  'e2e/fresh.spec.ts': `${PLAYWRIGHT}${playwrightTest('fresh', '1')}\n`,
  'tests/test_new.py': 'def test_new(): assert False, "new"\n',
};

let root = '';
afterEach(() => rmSync(root, { recursive: true, force: true }));

function git(directory: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: directory, encoding: 'utf8', stdio: 'pipe' }).trim();
}

function commit(directory: string, tree: Tree): string {
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  git(directory, 'add', '-A');
  git(directory, 'commit', '-q', '-m', 'Change');
  return git(directory, 'rev-parse', 'HEAD');
}

/** A workspace on GitHub's merge of a pull request, and the commits of it. */
function checkOut() {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'qaagent-base-')));
  const directory = join(root, 'work');
  mkdirSync(directory);
  git(directory, 'init', '-q', '-b', 'main');
  const baseSha = commit(directory, BASE);
  git(directory, 'checkout', '-q', '-b', 'topic');
  const headSha = commit(directory, HEAD);
  git(directory, 'checkout', '-q', '--detach', 'main');
  git(directory, 'merge', '-q', '--no-ff', '-m', 'Merge topic into main', 'topic');
  symlinkSync(realpathSync(MODULES), join(directory, 'node_modules'));
  return { directory, baseSha, headSha, mergeSha: git(directory, 'rev-parse', 'HEAD') };
}

/** Inputs that start the files of a checkout as an application, on a free port. */
async function application(condition: string): Promise<Readonly<Record<string, string>>> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    'base-url': `http://127.0.0.1:${port}`,
    'health-url': `http://127.0.0.1:${port}/value.txt`,
    'start-command': `${condition} && exec python3 -m http.server ${port} --bind 127.0.0.1`,
  };
}

interface BaseRecord {
  readonly commit: string;
  readonly tests: readonly { suite: string; id: string; state: string; reason: string }[];
}

const baseOf = (evidence: string | undefined): BaseRecord =>
  JSON.parse(readFileSync(join(evidence ?? '', 'evidence/base.json'), 'utf8')) as BaseRecord;

async function run(inputs: Readonly<Record<string, string>>) {
  const { directory, ...shas } = checkOut();
  const platform = await startPlatform({
    github: {
      commits: new Set(Object.values(shas)),
      pulls: [{ number: 7, headSha: shas.headSha, headRef: 'topic', baseRef: 'main' }],
    },
  });
  try {
    const subject = { repository: 'octo-org/shop', ...shas, branch: 'topic', pullNumber: 7 };
    const step = await runStep({
      ...{
        action: ACTION,
        workspace: directory,
        temp: join(root, 'temp'),
        repository: 'octo-org/shop',
        token: 'ghs_stand_in',
      },
      inputs: { suites: SUITES, ...inputs },
      event: workflowEvent('pull_request', subject),
      env: { ...platform.env, ...toolEnvironment(findTools()), PYTHONDONTWRITEBYTECODE: '1' },
      node: process.execPath,
    });
    return { step, directory, check: platform.github.checks()[0], ...shas };
  } finally {
    await platform.close();
  }
}

describeWith(['python', 'playwright'], 'failing tests on the commit that a pull request is merged into', () => {
  test('are reported from those that fail there too, and what cannot be asked there is unknown', async () => {
    const { step, directory, check, baseSha } = await run({ 'verify-base': 'true', ...(await application('true')) });
    const base = baseOf(step.outputs['evidence-dir']);
    expect(base.commit).toBe(baseSha);
    const states = base.tests.map(({ suite, id, state, reason }) => [suite, id, reason === '' ? state : reason]);
    expect(states).toEqual([
      ['unit', 'tests/test_new.py::test_new', 'it does not exist there'],
      ['unit', 'tests/test_shop.py::test_broken_before', 'fails'],
      ['unit', 'tests/test_shop.py::test_value', 'passes'],
      ['unit', 'tests/test_shop.py::test_other_words', expect.stringContaining('it fails differently there')],
      ['behave', 'features/shop.feature:2', 'fails'],
      ['behave', 'features/shop.feature:4', 'passes'],
      ['e2e', 'e2e/fresh.spec.ts › fresh', 'it does not exist there'],
      ['e2e', 'e2e/served.spec.ts › fails on both', 'fails'],
      ['e2e', 'e2e/served.spec.ts › is served by the application of its commit', 'passes'],
      ['command', expect.stringContaining('a'), 'fails'],
      ['command', expect.stringContaining('b'), 'passes'],
      ['whole', expect.stringContaining('a'), 'the suite has no `rerun`'],
    ]);
    const reported = `${check?.output.summary ?? ''}${check?.output.text ?? ''}`;
    expect(reported).toContain('fails on main too');
    expect(reported).toContain('passes on main');
    expect(git(directory, 'worktree', 'list').split('\n')).toHaveLength(1);
    expect(git(directory, 'status', '--porcelain')).toBe('');
    expect(step.main.exitCode).toBe(1);
  });

  test('are unknown where the application of the base does not start', async () => {
    const inputs = await application('test -f starts-since.txt');
    const { step, check } = await run({ 'verify-base': 'true', suites: 'e2e: playwright e2e', ...inputs });
    const reasons = baseOf(step.outputs['evidence-dir']).tests.map(({ state, reason }) => [state, reason]);
    expect(reasons).toEqual(Array.from({ length: 3 }, () => ['unknown', 'the application does not start there']));
    expect(check?.output.summary).toContain('unknown on main: the application does not start there');
    expect(step.main.exitCode).toBe(1);
  });

  test('are unknown where a service that the start line left cannot be ended', async () => {
    const service = createHttpServer((_request, response) => response.end('ok'));
    await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
    const address = service.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    try {
      const inputs = { suites: 'unit: pytest tests', 'base-url': url, 'health-url': url, 'start-command': 'true' };
      const { step } = await run({ 'verify-base': 'true', ...inputs });
      const reasons = baseOf(step.outputs['evidence-dir']).tests.map(({ reason }) => reason);
      expect(new Set(reasons)).toEqual(new Set(['the application of the workspace still answers at its URL']));
    } finally {
      await new Promise((done) => service.close(done));
    }
  });

  test('are not rerun unless asked for', async () => {
    const { step } = await run({ suites: 'unit: pytest tests' });
    expect(step.main.log.filter((line) => line.includes('Rerunning'))).toEqual([]);
  });
});
