/** How two values differ: what to do, and what the difference is. */
export interface Difference {
  readonly remedy: string;
  readonly what: string;
}

const NUMBER = /^-?\d{1,15}(?:\.\d{1,17})?$/;

/** Factors between two units, with what they are usually about. */
const FACTORS: readonly (readonly [factor: number, units: string])[] = [
  [100, 'cents or percent'],
  [1000, 'milli or kilo'],
  [1024, 'bytes'],
  [60, 'seconds, minutes or hours'],
  [3600, 'seconds or hours'],
  [24, 'hours or days'],
];

const close = (a: number, e: number): boolean => Math.abs(a - e) <= 1e-9 * Math.max(Math.abs(a), Math.abs(e));
const places = (text: string): number => (text.split('.')[1] ?? '').length;

function factor(a: number, e: number): Difference | null {
  for (const [times, units] of FACTORS) {
    if (close(a, e * times))
      return { remedy: `Correct the unit (${units})`, what: `it is ${times} times the expected value` };
    if (close(a * times, e))
      return { remedy: `Correct the unit (${units})`, what: `the expected value is ${times} times as large` };
  }
  return null;
}

/** A number that has more decimals than the expected one, and is rounded or cut to it. */
function decimals(a: string, e: string): Difference | null {
  const [more, wanted] = [places(a), places(e)];
  if (more <= wanted) return null;
  const cut = Math.trunc(Number(a) * 10 ** wanted) / 10 ** wanted;
  if (close(Number(Number(a).toFixed(wanted)), Number(e)))
    return {
      remedy: `Round to ${wanted} decimal${wanted === 1 ? '' : 's'}`,
      what: 'the expected value is the rounded one',
    };
  return close(cut, Number(e))
    ? {
        remedy: `Cut after ${wanted} decimal${wanted === 1 ? '' : 's'}`,
        what: 'the expected value is cut, not rounded',
      }
    : null;
}

/** In what two numbers differ; null for other texts and for any other distance. */
export function differenceOfNumbers(a: string, e: string): Difference | null {
  if (!NUMBER.test(a) || !NUMBER.test(e) || a === e) return null;
  const [actual, expected] = [Number(a), Number(e)];
  if (actual === expected) return { remedy: 'Print the number in one format', what: 'both are the same number' };
  // Counts and flags are 0 and 1, and any factor holds for them.
  if ([actual, expected].some((each) => Math.abs(each) <= 1 && Number.isInteger(each))) return null;
  if (actual === -expected)
    return { remedy: 'Correct the sign (the order of a subtraction)', what: 'only the sign differs' };
  return factor(actual, expected) ?? decimals(a, e);
}
