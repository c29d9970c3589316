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
import type { World } from '../services.js';

/** A run with its verdict, which nothing that follows can change, and what the verdict was drawn from. */
export interface JudgedRun {
  readonly report: RunReport;
  readonly coverage: JudgedCoverage;
  readonly changes: Changes;
  readonly resolvePath: (path: string) => string | null;
  readonly problems: readonly Problem[];
}

export interface JudgeOrder {
  readonly settings: Settings;
  readonly run: EvidenceRun;
  readonly time: Pick<RunReport, 'startedAt' | 'durationMs'>;
}

/**
 * The one place where a run becomes red or green: by its suites, then by the thresholds for the coverage that they
 * left. Nothing has been published yet.
 */
export async function judgeRun(
  runs: readonly SuiteRun[],
  { settings, run, time }: JudgeOrder,
  world: World,
): Promise<JudgedRun> {
  const index = buildPathIndex(await world.git.trackedFiles(), [world.context.workspace]);
  const resolvePath = (path: string): string | null => index.resolve(path);
  const left = await keepLastArtifacts(runs, { files: world.files, runDirectory: run.directory });
  const changes = await readChanges(settings, world);
  const coverage = await measureCoverage({ settings, run, runs, changes, resolvePath }, world);
  const report = withFailures(buildRunReport(runs, settings, time), coverage);
  const ages = await coverageAges(runs, world.files);
  return { report, coverage, changes, resolvePath, problems: [...left, ...coverage.problems, ...ages] };
}

/** Half a run covers half the code: one that was cut off is not held against a threshold, and is not green anyway. */
function withFailures(report: RunReport, { failures }: JudgedCoverage): RunReport {
  const isCutOff = report.suites.some(({ outcome }) => outcome === 'cancelled');
  if (failures.length === 0 || isCutOff) return report;
  return { ...report, conclusion: 'failure', problems: failures };
}
