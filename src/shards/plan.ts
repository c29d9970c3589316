import { createHash } from 'node:crypto';
import type { PlanSource, Shard } from '../model/shard.js';
import { canonicalOrder, hashInPieces } from './canonical-order.js';

/** One test (or file) to be assigned to a shard. */
export interface Divisible {
  readonly id: string;
  /** Those with the same unit run on the same shard; empty for a test that is a unit by itself. */
  readonly unit: string;
  /** Where an unknown duration is estimated from; empty when unknown. */
  readonly file: string;
}

/** Recorded duration of a test in milliseconds; null when there is none. */
export type DurationOf = (id: string) => number | null;

/** Which test runs on which shard. */
export interface ShardPlan {
  /** Digest of every test with its shard: equal plans have equal digests. */
  readonly digest: string;
  readonly source: PlanSource;
  /** Digest of all ids, in whatever order they come. */
  readonly collectedDigest: string;
  /** Shard of each test, from 0, in the order of the tests. */
  readonly shardOf: Int32Array;
  /** Expected milliseconds of each shard; zeros without recorded durations. */
  readonly loads: Float64Array;
}

/**
 * Divides tests among `total` shards. With recorded durations the longest unit goes first, each to the shard with the least
 * to do; a test without one counts as the median of its file, else of all. Without any duration a hash of the unit
 * decides. The result depends on ids and durations alone, not on the order of the tests: every shard computes the same.
 */
export function planShards(tests: readonly Divisible[], total: number, durationOf: DurationOf): ShardPlan {
  const order = canonicalOrder(tests.length, (at) => tests[at]?.id ?? '');
  const durations = estimate(tests, durationOf);
  const units = groupUnits(tests, order);
  const loads = new Float64Array(total);
  const shardOfUnit =
    durations === null ? hashed(units, total) : longestFirst(durationsOfUnits(units, durations), loads);
  const shardOf = Int32Array.from(units.unitOf, (unit) => shardOfUnit[unit] ?? 0);
  return { ...digests(tests, order, shardOf, total), source: durations === null ? 'hash' : 'timings', shardOf, loads };
}

/** The shard, from 1, that runs a suite as a whole. */
export function shardOfWhole(suite: string, { total }: Pick<Shard, 'total'>): number {
  return hashNumber(suite, total) + 1;
}

interface Units {
  readonly count: number;
  /** Unit of each test. */
  readonly unitOf: Uint32Array;
  /** What the hash of a unit is made of. */
  readonly nameOf: (unit: number) => string;
}

/** Units in the order of the first of their tests. */
function groupUnits(tests: readonly Divisible[], order: Uint32Array): Units {
  const numbers = new Map<string, number>();
  const unitOf = new Uint32Array(tests.length);
  const first = new Uint32Array(tests.length);
  let count = 0;
  for (const at of order) {
    const name = tests[at]?.unit ?? '';
    const unit = name === '' ? count : (numbers.get(name) ?? count);
    if (unit === count) {
      first[count] = at;
      count += 1;
      if (name !== '') numbers.set(name, unit);
    }
    unitOf[at] = unit;
  }
  const nameOf = (unit: number): string => {
    const test = tests[first[unit] ?? 0];
    return test?.unit === '' ? test.id : (test?.unit ?? '');
  };
  return { count, unitOf, nameOf };
}

function durationsOfUnits({ count, unitOf }: Units, durations: Float64Array): Float64Array {
  const sums = new Float64Array(count);
  // Whole milliseconds, so that no sum depends on the order of its terms.
  durations.forEach((ms, at) => add(sums, unitOf[at] ?? 0, Math.max(1, Math.round(ms))));
  return sums;
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}

/** Duration of every test; null when not one is known. */
function estimate(tests: readonly Divisible[], durationOf: DurationOf): Float64Array | null {
  const known = new Float64Array(tests.length);
  const byFile = new Map<string, number[]>();
  let missing = 0;
  tests.forEach(({ id, file }, at) => {
    const ms = durationOf(id);
    known[at] = ms ?? Number.NaN;
    if (ms === null) missing += 1;
    else listIn(byFile, file).push(ms);
  });
  if (missing === tests.length) return null;
  if (missing === 0) return known;
  const overall = median(known.filter((ms) => !Number.isNaN(ms)));
  const medians = new Map<string, number>();
  for (const [file, group] of byFile) medians.set(file, median(Float64Array.from(group)));
  return known.map((ms, at) => (Number.isNaN(ms) ? (medians.get(tests[at]?.file ?? '') ?? overall) : ms));
}

function listIn(lists: Map<string, number[]>, key: string): number[] {
  const list = lists.get(key) ?? [];
  if (list.length === 0) lists.set(key, list);
  return list;
}

function median(values: Float64Array): number {
  return values.sort()[Math.floor(values.length / 2)] ?? 0;
}

function hashed({ count, nameOf }: Units, total: number): Int32Array {
  return Int32Array.from({ length: count }, (_, unit) => hashNumber(nameOf(unit), total));
}

function hashNumber(text: string, below: number): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6) % below;
}

/** More units, and longer ones, than any suite has: together they fit into the digits of a number. */
const MOST_UNITS = 2 ** 22;
const MOST_MS = 2 ** 31;

/** Units by decreasing duration, each to the shard with the least to do, which `loads` sums up; among equals the first. */
function longestFirst(durations: Float64Array, loads: Float64Array): Int32Array {
  const keys = durations.map((ms, unit) => (MOST_MS - Math.min(MOST_MS, ms)) * MOST_UNITS + unit).sort();
  const shards = new Int32Array(durations.length);
  const heap = Int32Array.from(loads.keys());
  for (const key of keys) {
    const unit = key % MOST_UNITS;
    const shard = heap[0] ?? 0;
    shards[unit] = shard;
    add(loads, shard, durations[unit] ?? 0);
    sink(heap, loads);
  }
  return shards;
}

/** Restores the order of a heap whose first element has grown. */
function sink(heap: Int32Array, loads: Float64Array): void {
  const isBefore = (a: number, b: number): boolean => {
    const [left, right] = [heap[a] ?? 0, heap[b] ?? 0];
    return (loads[left] ?? 0) < (loads[right] ?? 0) || (loads[left] === loads[right] && left < right);
  };
  for (let at = 0; ;) {
    const left = 2 * at + 1;
    const right = left + 1;
    let least = at;
    if (left < heap.length && isBefore(left, least)) least = left;
    if (right < heap.length && isBefore(right, least)) least = right;
    if (least === at) return;
    [heap[at], heap[least]] = [heap[least] ?? 0, heap[at] ?? 0];
    at = least;
  }
}

function digests(
  tests: readonly Divisible[],
  order: Uint32Array,
  shardOf: Int32Array,
  total: number,
): Pick<ShardPlan, 'digest' | 'collectedDigest'> {
  const [plan, collected] = [createHash('sha256').update(`${total}\n`), createHash('sha256')];
  const idAt = (at: number): string => tests[order[at] ?? 0]?.id ?? '';
  hashInPieces(order.length, (at) => `${idAt(at)}\n`, collected);
  hashInPieces(order.length, (at) => `${idAt(at)}\t${shardOf[order[at] ?? 0] ?? 0}\n`, plan);
  return { digest: plan.digest('hex'), collectedDigest: collected.digest('hex') };
}
