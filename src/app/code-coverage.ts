import type { EvidenceRun } from '../evidence/run-directory.js';
import { mergeCoverage, type Coverage } from '../report/coverage-merge.js';
import { readCoverage, type CoverageReport } from '../report/coverage.js';
import type { Files } from '../ports.js';

const NAMES = '{coverage*.xml,cobertura*.xml,jacoco*.xml,clover*.xml,lcov.info,*.lcov,coverage*.json}';
const MOST_BYTES = 64 * 1024 * 1024;

/** Coverage reports among the artifacts of a run, joined. What is no coverage report after all is passed over. */
export async function readCodeCoverage(
  run: EvidenceRun,
  files: Files,
  resolvePath: (path: string) => string | null,
): Promise<Coverage> {
  const reports: CoverageReport[] = [];
  for (const path of await files.glob([`artifacts/**/${NAMES}`], run.directory)) {
    if ((await files.sizeOf(path)) > MOST_BYTES) continue;
    const report = readCoverage(await files.readText(path), path.slice(run.directory.length + 1));
    if (report.format !== null) reports.push(report);
  }
  return mergeCoverage(reports, resolvePath);
}
