import type { ApiOperation } from '../model/api.js';
import type { FinalState } from '../model/run.js';
import { type NamedTest, routeName, routesOfTest } from './match-route.js';

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
  /** Keys of the tests that ran and tell this route. */
  readonly tests: readonly string[];
  readonly passed: number;
  readonly failed: number;
  /** Tests that tell this route and did not run; they touch nothing. */
  readonly skipped: number;
  /** Share of passed among passed and failed, 0 to 1; null when none of both. */
  readonly passRate: number | null;
  readonly tested: boolean;
}

export interface RouteCoverage {
  /** In the order of the API description. */
  readonly operations: readonly OperationCoverage[];
  /** Routes that no test touched. */
  readonly untested: readonly string[];
  /** Routes that tests tell and the API description does not know, with the number of tests. */
  readonly undocumented: ReadonlyMap<string, number>;
  /** Tested operations in percent, 0 to 100; null when there is no operation. */
  readonly percent: number | null;
}

type Effect = 'passed' | 'failed' | 'ran' | 'skipped';

/** Joins operations and tests. An operation is tested when a test that tells its route ran, whatever came of it. */
export function routeCoverage(tests: readonly RouteTest[], operations: readonly ApiOperation[]): RouteCoverage {
  const found = new Map<ApiOperation, RouteTest[]>();
  const undocumented = new Map<string, number>();
  for (const test of tests)
    for (const { operation, route } of routesOfTest(test, operations)) {
      if (operation === null) undocumented.set(route, (undocumented.get(route) ?? 0) + 1);
      else if (!found.get(operation)?.push(test)) found.set(operation, [test]);
    }
  const covered = operations.map((operation) => coverageOf(operation, found.get(operation) ?? []));
  const untested = covered.filter(({ tested }) => !tested).map(({ route }) => route);
  const percent = covered.length === 0 ? null : (100 * (covered.length - untested.length)) / covered.length;
  return { operations: covered, untested, undocumented, percent };
}

function coverageOf(operation: ApiOperation, tests: readonly RouteTest[]): OperationCoverage {
  const ran = tests.filter(({ final }) => effectOf(final) !== 'skipped');
  const passed = tests.filter(({ final }) => effectOf(final) === 'passed').length;
  const failed = tests.filter(({ final }) => effectOf(final) === 'failed').length;
  return {
    operation,
    route: routeName(operation),
    tests: ran.map(({ key }) => key),
    passed,
    failed,
    skipped: tests.length - ran.length,
    passRate: passed + failed === 0 ? null : passed / (passed + failed),
    tested: ran.length > 0,
  };
}

/** An expected failure reached the route without saying whether it works. */
function effectOf(final: FinalState): Effect {
  switch (final) {
    case 'passed':
    case 'flaky':
      return 'passed';
    case 'failed':
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
