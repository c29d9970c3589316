import { describe, expect, test } from '@jest/globals';
import { runSuites } from '../../../src/app/execute/schedule-suites.js';
import type { SuiteServices } from '../../../src/execution/suite-services.js';
import type { Settings, SuiteSettings } from '../../../src/model/settings.js';
import type { RunningProcess } from '../../../src/ports.js';
import { memoryFiles } from '../../fakes/memory-files.js';
import { laptop } from '../../fakes/run-contexts.js';

/** Programs that end when the test says so, and write down what they did. */
function stage() {
  const log: string[] = [];
  const running = new Map<string, (exitCode: number | null, stopped?: boolean) => void>();
  const start = (command: readonly string[]): RunningProcess => {
    const name = command.at(-1) ?? '';
    log.push(`start ${name}`);
    let end: (exitCode: number | null, stopped?: boolean) => void = () => undefined;
    const finished = new Promise<Awaited<RunningProcess['finished']>>((resolve) => {
      end = (exitCode, stopped = false) => {
        log.push(`${stopped ? 'stop' : 'end'} ${name}`);
        running.delete(name);
        const reason = stopped ? 'fail-fast' : null;
        resolve({ exitCode, signal: null, reason, durationMs: 1, leaked: [], startError: '' });
      };
    });
    running.set(name, end);
    return { finished, stop: () => end(null, true) };
  };
  return { log, start, end: (name: string, exitCode = 0) => running.get(name)?.(exitCode) };
}

const suiteOf = (name: string, change: Partial<SuiteSettings> = {}): SuiteSettings =>
  ({
    ...{ name, enabled: true, path: '', args: [], env: {}, timeoutMs: 1000, idleTimeoutMs: null, retries: 0 },
    ...{ workingDirectory: '/repo', artifacts: [], weight: 1, after: [], detected: false },
    ...{ runner: 'command', run: name, report: [], rerun: null },
    ...change,
  }) as SuiteSettings;

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

function play(suites: readonly SuiteSettings[], settings: Partial<Settings>) {
  const theatre = stage();
  const services: SuiteServices = {
    files: memoryFiles({ '/repo/x': '' }),
    processes: {
      start: ({ command }) => theatre.start(command),
      endAbandoned: () => Promise.resolve(),
      which: (tool) => Promise.resolve(`/bin/${tool}`),
    },
    clock: {
      now: () => 0,
      sleep: (_, signal) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
    },
    context: laptop(),
    settings: {
      parallel: false,
      maxWorkers: 1,
      failFast: false,
      noTests: 'fail',
      flakyResult: 'pass',
      orderDependentResult: 'fail',
      baseUrl: null,
      graceMs: 1,
      shard: null,
      ...settings,
    } as Settings,
    runDirectory: '/runs/1',
    signal: new AbortController().signal,
    watcher: { attemptStarted: () => undefined, progressed: () => undefined, attemptEnded: () => undefined },
    quarantineOf: () => null,
    durationOf: () => null,
    prepareQuality: () => Promise.reject(new Error('no quality suite here')),
  };
  return { ...theatre, finished: runSuites(suites, services) };
}

describe('the order of suites', () => {
  test('one after the other unless they may run side by side', async () => {
    const { log, end, finished } = play([suiteOf('a'), suiteOf('b')], {});
    await tick();
    expect(log).toEqual(['start a']);
    end('a');
    await tick();
    end('b');
    expect((await finished).map(({ suite }) => suite.name)).toEqual(['a', 'b']);
    expect(log).toEqual(['start a', 'end a', 'start b', 'end b']);
  });

  test('as many at a time as max-workers allows, results in the order of the settings', async () => {
    const { log, end, finished } = play([suiteOf('a'), suiteOf('b'), suiteOf('c')], { parallel: true, maxWorkers: 2 });
    await tick();
    expect(log).toEqual(['start a', 'start b']);
    end('b');
    await tick();
    end('c');
    end('a');
    expect((await finished).map(({ suite }) => suite.name)).toEqual(['a', 'b', 'c']);
  });

  test('a heavy suite takes the room of several, and never more than there is', async () => {
    const { log, end, finished } = play([suiteOf('heavy', { weight: 9 }), suiteOf('b')], {
      parallel: true,
      maxWorkers: 2,
    });
    await tick();
    expect(log).toEqual(['start heavy']);
    end('heavy');
    await tick();
    end('b');
    await finished;
  });

  test('a suite waits for those it names, wherever they stand', async () => {
    const suites = [suiteOf('e2e', { after: ['unit'] }), suiteOf('unit')];
    const { log, end, finished } = play(suites, { parallel: true, maxWorkers: 2 });
    await tick();
    expect(log).toEqual(['start unit']);
    end('unit');
    await tick();
    end('e2e');
    await finished;
    expect(log).toEqual(['start unit', 'end unit', 'start e2e', 'end e2e']);
  });

  test('with fail-fast the first red suite ends the others, which are cancelled and not failed', async () => {
    const suites = [suiteOf('a'), suiteOf('b'), suiteOf('c')];
    const { log, end, finished } = play(suites, { parallel: true, maxWorkers: 2, failFast: true });
    await tick();
    end('a', 1);
    const runs = await finished;
    expect(log).toEqual(['start a', 'start b', 'end a', 'stop b']);
    expect(runs.map(({ problems }) => problems[0]?.forces)).toEqual(['error', 'cancelled', 'cancelled']);
  });
});
