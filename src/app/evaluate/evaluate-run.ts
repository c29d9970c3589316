import type { EvidenceRun } from '../../evidence/run-directory.js';
import { keepLastArtifacts } from '../../execution/attempt/keep-artifacts.js';
import { buildRunReport } from '../../verdict/verdict.js';
import { buildPathIndex } from '../../locate/path-index.js';
import type { Problem } from '../../model/problem.js';
import type { RunReport, SuiteRun } from '../../model/run.js';
import type { Settings } from '../../model/settings.js';
import { readChanges, type Changes } from '../read/read-changed-lines.js';
import { coverageAges } from './measure-coverage.js';
import { measureCoverage, type JudgedCoverage } from './measure-coverage.js';
import type { Services } from '../services.js';

/** A run with its verdict, which nothing that follows can change, and what the verdict was drawn from. */
export interface EvaluatedRun {
  readonly report: RunReport;
  readonly coverage: JudgedCoverage;
  readonly changes: Changes;
  readonly resolvePath: (path: string) => string | null;
  readonly problems: readonly Problem[];
}

export interface EvaluationOptions {
  readonly settings: Settings;
  readonly run: EvidenceRun;
  readonly time: Pick<RunReport, 'startedAt' | 'durationMs'>;
}

/**
 * The one place where a run becomes red or green: by its suites, then by the thresholds for the coverage that they
 * left. Nothing has been published yet.
 */
export async function evaluateRun(
  runs: readonly SuiteRun[],
  { settings, run, time }: EvaluationOptions,
  services: Services,
): Promise<EvaluatedRun> {
  const index = buildPathIndex(await services.git.trackedFiles(), [services.context.workspace]);
  const resolvePath = (path: string): string | null => index.resolve(path);
  const left = await keepLastArtifacts(runs, { files: services.files, runDirectory: run.directory });
  const changes = await readChanges(settings, services);
  const coverage = await measureCoverage({ settings, run, runs, changes, resolvePath }, services);
  const report = withFailures(buildRunReport(runs, settings, time), coverage);
  const ages = await coverageAges(runs, services.files);
  return { report, coverage, changes, resolvePath, problems: [...left, ...coverage.problems, ...ages] };
}

/** Half a run covers half the code: one that was cut off is not held against a threshold, and is not green anyway. */
function withFailures(report: RunReport, { failures }: JudgedCoverage): RunReport {
  const isCutOff = report.suites.some(({ outcome }) => outcome === 'cancelled');
  if (failures.length === 0 || isCutOff) return report;
  return { ...report, conclusion: 'failure', problems: failures };
}
