import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith } from '../with-tools.js';
import { makePlace, ranIn, removePlace, runLocal } from './local-run.js';
import type { LocalRun, Place } from './local-run.js';

/** As the program of fixtures/programs/truth-large/many counts. */
const FLAKY = Array.from({ length: 30 }, (_, index) => `test_many.py::test_number[${index * 167}]`);

describeWith(['python'], 'five thousand tests of which thirty fail once', () => {
  let place: Place;
  let run: LocalRun;
  beforeAll(async () => {
    place = makePlace('truth-large/many');
    run = await runLocal(place, { suites: 'unit: pytest', retries: '2' });
  });
  afterAll(() => removePlace(place));

  test('run once, exactly the thirty again, and once more up to the last of the thirty, as the event files show', () => {
    const [first, second, replay, ...more] = ranIn(run.directory, 'unit');
    expect(first).toHaveLength(5000);
    expect(second).toEqual(FLAKY.toSorted());
    expect(replay).toEqual(expect.arrayContaining(FLAKY));
    expect(more).toEqual([]);
  });

  test('end green, the thirty flaky with what each attempt said', () => {
    expect(run.exit).toBe(0);
    expect(run.manifest.suites).toMatchObject([{ outcome: 'passed', passed: 5000, flaky: 30, failed: 0 }]);
    const flaky = run.tests.filter(({ metadata }) => metadata.final === 'flaky');
    expect(flaky.map(({ metadata }) => metadata.id).toSorted()).toEqual(FLAKY.toSorted());
    for (const { metadata } of flaky) {
      const number = /\[(\d+)\]/.exec(metadata.id)?.[1] ?? '';
      // The first test needs no replay: nothing ran before it.
      expect(metadata.attempts).toHaveLength(number === '0' ? 2 : 3);
      expect(metadata.attempts.slice(0, 2)).toMatchObject([
        { n: 1, status: 'failed', message: expect.stringContaining(`number ${number} failed the first time`) },
        { n: 2, status: 'passed', message: '' },
      ]);
    }
    expect(run.survivors).toEqual([]);
  });
});
