import type { EvidenceRun } from '../evidence/run-directory.js';
import type { Problem } from '../model/problem.js';
import { mergeCoverage, type Coverage } from '../report/coverage-merge.js';
import type { CoverageReport } from '../report/coverage.js';
import type { Files } from '../ports.js';

const NAMES = /^(?:(?:coverage|cobertura|jacoco|clover)[^/\\]*\.xml|coverage[^/\\]*\.json|lcov\.info|[^/\\]+\.lcov)$/;

/** True for a file that is named as coverage tools name their reports. */
export function isNamedAsCoverage(path: string): boolean {
  return NAMES.test(path.split(/[/\\]/).at(-1) ?? '');
}

/** The code that a run covers, and what is missing from it. */
export interface CodeCoverage {
  readonly code: Coverage;
  /** Reports that are broken or too large, each a warning. */
  readonly unread: readonly Problem[];
}

/** Coverage reports among the artifacts of a run, joined. What is no coverage report after all is passed over. */
export async function readCodeCoverage(
  run: EvidenceRun,
  files: Files,
  resolvePath: (path: string) => string | null,
): Promise<CodeCoverage> {
  const reports: CoverageReport[] = [];
  const artifacts = await files.glob(['artifacts/**/*.{xml,json,info,lcov}'], run.directory);
  for (const path of artifacts.filter(isNamedAsCoverage))
    reports.push(await readOne(path, path.slice(run.directory.length + 1), files));
  const unread = reports.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'));
  const code = mergeCoverage(
    reports.filter(({ format }) => format !== null),
    resolvePath,
  );
  return { code, unread: unread.map((problem) => ({ ...problem, severity: 'warning' })) };
}

async function readOne(path: string, place: string, files: Files): Promise<CoverageReport> {
  // Most runs have none, and what reads them is a seventh of what there is to load.
  const { MOST_COVERAGE_BYTES, readCoverage, tooLarge } = await import('../report/coverage.js');
  const isSmall = (await files.sizeOf(path)) <= MOST_COVERAGE_BYTES;
  return isSmall ? readCoverage(await files.readText(path), place) : tooLarge(place);
}
