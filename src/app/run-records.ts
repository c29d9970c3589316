import { finalStateOf } from '../execution/final-state.js';
import { isoSeconds, type createIds } from '../evidence/ids.js';
import type { ApiRecord, CoverageRecord } from '../model/evidence.js';
import type { FindingRecord, SuiteFindings } from '../model/quality.js';
import type { RunReport } from '../model/run.js';
import { testKey } from '../model/test-key.js';
import type { ChangedCoverage } from '../report/coverage-changed.js';
import { buildCoverageRecords } from '../report/coverage-records.js';
import type { Coverage } from '../report/coverage-merge.js';
import {
  NOTHING_RECORDED,
  type RecordedOperations,
  routeCoverage,
  type RouteCoverage,
} from '../routes/route-coverage.js';
import { buildApiRecords, buildRouteCoverageRecords } from '../routes/route-records.js';
import type { KnownApi } from './read-api.js';

/** How the operations of the API are covered by the tests of a run. */
export function coverRoutes(
  report: RunReport,
  { operations }: Pick<KnownApi, 'operations'>,
  recorded: RecordedOperations = NOTHING_RECORDED,
): RouteCoverage {
  const tests = report.suites.flatMap((suite) => suite.tests);
  const named = tests.map((test) => {
    const { name, tags, properties } = test;
    return { key: testKey(test), name, tags, properties, final: finalStateOf(test) };
  });
  return routeCoverage(operations.length === 0 ? [] : named, operations, recorded);
}

/** Findings of the quality suites, numbered, each with the name of its suite. */
export function findingRecords(
  found: readonly SuiteFindings[],
  nextId: ReturnType<typeof createIds>,
): readonly FindingRecord[] {
  return found.flatMap(({ suite, findings }) =>
    findings.map((finding) => {
      return { ...finding, metadata: { ...finding.metadata, suite }, finding_id: nextId('FND') };
    }),
  );
}

export interface CoverageFacts {
  readonly routes: RouteCoverage;
  readonly code: Coverage;
  readonly changed: ChangedCoverage | null;
  readonly source: string;
  readonly testIds: ReadonlyMap<string, string>;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Lines for apis.jsonl and coverage.jsonl. */
export function coverageRecords(
  { routes, code, changed, source, testIds, at }: CoverageFacts,
  nextId: ReturnType<typeof createIds>,
): { readonly apis: readonly ApiRecord[]; readonly coverage: readonly CoverageRecord[] } {
  const frame = { nextId, source, collectedAt: isoSeconds(at), testIds };
  return {
    apis: buildApiRecords(routes, frame),
    coverage: [...buildRouteCoverageRecords(routes, frame), ...buildCoverageRecords(code, changed, frame)],
  };
}
