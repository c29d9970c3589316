// Durations per test that shards are planned by: reading, writing, adding a run.
import type { TextOutput } from '../ports.js';
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
export interface Timings {
  readonly get: (key: number) => Timing | undefined;
  /** Sorted. */
  readonly keys: Float64Array;
}

/** More is not stored. */
const MOST_TESTS = 1_000_000;
/** So many tests fit: a key has at most 16 digits. */
export const TIMINGS_BYTES = 48 << 20;
/** Longest duration that is stored: 11 days. */
const MOST_MS = 1e9;
const SCHEMA_VERSION = 1;
const MOST_RUNS = 99;
/** Weight of the newest run in the averages. */
const WEIGHT = 0.3;

/** A number that stands for a test: 53 bits are enough, as a collision costs a little balance and no more. */
export function timingKey(suite: string, id: string): number {
  return hash53(suite, '\n', id);
}

/** Timings in columns: a million of them as objects in a map would take five times the memory. */
class TimingTable implements Timings {
  readonly keys: Float64Array;
  /** Exact to a millisecond for hours. */
  readonly means: Float32Array;
  readonly deviations: Float32Array;
  readonly runs: Uint8Array;

  /** Without a timing for any of the keys, of which some may be the same. */
  constructor(keys: Float64Array) {
    const sorted = keys.sort();
    const isRepeated = sorted.some((key, at) => key === sorted[at - 1]);
    this.keys = isRepeated ? sorted.filter((key, at) => key !== sorted[at - 1]) : sorted;
    const { length } = this.keys;
    this.means = new Float32Array(length);
    this.deviations = new Float32Array(length);
    this.runs = new Uint8Array(length);
  }

  get(key: number): Timing | undefined {
    const at = this.find(key);
    const runs = this.runs[at] ?? 0;
    if (runs === 0) return undefined;
    return { meanMs: this.means[at] ?? 0, deviationMs: this.deviations[at] ?? 0, runs };
  }

  set(key: number, { meanMs, deviationMs, runs }: Timing): void {
    const at = this.find(key);
    this.means[at] = meanMs;
    this.deviations[at] = deviationMs;
    this.runs[at] = runs;
  }

  /** Index of a key; -1 for one that is not there. */
  private find(key: number): number {
    let [from, to] = [0, this.keys.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.keys[middle] ?? 0) < key) from = middle + 1;
      else to = middle;
    }
    return this.keys[from] === key ? from : -1;
  }
}

/** Nothing is recorded. */
export const NO_TIMINGS: Timings = new TimingTable(new Float64Array());

/** How long a test took, for `addTimings`. */
interface Duration {
  readonly suite: string;
  readonly id: string;
  readonly durationMs: number;
}

/** Timings with another run in them, of `most` tests. Tests that this run did not have are kept, for other jobs may have them. */
export function addTimings(past: Timings, durations: Iterable<Duration>, most: number): Timings {
  const keys = new Float64Array(most);
  const times = new Float64Array(most);
  let count = 0;
  for (const { suite, id, durationMs } of durations) {
    keys[count] = timingKey(suite, id);
    times[count] = durationMs;
    count += 1;
  }
  return withRun(past, keys.subarray(0, count), times);
}

function withRun(past: Timings, keys: Float64Array, times: Float64Array): Timings {
  const all = new Float64Array(past.keys.length + keys.length);
  all.set(past.keys);
  all.set(keys, past.keys.length);
  const next = new TimingTable(all);
  for (const key of past.keys) {
    const before = past.get(key);
    if (before !== undefined) next.set(key, before);
  }
  for (const [at, key] of keys.entries()) {
    const [before, durationMs = 0] = [past.get(key), times[at]];
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

/** Timings as JSON, in columns; null when there are too many. */
export function renderTimings(timings: Timings, most = MOST_TESTS): ((out: TextOutput) => void) | null {
  if (timings.keys.length > most) return null;
  const milliseconds = (value = 0): number => Math.min(MOST_MS, Math.round(value));
  const columns: Readonly<Record<string, (key: number) => number>> = {
    tests: (key) => key,
    mean_ms: (key) => milliseconds(timings.get(key)?.meanMs),
    deviation_ms: (key) => milliseconds(timings.get(key)?.deviationMs),
    runs: (key) => timings.get(key)?.runs ?? 0,
  };
  return (out) => {
    out.text(`{"schema_version":${SCHEMA_VERSION}`);
    for (const [name, valueOf] of Object.entries(columns)) {
      out.text(`,"${name}":[`);
      for (const [at, key] of timings.keys.entries()) out.text(`${at === 0 ? '' : ','}${valueOf(key)}`);
      out.text(']');
    }
    out.text('}\n');
  };
}

/** Reads timings; null for everything that is none, or that a later version has written. */
export function parseTimings(text: string): Timings | null {
  if (text.length > TIMINGS_BYTES) return null;
  const json = parseJson(text);
  if (numberOf(json, 'schema_version') !== SCHEMA_VERSION || !Array.isArray(member(json, 'tests'))) return null;
  const [means, deviations, runs] = ['mean_ms', 'deviation_ms', 'runs'].map((name) => listOf(json, name));
  const tests = listOf(json, 'tests');
  const timings = new TimingTable(Float64Array.from(tests.filter(isCount)));
  tests.forEach((key, at) => {
    const [meanMs, deviationMs, count] = [means?.[at], deviations?.[at], runs?.[at]];
    if (!isCount(key) || !isCount(meanMs) || !isCount(deviationMs) || !isCount(count)) return;
    timings.set(key, { meanMs, deviationMs, runs: Math.min(MOST_RUNS, count) });
  });
  return timings;
}

const isCount = (value: Json): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
