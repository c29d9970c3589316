import type { NonEmpty, TestAttempt } from '../model/run.js';

/** More durations than that are not remembered: where all differ, nothing is shared. */
const MOST = 10_000;

/** The only attempt of tests that passed at once and left no text, as one value for each duration: a run has a million of them. */
export function sharedPasses(number: number): (durationMs: number) => NonEmpty<TestAttempt> {
  const nothing = { type: '', details: '', output: '', place: null };
  const known = new Map<number, NonEmpty<TestAttempt>>();
  return (durationMs) => {
    const value = known.get(durationMs);
    if (value !== undefined) return value;
    const first: NonEmpty<TestAttempt> = [
      { number, retry: 0, status: 'passed', durationMs, startedAt: null, message: '', ...nothing },
    ];
    if (known.size < MOST) known.set(durationMs, first);
    return first;
  };
}
