import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digestOfKeys, keysOf } from '../../src/shards/canonical-order.js';
import { type Divisible, planShards, shardOfWhole } from '../../src/shards/plan.js';

const alone = (id: string, file = 'a.py'): Divisible => ({ id, unit: '', file });
const nothing = (): null => null;

/** Parts by shard. */
function partsOf(tests: readonly Divisible[], total: number, durationOf: (id: string) => number | null) {
  const plan = planShards(tests, total, durationOf);
  const parts = Array.from({ length: total }, (_, shard) =>
    tests.filter((_test, at) => plan.shardOf[at] === shard).map(({ id }) => id),
  );
  return { ...plan, parts };
}

const suites = fc
  .uniqueArray(fc.string({ maxLength: 8 }), { maxLength: 60 })
  .chain((ids) =>
    fc.tuple(
      fc.constant(ids),
      fc.array(fc.option(fc.integer({ min: 0, max: 100_000 })), { minLength: ids.length, maxLength: ids.length }),
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: ids.length, maxLength: ids.length }),
      fc.integer({ min: 1, max: 12 }),
      fc.infiniteStream(fc.nat()),
    ),
  );

describe('a plan', () => {
  test('has every test on one shard, units whole, whatever the durations', () => {
    fc.assert(
      fc.property(suites, ([ids, durations, units, total]) => {
        const tests = ids.map((id, at): Divisible => ({
          id,
          unit: units[at] === 0 ? '' : `unit ${units[at]}`,
          file: '',
        }));
        const { parts, shardOf } = partsOf(tests, total, (id) => durations[ids.indexOf(id)] ?? null);
        expect(parts.flat().toSorted()).toEqual(ids.toSorted());
        for (const unit of new Set(tests.map((each) => each.unit).filter((name) => name !== ''))) {
          const shards = new Set(tests.flatMap((each, at) => (each.unit === unit ? [shardOf[at]] : [])));
          expect(shards.size).toBe(1);
        }
      }),
    );
  });

  test('is the same for every order in which the tests are listed', () => {
    fc.assert(
      fc.property(suites, ([ids, durations, units, total, random]) => {
        const tests = ids.map((id, at): Divisible => ({
          id,
          unit: units[at] === 0 ? '' : `unit ${units[at]}`,
          file: '',
        }));
        const keys = [...random.take(ids.length)];
        const shuffled = tests.map((each, at) => ({ each, key: keys[at] ?? 0 })).sort((a, b) => a.key - b.key);
        const durationOf = (id: string): number | null => durations[ids.indexOf(id)] ?? null;
        const one = partsOf(tests, total, durationOf);
        const other = partsOf(
          shuffled.map(({ each }) => each),
          total,
          durationOf,
        );
        expect(other.digest).toBe(one.digest);
        expect(other.collectedDigest).toBe(one.collectedDigest);
        expect(other.collectedDigest).toBe(digestOfKeys(keysOf(ids.length, (at) => ids[at] ?? '').sort()));
        expect(other.parts.map((part) => part.toSorted())).toEqual(one.parts.map((part) => part.toSorted()));
      }),
    );
  });

  test('gives the longest its own shard and fills the others', () => {
    const ms: Readonly<Record<string, number>> = { slow: 900, a: 300, b: 300, c: 290 };
    const { parts, source } = partsOf(
      Object.keys(ms).map((id) => alone(id)),
      2,
      (id) => ms[id] ?? null,
    );
    expect(parts).toEqual([['slow'], ['a', 'b', 'c']]);
    expect(source).toBe('timings');
  });

  test('counts a test without a duration as the median of its file', () => {
    const ms: Readonly<Record<string, number>> = { 's.py::a': 1000, 's.py::b': 1000, 'q.py::c': 10, 'q.py::d': 10 };
    const tests = ['s.py::a', 's.py::b', 's.py::new', 'q.py::c', 'q.py::d', 'q.py::e'].map((id) =>
      alone(id, id.split('::')[0] ?? ''),
    );
    const { loads } = partsOf(tests, 3, (id) => ms[id] ?? null);
    expect([...loads].toSorted((a, b) => a - b)).toEqual([1010, 1010, 1010]);
  });

  test('divides by a hash without any duration: a test stays where it is when others come', () => {
    const ids = Array.from({ length: 200 }, (_, at) => `test_${at}`);
    const before = partsOf(
      ids.slice(0, 150).map((id) => alone(id)),
      4,
      nothing,
    );
    const after = partsOf(
      ids.map((id) => alone(id)),
      4,
      nothing,
    );
    expect(before.source).toBe('hash');
    for (const [shard, part] of before.parts.entries())
      expect(after.parts[shard]).toEqual(expect.arrayContaining(part));
    expect(after.parts.every((part) => part.length > 25)).toBe(true);
  });

  test('differs in its digest when a duration moves a test, or the number of shards', () => {
    const tests = ['a', 'b', 'c'].map((id) => alone(id));
    const digests = [
      planShards(tests, 2, nothing).digest,
      planShards(tests, 3, nothing).digest,
      planShards(tests, 2, (id) => (id === 'a' ? 5 : 1)).digest,
      planShards(tests, 2, (id) => (id === 'b' ? 5 : 1)).digest,
    ];
    expect(new Set(digests).size).toBe(4);
  });
});

/** A reproducible source of numbers between 0 and 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Longest shard over the ideal one, on 3,000 lognormal tests in the mean of ten seeds. */
function imbalance(total: number, noise: number, unknown: number): number {
  const ratios = Array.from({ length: 10 }, (_, seed) => {
    const next = numbers(seed + 1);
    const gauss = (): number => Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(2 * Math.PI * next());
    const truth = Array.from({ length: 3000 }, () => Math.exp(5 + gauss()));
    const known = truth.map((ms) => (next() < unknown ? null : ms * Math.max(0.05, 1 + noise * gauss())));
    const tests = truth.map((_ms, at) => alone(`test_${at}`, `file_${Math.floor(at / 20)}.py`));
    const { shardOf } = planShards(tests, total, (id) => known[Number(id.slice(5))] ?? null);
    const loads = Array.from({ length: total }, () => 0);
    truth.forEach((ms, at) => (loads[shardOf[at] ?? 0] = (loads[shardOf[at] ?? 0] ?? 0) + ms));
    return Math.max(...loads) / (truth.reduce((sum, ms) => sum + ms, 0) / total);
  });
  return ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
}

describe('the balance of a plan', () => {
  test.each([4, 8, 16])('is within 5 per cent of the ideal on %i shards when durations are exact', (total) => {
    expect(imbalance(total, 0, 0)).toBeLessThanOrEqual(1.05);
  });

  test.each([4, 8, 16])(
    'is within 20 per cent on %i shards when they are 30 per cent off and some unknown',
    (total) => {
      expect(imbalance(total, 0.3, 0.05)).toBeLessThanOrEqual(1.2);
    },
  );
});

test('a suite that cannot be divided has one shard, the same for all', () => {
  expect(shardOfWhole('load', { total: 4 })).toBe(shardOfWhole('load', { total: 4 }));
  const shards = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => shardOfWhole(name, { total: 3 }));
  expect([...new Set(shards)].toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
});
