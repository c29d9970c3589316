import { describe, expect, test } from '@jest/globals';
import { recoverSuite, type RecoveryServices } from '../../src/execution/recover-suite.js';
import { runSuite } from '../../src/execution/run-suite.js';
import type { SuiteServices } from '../../src/execution/suite-services.js';
import { outcomeOf } from '../../src/verdict/verdict.js';
import type { StreamEvent } from '../../src/model/events.js';
import type { Settings, SuiteSettings } from '../../src/model/settings.js';
import { memoryFiles } from '../fakes/memory-files.js';
import { laptop } from '../fakes/run-contexts.js';
import { anExit, aSuite, aTool, collected, end, finish, session, start } from './an-attempt.js';

const REPORT = '<testsuite name="s"><testcase classname="c" name="one"/></testsuite>';
const ENDED = JSON.stringify({ startedAt: 5, durationMs: 7 });
const FOLDER = '/run/artifacts/unit';

/** What an attempt of a killed run left, as far as it came. */
function left(number: number, events: readonly StreamEvent[], requested: readonly string[] | null = null) {
  const directory = `${FOLDER}/attempt-${number}`;
  const traces = { suite: 'unit', directory, eventsFile: `${directory}/events.jsonl`, cwd: '/repo', requested };
  const globs = { ownReports: ['*.xml'], sharedReports: [], earlierReports: {} };
  const recorded = { number, mode: 'full', command: ['pytest'], startedAt: 5, traces: { ...traces, ...globs } };
  return {
    [`${directory}/supervisor/attempt.json`]: JSON.stringify(recorded),
    [`${directory}/supervisor/exit.json`]: JSON.stringify(anExit()),
    [traces.eventsFile]: events.map((event) => `${JSON.stringify(event)}\n`).join(''),
  };
}

async function recovered(files: Readonly<Record<string, string>>, change: Partial<SuiteSettings> = {}) {
  const services: RecoveryServices = {
    files: memoryFiles({ '/repo/tests/a.py': '', ...files }),
    processes: {
      start: () => {
        throw new Error('recovery starts nothing');
      },
      endAbandoned: () => Promise.resolve(),
      which: (tool) => Promise.resolve(`/bin/${tool}`),
    },
    clock: { now: () => 1_000_000, sleep: () => Promise.resolve() },
    context: { ...laptop(), workspace: '/repo' },
    settings: { parallel: false, maxWorkers: 1, baseUrl: null } as Settings,
    runDirectory: '/run',
    startedAt: 0,
    quarantineOf: () => null,
    prepareQuality: () => Promise.reject(new Error('no quality suite here')),
  };
  const run = await recoverSuite(aSuite(change), services);
  return { run, outcome: outcomeOf(run, { flakyResult: 'pass', orderDependentResult: 'fail', noTests: 'fail' }) };
}

const red = [session, collected(['a', 'b']), start('a'), end('a', 'failed'), start('b'), end('b', 'passed'), finish(1)];
const green = [session, collected(['a']), start('a'), end('a', 'passed'), finish()];

describe('a suite of a run that was killed', () => {
  test('that never started is cancelled', async () => {
    expect((await recovered({})).outcome).toBe('cancelled');
  });

  test('that had come to its end is what it was, with its reruns', async () => {
    const files = { ...left(1, red), ...left(2, green, ['a']), [`${FOLDER}/ended.json`]: ENDED };
    const { run, outcome } = await recovered(files);
    expect(outcome).toBe('passed');
    expect(run).toMatchObject({ startedAt: 5, durationMs: 7 });
    expect(run.tests.map(({ id, attempts }) => [id, attempts.map(({ status }) => status)])).toEqual([
      ['a', ['failed', 'passed']],
      ['b', ['passed']],
    ]);
  });

  test('that had not come to its end is never green, though all that it left is', async () => {
    const { run, outcome } = await recovered({ ...left(1, green) });
    expect(outcome).toBe('cancelled');
    expect(run.tests).toHaveLength(1);
  });

  test('that only reads reports reads those it kept, not those that stand in the workspace now', async () => {
    const change = { runner: 'junit', report: ['out/*.xml'] } as Partial<SuiteSettings>;
    const files = { '/repo/out/junit.xml': '<testsuite/>', [`${FOLDER}/attempt-1/reports/out/junit.xml`]: REPORT };
    expect((await recovered({ ...files, [`${FOLDER}/ended.json`]: ENDED }, change)).outcome).toBe('passed');
    expect((await recovered(files, change)).outcome).toBe('cancelled');
  });

  test('whose installation had failed stays a configuration error, for the reason that its own run gave', async () => {
    const files = memoryFiles();
    const setup = { command: ['npm', 'ci'], cwd: '/repo' } as const;
    const exit = Promise.resolve(anExit({ exitCode: 1 }));
    const services: SuiteServices = {
      durationOf: () => null,
      files,
      processes: {
        start: () => ({ finished: exit, stop: () => undefined }),
        endAbandoned: () => Promise.resolve(),
        which: () => Promise.resolve(null),
      },
      clock: { now: () => 9, sleep: () => Promise.resolve() },
      context: laptop(),
      settings: { parallel: false, maxWorkers: 1, baseUrl: null, graceMs: 1 } as Settings,
      runDirectory: '/run',
      signal: new AbortController().signal,
      watcher: { attemptStarted: () => undefined, progressed: () => undefined, attemptEnded: () => undefined },
      prepareQuality: () => Promise.resolve({ ok: true, suite: aTool({ setup }) }),
      quarantineOf: () => null,
    };
    const suite = { runner: 'axe' } as Partial<SuiteSettings>;
    const first = await runSuite(aSuite(suite), services);
    expect(first.problems).toMatchObject([{ message: expect.stringContaining('npm ci'), forces: 'config-error' }]);
    const { run, outcome } = await recovered(Object.fromEntries(files.all), suite);
    expect(outcome).toBe('config-error');
    expect(run).toEqual(first);
  });

  test('that is disabled is skipped', async () => {
    expect((await recovered({}, { enabled: false })).outcome).toBe('skipped');
  });
});
