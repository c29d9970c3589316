import { describe, expect, test } from '@jest/globals';
import { describeStop } from '../../../src/execution/problems/stop-problems.js';
import type { AttemptOutput, ObservedTest } from '../../../src/execution/results/attempt-output.js';
import type { ParsedReport } from '../../../src/model/report.js';
import type { ProcessExit } from '../../../src/model/run.js';
import type { SuiteSettings } from '../../../src/model/settings.js';
import { anAttempt, anExit, aSuite, aTest, anOutput, collected, end, finish, session } from '../an-attempt.js';

const stopOf = (
  exit: ProcessExit,
  suite: SuiteSettings,
  tests: readonly ObservedTest[],
  output: Partial<AttemptOutput> = {},
) => describeStop(exit, { suite, tests, output: { ...anOutput([], { exit }), ...output } });

describe('a stop in words', () => {
  const hung = (id: string, durationMs: number, line = 0) =>
    aTest(id, ['timeout'], {
      attempts: [anAttempt('timeout', { durationMs, place: line === 0 ? null : { file: 'tests/a.py', line } })],
    });

  test('is none for a program that ended by itself', () => {
    expect(stopOf(anExit({ exitCode: 1 }), aSuite(), [])).toBeNull();
  });

  test('names the hung test, how long it ran, what had passed, what is left and its stack', () => {
    const tests = [aTest('a', ['passed']), hung('pays with card', 271_000, 12), aTest('c', ['not-run'])];
    expect(stopOf(anExit({ reason: 'timeout' }), aSuite({ timeoutMs: 300_000 }), tests)).toEqual({
      forces: 'timeout',
      message:
        'timed out after 5m 00s while running "pays with card" (4m 31s). 1 of 3 had passed, 1 not run. Stack when it was stopped: tests/a.py:12',
      remedy: 'If the suite is only slow, raise `timeout` of the suite.',
    });
  });

  test('does not name a test that its own limit had ended before', () => {
    const over = { ...anAttempt('timeout', { message: 'Test timeout of 1000ms exceeded.', durationMs: 1000 }) };
    const tests = [aTest('slow but over', ['timeout'], { attempts: [over] }), hung('really hangs', 24_000)];
    expect(stopOf(anExit({ reason: 'timeout' }), aSuite({ timeoutMs: 25_000 }), tests)?.message).toBe(
      'timed out after 25s while running "really hangs" (24s). 0 of 2 had passed, 0 not run',
    );
  });

  test('names three of many hung tests', () => {
    const tests = ['a', 'b', 'c', 'd', 'e'].map((id) => hung(id, 1000));
    expect(stopOf(anExit({ reason: 'idle' }), aSuite({ idleTimeoutMs: 9000 }), tests)?.message).toBe(
      'was silent for 9.0s while running "a" (1.0s), "b" (1.0s), "c" (1.0s) and 2 more. 0 of 5 had passed, 0 not run',
    );
  });

  test('says that nothing had reported', () => {
    const message = stopOf(anExit({ reason: 'cancelled', durationMs: 72_000 }), aSuite(), [])?.message;
    expect(message).toBe('cancelled after 1m 12s. No test had finished');
  });
});

describe('a process that does not end after its tests', () => {
  const exit = anExit({ reason: 'timeout', stoppedAt: 2000 });
  const suite = aSuite({ timeoutMs: 14_000 });
  const passed = [aTest('a', ['passed']), aTest('b', ['failed'])];
  const message = 'all tests had ended, but the process had not: it timed out after 14s. 1 of 2 had passed, 0 not run';
  const report = (format: string) => ({
    name: 'r',
    report: { format, problems: [] } as unknown as ParsedReport,
  });

  test('is that, with the stacks of its threads', () => {
    const events = [session, collected(['a', 'b']), end('a', 'passed'), end('b', 'failed'), finish()];
    const stacks = [{ worker: '', text: 'Thread 1:\n  File "a.py", line 5 in wait\n' }];
    const stop = stopOf(exit, suite, passed, { events, stacks });
    expect(stop).toEqual({
      forces: 'timeout',
      message,
      remedy: 'Close what the tests leave open: servers, threads, timers, child processes.',
      quote: 'Thread 1:\n  File "a.py", line 5 in wait',
    });
  });

  test('is that by a whole report, with what its runner printed', () => {
    const tail = 'PASS a.test.js\nJest did not exit one second after the test run has completed.\n\nThis usually means';
    const stop = stopOf(exit, suite, passed, { reports: [report('junit')], tail });
    expect(stop).toMatchObject({
      message,
      quote: 'Jest did not exit one second after the test run has completed.\n\nThis usually means',
    });
  });

  test.each([
    ['a session that had not ended', { events: [session, collected(['a', 'b'])] }],
    ['a report that is written line by line', { reports: [report('go-test-json')] }],
    ['no report', {}],
  ])('is only a timeout with %s', (_, output) => {
    expect(stopOf(exit, suite, passed, output)?.message).toMatch(/^timed out after 14s\./);
  });

  test('is only a timeout with a test that had not ended', () => {
    const tests = [...passed, aTest('c', ['not-run'])];
    expect(stopOf(exit, suite, tests, { reports: [report('junit')] })?.message).toMatch(/^timed out after 14s\./);
  });
});
