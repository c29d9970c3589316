import { describe, expect, test } from '@jest/globals';
import { chooseSuites } from '../../../src/app/command/choose-suites.js';
import { absentFrom, withAbsent } from '../../../src/app/command/only/absent-tests.js';
import type { KnownTest } from '../../../src/app/command/only/known-tests.js';
import type { SuiteRun } from '../../../src/model/run.js';
import type { Settings, SuiteSettings } from '../../../src/model/settings.js';
import { aSuite } from '../../execution/an-attempt.js';
import { memoryFiles } from '../../fakes/memory-files.js';

const RUNS = '/repo/.qaagent/runs';
const BY_FILE = 'npx jest {files}';

/** A line of tests.jsonl. */
function recorded(name: string, file: string, line: number, suite = 'web'): string {
  const metadata = { id: name, classname: 'cart', file, line };
  return `${JSON.stringify({ suite_name: suite, name, metadata })}\n`;
}

const FILES = memoryFiles({
  '/repo/web/src/cart.test.js': '',
  '/repo/web/src/other.test.js': '',
  [`${RUNS}/20260101_000000Z/evidence/tests.jsonl`]:
    recorded('cart adds', 'web/src/cart.test.js', 3) + recorded('cart removes', 'web/src/cart.test.js', 9),
  // A run of one test, later.
  [`${RUNS}/20260102_000000Z/evidence/tests.jsonl`]:
    recorded('cart adds', 'web/src/cart.test.js', 3) + recorded('pays', 'api/pay.test.js', 1, 'api'),
});

const none = (): Promise<readonly KnownTest[]> => Promise.resolve([]);

const command = (rerun: string | null): SuiteSettings =>
  aSuite({ name: 'web', runner: 'command', workingDirectory: '/repo/web', run: 'npx jest', rerun, report: [] });

const SPELLED = memoryFiles({
  '/repo/web/tests/test_a.py': 'def test_b(): pass\n',
  '/repo/web/features/a.feature': 'Feature: A\n  Scenario: pays\n    Given a cart\n',
  '/repo/web/e2e/cart.spec.ts': "test('pays', () => {});\n",
});
const listed: readonly KnownTest[] = [
  { id: 'tests/test_a.py::test_b', name: 'test_b', classname: '', file: 'web/tests/test_a.py', line: 1 },
  { id: 'A: pays', name: 'pays', classname: 'a.A', file: 'web/features/a.feature', line: 2 },
];

/** The path and arguments, or the pattern, that a tool is started with; else the message. */
async function startOf(runner: 'pytest' | 'behave' | 'playwright', ...only: readonly string[]): Promise<string> {
  const suite = aSuite({ name: 'web', workingDirectory: '/repo/web', path: 'all', ...DEFAULTS[runner] });
  const settings = { suites: [suite], evidenceDirectory: RUNS } as unknown as Settings;
  const collect = (): Promise<readonly KnownTest[]> => Promise.resolve(listed);
  const chosen = await chooseSuites(settings, { suites: [], only }, { files: SPELLED, workspace: '/repo', collect });
  if (!chosen.ok) return chosen.problems.map(({ message, remedy }) => `${message} ${remedy}`).join('\n');
  const [{ path, args, ...rest }] = chosen.settings.suites as [SuiteSettings];
  const grep = 'grep' in rest && rest.grep !== null ? [`/${rest.grep}/`] : [];
  return [path, ...args, ...grep].join(' ');
}

const DEFAULTS = {
  pytest: { runner: 'pytest', python: null, markers: null, keyword: null },
  behave: { runner: 'behave', python: null, tags: [] },
  playwright: { runner: 'playwright', project: [], grep: null, browsers: [], install: true },
} as const;

describe('single tests of a tool that takes paths', () => {
  test.each([
    ['pytest', 'tests/test_a.py::test_b', 'tests/test_a.py::test_b'],
    ['pytest', 'web/tests/test_a.py::TestA::test_b[1]', 'tests/test_a.py::TestA::test_b[1]'],
    ['pytest', 'test_b', 'tests/test_a.py::test_b'],
    ['pytest', 'tests', 'tests'],
    ['behave', 'features/a.feature:2', 'features/a.feature:2'],
    ['behave', 'pays', 'features/a.feature:2'],
    ['playwright', 'e2e/cart.spec.ts:1', 'e2e/cart.spec.ts:1'],
    ['playwright', 'e2e/cart.spec.ts › cart › pays', 'e2e/cart.spec.ts /cart pays( @[^ ]+)*$/'],
    ['playwright', 'cart.spec.ts › pays', String.raw`all /cart\.spec\.ts pays( @[^ ]+)*$/`],
  ] as const)('%s starts for %s with %s', async (runner, id, start) => {
    expect(await startOf(runner, id)).toBe(start);
  });

  test.each([
    ['pytest', 'tests/test_x.py::test_b', 'Did you mean "tests/test_a.py::test_b"?'],
    ['pytest', 'nonsense', 'Known tests: tests/test_a.py::test_b, A: pays.'],
    ['behave', 'features/b.feature:2', 'Did you mean "web/features/a.feature"?'],
    ['behave', 'features/a.feature:99', 'Did you mean "web/features/a.feature"?'],
    ['playwright', 'e2e/cat.spec.ts:1', 'Known tests: tests/test_a.py::test_b, A: pays.'],
  ] as const)('%s refuses %s', async (runner, id, remedy) => {
    expect(await startOf(runner, id)).toBe(`suite web has no test "${id}". ${remedy}`);
  });
});

async function lineFor(rerun: string | null, ...only: readonly string[]): Promise<string> {
  const settings = { suites: [command(rerun)], evidenceDirectory: RUNS } as unknown as Settings;
  const chosen = await chooseSuites(
    settings,
    { suites: [], only },
    { files: FILES, workspace: '/repo', collect: none },
  );
  if (!chosen.ok) return chosen.problems.map(({ message, remedy }) => `${message} ${remedy}`).join('\n');
  const [suite] = chosen.settings.suites;
  return suite?.runner === 'command' ? suite.run : '';
}

describe('single tests of a command', () => {
  test.each([
    ['a name of the last run', BY_FILE, 'cart adds', `npx jest 'src/cart.test.js'`],
    ['a name that only an earlier run has', BY_FILE, 'cart removes', `npx jest 'src/cart.test.js'`],
    ['a part of a name', BY_FILE, 'removes', `npx jest 'src/cart.test.js'`],
    ['a file and a title', BY_FILE, 'web/src/cart.test.js › cart adds', `npx jest 'src/cart.test.js'`],
    ['a file and a line', BY_FILE, 'web/src/cart.test.js:9', `npx jest 'src/cart.test.js'`],
    ['a file from the folder of the suite', BY_FILE, 'src/other.test.js', `npx jest 'src/other.test.js'`],
    ['a file from the top', BY_FILE, 'web/src/other.test.js:4', `npx jest 'src/other.test.js'`],
    ['a name for the tool', 'npx jest -t {names_regex}', 'cart adds', "npx jest -t '(^| |::)(cart adds)$'"],
    [
      'a name without a file, where the line selects by names too',
      'node --test --test-name-pattern={names_regex} {files}',
      'adds twice',
      "node --test --test-name-pattern='(^| |::)(adds twice)$' ",
    ],
    [
      'a file with the titles of groups',
      'node --test --test-name-pattern={names_regex} {files}',
      'web/src/other.test.js › cart › removes',
      "node --test --test-name-pattern='(^| |::)(cart|removes)$' 'src/other.test.js'",
    ],
    ['a new test', 'python manage.py test {ids}', 'polls.tests.New', `python manage.py test 'polls.tests.New'`],
  ])('%s is found', async (_, rerun, id, line) => {
    expect(await lineFor(rerun, id)).toBe(line);
  });

  test.each([
    ['cart add', 'suite web has no test "cart add". Did you mean "cart adds"?'],
    ['web/src/cat.test.js', 'suite web has no test "web/src/cat.test.js". Did you mean "web/src/cart.test.js"?'],
    ['pays', 'suite web has no test "pays". Known tests: cart adds, cart removes.'],
    ['+', 'suite web has no test "+". Known tests: cart adds, cart removes.'],
  ])('%s is refused by a line that would run every file', async (id, message) => {
    expect(await lineFor(BY_FILE, id)).toBe(message);
  });

  test('one name that means nothing refuses the others with it', async () => {
    expect(await lineFor(BY_FILE, 'cart adds', 'nope')).toContain('has no test "nope"');
    expect(await lineFor(null, 'cart adds')).toContain('cannot run single tests');
  });
});

describe('tests that did not run', () => {
  const absent = async (ids: readonly string[], names: readonly string[], problems: readonly object[] = []) => {
    const tests = names.map((name) => ({ id: name, name, file: '', line: 0, classname: '' }));
    const run = { suite: command(BY_FILE), tests, problems } as unknown as SuiteRun;
    const found = await absentFrom(run, ids, { files: FILES, workspace: '/repo', evidence: RUNS, collect: none });
    return found.map(({ problem: { message, remedy } }) => `${message} ${remedy}`);
  };

  test.each([
    ['a name', 'cart adds', ['cart adds']],
    ['a file without places in the report', 'src/cart.test.js', ['adds']],
    ['a title behind such a file', 'src/cart.test.js › adds', ['adds']],
    ['a group of tests', 'polls.tests', ['polls.tests.Prices.test_a']],
  ])('%s is found among those that ran', async (_, id, names) => {
    expect(await absent([id], names)).toEqual([]);
  });

  test.each([
    ['other tests of its file', 'src/cart.test.js › paid', ['cart adds'], 'Known tests: cart adds, cart removes.'],
    ['none', 'cart addz', [], 'Did you mean "cart adds"?'],
    [
      'what Python runs for a wrong name',
      'nope',
      ['unittest.loader._FailedTest.nope'],
      'Known tests: cart adds, cart removes.',
    ],
  ])('a test is named where the tool ran %s', async (_, id, names, remedy) => {
    expect(await absent([id], names)).toEqual([`suite web has no test "${id}". ${remedy}`]);
  });

  test('the evidence holds the one reason, and nothing that followed from it', async () => {
    const tests = [{ id: 'unittest.loader._FailedTest.nope', name: 'nope', file: '', line: 0, classname: '' }];
    const ended = { severity: 'error', place: 'web', message: 'ended with 1', remedy: '', forces: 'error' };
    const run = { suite: command(BY_FILE), tests, problems: [] } as unknown as SuiteRun;
    const places = { files: FILES, workspace: '/repo', evidence: RUNS, collect: none };
    const executed = { suites: [{ ...run, problems: [ended] }], application: null, durationMs: 1 };
    const [shown] = withAbsent(executed as never, await absentFrom(run, ['nope'], places)).suites;
    expect(shown?.tests).toEqual([]);
    expect(shown?.problems).toEqual([
      expect.objectContaining({ place: 'web', message: 'no test is called "nope"', forces: 'config-error' }),
    ]);
  });

  test('a name is missing where the tool itself finds no such test', async () => {
    const refused = { message: 'finds no test src/cart.test.js::paid', forces: 'config-error' };
    expect(await absent(['src/cart.test.js::paid'], [], [refused])).toEqual([
      expect.stringContaining('has no test "src/cart.test.js::paid"'),
    ]);
  });

  test('nothing is said of a suite that did not start', async () => {
    const problem = {
      severity: 'error',
      place: '',
      message: 'jest is not installed',
      remedy: '',
      forces: 'config-error',
    };
    expect(await absent(['cart addz'], [], [problem])).toEqual([]);
  });
});
