import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shareEnv, shareOfCores } from '../../src/execution/prepare-suite.js';

describe('the share of cores of a suite', () => {
  test.each([
    [8, 1, 2, 4],
    [8, 1, 3, 2],
    [8, 2, 3, 5],
    [8, 9, 3, 8],
    [2, 1, 4, 1],
  ])('of %i cores with weight %i among %i is %i', (cores, weight, maxWorkers, share) => {
    expect(shareOfCores(cores, { weight }, { parallel: true, maxWorkers })).toBe(share);
  });

  test('is not limited when suites run one after the other, alone, or on a machine that nobody counted', () => {
    expect(shareOfCores(8, { weight: 1 }, { parallel: false, maxWorkers: 4 })).toBeNull();
    expect(shareOfCores(8, { weight: 1 }, { parallel: true, maxWorkers: 1 })).toBeNull();
    expect(shareOfCores(undefined, { weight: 1 }, { parallel: true, maxWorkers: 4 })).toBeNull();
  });

  test('is never more than the machine, never less than one, and together no more where there are enough', () => {
    const size = fc.integer({ min: 1, max: 64 });
    fc.assert(
      fc.property(size, fc.integer({ min: 2, max: 16 }), size, (cores, maxWorkers, weight) => {
        const one = shareOfCores(cores, { weight }, { parallel: true, maxWorkers }) ?? 0;
        expect(one).toBeGreaterThanOrEqual(1);
        expect(one).toBeLessThanOrEqual(cores);
        const single = shareOfCores(cores, { weight: 1 }, { parallel: true, maxWorkers }) ?? 0;
        if (cores >= maxWorkers) expect(single * maxWorkers).toBeLessThanOrEqual(cores);
      }),
    );
  });

  test('is reported through the variables of the tools, save those that somebody has set', () => {
    expect(shareEnv(null, {})).toEqual({});
    expect(shareEnv(3, { VITEST_MAX_WORKERS: '7' })).toEqual({
      PYTEST_XDIST_AUTO_NUM_WORKERS: '3',
      QAAGENT_WORKERS: '3',
    });
  });
});
