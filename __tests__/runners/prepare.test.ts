import { describe, expect, test } from '@jest/globals';
import type { SuiteSettings } from '../../src/model/settings.js';
import { prepareSuite, type PrepareQuality } from '../../src/runners/registry.js';
import type { AttemptPlan, PreparedSuite, SelectedTest } from '../../src/runners/runner.js';
import { aSuite } from '../execution/an-attempt.js';
import { aWorld, type WorldParts } from './a-world.js';

const noQuality: PrepareQuality = () => Promise.reject(new Error('no quality suite here'));

const PYTEST = { programs: ['pytest'], files: { '/repo/tests/a.py': '' } };
const BEHAVE = { programs: ['behave'], files: { '/repo/features/a.feature': '' } };
const PLAYWRIGHT = {
  programs: ['npx', 'npm'],
  files: { '/repo/node_modules/@playwright/test/cli.js': '', '/repo/package.json': '{}' },
};
const COMMAND = { programs: ['bash'], files: { '/repo/check.sh': '' } };
const playwright = { runner: 'playwright', path: '', project: [], grep: null, browsers: [], install: true } as const;
const behave = { runner: 'behave', path: 'features', python: null, tags: [] } as const;
const command = { runner: 'command', path: '', run: 'make check', report: ['out/*.xml'], rerun: null } as const;

async function prepared(change: Partial<SuiteSettings>, parts: WorldParts): Promise<PreparedSuite> {
  const preparation = await prepareSuite(aSuite(change), aWorld(parts), noQuality);
  if (!preparation.ok) throw new Error(preparation.problem.message);
  return preparation.suite;
}

async function refusal(change: Partial<SuiteSettings>, parts: WorldParts): Promise<string> {
  const preparation = await prepareSuite(aSuite(change), aWorld(parts), noQuality);
  return preparation.ok ? 'nothing' : `${String(preparation.problem.forces)}: ${preparation.problem.message}`;
}

async function planned(
  change: Partial<SuiteSettings>,
  parts: WorldParts,
  select: readonly SelectedTest[] | null = null,
): Promise<AttemptPlan> {
  const { plan } = await prepared(change, parts);
  if (plan === null) throw new Error('this suite runs nothing');
  return plan({ number: 2, directory: '/run/attempt-2', select });
}

const some: readonly SelectedTest[] = [
  { id: 'one', selector: "tests/a.py::test_a[it's]", file: 'tests/a.py', name: 'test_a' },
  { id: 'two', selector: 'id-2', file: 'tests/a.py', name: 'b (c)' },
];

test.each([
  ['xvfb-run', ['/bin/xvfb-run', 'pytest']],
  ['uvx --with .', ['/bin/uvx', '--with', '.', 'pytest']],
  ['nice -5', ['/bin/nice', '-5', 'pytest']],
  ['py -3.12', ['/bin/py', '-3.12', '-m', 'pytest']],
  ['python -X dev -m', ['/bin/python', '-X', 'dev', '-m', 'pytest']],
])('`python: %s` starts pytest', async (python, start) => {
  const programs = ['xvfb-run', 'uvx', 'nice', 'py', 'python'];
  const { command: words } = await planned({ python }, { ...PYTEST, programs });
  expect(words.slice(0, start.length)).toEqual(start);
});

describe('a suite whose tool or path is missing', () => {
  test.each([
    ['pytest without Python', {}, { files: PYTEST.files }, 'config-error: python not found'],
    [
      'pytest without its folder',
      { path: '', workingDirectory: '/gone' },
      PYTEST,
      'config-error: the folder /gone does not exist',
    ],
    ['pytest without its path', { path: 'nowhere' }, PYTEST, 'config-error: the path nowhere does not exist'],
    [
      'pytest without its interpreter',
      { python: 'py/bin/python' },
      PYTEST,
      'config-error: the interpreter py/bin/python was not found',
    ],
    ['Behave without its path', behave, { programs: ['behave'] }, 'config-error: the path features does not exist'],
    ['Playwright without npx', playwright, {}, 'config-error: npx not found'],
    [
      'Playwright that is not installed',
      { ...playwright, install: false },
      { programs: ['npx'] },
      'config-error: @playwright/test is not installed',
    ],
    [
      'Playwright without a package.json',
      playwright,
      { programs: ['npx', 'npm'] },
      'config-error: there is no package.json',
    ],
    ['a command without a shell', command, { files: COMMAND.files }, 'config-error: no shell found'],
    [
      'a command without its folder',
      { ...command, workingDirectory: '/gone' },
      COMMAND,
      'config-error: the folder /gone does not exist',
    ],
  ] as const)('is a configuration error in words: %s', async (_, change, parts, words) => {
    expect(await refusal(change as Partial<SuiteSettings>, parts)).toBe(words);
  });

  test('is no error where Python alone is there, or a node id follows the path', async () => {
    expect((await planned({}, { ...PYTEST, programs: ['python3'] })).command.slice(0, 3)).toEqual([
      '/bin/python3',
      '-m',
      'pytest',
    ]);
    expect(await refusal({ path: 'tests/a.py::test_b' }, PYTEST)).toBe('nothing');
  });
});

describe('pytest without a launcher', () => {
  const start = async (parts: WorldParts): Promise<string> => {
    const command = (await planned({ path: '' }, parts)).command.join(' ');
    return command.slice(0, command.indexOf(' --junitxml'));
  };

  test.each([
    ['uv.lock', 'uv'],
    ['poetry.lock', 'poetry'],
    ['Pipfile.lock', 'pipenv'],
    ['pdm.lock', 'pdm'],
  ])('is that of the project whose %s is there, not that of PATH', async (lock, manager) => {
    const files = { [`/repo/${lock}`]: '' };
    expect(await start({ files, programs: ['pytest', manager] })).toBe(`/bin/${manager} run pytest`);
    expect(await start({ files, programs: ['pytest'] })).toBe('/bin/pytest');
    const env = { VIRTUAL_ENV: '/venvs/a' };
    expect(await start({ files, programs: ['pytest', manager], env })).toBe('/bin/pytest');
  });

  test('names to uv the groups and extras that hold pytest', async () => {
    const pyproject =
      '[project.optional-dependencies]\ncheck = ["pytest"]\n[dependency-groups]\ndev = ["pytest"]\ntest = [\n  "pytest>=8",\n]\ndocs = ["sphinx"]\n';
    const files = { '/repo/uv.lock': '', '/repo/pyproject.toml': pyproject };
    expect(await start({ files, programs: ['uv'] })).toBe('/bin/uv run --group test --extra check pytest');
  });

  test.each([
    ['/bin/python3: No module named pytest\n', 'pip install pytest'],
    ['Creating virtualenv a\nCommand not found: pytest\n', 'poetry add -G dev pytest'],
    ['error: Failed to spawn: `pytest`\n  Caused by: No such file or directory (os error 2)\n', 'uv add --dev pytest'],
    [
      "Error: the command pytest could not be found within PATH or Pipfile's [scripts].\n",
      'pipenv install --dev pytest',
    ],
    ["[PdmUsageError]: Command 'pytest' is not found in your PATH.\n", 'pdm add -d pytest'],
    ['/bin/sh: 1: pytest: not found\n', 'Add pytest to the packages of the environment'],
  ])('that is not there says how to install it: %j', async (output, remedy) => {
    const { explainExit } = await prepared({}, PYTEST);
    for (const code of [1, 2, 4])
      expect(explainExit(code, output)).toMatchObject({
        outcome: 'config-error',
        message: 'pytest is not installed',
        remedy: expect.stringContaining(remedy) as unknown,
      });
  });
});

describe('an attempt of pytest', () => {
  test('has its own report, its own events and the options of the user last', async () => {
    const plan = await planned({ markers: 'not slow', keyword: 'pay', args: ['-x'] }, PYTEST);
    expect(plan.command).toEqual([
      ...['/bin/pytest', 'tests', '-m', 'not slow', '-k', 'pay', '--junitxml=/run/attempt-2/junit.xml'],
      ...['-o', 'junit_family=xunit1', '-x'],
    ]);
    expect(plan.env).toMatchObject({ QAAGENT_EVENTS: '/run/attempt-2/events.jsonl', PYTHONPATH: '/dist/streams' });
    expect(plan.env).not.toHaveProperty('QAAGENT_SELECT');
    expect(plan.files).toEqual([]);
  });

  test('keeps the plug-ins and paths of the user', async () => {
    const env = { PYTHONPATH: 'lib', PYTEST_PLUGINS: 'mine' };
    const plan = await planned({}, { ...PYTEST, env });
    expect(plan.env).toMatchObject({ PYTHONPATH: '/dist/streams:lib', PYTEST_PLUGINS: 'qaagent_pytest,mine' });
  });

  test('leaves the report to a user who wants it elsewhere', async () => {
    const plan = await planned({ args: ['--junit-xml=mine.xml'] }, PYTEST);
    expect(plan.command).toEqual(['/bin/pytest', 'tests', '--junit-xml=mine.xml']);
  });

  test('asks for single tests in a file, never on the command line', async () => {
    const [all, rerun] = [await planned({}, PYTEST), await planned({}, PYTEST, some)];
    expect(rerun.command).toEqual(all.command);
    expect(rerun.env['QAAGENT_SELECT']).toBe('/run/attempt-2/select.json');
    expect(rerun.files).toEqual([
      { path: '/run/attempt-2/select.json', text: JSON.stringify(["tests/a.py::test_a[it's]", 'id-2']) },
    ]);
  });

  test('carries nothing of ours for an interpreter that cannot load it', async () => {
    const { plan } = await prepared({}, PYTEST);
    expect(plan?.({ number: 2, directory: '/run/attempt-2', select: null, isolated: true }).env).toEqual({});
  });

  test.each([
    [0, '', null],
    [1, '', null],
    [1, '/bin/python3: No module named pytest\n', 'config-error'],
    [2, '', 'incomplete'],
    [3, '', 'error'],
    [4, '', 'config-error'],
    [5, '', 'no-tests'],
    [6, '', null],
  ])('that ends with %i %j means %s', async (code, output, outcome) => {
    expect((await prepared({}, PYTEST)).explainExit(code, output)?.outcome ?? null).toBe(outcome);
  });

  test.each([
    ['tests.unit.test_a', 'test_b', 'tests/unit/test_a.py::test_b'],
    ['tests.unit.test_a.TestX.TestY', 'test_b[a.b::c]', 'tests/unit/test_a.py::TestX::TestY::test_b[a.b::c]'],
    ['tests.my-dir.v1.test_dots', 'test_b', 'tests/my-dir.v1/test_dots.py::test_b'],
    ['elsewhere.test_z', 'test_b', 'elsewhere.test_z::test_b'],
    ['', '', 'unnamed test'],
  ])('whose report alone says %s and %s is about %s', async (classname, name, id) => {
    const files = { '/repo/tests/unit/test_a.py': '', '/repo/tests/my-dir.v1/test_dots.py': '' };
    const { identify } = await prepared({}, { ...PYTEST, files });
    const reported = { classname, name, file: '', line: 0 } as Parameters<typeof identify>[0];
    expect(identify(reported).id).toBe(id);
  });
});

describe('an attempt of Behave', () => {
  test('names our format first and leaves a visible one, with its own reports', async () => {
    const plan = await planned({ ...behave, tags: ['not @slow'] }, BEHAVE, some);
    expect(plan.command).toEqual([
      ...['/bin/behave', '-f', 'qaagent_behave:Stream', '-o', '/dev/null', '-f', 'plain', '--tags=not @slow'],
      ...['--junit', '--junit-directory=/run/attempt-2/junit', 'features'],
    ]);
    expect(plan.env['QAAGENT_SELECT']).toBe('/run/attempt-2/select.json');
  });

  test('leaves the visible format to a user who chose one', async () => {
    const plan = await planned({ ...behave, args: ['-f', 'pretty'] }, BEHAVE);
    expect(plan.command).not.toContain('plain');
  });
});

describe('an attempt of Playwright', () => {
  test('has an output folder of its own, for a run empties it', async () => {
    const plan = await planned({ ...playwright, project: ['web'], grep: '@smoke', retries: 2 }, PLAYWRIGHT);
    expect(plan.command).toEqual([
      ...['/bin/npx', '--no-install', 'playwright', 'test', '--project=web', '--grep', '@smoke'],
      ...['--output', '/run/attempt-2/test-results', '--retries=2'],
    ]);
    expect(plan.env['PW_TEST_REPORTER']).toBe('/dist/streams/qaagent-playwright.cjs');
  });

  test('asks for single tests in a last-run file of ours, at both places where versions look', async () => {
    const plan = await planned(playwright, PLAYWRIGHT, some);
    expect(plan.command).toContain('--last-failed');
    const text = JSON.stringify({ status: 'failed', failedTests: ["tests/a.py::test_a[it's]", 'id-2'] });
    expect(plan.files).toEqual([
      { path: '/run/attempt-2/last-run.json', text },
      { path: '/run/attempt-2/test-results/.last-run.json', text },
    ]);
    expect(plan.env['PLAYWRIGHT_LAST_RUN_OUTPUT_FILE']).toBe('/run/attempt-2/last-run.json');
  });

  test.each([
    ['its share of the cores', {}, {}, true],
    ['what the user chose on the command line', { args: ['--workers=4'] }, {}, false],
    ['what the user chose in short', { args: ['-j', '4'] }, {}, false],
    ['what the configuration says', {}, { '/repo/playwright.config.ts': 'export default { workers: 4 }' }, false],
    ['a configuration without a choice', {}, { '/repo/playwright.config.ts': 'export default {}' }, true],
  ])('takes %s', async (_, change, files, takesShare) => {
    const parts = { ...PLAYWRIGHT, files: { ...PLAYWRIGHT.files, ...files }, env: { QAAGENT_WORKERS: '3' } };
    const plan = await planned({ ...playwright, ...change }, parts);
    expect(plan.command.includes('--workers=3')).toBe(takesShare);
  });

  test('installs what is missing when it may, by the lock file where there is one', async () => {
    const files = { '/repo/package.json': '{}' };
    expect((await prepared(playwright, { programs: ['npx', 'npm'], files })).setup?.command).toEqual([
      '/bin/npm',
      'install',
    ]);
    const locked = { ...files, '/repo/package-lock.json': '{}' };
    expect((await prepared(playwright, { programs: ['npx', 'npm'], files: locked })).setup).toEqual({
      command: ['/bin/npm', 'ci'],
      cwd: '/repo',
    });
    expect((await prepared(playwright, PLAYWRIGHT)).setup).toBeNull();
  });

  test.each([
    [1, "Error: browserType.launch: Executable doesn't exist at /x", 'config-error'],
    [1, 'Error: No tests found', 'no-tests'],
    [1, '1 failed', null],
  ])('that ends with %i saying %j means %s', async (code, output, outcome) => {
    expect((await prepared(playwright, PLAYWRIGHT)).explainExit(code, output)?.outcome ?? null).toBe(outcome);
  });
});

describe('an attempt of a command', () => {
  test.each([
    ['PYTHONPATH=. pytest', "PYTHONPATH=.':/dist/streams' pytest"],
    [
      'A=b PYTHONPATH="$PWD/my src":lib python -m pytest',
      `A=b PYTHONPATH="$PWD/my src":lib':/dist/streams' python -m pytest`,
    ],
    ['cd api && PYTHONPATH= pytest', "cd api && PYTHONPATH=':/dist/streams' pytest"],
    ['MY_PYTHONPATH=. pytest', 'MY_PYTHONPATH=. pytest'],
    ['echo PYTHONPATH', 'echo PYTHONPATH'],
  ])('%s keeps the event writers of pytest', async (run, line) => {
    expect((await planned({ ...command, run }, COMMAND)).command.at(-1)).toBe(line);
  });

  test('runs its line in a careful shell, with a folder for its reports', async () => {
    const plan = await planned(command, COMMAND);
    expect(plan.command).toEqual(['/bin/bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', 'make check']);
    expect(plan.env).toMatchObject({ QAAGENT_REPORT_DIR: '/run/attempt-2/reports', QAAGENT_ATTEMPT: '2' });
    expect(plan.sharedReports).toEqual(['out/*.xml']);
  });

  test('reruns the same line with our filter when it has no template', async () => {
    const plan = await planned(command, COMMAND, some);
    expect(plan.command.at(-1)).toBe('make check');
    expect(plan.env['QAAGENT_SELECT']).toBe('/run/attempt-2/select.json');
  });

  test('reruns by its template, each element quoted for the shell', async () => {
    const rerun = 'run {ids} -- {files} -t {names_regex} > {report}/x {unknown}';
    const plan = await planned({ ...command, rerun }, COMMAND, some);
    expect(plan.command.at(-1)).toBe(
      `run 'tests/a.py::test_a[it'\\''s]' 'id-2' -- 'tests/a.py' -t '(^| |::)(test_a|b \\(c\\))$' > '/run/attempt-2/reports'/x {unknown}`,
    );
    expect(plan.env).not.toHaveProperty('QAAGENT_SELECT');
  });
});

describe('a suite of reports', () => {
  test('runs nothing and can rerun nothing', async () => {
    const suite = await prepared({ runner: 'junit', report: ['*.xml'] }, {});
    expect(suite).toMatchObject({ plan: null, canSelect: false, resultSource: 'reports' });
  });

  test.each([
    ['suite', 'suite', 'a', 'suite › a'],
    ['', 'Class', 'method', 'Class › method'],
    ['unit', 'same', 'same', 'unit › same'],
    ['s', 'Class', 'Class method', 'Class method'],
    ['', '', '', 'unnamed test'],
  ])('of suite %j, class %j and name %j knows the test %j', async (suiteName, classname, name, id) => {
    const { identify } = await prepared({ runner: 'junit', report: ['*.xml'] }, {});
    const reported = { suite: suiteName, classname, name, file: '', line: 0 } as Parameters<typeof identify>[0];
    expect(identify(reported).id).toBe(id);
  });
});

describe('the shell of a command on Windows', () => {
  const GIT = 'C:\\Program Files\\Git';
  const shellWith = async (paths: Readonly<Record<string, string>>, bash: string | null): Promise<string> => {
    const world = aWorld({});
    const processes = { ...world.processes, which: (tool: string) => Promise.resolve(paths[tool] ?? null) };
    const files = { ...world.files, exists: (path: string) => Promise.resolve(path === bash) };
    const preparation = await prepareSuite(aSuite(command), { ...world, processes, files }, noQuality);
    if (!preparation.ok) return preparation.problem.message;
    return preparation.suite.plan?.({ number: 1, directory: '/run', select: null }).command[0] ?? '';
  };
  const wsl = 'C:\\Windows\\System32\\bash.exe';
  const cmd = 'C:\\Windows\\System32\\cmd.exe';
  const git = `${GIT}\\cmd\\git.exe`;

  test.each([
    ['the bash of Git where PATH finds that of the Linux subsystem', { bash: wsl, git, cmd }, `${GIT}\\bin\\bash.exe`],
    ['cmd where only the Linux subsystem has a bash', { bash: wsl, cmd }, cmd],
    ['the bash of PATH otherwise', { bash: `${GIT}\\usr\\bin\\bash.exe`, cmd }, `${GIT}\\usr\\bin\\bash.exe`],
  ])('is %s', async (_, paths, shell) => {
    expect(await shellWith(paths, `${GIT}\\bin\\bash.exe`)).toBe(shell);
  });
});
