import { describe, expect, test } from '@jest/globals';
import { reportedDurationMs } from '../../../src/report/junit/duration.js';

describe('the time of a test', () => {
  test.each([
    ['1,234.56', 1_234_560],
    ['1.234,56', 1_234_560],
    ['0,123', 123],
    ['12,5', 12_500],
    ['1,234', 1_234_000],
    ['1 234.5', 1_234_500],
    ['12.5s', 12_500],
    ['350ms', 350],
    ['1e-05', 0.01],
    ['1.5E3', 1_500_000],
    ['-0.000000', 0],
    ['-1.5', 0],
    ['00:00:01.2340000', 1_234],
    ['PT1.5S', 1_500],
    [' 2.5 ', 2_500],
    ['', null],
    ['NaN', null],
    ['infinity', null],
    ['*', null],
    ['...', null],
    [undefined, null],
  ])('%j is read in milliseconds', (text, expected) => {
    const read = reportedDurationMs(text);
    if (expected === null) expect(read).toBeNull();
    else expect(read).toBeCloseTo(expected, 6);
  });
});
