import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { until } from '../../adapters/supervised.js';
import { describeWith } from '../../e2e/with-tools.js';
import type { StreamEvent } from '../../../src/model/events.js';
import { PLAYWRIGHT_CLI, PLAYWRIGHT_MODULES, playwrightEnvironment } from './playwright.js';
import { PYTHON, pythonEnvironment, pythonHas } from './python.js';
import { copyProject, eventsFile, readRun, removeProject } from './stream-run.js';
import { reported } from './event-lines.js';

interface Hang {
  readonly runner: string;
  readonly project: string;
  readonly command: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
  /** The test that hangs. */
  readonly id: string;
}

const PYTEST_ENVIRONMENT = { ...pythonEnvironment(), PYTEST_PLUGINS: 'qaagent_pytest' };
const pytest: Hang = {
  runner: 'pytest',
  project: 'hang',
  command: [PYTHON, '-m', 'pytest', '-p', 'no:cacheprovider'],
  env: PYTEST_ENVIRONMENT,
  id: 'test_hang.py::test_hangs',
};
const behave: Hang = {
  runner: 'behave',
  project: 'stops',
  command: [PYTHON, '-m', 'behave', '-f', 'plain', '-f', 'qaagent_behave:Stream', '--tags=hangs'],
  env: pythonEnvironment(),
  id: 'features/a_stops.feature:19',
};
const playwright: Hang = {
  runner: 'playwright',
  project: 'stops',
  command: [process.execPath, PLAYWRIGHT_CLI, 'test', '--reporter=line', '--grep', '@hangs'],
  env: playwrightEnvironment(),
  id: 'stops.spec.ts › hangs @hangs',
};

const eventsOf = (project: string): readonly StreamEvent[] => readRun(project, null, '').events;
const hasStarted = (project: string, id: string): boolean =>
  eventsOf(project).some((event) => event.e === 'start' && event.id === id);
const stacksFile = (project: string): string => join(project, '../reported/stacks.txt');

function start({ runner, command, env }: Hang, project: string): ChildProcess {
  if (runner === 'playwright') symlinkSync(PLAYWRIGHT_MODULES, join(project, 'node_modules'));
  return spawn(command[0], command.slice(1), {
    cwd: project,
    detached: true,
    stdio: 'ignore',
    env: { ...env, QAAGENT_EVENTS: eventsFile(project), QAAGENT_STACKS: stacksFile(project) },
  });
}

/** Runs what hangs, waits for the test to start, does something to the group and gives what was reported after its end. */
async function hangAnd(
  hang: Hang,
  act: (group: number, project: string) => Promise<void> | void,
): Promise<readonly string[]> {
  const project = copyProject(hang.runner, hang.project);
  const child = start(hang, project);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const group = child.pid ?? 0;
  try {
    await until(() => hasStarted(project, hang.id));
    await act(group, project);
    await ended;
    return reported(eventsOf(project), project);
  } finally {
    if (child.exitCode === null && child.signalCode === null) process.kill(-group, 'SIGKILL');
    removeProject(project);
  }
}

/**
 * Asks a process for its stacks until it is in the test, whose start is reported a moment before. One signal at a time, and its
 * answer whole, so that none is left to disturb the next signal.
 */
async function stacksOf(pid: number, file: string): Promise<string> {
  expect(pid).toBeGreaterThan(0);
  const text = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  let known = text();
  while (!known.includes('test_hangs')) {
    process.kill(pid, 'SIGUSR1');
    const before = known;
    await until(() => {
      const isWhole = known !== before && text() === known;
      known = text();
      return isWhole;
    });
  }
  return known;
}

const signal =
  (name: NodeJS.Signals) =>
  (group: number): void =>
    void process.kill(-group, name);

describeWith(['python'], 'a pytest that hangs', () => {
  test('reports the interrupt and its end on SIGINT, and leaves the test open', async () => {
    const lines = await hangAnd(pytest, signal('SIGINT'));
    expect(lines.slice(-3)).toEqual([`start ${pytest.id} try 0`, 'interrupt | KeyboardInterrupt', 'finish 2']);
  });

  test('has reported everything up to the test when it is killed', async () => {
    const lines = await hangAnd(pytest, signal('SIGKILL'));
    expect(lines).toEqual([
      'session pytest',
      'collected 3',
      'start test_hang.py::test_quick try 0',
      'end test_hang.py::test_quick try 0 passed',
      `start ${pytest.id} try 0`,
    ]);
  });

  test('says on SIGUSR1 where it stands, and goes on', async () => {
    let stacks = '';
    await hangAnd(pytest, async (group, project) => {
      const pid = eventsOf(project).flatMap((event) => (event.e === 'session' ? [event.pid] : []))[0] ?? 0;
      stacks = await stacksOf(pid, stacksFile(project));
      process.kill(-group, 'SIGINT');
    });
    expect(stacks).toMatch(/test_hang\.py", line 13 in wait_for_ever/);
    expect(stacks).toMatch(/test_hang\.py", line 9 in test_hangs/);
  });

  (pythonHas('xdist') ? test : test.skip)('gives every xdist worker a file of stacks of its own', async () => {
    let stacks = '';
    const workers: Hang = { ...pytest, command: [...pytest.command, '-n2'] };
    await hangAnd(workers, async (group, project) => {
      const events = eventsOf(project);
      const worker = events.find((event) => event.e === 'start' && event.id === pytest.id)?.worker ?? '';
      const session = events.find((event) => event.e === 'session' && event.worker === worker);
      const file = `${stacksFile(project)}.${worker}`;
      stacks = await stacksOf(session?.e === 'session' ? session.pid : 0, file);
      process.kill(-group, 'SIGINT');
    });
    expect(stacks).toMatch(/line 13 in wait_for_ever/);
  });
});

describeWith(['python'], 'a Behave that hangs', () => {
  test('reports the interrupted scenario on SIGINT and its end', async () => {
    const lines = await hangAnd(behave, signal('SIGINT'));
    expect(lines.slice(-4)).toEqual([
      `start ${behave.id} try 0`,
      `end ${behave.id} try 0 interrupted | Given a wait without end | KeyboardInterrupt | KeyboardInterrupt | features/steps/steps.py:30`,
      'interrupt | KeyboardInterrupt',
      'finish 1',
    ]);
  });

  test('has reported everything up to the scenario when it is killed', async () => {
    const lines = await hangAnd(behave, signal('SIGKILL'));
    expect(lines).toEqual(['session behave', 'collected 1', `start ${behave.id} try 0`]);
  });
});

describeWith(['playwright'], 'a Playwright that hangs', () => {
  test('reports the interrupted test on SIGINT and its end', async () => {
    const lines = await hangAnd(playwright, signal('SIGINT'));
    expect(lines.filter((line) => line.startsWith('end'))).toEqual([
      expect.stringMatching(/^end stops\.spec\.ts › hangs @hangs try 0 interrupted/),
    ]);
    expect(lines).toContain('interrupt | interrupted');
    expect(lines.at(-1)).toBe('finish 130');
  });

  test('has reported everything up to the test when it is killed', async () => {
    const lines = await hangAnd(playwright, signal('SIGKILL'));
    expect(lines).toEqual(['session playwright', 'collected 1', `start ${playwright.id} try 0`]);
  });
});
