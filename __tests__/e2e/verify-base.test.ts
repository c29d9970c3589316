import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { runStep } from '../stand-ins/mini-runner.js';
import { startPlatform } from '../stand-ins/platform.js';
import { workflowEvent } from '../stand-ins/workflow-event.js';
import { ACTION, findTools, toolEnvironment } from './tools.js';
import { describeWith } from './with-tools.js';

type Tree = Readonly<Record<string, string>>;

const SUITES = [
  'unit: pytest tests',
  'behave: behave features',
  'command: {runner: command, run: "sh check.sh a b > $QAAGENT_REPORT_DIR/junit.xml", rerun: "sh check.sh {names_regex} > {report}/junit.xml"}',
  'whole: {runner: command, run: "sh check.sh a > $QAAGENT_REPORT_DIR/junit.xml"}',
].join('\n');

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

const BASE: Tree = {
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
  return { directory, baseSha, headSha, mergeSha: git(directory, 'rev-parse', 'HEAD') };
}

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

describeWith(['python'], 'failing tests on the commit that a pull request is merged into', () => {
  test('are reported from those that fail there too, and what cannot be asked there is unknown', async () => {
    const { step, directory, check, baseSha } = await run({ 'verify-base': 'true' });
    const text = readFileSync(join(step.outputs['evidence-dir'] ?? '', 'evidence/base.json'), 'utf8');
    const base = JSON.parse(text) as {
      commit: string;
      tests: { suite: string; id: string; state: string; reason: string }[];
    };
    expect(base.commit).toBe(baseSha);
    const states = base.tests.map(({ suite, id, state, reason }) => [suite, id, reason === '' ? state : reason]);
    expect(states).toEqual([
      ['unit', 'tests/test_new.py::test_new', 'it is not there'],
      ['unit', 'tests/test_shop.py::test_broken_before', 'fails'],
      ['unit', 'tests/test_shop.py::test_value', 'passes'],
      ['unit', 'tests/test_shop.py::test_other_words', expect.stringContaining('it fails differently there')],
      ['behave', 'features/shop.feature:2', 'fails'],
      ['behave', 'features/shop.feature:4', 'passes'],
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

  test('are not rerun unless asked for', async () => {
    const { step } = await run({ suites: 'unit: pytest tests' });
    expect(step.main.log.filter((line) => line.includes('Rerunning'))).toEqual([]);
  });
});
