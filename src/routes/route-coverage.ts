import type { ApiOperation } from '../model/api.js';
import type { FinalState } from '../model/run.js';
import { type NamedTest, type RouteMatch, routeName, routesOfTest } from './match-route.js';

/** A test as route coverage sees it. */
export interface RouteTest extends NamedTest {
  /** Unique in the run. */
  readonly key: string;
  readonly final: FinalState;
}

/** One operation with the tests that touch it. */
export interface OperationCoverage {
  readonly operation: ApiOperation;
  /** `GET /pets/{pet_id}`. */
  readonly route: string;
  /** Keys of the tests that ran and name this route. */
  readonly tests: readonly string[];
  readonly passed: number;
  readonly failed: number;
  /** Tests that name this route and did not run; they touch nothing. */
  readonly skipped: number;
  /** Suites that recorded requests to it which belong to none of their tests. */
  readonly suites: readonly string[];
  /** What shows that tests touch it; empty when nothing does. */
  readonly knownFrom: readonly RouteSource[];
  /** Share of passed among passed and failed, 0 to 1; null when none of both. */
  readonly passRate: number | null;
  readonly tested: boolean;
}

/** What shows that a test touches an operation. */
export type RouteSource = RouteMatch['by'] | 'request';

/** Operations that recorded requests reached. */
export interface RecordedOperations {
  /** By the key of the test that recorded them. */
  readonly byTest: ReadonlyMap<string, ReadonlySet<ApiOperation>>;
  /** By the suite, where no test owns the recording. */
  readonly bySuite: ReadonlyMap<string, ReadonlySet<ApiOperation>>;
}

/** What a run without recordings has. */
export const NOTHING_RECORDED: RecordedOperations = { byTest: new Map(), bySuite: new Map() };

export interface RouteCoverage {
  /** In the order of the API description. */
  readonly operations: readonly OperationCoverage[];
  /** Routes that no test touched. */
  readonly untested: readonly string[];
  /** Routes that tests name and the API description does not know, with the number of tests. */
  readonly undocumented: ReadonlyMap<string, number>;
  /** Tested operations in percent, 0 to 100; null when there is no operation. */
  readonly percent: number | null;
}

type Effect = 'passed' | 'failed' | 'ran' | 'skipped';

interface Touch {
  readonly test: RouteTest;
  readonly by: RouteSource;
}

type Touches = Map<ApiOperation, Map<string, readonly Touch[]>>;

/**
 * Joins operations and tests. An operation is tested when a test that names its route, or that recorded a request to
 * it, ran, whatever came of it; or when a suite recorded a request that belongs to none of its tests.
 */
export function routeCoverage(
  tests: readonly RouteTest[],
  operations: readonly ApiOperation[],
  recorded: RecordedOperations = NOTHING_RECORDED,
): RouteCoverage {
  const touches: Touches = new Map();
  const undocumented = new Map<string, number>();
  for (const test of tests) {
    for (const { operation, route, by } of routesOfTest(test, operations)) {
      if (operation !== null) note(touches, operation, { test, by });
      // The path of a page is a route that no description of an API would have.
      else if (!route.startsWith('/')) undocumented.set(route, (undocumented.get(route) ?? 0) + 1);
    }
    for (const operation of recorded.byTest.get(test.key) ?? []) note(touches, operation, { test, by: 'request' });
  }
  const covered = operations.map((operation) => coverageOf(operation, touches, recorded));
  const untested = covered.filter(({ tested }) => !tested).map(({ route }) => route);
  const percent = covered.length === 0 ? null : (100 * (covered.length - untested.length)) / covered.length;
  return { operations: covered, untested, undocumented, percent };
}

function note(touches: Touches, operation: ApiOperation, touch: Touch): void {
  const byTest = touches.get(operation) ?? new Map<string, readonly Touch[]>();
  touches.set(operation, byTest);
  byTest.set(touch.test.key, [...(byTest.get(touch.test.key) ?? []), touch]);
}

function coverageOf(operation: ApiOperation, touches: Touches, { bySuite }: RecordedOperations): OperationCoverage {
  const touching = [...(touches.get(operation)?.values() ?? [])];
  const tests = touching.flatMap(([first]) => (first === undefined ? [] : [first.test]));
  const ran = tests.filter(({ final }) => effectOf(final) !== 'skipped');
  const passed = tests.filter(({ final }) => effectOf(final) === 'passed').length;
  const failed = tests.filter(({ final }) => effectOf(final) === 'failed').length;
  const suites = [...bySuite].filter(([, reached]) => reached.has(operation)).map(([suite]) => suite);
  const reported = touching.flat().filter(({ test }) => effectOf(test.final) !== 'skipped');
  return {
    operation,
    route: routeName(operation),
    tests: ran.map(({ key }) => key),
    ...{ passed, failed, suites },
    skipped: tests.length - ran.length,
    knownFrom: [
      ...new Set([...reported.map(({ by }) => by), ...(suites.length > 0 ? ['request' as const] : [])]),
    ].sort(),
    passRate: passed + failed === 0 ? null : passed / (passed + failed),
    tested: ran.length > 0 || suites.length > 0,
  };
}

/** An expected failure reached the route without saying whether it works. */
function effectOf(final: FinalState): Effect {
  switch (final) {
    case 'passed':
    case 'flaky':
      return 'passed';
    case 'failed':
    case 'order-dependent':
    case 'error':
    case 'lost':
    case 'timeout':
    case 'crashed':
    case 'quarantined':
      return 'failed';
    case 'xfailed':
      return 'ran';
    case 'skipped':
    case 'not-run':
    case 'cancelled':
      return 'skipped';
  }
}
