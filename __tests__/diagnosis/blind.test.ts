import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ratio, readCorpus, scoreCorpus } from './corpus-score.js';
import { type DiagnosedRow, diagnoseList } from './labelled-runs.js';
import { defectsOf } from './sentence-checks.js';

const LIST = resolve(import.meta.dirname, '../../fixtures/diagnosis/blind.jsonl');

describe('354 failures of fourteen tools, labelled before the rules saw them', () => {
  let pairs: readonly DiagnosedRow[] = [];

  beforeAll(async () => {
    pairs = await diagnoseList(readCorpus(LIST) ?? [], LIST);
  });

  const score = () =>
    scoreCorpus(
      pairs.map(({ row }) => row),
      pairs.map(({ diagnosis }) => diagnosis),
    );

  test('the category is right for 97 of 100', () => {
    expect(pairs).toHaveLength(354);
    expect(ratio(score().strict)).toBeGreaterThanOrEqual(0.97);
    expect(ratio(score().lenient)).toBeGreaterThanOrEqual(0.99);
  });

  test('the place is the line a person opens for 99 of 100', () => {
    expect(ratio(score().locationExact)).toBeGreaterThanOrEqual(0.99);
  });

  test('failures of one cause are grouped, failures of different causes are not', () => {
    expect(ratio(score().clusterPrecision)).toBe(1);
    expect(ratio(score().clusterRecall)).toBeGreaterThanOrEqual(0.95);
  });

  test('no sentence takes the value that came for the one that was expected', () => {
    const sides = pairs.filter(({ row }) => row.actual !== '' && row.expected !== '');
    expect(sides.length).toBeGreaterThanOrEqual(70);
    expect(defectsOf(sides).filter(({ check }) => check.startsWith('inverted'))).toEqual([]);
  });

  test('both values of a comparison are named', () => {
    const silent = pairs
      .filter(({ row }) => row.category === 'assertion' && row.actual !== '' && row.expected !== '')
      .filter(
        ({ row, diagnosis: { rootCause } }) => !rootCause.includes(row.actual) || !rootCause.includes(row.expected),
      )
      .map(({ row, diagnosis }) => `${row.id}: ${diagnosis.rootCause}`);
    expect(silent).toEqual([]);
  });
});
