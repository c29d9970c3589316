import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readReport } from '../../src/report/read-report.js';
import { totalsOfReport } from '../../src/report/report-totals.js';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus/junit');

interface Counts {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly error: number;
  readonly skipped: number;
  readonly flaky?: number;
  readonly suiteErrors?: number;
}

interface Expected {
  readonly verdict?: Counts;
  readonly mergedWorstOf?: Counts;
  readonly outcome?: string;
  readonly truncated?: boolean;
  readonly reject?: string;
  readonly declared?: Readonly<Record<string, number>>;
  readonly firstFailure?: {
    readonly suite?: string;
    readonly name: string;
    readonly classname: string;
    readonly kind: string;
  };
}

/** The corpus calls it `allskipped`. */
const outcomeWord = (outcome: string): string => (outcome === 'all-skipped' ? 'allskipped' : outcome);

async function differences(file: string, expected: Expected): Promise<readonly string[]> {
  const report = await readReport(createReadStream(join(CORPUS, file)), { name: file, place: file });
  const errors = report.problems.filter(({ severity }) => severity === 'error');
  if (expected.reject !== undefined)
    return errors.length > 0 || report.format !== 'junit' ? [] : [`${file}: read although ${expected.reject}`];
  const totals = totalsOfReport(report);
  const keys = ['total', 'passed', 'failed', 'error', 'skipped', 'flaky', 'suiteErrors'] as const;
  const wrong = (counts: Counts | undefined): readonly string[] =>
    counts === undefined
      ? ['none']
      : keys
          .filter((key) => (counts[key] ?? totals[key]) !== totals[key])
          .map((key) => `${file}: ${key} is ${totals[key]}, not ${counts[key] ?? 0}`);
  const counts = wrong(expected.mergedWorstOf).length === 0 ? [] : wrong(expected.verdict);
  const first = report.cases.find(({ status }) => status === 'failed' || status === 'error');
  const wanted = expected.firstFailure;
  return [
    ...counts,
    ...(outcomeWord(totals.outcome) === expected.outcome
      ? []
      : [`${file}: outcome ${totals.outcome}, not ${String(expected.outcome)}`]),
    ...(expected.truncated === true && errors.length === 0 ? [`${file}: torn, but no error`] : []),
    ...(wanted === undefined ||
    (first?.name === wanted.name &&
      first.classname === wanted.classname &&
      first.status === wanted.kind &&
      (wanted.suite === undefined || first.suite.split(' > ')[0] === wanted.suite))
      ? []
      : [
          `${file}: first failure ${JSON.stringify([first?.suite, first?.classname, first?.name, first?.status])}, not ${JSON.stringify(wanted)}`,
        ]),
    ...Object.entries(expected.declared ?? {})
      .filter(([key, value]) => key in report.declared && report.declared[key as 'tests'] !== value)
      .map(([key, value]) => `${file}: declared ${key} ${report.declared[key as 'tests']} not ${value}`),
  ];
}

describe('the corpus of real reports', () => {
  test('every file is read as its verdict says', async () => {
    if (!existsSync(CORPUS)) {
      console.warn(`skipped: no corpus at ${CORPUS}`);
      return;
    }
    const expected = JSON.parse(readFileSync(join(CORPUS, 'expected.json'), 'utf8')) as Record<string, Expected>;
    const wrong: string[] = [];
    for (const [file, verdict] of Object.entries(expected)) wrong.push(...(await differences(file, verdict)));
    expect(wrong).toEqual([]);
  }, 120_000);
});
