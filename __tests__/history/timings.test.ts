import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writtenText } from '../fakes/written-text.js';
import { addTimings, NO_TIMINGS, parseTimings, renderTimings, timingKey } from '../../src/history/timings.js';

const run = (durations: Readonly<Record<string, number>>) =>
  Object.entries(durations).map(([id, durationMs]) => ({ suite: 'unit', id, durationMs }));
const timingOf = (timings: { readonly get: (key: number) => unknown }, id: string): unknown =>
  timings.get(timingKey('unit', id));

describe('recorded durations', () => {
  test('move towards the newest run, and tests that it did not have are kept', () => {
    const timings = addTimings(addTimings(NO_TIMINGS, run({ a: 100, b: 7 }), 2), run({ a: 200, c: 5 }), 2);
    expect(timingOf(timings, 'a')).toEqual({ meanMs: 130, deviationMs: 30, runs: 2 });
    expect(timingOf(timings, 'b')).toEqual({ meanMs: 7, deviationMs: 0, runs: 1 });
    expect(timingOf(timings, 'c')).toEqual({ meanMs: 5, deviationMs: 0, runs: 1 });
    expect(timingOf(timings, 'd')).toBeUndefined();
  });

  test('read as they were written, whatever their order and number', () => {
    const ids = fc.uniqueArray(fc.string({ maxLength: 12 }), { maxLength: 50 });
    fc.assert(
      fc.property(ids, fc.infiniteStream(fc.nat({ max: 1_000_000 })), (names, times) => {
        const values = [...times.take(names.length)];
        const timings = addTimings(
          NO_TIMINGS,
          names.map((id, at) => ({ suite: 'unit', id, durationMs: values[at] ?? 0 })),
          names.length,
        );
        const read = parseTimings(writtenText(renderTimings(timings) ?? ''));
        for (const [at, id] of names.entries())
          expect(read?.get(timingKey('unit', id))).toEqual({ meanMs: values[at] ?? 0, deviationMs: 0, runs: 1 });
        expect(read?.keys.length).toBe(names.length);
      }),
    );
  });

  test('are read of a file in which the tests have another order', () => {
    const columns = { tests: [9, 3, 7], mean_ms: [90, 30, 70], deviation_ms: [1, 2, 3], runs: [1, 200, 3] };
    const read = parseTimings(JSON.stringify({ schema_version: 1, ...columns }));
    expect(read?.get(3)).toEqual({ meanMs: 30, deviationMs: 2, runs: 99 });
    expect(read?.get(9)).toEqual({ meanMs: 90, deviationMs: 1, runs: 1 });
    expect(read?.get(4)).toBeUndefined();
  });

  test('of more tests than are stored are not written', () => {
    const timings = addTimings(NO_TIMINGS, run({ a: 100, b: 7 }), 2);
    expect(renderTimings(timings, 2)).not.toBeNull();
    expect(renderTimings(timings, 1)).toBeNull();
  });
});
