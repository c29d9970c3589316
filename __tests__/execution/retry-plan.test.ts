import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ObservedTest } from '../../src/execution/results/attempt-output.js';
import {
  batchesOfRound,
  planRetry,
  type RetryBatch,
  type RetryLimits,
  type RetryPlan,
} from '../../src/execution/retry-plan.js';
import type { SuiteProblem } from '../../src/model/problem.js';
import type { AttemptStatus, TestAttempt } from '../../src/model/run.js';
import { anAttempt, aTest, aTool } from './an-attempt.js';

const LIMITS: RetryLimits = { maxFailures: null, canSelect: true };
const idsOf = (plan: RetryPlan): readonly (readonly string[])[] =>
  'refused' in plan ? [] : plan.batches.map(({ tests }) => (tests ?? []).map(({ id }) => id));
const plan = (tests: readonly ObservedTest[], problems: readonly SuiteProblem[] = [], limits = LIMITS): RetryPlan =>
  planRetry(tests, problems, aTool(), limits);

describe('the plan of a retry', () => {
  test('is empty when all passed or were skipped', () => {
    expect(plan([aTest('a', ['passed']), aTest('b', ['skipped']), aTest('c', ['xfailed'])])).toEqual({ batches: [] });
  });

  test('takes what never ran first, then what failed, then each hung or crashed test alone', () => {
    const tests = [
      ...[aTest('hung', ['timeout']), aTest('bad', ['failed']), aTest('fine', ['passed'])],
      ...[aTest('crash', ['crashed']), aTest('never', ['not-run']), aTest('cut', ['interrupted'])],
    ];
    expect(idsOf(plan(tests))).toEqual([['never', 'cut'], ['bad'], ['hung'], ['crash']]);
  });

  test('leaves alone what was lost or passed meanwhile', () => {
    expect(idsOf(plan([aTest('lost', ['failed', 'lost']), aTest('flaky', ['failed', 'passed'])]))).toEqual([]);
  });

  test('takes the whole of a serial group, in its order', () => {
    const group = 'chain';
    const tests = [
      ...[aTest('one', ['passed'], { group }), aTest('two', ['failed'], { group })],
      ...[aTest('other', ['passed']), aTest('three', ['not-run'], { group })],
    ];
    expect(idsOf(plan(tests))).toEqual([['one', 'two', 'three']]);
  });

  test('leaves failures to a tool that has retried them itself, and takes what it never finished', () => {
    const tests = [aTest('bad', ['failed']), aTest('never', ['not-run']), aTest('crash', ['crashed'])];
    expect(idsOf(planRetry(tests, [], aTool({ nativeRetries: true }), LIMITS))).toEqual([['never'], ['crash']]);
  });

  test.each([
    ['config-error', 'the suite itself has an error'],
    ['error', 'the suite itself has an error'],
    ['report-error', 'the report of the suite has an error'],
    ['no-tests', 'the suite has no tests'],
    ['cancelled', 'the suite was cancelled'],
  ] as const)('is refused after %s, as %s', (forces, reason) => {
    const problem = { severity: 'error', place: 'unit', message: 'x', remedy: '', forces } as const;
    expect(plan([aTest('a', ['failed'])], [problem])).toEqual({ refused: `nothing is rerun: ${reason}` });
  });

  test('is refused with a reason for a suite that did not start, though no test is known', () => {
    const problem = { severity: 'error', place: 'unit', message: 'x', remedy: '', forces: 'error' } as const;
    expect(plan([], [problem])).toEqual({ refused: 'nothing is rerun: the suite itself has an error' });
    expect(plan([], [{ ...problem, forces: 'no-tests' }])).toEqual({ batches: [] });
  });

  test('is refused when more failed than may be flaky: 20 or a tenth, or as many as the user says', () => {
    const failed = (count: number, total: number): readonly ObservedTest[] =>
      Array.from({ length: total }, (_, at) => aTest(`t${at}`, [at < count ? 'failed' : 'passed']));
    expect('refused' in plan(failed(20, 50))).toBe(false);
    expect('refused' in plan(failed(21, 50))).toBe(true);
    expect('refused' in plan(failed(100, 1000))).toBe(false);
    expect('refused' in plan(failed(101, 1000))).toBe(true);
    expect('refused' in plan(failed(3, 50), [], { ...LIMITS, maxFailures: 2 })).toBe(true);
  });

  test('is refused, with the setting to use, where single tests cannot be asked for', () => {
    const result = planRetry([aTest('a', ['failed'])], [], aTool({ resultSource: 'reports' }), {
      ...LIMITS,
      canSelect: false,
    });
    expect(result).toEqual({ refused: expect.stringContaining('`rerun`') });
  });

  test('is refused where the tool measures its tests together', () => {
    const limits = { ...LIMITS, canSelect: false };
    const result = planRetry([aTest('a', ['failed'])], [], aTool({ canSelect: false }), limits);
    expect(result).toEqual({ refused: 'nothing is rerun: this suite only runs as a whole' });
  });

  test('ends with a replay of the first attempt up to the last test that passed only in a smaller set', () => {
    const ran = (id: string, startedAt: number, more: readonly TestAttempt[] = []): ObservedTest =>
      aTest(id, [], {
        attempts: [anAttempt(more.length > 0 ? 'failed' : 'passed', { startedAt }), ...more],
      });
    const passedAlone = anAttempt('passed', { number: 2, ranWith: 1 });
    const tests = [ran('c', 30, [passedAlone]), ran('b', 20), ran('a', 10), ran('d', 40), aTest('e', ['not-run'])];
    const batches = (tool = aTool(), isLast = true): readonly RetryBatch[] => [
      ...batchesOfRound([], isLast, tool, () => tests),
    ];
    expect(batches()).toMatchObject([
      { mode: 'replay', tests: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], counted: [{ id: 'c' }] },
    ]);
    expect(batches(aTool(), false)).toEqual([]);
    expect(batches(aTool({ resultSource: 'reports' }))).toEqual([{ mode: 'full', tests: null }]);
  });

  test('names each test once, and none that passed', () => {
    const status = fc.constantFrom<AttemptStatus>(
      'passed',
      'failed',
      'timeout',
      'crashed',
      'not-run',
      'skipped',
      'lost',
    );
    fc.assert(
      fc.property(fc.array(status, { maxLength: 20 }), (statuses) => {
        const ids = idsOf(plan(statuses.map((each, at) => aTest(String(at), [each])))).flat();
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(['passed', 'skipped', 'lost']).not.toContain(statuses[Number(id)]);
      }),
    );
  });
});
