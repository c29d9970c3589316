import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/diagnosis/rules/classify.js';
import { ratio, readCorpus, scoreCorpus } from './corpus-score.js';
import { type DiagnosedRow, diagnoseList } from './labelled-runs.js';
import { defectsOf } from './sentence-checks.js';

const LIST = resolve(import.meta.dirname, '../../fixtures/diagnosis/blind.jsonl');

type Counts = Readonly<Record<string, readonly [hits: number, of: number]>>;

describe('the confidence of the rules, as measured before they were changed for this list', () => {
  const first = resolve(import.meta.dirname, '../../fixtures/diagnosis/first-run.json');
  const { levels, rules } = JSON.parse(readFileSync(first, 'utf8')) as {
    readonly levels: Counts;
    readonly rules: Counts;
  };
  const share = ([hits, of]: readonly [number, number]): number => hits / of;

  test('high is right more often than medium, and medium more often than low', () => {
    const [high = [0, 1], medium = [0, 1], low = [0, 1]] = [levels['high'], levels['medium'], levels['low']];
    expect(share(high)).toBeGreaterThan(share(medium));
    expect(share(medium)).toBeGreaterThan(share(low));
  });

  test('no rule that was wrong in one of five cases or more is of high confidence', () => {
    const weak = RULES.filter(({ name }) => (rules[name]?.[1] ?? 0) >= 5 && share(rules[name] ?? [1, 1]) < 0.8);
    expect(weak.map(({ name, confidence }) => `${name} ${confidence}`)).toEqual(['data/parse medium']);
  });
});

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
