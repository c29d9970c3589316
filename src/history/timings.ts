// Durations per test that shards are planned by: reading, writing, adding a run.
import { hash53 } from '../text/hash.js';
import { listOf, member, numberOf, parseJson, type Json } from '../text/json.js';

/** How long a test took lately, in milliseconds. */
export interface Timing {
  /** Moving average of its passed runs. */
  readonly meanMs: number;
  /** Moving average of their distance from it. */
  readonly deviationMs: number;
  /** Number of runs, at most 99. */
  readonly runs: number;
}

/** Timings by `timingKey`. */
export type Timings = ReadonlyMap<number, Timing>;

/** A million tests fit; more is neither stored nor read. */
export const TIMINGS_BYTES = 48 << 20;
const SCHEMA_VERSION = 1;
const MOST_RUNS = 99;
/** Weight of the newest run in the averages. */
const WEIGHT = 0.3;

/** A number that stands for a test: 53 bits are enough, as a collision costs a little balance and no more. */
export function timingKey(suite: string, id: string): number {
  return hash53(suite, '\n', id);
}

/** Timings with another run in them. Tests that this run did not have are kept, for other jobs may have them. */
export function addTimings(
  past: Timings,
  durations: Iterable<{ readonly suite: string; readonly id: string; readonly durationMs: number }>,
): Timings {
  const next = new Map(past);
  for (const { suite, id, durationMs } of durations) {
    const key = timingKey(suite, id);
    const before = past.get(key);
    next.set(key, before === undefined ? { meanMs: durationMs, deviationMs: 0, runs: 1 } : moved(before, durationMs));
  }
  return next;
}

function moved({ meanMs, deviationMs, runs }: Timing, durationMs: number): Timing {
  const distance = durationMs - meanMs;
  return {
    meanMs: meanMs + WEIGHT * distance,
    deviationMs: deviationMs + WEIGHT * (Math.abs(distance) - deviationMs),
    runs: Math.min(MOST_RUNS, runs + 1),
  };
}

/** Timings as JSON, in columns; null when they are larger than the bound. */
export function renderTimings(timings: Timings): string | null {
  const column = (of: (timing: Timing) => number): readonly number[] => Array.from(timings.values(), of);
  const text = JSON.stringify({
    schema_version: SCHEMA_VERSION,
    tests: [...timings.keys()],
    mean_ms: column(({ meanMs }) => Math.round(meanMs)),
    deviation_ms: column(({ deviationMs }) => Math.round(deviationMs)),
    runs: column(({ runs }) => runs),
  });
  return text.length <= TIMINGS_BYTES ? `${text}\n` : null;
}

/** Reads timings; null for everything that is none, or that a later version has written. */
export function parseTimings(text: string): Timings | null {
  if (text.length > TIMINGS_BYTES) return null;
  const json = parseJson(text);
  if (numberOf(json, 'schema_version') !== SCHEMA_VERSION || !Array.isArray(member(json, 'tests'))) return null;
  const [means, deviations, runs] = ['mean_ms', 'deviation_ms', 'runs'].map((name) => listOf(json, name));
  const timings = new Map<number, Timing>();
  listOf(json, 'tests').forEach((key, at) => {
    const [meanMs, deviationMs, count] = [means?.[at], deviations?.[at], runs?.[at]];
    if (!isCount(key) || !isCount(meanMs) || !isCount(deviationMs) || !isCount(count)) return;
    timings.set(key, { meanMs, deviationMs, runs: Math.min(MOST_RUNS, count) });
  });
  return timings;
}

const isCount = (value: Json): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
