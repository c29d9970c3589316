import { expect, test } from '@jest/globals';
import { runSuite } from '../../src/execution/run-suite.js';
import type { SuiteServices } from '../../src/execution/suite-services.js';
import type { StreamEvent } from '../../src/model/events.js';
import type { Settings } from '../../src/model/settings.js';
import { memoryFiles } from '../fakes/memory-files.js';
import { laptop } from '../fakes/run-contexts.js';
import { anExit, aSuite, aTool, collected, end, finish, session, start } from './an-attempt.js';

const RED: readonly StreamEvent[] = [session, collected(['a']), start('a'), end('a', 'failed'), finish(1)];

/** A suite whose test fails in every attempt; each attempt takes `attemptMs` by the clock of its services. */
async function failingSuite(limits: { readonly attemptMs: number; readonly timeoutMs: number }) {
  const files = memoryFiles({ '/repo/tests/a.py': '' });
  let now = 0;
  const events = RED.map((event) => `${JSON.stringify(event)}\n`).join('');
  const services: SuiteServices = {
    files,
    processes: {
      start: ({ env }) => {
        now += limits.attemptMs;
        const written = files.writeWhole(env['EVENTS'] ?? '', events);
        return { finished: written.then(() => anExit({ exitCode: 1 })), stop: () => undefined };
      },
      endAbandoned: () => Promise.resolve(),
      which: () => Promise.resolve(null),
    },
    clock: { now: () => now, sleep: () => Promise.resolve() },
    context: laptop(),
    settings: {
      parallel: false,
      maxWorkers: 1,
      baseUrl: null,
      graceMs: 1,
      retryMaxFailures: 9,
      shard: null,
    } as Settings,
    runDirectory: '/run',
    signal: new AbortController().signal,
    watcher: { attemptStarted: () => undefined, progressed: () => undefined, attemptEnded: () => undefined },
    prepareQuality: () => Promise.resolve({ ok: true, suite: failing }),
    quarantineOf: () => null,
    durationOf: () => null,
  };
  return runSuite(aSuite({ runner: 'axe', retries: 5, timeoutMs: limits.timeoutMs } as never), services);
}

const failing = aTool({
  plan: ({ directory }) => {
    const eventsFile = `${directory}/events.jsonl`;
    const env = { EVENTS: eventsFile };
    return { command: ['tool'], cwd: '/repo', env, files: [], eventsFile, ownReports: [], sharedReports: [] };
  },
});

test('no rerun begins when those before took longer than the timeout of the suite, and a note names it', async () => {
  const run = await failingSuite({ attemptMs: 180_000, timeoutMs: 300_000 });
  expect(run.attempts.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(run.problems.map(({ message }) => message)).toContain(
    'there are no further reruns: they took longer than `timeout` in total',
  );
});

test('all reruns run when they stay below the timeout of the suite together', async () => {
  const run = await failingSuite({ attemptMs: 50_000, timeoutMs: 300_000 });
  expect(run.attempts).toHaveLength(6);
  expect(run.problems).toEqual([]);
});
