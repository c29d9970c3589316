import { causeClassOf } from '../model/cause-class.js';
import { countedAs } from '../verdict/totals.js';
import { decisiveAttempt, finalStateOf, isBad } from '../verdict/final-state.js';
import type { Diagnosis, RunDiagnosis } from '../model/diagnosis.js';
import type { DiagnosticRecord, FailureRecord } from '../model/evidence.js';
import type { RunReport, TestCase } from '../model/run.js';
import { testKey } from '../model/run.js';
import { clipBytes } from '../text/bounds.js';
import { type createIds, recordId } from './ids.js';

/** Of a message in a record. */
export const MESSAGE_BYTES = 4000;

/** Ids of the records of tests: they are numbered from 1, in the order of suites and tests. */
export interface TestIds {
  /** The id of a test by its number. */
  readonly of: (number: number) => string;
  /** The id of a test by its key; undefined for a test that the run does not have. */
  readonly get: (key: string) => string | undefined;
}

/** Numbers the tests of a run. Most are never asked for by their keys, so only those are kept that did not just pass. */
export function numberTests(report: RunReport, day: string): TestIds {
  const of = (number: number): string => recordId('TST', day, number);
  const notable = numbersByKey(report, (test) => finalStateOf(test) !== 'passed');
  let all: ReadonlyMap<string, number> | null = null;
  const numberOf = (key: string): number | undefined =>
    notable.get(key) ?? (all ??= numbersByKey(report, () => true)).get(key);
  return {
    of,
    get: (key) => {
      const number = numberOf(key);
      return number === undefined ? undefined : of(number);
    },
  };
}

function numbersByKey({ suites }: RunReport, isWanted: (test: TestCase) => boolean): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  let number = 0;
  for (const { tests } of suites)
    for (const test of tests) {
      number += 1;
      if (isWanted(test)) numbers.set(testKey(test), number);
    }
  return numbers;
}

/** One record a diagnosed test. A diagnosis whose test has no record is left out. */
export function buildDiagnosticRecords(
  { diagnoses, causes }: RunDiagnosis,
  testIds: TestIds,
  nextId: ReturnType<typeof createIds>,
): readonly DiagnosticRecord[] {
  const clusters = new Map(causes.flatMap((cause) => cause.failures.map((key) => [key, cause.id] as const)));
  return diagnoses.flatMap((diagnosis) => {
    const testId = testIds.get(diagnosis.key);
    if (testId === undefined) return [];
    const { category, kind, suggestion, confidence, source, quotes, place } = diagnosis;
    return [
      {
        diagnostic_id: nextId('DGN'),
        test_id: testId,
        category,
        class: causeClassOf(diagnosis),
        kind,
        root_cause: diagnosis.rootCause,
        suggestion,
        confidence,
        fix_code: diagnosis.fixCode,
        cluster: clusters.get(diagnosis.key) ?? '',
        source,
        quotes,
        file: place?.file ?? null,
        line: place?.line ?? null,
      },
    ];
  });
}

/** Shares that stand for our words, where a reader formats a number. */
const CONFIDENCE: Readonly<Record<string, number>> = { high: 0.9, medium: 0.6, low: 0.3 };
const UNEXPLAINED = { category: 'unknown', rootCause: '', suggestion: '', confidence: 'low' } as const;

/** One record a failed test, diagnosed or not, made one by one. Flaky and forgiven tests are no failures. */
export function* failureRecords(
  report: RunReport,
  { diagnoses }: RunDiagnosis,
  routeOf: (test: TestCase) => string | null,
): Generator<FailureRecord> {
  const known = new Map(diagnoses.map((diagnosis) => [diagnosis.key, diagnosis]));
  for (const { tests } of report.suites)
    for (const test of tests)
      if (FAILED.has(countedAs(finalStateOf(test)))) yield failureRecord(test, known.get(testKey(test)), routeOf(test));
}

const FAILED: ReadonlySet<string> = new Set(['failed', 'error']);

function failureRecord(test: TestCase, diagnosis: Diagnosis | undefined, route: string | null): FailureRecord {
  const message = errorMessageOf(test);
  const { category, rootCause, suggestion, confidence } = diagnosis ?? UNEXPLAINED;
  return {
    test_name: test.name,
    suite: test.suite,
    category,
    root_cause: rootCause || (message ?? 'Unknown'),
    confidence: CONFIDENCE[confidence] ?? 0,
    suggestion,
    error_message: message,
    route,
  };
}

/** What the last attempt that went wrong says; null when none did. */
export function errorMessageOf({ attempts }: TestCase): string | null {
  const decisive = attempts.some(({ status }) => isBad(status)) ? decisiveAttempt({ attempts }) : undefined;
  return decisive === undefined ? null : clipBytes(decisive.message || decisive.details, MESSAGE_BYTES);
}
