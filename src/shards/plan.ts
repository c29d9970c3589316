import { createHash } from 'node:crypto';
import type { PlanSource, Shard } from '../model/shard.js';
import { canonicalOrder, digestOfKeys, keysOf } from './canonical-order.js';

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
  const idAt = (at: number): string => tests[at]?.id ?? '';
  const keys = keysOf(tests.length, idAt);
  const order = canonicalOrder(keys, idAt);
  const durations = estimate(tests, durationOf);
  const units = groupUnits(tests, order);
  const loads = new Float64Array(total);
  const shardOfUnit =
    durations === null ? hashed(units, total) : longestFirst(durationsOfUnits(units, durations), loads);
  const shardOf = Int32Array.from(units.unitOf, (unit) => shardOfUnit[unit] ?? 0);
  return { ...digests(keys, order, shardOf, total), source: durations === null ? 'hash' : 'timings', shardOf, loads };
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
  const names = numbered(tests, ({ unit }) => unit);
  const unitOfName = new Int32Array(names.count).fill(-1);
  const unitOf = new Uint32Array(tests.length);
  const first = new Uint32Array(tests.length);
  let count = 0;
  for (let place = 0; place < order.length; place += 1) {
    const at = order[place] ?? 0;
    const name = names.numberOf[at] ?? 0;
    const known = unitOfName[name] ?? -1;
    const isNew = known < 0 || name === names.empty;
    unitOf[at] = isNew ? count : known;
    if (!isNew) continue;
    first[count] = at;
    unitOfName[name] = count;
    count += 1;
  }
  const nameOf = (unit: number): string => {
    const test = tests[first[unit] ?? 0];
    return test?.unit === '' ? test.id : (test?.unit ?? '');
  };
  return { count, unitOf, nameOf };
}

interface Numbered {
  /** A number for each test: the same for equal texts. */
  readonly numberOf: Uint32Array;
  readonly count: number;
  /** Number of the empty text; -1 when there is none. */
  readonly empty: number;
}

/** Numbers the different texts that tests have. */
function numbered(tests: readonly Divisible[], textOf: (test: Divisible) => string): Numbered {
  const numbers = new Map<string, number>();
  const numberOf = new Uint32Array(tests.length);
  let [last, number] = ['', -1];
  for (const [at, test] of tests.entries()) {
    const text = textOf(test);
    // Tests of one file mostly follow each other, and a comparison is quicker than a look-up.
    if (number < 0 || text !== last) {
      number = numbers.get(text) ?? numbers.size;
      if (number === numbers.size) numbers.set(text, number);
      last = text;
    }
    numberOf[at] = number;
  }
  return { numberOf, count: numbers.size, empty: numbers.get('') ?? -1 };
}

function durationsOfUnits({ count, unitOf }: Units, durations: Float64Array): Float64Array {
  const sums = new Float64Array(count);
  // Whole milliseconds, so that no sum depends on the order of its terms.
  for (let at = 0; at < durations.length; at += 1)
    add(sums, unitOf[at] ?? 0, Math.max(1, Math.round(durations[at] ?? 0)));
  return sums;
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}

/** Duration of every test; null when not one is known. */
function estimate(tests: readonly Divisible[], durationOf: DurationOf): Float64Array | null {
  const known = new Float64Array(tests.length);
  let missing = 0;
  for (const [at, { id }] of tests.entries()) {
    const ms = durationOf(id);
    known[at] = ms ?? Number.NaN;
    if (ms === null) missing += 1;
  }
  if (missing === tests.length) return null;
  if (missing > 0) fillIn(known, tests);
  return known;
}

/** Replaces each unknown duration by the median of its file, else of all. */
function fillIn(known: Float64Array, tests: readonly Divisible[]): void {
  const overall = median(known.filter((ms) => !Number.isNaN(ms)));
  const { numberOf: fileOf, count } = numbered(tests, ({ file }) => file);
  const ends = new Uint32Array(count + 1);
  for (const [at, file] of fileOf.entries()) if (!Number.isNaN(known[at])) ends[file + 1] = (ends[file + 1] ?? 0) + 1;
  for (let file = 0; file < count; file += 1) ends[file + 1] = (ends[file + 1] ?? 0) + (ends[file] ?? 0);
  const next = ends.slice();
  const grouped = new Float64Array(tests.length);
  for (const [at, file] of fileOf.entries()) {
    if (Number.isNaN(known[at])) continue;
    const place = next[file] ?? 0;
    grouped[place] = known[at] ?? 0;
    next[file] = place + 1;
  }
  const medians = Float64Array.from({ length: count }, (_, file) => {
    const group = grouped.subarray(ends[file], ends[file + 1]);
    return group.length === 0 ? overall : median(group);
  });
  for (const [at, file] of fileOf.entries()) if (Number.isNaN(known[at])) known[at] = medians[file] ?? overall;
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
  const grown = heap[0] ?? 0;
  let hole = 0;
  for (let left = 1; left < heap.length; left = 2 * hole + 1) {
    const isRight = left + 1 < heap.length && isBefore(heap[left + 1] ?? 0, heap[left] ?? 0, loads);
    const child = isRight ? left + 1 : left;
    const shard = heap[child] ?? 0;
    if (!isBefore(shard, grown, loads)) break;
    heap[hole] = shard;
    hole = child;
  }
  heap[hole] = grown;
}

function isBefore(one: number, other: number, loads: Float64Array): boolean {
  const [mine, theirs] = [loads[one] ?? 0, loads[other] ?? 0];
  return mine < theirs || (mine === theirs && one < other);
}

function digests(
  keys: Float64Array,
  order: Uint32Array,
  shardOf: Int32Array,
  total: number,
): Pick<ShardPlan, 'digest' | 'collectedDigest'> {
  const collectedDigest = digestOfKeys(keys.toSorted());
  const shards = Buffer.alloc(order.length * 2);
  for (let place = 0; place < order.length; place += 1)
    shards.writeUInt16LE(shardOf[order[place] ?? 0] ?? 0, place * 2);
  const digest = createHash('sha256').update(`${total}\n${collectedDigest}\n`).update(shards).digest('hex');
  return { digest, collectedDigest };
}
