import { keepLastArtifacts } from '../../execution/attempt/keep-artifacts.js';
import { buildRunReport } from '../../verdict/verdict.js';
import type { Problem, RunProblem } from '../../model/problem.js';
import type { RunReport } from '../../model/run.js';
import { readChanges, type Changes } from '../read/read-changed-lines.js';
import { locateTests, readRepositoryFiles, type RepositoryFiles } from './locate-tests.js';
import { coverageAges } from './measure-coverage.js';
import { measureCoverage, type JudgedCoverage } from './measure-coverage.js';
import type { ApplicationEnd } from '../../execution/application-record.js';
import type { Redactor } from '../../redaction/redactor.js';
import type { ExecutedRun, Run } from '../run.js';
import { testFolders } from '../at-checkout.js';
import type { Services } from '../services.js';
import { withApplicationEnd } from './application-end.js';
import { redactRuns } from './redact-run.js';
import { formatCount } from '../../text/format.js';

/** A run with its verdict, which nothing that follows can change, and what the verdict was drawn from. */
export interface EvaluatedRun {
  readonly report: RunReport;
  readonly coverage: JudgedCoverage;
  readonly changes: Changes;
  readonly repository: RepositoryFiles;
  readonly problems: readonly Problem[];
}

/**
 * The one place where a run becomes red or green: by its suites, then by the thresholds for the coverage that they
 * left. Nothing has been published yet.
 */
export async function evaluateRun(
  { settings, directory: run, startedAt }: Pick<Run, 'settings' | 'directory' | 'startedAt'>,
  { suites, application, durationMs }: ExecutedRun,
  redactor: Redactor,
  services: Services,
): Promise<EvaluatedRun> {
  const repository = await readRepositoryFiles(testFolders(settings), services);
  const ended = withApplicationEnd(redactRuns(suites, redactor), redactedEnd(application, redactor));
  const runs = locateTests(ended, repository, services.context.workspace);
  const resolvePath = (path: string): string | null => repositoryPath(path, repository);
  const left = await keepLastArtifacts(runs, { files: services.files, runDirectory: run.directory });
  const changes = await readChanges(settings, services);
  const coverage = await measureCoverage({ settings, run, runs, changes, resolvePath }, services);
  const judged = withFailures(buildRunReport(runs, settings, { startedAt, durationMs }), coverage);
  const report = withUntested(judged, settings.untested ?? []);
  const ages = await coverageAges(runs, run, services.files);
  return { report, coverage, changes, repository, problems: [...left, ...coverage.problems, ...ages] };
}

function redactedEnd(end: ApplicationEnd | null, { redact }: Redactor): ApplicationEnd | null {
  return end === null ? null : { ...end, logTail: redact(end.logTail) };
}

/** Any path that a tool reports as a path of the repository, which may lie in a folder of the workspace. */
function repositoryPath(path: string, { resolve, isTracked, root }: RepositoryFiles): string | null {
  if (root !== '' && isTracked(`${root}/${path}`)) return path;
  const found = resolve(path).file;
  return root !== '' && found?.startsWith(`${root}/`) === true ? found.slice(root.length + 1) : found;
}

/** Coverage thresholds are not applied to a cancelled run: its coverage is incomplete and it is not green anyway. */
function withFailures(report: RunReport, { failures }: JudgedCoverage): RunReport {
  const isCutOff = report.suites.some(({ outcome }) => outcome === 'cancelled');
  if (failures.length === 0 || isCutOff) return report;
  return { ...report, conclusion: 'failure', problems: failures };
}

const MOST_NAMED = 10;

/** Tests that no suite covers are named, and a run that leaves them out is not green. */
function withUntested(report: RunReport, untested: readonly string[]): RunReport {
  if (untested.length === 0) return report;
  const more = untested.length - MOST_NAMED;
  const named = [...untested.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${more} more`] : [])];
  const headline = `${formatCount(untested.length, 'test file')} ${untested.length === 1 ? 'is' : 'are'} in no suite`;
  const remedy = 'Define `suites`. Then only the suites that you define run, and other test files are ignored.';
  const problem: RunProblem = { severity: 'warning', place: 'suites', headline, message: named.join('; '), remedy };
  const conclusion = report.conclusion === 'success' ? 'neutral' : report.conclusion;
  return { ...report, conclusion, problems: [...(report.problems ?? []), problem] };
}
