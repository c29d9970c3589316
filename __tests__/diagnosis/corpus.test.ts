import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { diagnoseRun } from '../../src/diagnosis/diagnose-run.js';
import { failureOf, ratio, readCorpus, scoreCorpus } from './corpus-score.js';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus/diagnosis/dev.jsonl');
const rows = readCorpus(CORPUS);
if (rows === null)
  console.warn(
    'SKIPPED: the labelled corpus (../shared/corpus/diagnosis/dev.jsonl) is not here; the gates of the diagnosis are not checked.',
  );

(rows === null ? describe.skip : describe)('351 labelled failures of real test runs', () => {
  const labelled = rows ?? [];
  const run = diagnoseRun(labelled.map(failureOf));
  const score = scoreCorpus(labelled, run.diagnoses);

  test('the category is right for 95 of 100, plausible for 98', () => {
    expect(score.missed.slice(0, Math.floor(labelled.length * 0.05))).toEqual(score.missed);
    expect(ratio(score.strict)).toBeGreaterThanOrEqual(0.95);
    expect(ratio(score.lenient)).toBeGreaterThanOrEqual(0.98);
  });

  test('the place is the line a person would click for 95 of 100, and hardly ever in a wrong file', () => {
    expect(ratio(score.locationExact)).toBeGreaterThanOrEqual(0.95);
    expect(ratio(score.wrongFile)).toBeLessThanOrEqual(0.01);
  });

  test('failures of one cause are grouped, failures of different causes are not', () => {
    expect(ratio(score.clusterPrecision)).toBeGreaterThanOrEqual(0.97);
    expect(ratio(score.clusterRecall)).toBeGreaterThanOrEqual(0.92);
  });

  test('every failure gets a sentence, a next step, and quotes that stand in its text', () => {
    for (const [at, diagnosis] of run.diagnoses.entries()) {
      const row = labelled[at];
      expect(diagnosis.rootCause).not.toBe('');
      expect(diagnosis.suggestion).not.toBe('');
      expect(diagnosis.rootCause.length).toBeLessThanOrEqual(240);
      for (const quote of diagnosis.quotes) expect(`${row?.message ?? ''}\n${row?.output ?? ''}`).toContain(quote);
    }
  });

  test('the causes hold every failure exactly once, the longest reach first', () => {
    const keys = run.causes.flatMap(({ failures }) => failures);
    expect([...keys].sort()).toEqual(labelled.map(({ id }) => id).sort());
    const sizes = run.causes.map(({ failures }) => failures.length);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });
});
