import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addTotals, countedAs, NO_TOTALS, totalsOf } from '../../src/verdict/totals.js';
import type { AttemptStatus, Totals } from '../../src/model/run.js';
import { aTest } from '../execution/an-attempt.js';

const statuses = fc.array(
  fc.constantFrom<AttemptStatus>('passed', 'failed', 'error', 'skipped', 'timeout', 'crashed', 'not-run', 'lost'),
  { minLength: 1, maxLength: 3 },
);
const entry = { reason: 'known', owner: 'ada', issue: '', expires: '2999-01-01' };
const tests = fc
  .array(fc.tuple(statuses, fc.boolean()), { maxLength: 30 })
  .map((all) => all.map(([each, known], at) => aTest(`t${at}`, each, { quarantine: known ? entry : null })));

describe('totals', () => {
  test('add up, whatever happened: flaky tests are among the passed, quarantined ones are nothing else', () => {
    fc.assert(
      fc.property(tests, (all) => {
        const { total, passed, failed, errors, skipped, flaky, quarantined } = totalsOf(all);
        expect(total).toBe(all.length);
        expect(passed + failed + errors + skipped + quarantined).toBe(total);
        expect(flaky).toBeLessThanOrEqual(passed);
      }),
    );
  });

  test('of parts are those of the whole', () => {
    fc.assert(
      fc.property(tests, tests, (left, right) => {
        expect(addTotals([totalsOf(left), totalsOf(right)])).toEqual(totalsOf([...left, ...right]));
      }),
    );
    expect(addTotals([])).toEqual(NO_TOTALS);
  });

  test('count what did not run as an error, and never as skipped', () => {
    expect(totalsOf([aTest('a', ['not-run']), aTest('b', ['lost'])])).toEqual({
      ...NO_TOTALS,
      ...({ total: 2, errors: 1, failed: 1, notRun: 1 } satisfies Partial<Totals>),
    });
    expect(countedAs('cancelled')).toBe('error');
  });
});
