import { describe, expect, test } from '@jest/globals';
import { formatCount, formatDuration, formatNumber } from '../../src/text/format.js';
import { codeLine, shortLine } from '../../src/text/visible.js';

describe('words', () => {
  const durations: readonly (readonly [number, string])[] = [
    [-5, '0ms'],
    [0, '0ms'],
    [999.4, '999ms'],
    [1000, '1.0s'],
    [9_949, '9.9s'],
    [9_950, '10s'],
    [59_499, '59s'],
    [59_500, '1m 00s'],
    [130_000, '2m 10s'],
    [3_599_400, '59m 59s'],
    [3_600_000, '1h 00m'],
    [3_900_000, '1h 05m'],
    [86_400_000, '24h 00m'],
  ];
  for (const [milliseconds, words] of durations) {
    test(`say ${milliseconds} ms as ${words}`, () => expect(formatDuration(milliseconds)).toBe(words));
  }

  test('group thousands and decline nouns', () => {
    expect([
      formatNumber(0),
      formatNumber(999),
      formatNumber(1000),
      formatNumber(89_819),
      formatNumber(1_234_567),
    ]).toEqual(['0', '999', '1,000', '89,819', '1,234,567']);
    expect([formatCount(1, 'test'), formatCount(2, 'test'), formatCount(0, 'test')]).toEqual([
      '1 test',
      '2 tests',
      '0 tests',
    ]);
  });
});

describe('a short line', () => {
  test('is cut with an ellipsis and never inside a character', () => {
    expect(shortLine('a\n b\tc', 10)).toBe('a b c');
    expect(shortLine('abcdef', 4)).toBe('abc…');
    expect(shortLine('ab🚀🚀', 4)).toBe('ab…');
    expect(shortLine('x'.repeat(1e6), 10)).toHaveLength(10);
  });

  test('of code keeps its indentation', () => {
    expect(codeLine('    return x  ', 40)).toBe('    return x');
    expect(codeLine('    return x', 9)).toBe('    retu…');
  });
});
