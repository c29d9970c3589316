import { causeClassOf } from '../model/cause-class.js';
import type { GitHubContext, RunContext } from '../model/context.js';
import type { Cause, RunDiagnosis } from '../model/diagnosis.js';
import type { Manifest, ManifestSuite, ToolRecord } from '../model/evidence.js';
import type { RunProblem } from '../model/problem.js';
import { withReason } from '../model/problem.js';
import type { RunReport, SuiteReport } from '../model/run.js';
import { NO_TOTALS } from '../verdict/totals.js';
import { isoSeconds } from './ids.js';
import { formatCount } from '../text/format.js';

const SCHEMA_VERSION = 1;

/** What the manifest says of the repository. */
export interface GitState {
  readonly commit: string;
  readonly branch: string;
}

export interface ManifestStart {
  readonly runId: string;
  readonly createdAt: number;
  readonly project: string;
  readonly git: GitState | null;
  readonly context: RunContext;
}

/** The manifest of a run that has begun: a reader sees at once that it is not finished. */
export function startManifest({ runId, createdAt, project, git, context }: ManifestStart): Manifest {
  return {
    run_id: runId,
    created_at: isoSeconds(createdAt),
    // Paths are relative to the workspace, whose own path is this one.
    target: { name: project, path: '.', git: git === null ? {} : { commit: git.commit, branch: git.branch } },
    tools: {},
    counts: countsOf(null, 0, {}),
    evidence_files: {},
    diagnostics: [],
    schema_version: SCHEMA_VERSION,
    finished_at: null,
    conclusion: null,
    suites: [],
    files: [],
    github: context.github === null ? {} : githubFacts(context.github),
  };
}

export interface FinishFacts {
  /** Epoch milliseconds. */
  readonly finishedAt: number;
  /** Numbers of records in evidence files beside tests and diagnostics, by the name of the file. */
  readonly records: Readonly<Record<string, number>>;
  /** What the run was part of, or made of. */
  readonly parts?: Pick<Manifest, 'shard' | 'legs'>;
}

/** The manifest of a finished run. `files` is filled in last, when nothing else is written any more. */
export function finishManifest(
  started: Manifest,
  report: RunReport,
  diagnosis: RunDiagnosis,
  { finishedAt, records, parts = {} }: FinishFacts,
): Manifest {
  return {
    ...started,
    tools: toolsOf(report),
    counts: countsOf(report, diagnosis.causes.length, records),
    evidence_files: Object.fromEntries(
      ['tests', 'diagnostics', ...Object.keys(records)].map((name) => [name, `evidence/${name}.jsonl`]),
    ),
    diagnostics: [...(report.problems ?? []).map(sentence), ...runSummary(report, diagnosis), ...diagnosis.notes],
    finished_at: isoSeconds(finishedAt),
    duration: inSeconds(report.durationMs),
    conclusion: report.conclusion,
    suites: report.suites.map(manifestSuite),
    ...parts,
    ...(report.problems === undefined ? {} : { problems: report.problems }),
  };
}

const inSeconds = (durationMs: number): number => Math.round(durationMs) / 1000;

function sentence({ headline, message }: RunProblem): string {
  return `${headline}. ${message}`;
}

function countsOf(
  report: RunReport | null,
  causes: number,
  records: FinishFacts['records'],
): Readonly<Record<string, number>> {
  const totals = report?.totals ?? NO_TOTALS;
  return {
    findings: records['quality'] ?? 0,
    risks: 0,
    tests: totals.total,
    coverage_components: records['coverage'] ?? 0,
    test_suites: report?.suites.length ?? 0,
    tests_passed: totals.passed,
    tests_failed: totals.failed,
    tests_errors: totals.errors,
    tests_skipped: totals.skipped,
    tests_flaky: totals.flaky,
    tests_quarantined: totals.quarantined,
    causes,
  };
}

/** Of a tool that several suites used the record that speaks most against it. */
function toolsOf(report: RunReport): Readonly<Record<string, ToolRecord>> {
  const records = report.suites.flatMap((suite) => (suite.suite.enabled ? [toolOf(suite)] : []));
  return Object.fromEntries(records.toSorted(([, a], [, b]) => badness(a) - badness(b)));
}

function badness({ executed, exit_code, error }: ToolRecord): number {
  if (error !== null) return 3;
  if (!executed) return 0;
  return exit_code === 0 ? 1 : 2;
}

function toolOf(suite: SuiteReport): readonly [string, ToolRecord] {
  const last = suite.attempts.at(-1);
  const error = suite.problems.find(({ severity, forces }) => severity === 'error' || forces === 'skipped');
  const record = {
    version: suite.tool?.version === '' ? null : (suite.tool?.version ?? null),
    executed: last !== undefined,
    exit_code: last?.exit.exitCode ?? null,
    error: error?.message ?? null,
  };
  return [suite.tool?.name ?? suite.suite.runner, record];
}

function manifestSuite(suite: SuiteReport): ManifestSuite {
  const { passed, failed, errors, skipped, flaky } = suite.totals;
  return {
    name: suite.suite.name,
    runner: suite.suite.runner,
    outcome: suite.outcome,
    conclusion: suite.conclusion,
    ...{ passed, failed, errors, skipped, flaky },
    duration: inSeconds(suite.durationMs),
    attempts: suite.attempts.length,
    problems: suite.problems.map((problem) => {
      const { severity, place, remedy } = problem;
      return { severity, place, message: withReason(problem), remedy };
    }),
  };
}

function githubFacts(github: GitHubContext): Readonly<Record<string, string | number>> {
  return {
    repository: `${github.owner}/${github.repository}`,
    server_url: github.serverUrl,
    sha: github.sha,
    head_sha: github.headSha,
    ref: github.ref,
    event_name: github.eventName,
    workflow: github.workflow,
    job: github.job,
    matrix: github.matrix,
    step: github.step,
    caller: github.caller,
    run_id: github.runId,
    run_number: github.runNumber,
    run_attempt: github.runAttempt,
    ...(github.checkRunId === null ? {} : { check_run_id: github.checkRunId }),
    ...(github.pullRequest === null ? {} : { pull_request: github.pullRequest.number }),
  };
}

/** What went wrong in two or three sentences, for people who read one line of a manifest. Causes are untrusted text. */
export function runSummary(report: RunReport, { causes }: RunDiagnosis): readonly string[] {
  const [largest] = causes;
  if (largest === undefined) return [];
  const { failed, errors, flaky, total } = report.totals;
  const failing = failed + errors;
  const lead =
    failing === 0
      ? endedWell(total, flaky)
      : `${failing} of ${total} tests failed (${formatCount(causes.length, 'cause')}).`;
  const most = `The largest is ${causeClassOf(largest)}: ${largest.rootCause} (${formatCount(largest.failures.length, 'test')}).`;
  const next = largest.suggestion === '' ? '' : ` ${largest.suggestion}`;
  return [`${lead} ${most}${next}`, ...causes.map(causeLine)];
}

function endedWell(total: number, flaky: number): string {
  if (total === 1) return 'The only test passed on a retry.';
  return `None of ${formatCount(total, 'test')} failed, but ${flaky} passed only on a retry.`;
}

function causeLine({ category, rootCause, failures }: Cause): string {
  return `${category}: ${rootCause} (${formatCount(failures.length, 'test')})`;
}
