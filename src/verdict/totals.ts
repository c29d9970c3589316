import type { FinalState, TestCase, Totals } from '../model/run.js';
import { finalStateOf } from './final-state.js';

export type CountedAs = 'passed' | 'failed' | 'error' | 'skipped';

/** The four words of the evidence format for a final state. */
export function countedAs(state: FinalState): CountedAs {
  switch (state) {
    case 'passed':
    case 'flaky':
      return 'passed';
    case 'failed':
    case 'order-dependent':
    case 'lost':
    case 'quarantined':
      return 'failed';
    case 'error':
    case 'timeout':
    case 'crashed':
    case 'not-run':
    case 'cancelled':
      return 'error';
    case 'skipped':
    case 'xfailed':
      return 'skipped';
  }
}

export const NO_TOTALS: Totals = {
  total: 0,
  passed: 0,
  failed: 0,
  errors: 0,
  skipped: 0,
  flaky: 0,
  orderDependent: 0,
  notRun: 0,
  quarantined: 0,
};

/** How the counts of a run are meant, wherever they are shown. */
export const COUNT_DEFINITIONS =
  'Passed tests include flaky tests, and failed tests include order-dependent tests. Tests that are not run were collected, but did not finish. Together with skipped and quarantined tests, they add up to all tests.';

/** Counts tests by their final state; a quarantined test counts as nothing but quarantined. */
export function totalsOf(tests: readonly TestCase[]): Totals {
  const counts = { ...NO_TOTALS };
  for (const test of tests) {
    const state = finalStateOf(test);
    counts.total += 1;
    if (state === 'flaky') counts.flaky += 1;
    if (state === 'order-dependent') counts.orderDependent += 1;
    if (state === 'not-run' || state === 'cancelled') counts.notRun += 1;
    if (state === 'quarantined') counts.quarantined += 1;
    else counts[KEY[countedAs(state)]] += 1;
  }
  return counts;
}

const KEY = { passed: 'passed', failed: 'failed', error: 'errors', skipped: 'skipped' } as const;

/** Sum of several totals. */
export function addTotals(all: readonly Totals[]): Totals {
  const sum = { ...NO_TOTALS };
  for (const totals of all) {
    for (const key of Object.keys(sum) as (keyof Totals)[]) sum[key] += totals[key];
  }
  return sum;
}
