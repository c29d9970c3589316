import type { ApiRecord, CoverageRecord } from '../model/evidence.js';
import type { OperationCoverage, RouteCoverage } from './route-coverage.js';

/** What records say besides the numbers. */
export interface RecordFrame {
  readonly nextId: (prefix: 'API' | 'COV') => string;
  /** The API description: a file relative to the workspace, or a URL. */
  readonly source: string;
  /** ISO 8601. */
  readonly collectedAt: string;
  /** Record ids of tests by key; a test without one is named by its key. */
  readonly testIds: { readonly get: (key: string) => string | undefined };
}

const MAX_REFS = 200;

/** One record an operation, for apis.jsonl. Confidence is 1: the description itself names the operation. */
export function buildApiRecords(coverage: RouteCoverage, frame: RecordFrame): readonly ApiRecord[] {
  return coverage.operations.map((one) => {
    const { method, path, authRequired, tags, operationId, summary, deprecated } = one.operation;
    return {
      api_id: frame.nextId('API'),
      method,
      path,
      auth_required: authRequired,
      tags,
      source: 'openapi',
      confidence: 1,
      evidence_refs: testRefs(one, frame),
      metadata: { route: one.route, operation_id: operationId, summary, deprecated, ...numbersOf(one) },
    };
  });
}

/** The whole API first, then one record an operation, for coverage.jsonl. None when there is no operation. */
export function buildRouteCoverageRecords(coverage: RouteCoverage, frame: RecordFrame): readonly CoverageRecord[] {
  const { operations, untested, percent } = coverage;
  if (percent === null) return [];
  const covered = operations.length - untested.length;
  const metadata = { untested, undocumented: [...coverage.undocumented.keys()] };
  return [
    routeRecord(frame, '__overall__', operations.length, covered, metadata),
    ...operations.map((one) =>
      routeRecord(frame, one.route, 1, one.tested ? 1 : 0, { tests: testRefs(one, frame), ...numbersOf(one) }),
    ),
  ];
}

function routeRecord(
  frame: RecordFrame,
  component: string,
  total: number,
  covered: number,
  metadata: CoverageRecord['metadata'],
): CoverageRecord {
  return {
    coverage_id: frame.nextId('COV'),
    type: 'route',
    component,
    value: covered / total,
    total_statements: total,
    covered_statements: covered,
    sources: [frame.source],
    linked_cujs: [],
    collected_at: frame.collectedAt,
    metadata,
  };
}

function testRefs({ tests }: OperationCoverage, { testIds }: RecordFrame): readonly string[] {
  return tests.slice(0, MAX_REFS).map((key) => testIds.get(key) ?? key);
}

function numbersOf({
  tested,
  tests,
  passed,
  failed,
  skipped,
  passRate,
  suites,
  knownFrom,
}: OperationCoverage): CoverageRecord['metadata'] {
  return {
    tested,
    tests_run: tests.length,
    passed,
    failed,
    skipped,
    pass_rate: passRate,
    known_from: knownFrom,
    suites,
  };
}
