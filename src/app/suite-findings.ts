import type { EvidenceRun } from '../evidence/run-directory.js';
import type { SuiteFindings } from '../model/quality.js';
import type { RunReport } from '../model/run.js';
import { readFindings } from '../quality/findings.js';
import { loadFindings } from '../quality/load-findings.js';
import type { Files } from '../ports.js';

/** What each suite found, in the order of the suites; of each route or page its last word. Suites without are left out. */
export async function suiteFindings(
  report: RunReport,
  run: EvidenceRun,
  files: Files,
): Promise<readonly SuiteFindings[]> {
  const found: SuiteFindings[] = [];
  for (const { suite, attempts, tests } of report.suites) {
    const directories = attempts.map(({ directory }) => directory);
    const findings = [...(await readFindings(directories, run.directory, files)), ...loadFindings(suite.runner, tests)];
    if (findings.length > 0) found.push({ suite: suite.name, findings });
  }
  return found;
}
