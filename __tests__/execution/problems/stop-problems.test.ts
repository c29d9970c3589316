import { describe, expect, test } from '@jest/globals';
import { describeStop } from '../../../src/execution/problems/stop-problems.js';
import { anAttempt, anExit, aSuite, aTest } from '../an-attempt.js';

describe('a stop in words', () => {
  const hung = (id: string, durationMs: number, line = 0) =>
    aTest(id, ['timeout'], {
      attempts: [anAttempt('timeout', { durationMs, place: line === 0 ? null : { file: 'tests/a.py', line } })],
    });

  test('is none for a program that ended by itself', () => {
    expect(describeStop(anExit({ exitCode: 1 }), aSuite(), [])).toBeNull();
  });

  test('names the hung test, how long it ran, what had passed, what is left and its stack', () => {
    const tests = [aTest('a', ['passed']), hung('pays with card', 271_000, 12), aTest('c', ['not-run'])];
    expect(describeStop(anExit({ reason: 'timeout' }), aSuite({ timeoutMs: 300_000 }), tests)).toEqual({
      forces: 'timeout',
      message:
        'timed out after 5m 00s while running "pays with card" (4m 31s). 1 of 3 had passed, 1 not run. Stack when it was stopped: tests/a.py:12',
      remedy: 'Raise `timeout` of the suite if it is only slow.',
    });
  });

  test('does not name a test that its own limit had ended before', () => {
    const over = { ...anAttempt('timeout', { message: 'Test timeout of 1000ms exceeded.', durationMs: 1000 }) };
    const tests = [aTest('slow but over', ['timeout'], { attempts: [over] }), hung('really hangs', 24_000)];
    expect(describeStop(anExit({ reason: 'timeout' }), aSuite({ timeoutMs: 25_000 }), tests)?.message).toBe(
      'timed out after 25s while running "really hangs" (24s). 0 of 2 had passed, 0 not run',
    );
  });

  test('names three of many hung tests', () => {
    const tests = ['a', 'b', 'c', 'd', 'e'].map((id) => hung(id, 1000));
    expect(describeStop(anExit({ reason: 'idle' }), aSuite({ idleTimeoutMs: 9000 }), tests)?.message).toBe(
      'was silent for 9.0s while running "a" (1.0s), "b" (1.0s), "c" (1.0s) and 2 more. 0 of 5 had passed, 0 not run',
    );
  });

  test('says that nothing had reported', () => {
    const message = describeStop(anExit({ reason: 'cancelled', durationMs: 72_000 }), aSuite(), [])?.message;
    expect(message).toBe('cancelled after 1m 12s. No test had reported');
  });
});
