import type { ChangedCoverage } from '../report/coverage-changed.js';
import { coverageTotals, type Coverage } from '../report/coverage-merge.js';
import type { CoverageSummary } from '../publish/context.js';
import type { RouteCoverage } from '../routes/route-coverage.js';

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
    routes: routes.operations.map(({ route, tests, passed }) => ({ route, tests: tests.length, passed })),
    lines: coverageTotals(code.files).lines,
    changed,
    leastCovered: missing.toSorted((a, b) => b.total - b.covered - (a.total - a.covered)).slice(0, LEAST_COVERED),
  };
}
