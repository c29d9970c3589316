import type { CollectedTest, EndEvent, EventStatus, StreamEvent } from '../../src/model/events.js';
import type { AttemptStatus, NonEmpty, ProcessExit, TestAttempt } from '../../src/model/run.js';
import type { SuiteSettings } from '../../src/model/settings.js';
import type { AttemptOutput, ObservedTest } from '../../src/execution/results/attempt-output.js';
import type { PreparedSuite } from '../../src/runners/runner.js';

/** A suite of pytest in /repo, changed as a test wants it. */
export function aSuite(change: Partial<SuiteSettings> = {}): SuiteSettings {
  return {
    ...{ name: 'unit', enabled: true, path: 'tests', args: [], env: {}, timeoutMs: 60_000, idleTimeoutMs: null },
    ...{ retries: 0, workingDirectory: '/repo', artifacts: [], weight: 1, after: [], detected: false },
    ...{ runner: 'pytest', python: null, markers: null, keyword: null },
    ...change,
  } as SuiteSettings;
}

/** A tool that reports its tests itself, and whose exit status says nothing. */
export function aTool(change: Partial<PreparedSuite> = {}): PreparedSuite {
  return {
    ...{ tool: 'pytest', setup: null, plan: null, resultSource: 'events', canSelect: true, nativeRetries: false },
    keyOfCase: ({ classname, name }) => `${classname}\n${name}`,
    keyOfTest: ({ classname, name }) => `${classname}\n${name}`,
    identify: ({ name }) => ({ id: name, file: '', line: 0 }),
    explainExit: () => null,
    ...change,
  };
}

export function anExit(change: Partial<ProcessExit> = {}): ProcessExit {
  return { exitCode: 0, signal: null, reason: null, durationMs: 1000, leaked: [], startError: '', ...change };
}

/** An attempt that left these events. `requested`: null for all. */
export function anOutput(
  events: readonly StreamEvent[],
  change: Partial<AttemptOutput> & { readonly number?: number; readonly exit?: ProcessExit } = {},
): AttemptOutput {
  const { number = 1, exit = anExit(), ...rest } = change;
  const attempt = { number, mode: 'full', command: ['pytest'], startedAt: 1000, exit, directory: 'a' } as const;
  return { attempt, events, reports: [], requested: null, tail: '', stacks: [], ...rest };
}

export const session: StreamEvent = {
  ...{ e: 'session', t: 1000, v: 1, runner: 'pytest', version: '8', rootdir: '/repo', cwd: '/repo', pid: 7 },
};

export const collected = (ids: readonly string[], more: Partial<CollectedTest> = {}): StreamEvent => ({
  e: 'collected',
  t: 1000,
  tests: ids.map((id) => ({ id, name: id, file: '/repo/tests/a.py', line: 1, ...more })),
});

export const start = (id: string, retry = 0, t = 1200): StreamEvent => ({ e: 'start', t, id, retry });

export function end(id: string, status: EventStatus, change: Partial<EndEvent> = {}): StreamEvent {
  const fields = { phase: 'call', durationMs: 5, message: '', type: '', details: '', file: '', line: 0 };
  return { e: 'end', t: 1300, id, retry: 0, status, ...fields, ...change };
}

export const finish = (exit: number | null = 0): StreamEvent => ({ e: 'finish', t: 1900, exit });

export const missing = (ids: readonly string[]): StreamEvent => ({ e: 'missing', t: 1000, ids });

export function anAttempt(status: AttemptStatus, change: Partial<TestAttempt> = {}): TestAttempt {
  const empty = { message: '', type: '', details: '', output: '', place: null };
  return { number: 1, retry: 0, status, durationMs: 0, startedAt: null, ...empty, ...change };
}

/** A test with one attempt per status. */
export function aTest(
  id: string,
  statuses: readonly AttemptStatus[],
  change: Partial<ObservedTest> = {},
): ObservedTest {
  const attempts = statuses.map((status, index) => anAttempt(status, { number: index + 1 }));
  return {
    ...{ id, selector: id, suite: 'unit', name: id, classname: '', file: 'tests/a.py', line: 1 },
    ...{ tags: [], properties: {}, attachments: [], quarantine: null, disagreement: '', group: '' },
    attempts: attempts as unknown as NonEmpty<TestAttempt>,
    ...change,
  };
}
