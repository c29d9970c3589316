import { type RunReport, testKey } from '../model/run.js';
import { timingKey, type Timings } from './timings.js';

/** A test that took much longer than in earlier runs. */
export interface SlowerTest {
  readonly durationMs: number;
  readonly usualMs: number;
  /** Number of runs that this is known from. */
  readonly runs: number;
}

/** Fewer runs show nothing of how much a test varies. */
const LEAST_RUNS = 5;
/** Distances from the mean, each the usual one, that are no accident: about five standard deviations. */
const DEVIATIONS = 6;
const LEAST_RATIO = 1.5;
const LEAST_MS = 500;
const MOST_TESTS = 20;

/**
 * Passed tests that took longer than their own past explains, by test key, those that lost most first. A machine that is
 * slow as a whole makes no test slower: durations are compared after division by the median of all.
 */
export function slowerTests(
  { suites }: Pick<RunReport, 'suites'>,
  timings: Timings,
  plainSuite: (name: string) => string = (name) => name,
): ReadonlyMap<string, SlowerTest> {
  const known = suites.flatMap(({ suite, tests }) => {
    const name = plainSuite(suite.name);
    return tests.flatMap((test) => {
      const last = test.attempts.at(-1);
      const past = last?.status === 'passed' ? timings.get(timingKey(name, test.id)) : undefined;
      if (last === undefined || past === undefined || past.runs < LEAST_RUNS || past.meanMs <= 0) return [];
      return [{ test, past, durationMs: last.durationMs }];
    });
  });
  const factor = Math.max(1, median(known.map(({ past, durationMs }) => durationMs / past.meanMs)));
  const slower = known.filter(({ past: { meanMs, deviationMs }, durationMs }) => {
    const ms = durationMs / factor;
    return ms > meanMs * LEAST_RATIO && ms > meanMs + LEAST_MS && ms > meanMs + DEVIATIONS * deviationMs;
  });
  const lost = slower.toSorted((a, b) => b.durationMs - b.past.meanMs - (a.durationMs - a.past.meanMs));
  return new Map(
    lost.slice(0, MOST_TESTS).map(({ test, past, durationMs }) => {
      return [testKey(test), { durationMs, usualMs: past.meanMs, runs: past.runs }] as const;
    }),
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 1;
}
