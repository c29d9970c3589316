import { describe, expect, test } from '@jest/globals';
import type { ApiOperation } from '../../src/model/api.js';
import { readOpenApi } from '../../src/openapi/read-openapi.js';
import { routeCoverage, type RouteTest } from '../../src/routes/route-coverage.js';
import { buildApiRecords, buildRouteCoverageRecords } from '../../src/routes/route-records.js';
import { OPENAPI, SHOP, readDocument, readJson } from './documents.js';

interface HandCount {
  readonly percent: number;
  readonly untested: readonly string[];
  readonly undocumented: Readonly<Record<string, number>>;
  readonly operations: Readonly<Record<string, { tests: number; passed: number; failed: number; skipped: number }>>;
}

const { operations } = readOpenApi(readDocument(SHOP));
const tests = readJson(OPENAPI, 'shop', 'tests.json') as readonly RouteTest[];
const expected = readJson(OPENAPI, 'shop', 'expected.json') as HandCount;
const coverage = routeCoverage(tests, operations);

const frame = () => {
  let count = 0;
  return {
    nextId: (prefix: string) => `${prefix}-${++count}`,
    source: 'openapi.yaml',
    collectedAt: '2026-11-23T05:00:00Z',
    testIds: new Map([['tests/unit/test_service.py::test_get_health_success', 'TST-1']]),
  };
};

describe('route coverage', () => {
  test('of the shop equals the hand count', () => {
    const counted = coverage.operations.map(({ route, tests: touching, passed, failed, skipped }) => [
      route,
      { tests: touching.length, passed, failed, skipped },
    ]);
    expect(Object.fromEntries(counted)).toEqual(expected.operations);
    expect(coverage.untested).toEqual(expected.untested);
    expect(Object.fromEntries(coverage.undocumented)).toEqual(expected.undocumented);
    expect(coverage.percent).toBeCloseTo(expected.percent, 2);
  });

  test('has a pass rate only where something passed or failed', () => {
    const rates = new Map(coverage.operations.map(({ route, passRate }) => [route, passRate]));
    expect(rates.get('POST /orders')).toBe(0.75);
    expect(rates.get('GET /pets/featured')).toBe(1);
    expect(rates.get('POST /orders/{order_id}/refund')).toBeNull();
    expect(rates.get('POST /quotes')).toBeNull();
  });

  test('does not count a route as tested by tests that did not run', () => {
    const idle = tests.map((one) => ({ ...one, final: 'skipped' as const }));
    expect(routeCoverage(idle, operations)).toMatchObject({ percent: 0 });
  });

  test('counts an operation that only a recorded request reached, for a test and for a suite, and says so', () => {
    const [refund, quotes, delivery] = ['/orders/{order_id}/refund', '/quotes', '/delivery'].map((path) =>
      operations.find((one) => one.path === path),
    ) as [ApiOperation, ApiOperation, ApiOperation];
    const recorded = {
      byTest: new Map([[tests[0]?.key ?? '', new Set([quotes, refund])]]),
      bySuite: new Map([['e2e', new Set([delivery])]]),
    };
    const whole = routeCoverage(tests, operations, recorded);
    const of = (path: string) => whole.operations.find(({ operation }) => operation.path === path);
    expect(whole.percent).toBe(100);
    expect(of('/quotes')).toMatchObject({ tests: [tests[0]?.key], knownFrom: ['request'], suites: [] });
    expect(of('/orders/{order_id}/refund')).toMatchObject({ knownFrom: ['name', 'request'] });
    expect(of('/delivery')).toMatchObject({ tests: [], knownFrom: ['request'], suites: ['e2e'], passRate: null });
    const idle = tests.map((one) => ({ ...one, final: 'skipped' as const }));
    expect(routeCoverage(idle, operations, { ...recorded, bySuite: new Map() }).percent).toBe(0);
  });

  test('counts a test once however it reports its route', () => {
    const [operation] = operations as [ApiOperation];
    const test = { key: 'a', name: 'GET /health answers', final: 'passed' as const };
    const recorded = { byTest: new Map([['a', new Set([operation])]]), bySuite: new Map() };
    expect(routeCoverage([test], operations, recorded).operations[0]).toMatchObject({
      ...{ tests: ['a'], passed: 1, knownFrom: ['request', 'title'] },
    });
  });

  test('counts a page that a quality tool opened as a route only where the API describes it', () => {
    const pages = ['/gallery', '/delivery'].map((path) => {
      return { key: path, name: path, properties: { route: path }, final: 'passed' as const };
    });
    const seen = routeCoverage(pages, operations);
    expect(seen.undocumented.size).toBe(0);
    expect(seen.operations.filter(({ tested }) => tested).map(({ route }) => route)).toEqual(['GET /delivery']);
  });

  test('is unknown, not complete, without operations', () => {
    expect(routeCoverage(tests, []).percent).toBeNull();
    expect(buildRouteCoverageRecords(routeCoverage(tests, []), frame())).toEqual([]);
  });

  test('makes one API record an operation, with the tests as evidence', () => {
    const records = buildApiRecords(coverage, frame());
    expect(records).toHaveLength(14);
    expect(records[0]).toEqual({
      api_id: 'API-1',
      method: 'GET',
      path: '/health',
      auth_required: false,
      tags: [],
      source: 'openapi',
      confidence: 1,
      evidence_refs: ['TST-1'],
      metadata: {
        route: 'GET /health',
        operation_id: 'health',
        summary: '',
        deprecated: false,
        tested: true,
        tests_run: 1,
        passed: 1,
        failed: 0,
        skipped: 0,
        pass_rate: 1,
        known_from: ['name'],
        suites: [],
      },
    });
  });

  test('makes coverage records whose parts add up to the whole', () => {
    const [overall, ...parts] = buildRouteCoverageRecords(coverage, frame());
    expect(overall).toMatchObject({
      coverage_id: 'COV-1',
      type: 'route',
      component: '__overall__',
      total_statements: 14,
      covered_statements: 12,
      sources: ['openapi.yaml'],
      metadata: { untested: ['POST /quotes', 'GET /delivery'] },
    });
    expect(overall?.value).toBeCloseTo(12 / 14);
    expect(parts.reduce((sum, { covered_statements }) => sum + (covered_statements ?? 0), 0)).toBe(12);
    expect(parts.find(({ component }) => component === 'GET /health')?.metadata['tests']).toEqual(['TST-1']);
  });
});
