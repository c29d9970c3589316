import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { finalStateOf, isBad } from '../../src/verdict/final-state.js';
import type { AttemptStatus, NonEmpty, Quarantine, TestAttempt } from '../../src/model/run.js';
import { anAttempt, aTest } from '../execution/an-attempt.js';

const STATUSES: readonly AttemptStatus[] = [
  ...([
    'passed',
    'failed',
    'error',
    'skipped',
    'xfailed',
    'timeout',
    'crashed',
    'interrupted',
    'not-run',
    'lost',
  ] as const),
];
const history = fc.array(fc.constantFrom(...STATUSES), { minLength: 1, maxLength: 6 });
const quarantine: Quarantine = { reason: 'known', owner: 'ada', issue: '', expires: '2999-01-01' };

describe('the final state of a test', () => {
  test.each([
    [['passed'], 'passed'],
    [['failed', 'passed'], 'flaky'],
    [['timeout', 'passed'], 'flaky'],
    [['crashed', 'passed'], 'flaky'],
    [['not-run', 'passed'], 'passed'],
    [['interrupted', 'passed'], 'passed'],
    [['skipped', 'passed'], 'passed'],
    [['failed', 'skipped'], 'failed'],
    [['failed', 'not-run'], 'failed'],
    [['failed', 'interrupted'], 'failed'],
    [['failed', 'xfailed'], 'failed'],
    [['failed', 'lost'], 'lost'],
    [['passed', 'failed'], 'failed'],
    [['failed', 'error'], 'error'],
    [['interrupted'], 'cancelled'],
    [['not-run'], 'not-run'],
    [['xfailed'], 'xfailed'],
  ] as const)('of %j is %s', (statuses, state) => {
    expect(finalStateOf(aTest('a', statuses))).toBe(state);
  });

  test.each([
    ['flaky', [['failed'], ['passed', 1], ['passed']]],
    ['order-dependent', [['failed'], ['passed', 1], ['failed']]],
    ['order-dependent', [['crashed'], ['passed', 1], ['crashed']]],
    ['order-dependent', [['failed'], ['failed', 3], ['passed', 1]]],
    ['flaky', [['failed'], ['failed', 1], ['passed', 1]]],
    ['failed', [['failed'], ['passed', 2], ['failed', 2]]],
    ['passed', [['not-run'], ['passed', 1]]],
    ['flaky', [['not-run'], ['failed', 2], ['passed', 1]]],
    ['failed', [['failed'], ['passed', 1], ['skipped']]],
  ] as const)('is %s after %j: status and number of tests of a smaller set', (state, attempts) => {
    const all = attempts.map(([status, ranWith], index) =>
      anAttempt(status, { number: index + 1, ...(ranWith === undefined ? {} : { ranWith }) }),
    );
    expect(finalStateOf(aTest('a', [], { attempts: all as unknown as NonEmpty<TestAttempt> }))).toBe(state);
  });

  test('is good only when the last attempt passed, or nothing ever spoke against it', () => {
    fc.assert(
      fc.property(history, (statuses) => {
        const state = finalStateOf(aTest('a', statuses));
        if (state === 'passed' || state === 'flaky') expect(statuses.at(-1)).toBe('passed');
        if (state === 'skipped' || state === 'xfailed') expect(statuses.some(isBad)).toBe(false);
      }),
    );
  });

  test('gets no better by being skipped, interrupted or left out again', () => {
    const weak = fc.constantFrom<AttemptStatus>('skipped', 'xfailed', 'not-run', 'interrupted');
    fc.assert(
      fc.property(history, weak, (statuses, more) => {
        fc.pre(statuses.some(isBad) && statuses.at(-1) !== 'passed');
        expect(isBad(finalStateOf(aTest('a', [...statuses, more])) as AttemptStatus)).toBe(true);
      }),
    );
  });

  test('is forgiven by quarantine for a failure, an error or a loss, and never for a crash or a time limit', () => {
    fc.assert(
      fc.property(history, (statuses) => {
        const bare = finalStateOf(aTest('a', statuses));
        const forgiven = finalStateOf(aTest('a', statuses, { quarantine }));
        expect(forgiven).toBe(['failed', 'error', 'lost'].includes(bare) ? 'quarantined' : bare);
      }),
    );
  });
});
