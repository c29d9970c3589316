import type { ChangedCoverage } from '../report/coverage-changed.js';
import { coverageTotals, type Coverage } from '../report/coverage-merge.js';
import type { CoverageSummary, RouteTally } from '../publish/context.js';
import type { OperationCoverage, RouteCoverage } from '../routes/route-coverage.js';

const LEAST_COVERED = 20;

/** What reports show of coverage: every route, the whole of the code, and the files that need tests most. */
export function coverageSummary(
  routes: RouteCoverage,
  code: Coverage,
  changed: ChangedCoverage | null,
): CoverageSummary {
  const files = code.files.map((file) => ({ path: file.path, ...coverageTotals([file]).lines }));
  const missing = files.filter(({ covered, total }) => covered < total);
  return {
    routes: routes.operations.map(routeTally),
    lines: coverageTotals(code.files).lines,
    changed,
    leastCovered: missing.toSorted((a, b) => b.total - b.covered - (a.total - a.covered)).slice(0, LEAST_COVERED),
  };
}

function routeTally({ route, tests, passed, suites, knownFrom }: OperationCoverage): RouteTally {
  const counted = { route, tests: tests.length, passed };
  if (tests.length === 0) return suites.length === 0 ? counted : { ...counted, recordedBy: 'suite' };
  return knownFrom.every((witness) => witness === 'request') ? { ...counted, recordedBy: 'tests' } : counted;
}
