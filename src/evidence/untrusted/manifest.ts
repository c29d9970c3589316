import type { Problem, RunProblem, Severity, SuiteProblem } from '../../model/problem.js';
import type { Conclusion, SuiteOutcome } from '../../model/run.js';
import { RUNNER_NAMES, type RunnerName } from '../../model/settings.js';
import { clipBytes } from '../../text/bounds.js';
import { type Json, listOf, member, numberOf, textOf } from '../../text/json.js';

/** What a manifest of unknown origin says, checked and bounded; nothing in it is believed to be friendly. */
export interface UntrustedManifest {
  readonly runId: string;
  readonly project: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly durationMs: number;
  /** Null when the run never finished. */
  readonly conclusion: Conclusion | null;
  /** How many records the tests must have. */
  readonly tests: number;
  /** Where the manifest contradicts itself. */
  readonly contradictions: readonly string[];
  readonly suites: readonly UntrustedSuite[];
  /** Names that distinguish jobs; they decide nothing. */
  /** Id of the job and of its check run; 0 when it does not say. */
  readonly checkRunId: number;
  readonly job: Readonly<Record<'job' | 'matrix' | 'step' | 'caller' | 'eventName', string>>;
  /** The commit that the run says it tested; empty when it says none. */
  readonly commit: string;
  readonly branch: string;
  /** Attempt of the workflow run; 0 outside of one. */
  readonly attempt: number;
  /** True for a run that joins others. */
  readonly isMerged: boolean;
}

export interface UntrustedSuite {
  readonly name: string;
  readonly runner: RunnerName;
  readonly outcome: SuiteOutcome;
  readonly conclusion: Conclusion;
  readonly durationMs: number;
  readonly attempts: number;
  readonly problems: readonly Problem[];
}

const SCHEMA_VERSION = 1;
const NAME_BYTES = 300;
const TEXT_BYTES = 4000;
const MOST_SUITES = 200;
const MOST_PROBLEMS = 50;
const MOST_ATTEMPTS = 50;
const OUTCOMES: readonly SuiteOutcome[] = [
  ...(['passed', 'failed', 'error', 'no-tests', 'timeout', 'crashed'] as const),
  ...(['config-error', 'report-error', 'incomplete', 'cancelled', 'skipped'] as const),
];
const CONCLUSIONS: readonly Conclusion[] = ['success', 'failure', 'neutral', 'cancelled'];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** Reads manifest.json; a sentence that says what is wrong when it is none. */
export function readManifest(text: string): UntrustedManifest | string {
  const json = parsed(text);
  if (json === undefined) return 'manifest.json is not JSON';
  const version = numberOf(json, 'schema_version');
  if (version === null) return 'manifest.json has no schema_version';
  if (version > SCHEMA_VERSION)
    return `manifest.json has schema_version ${version}; this version of the action reads ${SCHEMA_VERSION}`;
  const createdAt = Date.parse(textOf(json, 'created_at'));
  if (Number.isNaN(createdAt)) return 'manifest.json has no `created_at`';
  const finishedAt = Date.parse(textOf(json, 'finished_at'));
  const github = member(json, 'github');
  return {
    runId: clipBytes(textOf(json, 'run_id'), NAME_BYTES),
    project: clipBytes(textOf(member(json, 'target'), 'name'), NAME_BYTES),
    createdAt,
    durationMs: durationOf(json, finishedAt - createdAt),
    conclusion: Number.isNaN(finishedAt) ? null : (oneOf(CONCLUSIONS, textOf(json, 'conclusion')) ?? 'failure'),
    tests: numberOf(member(json, 'counts'), 'tests') ?? 0,
    contradictions: contradictionsIn(json, createdAt, finishedAt),
    suites: listOf(json, 'suites').slice(0, MOST_SUITES).map(reportedSuite),
    job: jobOf(github),
    branch: clipBytes(textOf(member(member(json, 'target'), 'git'), 'branch'), NAME_BYTES),
    attempt: Math.max(0, Math.trunc(numberOf(github, 'run_attempt') ?? 0)),
    checkRunId: Math.max(0, Math.trunc(numberOf(github, 'check_run_id') ?? 0)),
    isMerged: Array.isArray(member(json, 'legs')),
    commit: /^[\da-f]{40,64}$/.exec(textOf(member(member(json, 'target'), 'git'), 'commit'))?.[0] ?? '',
  };
}

const COUNTS = ['passed', 'failed', 'errors', 'skipped', 'flaky', 'quarantined', 'duration', 'attempts'];

/** What no run of ours writes, in a sentence each. */
function contradictionsIn(json: Json, createdAt: number, finishedAt: number): readonly string[] {
  const counts = Object.values(member(json, 'counts') ?? {}) as readonly unknown[];
  const suites = listOf(json, 'suites').slice(0, MOST_SUITES);
  const all = [...counts, ...suites.flatMap((suite) => COUNTS.map((name) => numberOf(suite, name)))];
  const isPassedWithError = suites.some(
    (suite) =>
      textOf(suite, 'outcome') === 'passed' &&
      listOf(suite, 'problems').some((problem) => textOf(problem, 'severity') === 'error'),
  );
  return [
    ...(finishedAt < createdAt ? ['the manifest says that the run finished before it was created'] : []),
    ...(all.some((count) => typeof count === 'number' && count < 0) ? ['a count in the manifest is negative'] : []),
    ...(isPassedWithError ? ['a suite in the manifest passed despite an error'] : []),
  ];
}

function jobOf(github: Json): UntrustedManifest['job'] {
  const name = (key: string): string => clipBytes(textOf(github, key), NAME_BYTES);
  const event = textOf(github, 'event_name');
  return {
    ...{ job: name('job'), matrix: name('matrix'), step: name('step'), caller: name('caller') },
    eventName: /^[a-z_]{1,40}$/.test(event) ? event : '',
  };
}

/** As the manifest states it; `between` its two times, which are whole seconds, where it does not. */
function durationOf(json: Json, between: number): number {
  const stated = numberOf(json, 'duration');
  return stated === null ? Math.max(0, Number.isNaN(between) ? 0 : between) : milliseconds(stated);
}

/** The value when it is one of those allowed, else null. */
export function oneOf<T extends string>(allowed: readonly T[], value: string): T | null {
  return allowed.find((each) => each === value) ?? null;
}

/** JSON of any kind; undefined when it is none. */
export function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Seconds of the format as milliseconds, never negative. */
export function milliseconds(seconds: number | null): number {
  return Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.round((seconds ?? 0) * 1000)));
}

function reportedSuite(value: Json): UntrustedSuite {
  return {
    name: clipBytes(textOf(value, 'name'), NAME_BYTES),
    runner: oneOf(RUNNER_NAMES, textOf(value, 'runner')) ?? 'junit',
    // An unknown word is not green.
    outcome: oneOf(OUTCOMES, textOf(value, 'outcome')) ?? 'report-error',
    conclusion: oneOf(CONCLUSIONS, textOf(value, 'conclusion')) ?? 'failure',
    durationMs: milliseconds(numberOf(value, 'duration')),
    attempts: Math.min(MOST_ATTEMPTS, Math.max(0, Math.trunc(numberOf(value, 'attempts') ?? 0))),
    problems: listOf(value, 'problems').slice(0, MOST_PROBLEMS).map(reportedProblem),
  };
}

function reportedProblem(value: Json): Problem {
  return {
    severity: oneOf(SEVERITIES, textOf(value, 'severity')) ?? 'error',
    place: clipBytes(textOf(value, 'place'), NAME_BYTES),
    message: clipBytes(textOf(value, 'message'), TEXT_BYTES),
    remedy: clipBytes(textOf(value, 'remedy'), TEXT_BYTES),
  };
}

/** The suite's problems, one of which forces its outcome when its tests alone would not say so. */
export function forcingProblems({ outcome, problems }: UntrustedSuite): readonly SuiteProblem[] {
  const plain = problems.map((problem): SuiteProblem => ({ ...problem, forces: null }));
  if (outcome === 'passed' || outcome === 'failed' || outcome === 'skipped') return plain;
  const first = plain.findIndex(({ severity }) => severity === 'error');
  if (first >= 0) return plain.map((problem, index) => (index === first ? { ...problem, forces: outcome } : problem));
  const message = `the suite ended as ${outcome}`;
  return [{ severity: 'error', place: '', message, remedy: '', forces: outcome }, ...plain];
}

const MOST = 20;
const HEADLINE_BYTES = 300;
const READ_RUN_PROBLEMS_TEXT_BYTES = 4000;

/** Why a run was red beside its suites, as a manifest of unknown origin reports it: bounded, and always an error. */
export function readRunProblems(manifest: string): readonly RunProblem[] {
  return listOf(parsed(manifest), 'problems')
    .slice(0, MOST)
    .map((value) => ({
      severity: 'error',
      place: clipBytes(textOf(value, 'place'), HEADLINE_BYTES),
      headline:
        clipBytes(textOf(value, 'headline'), HEADLINE_BYTES) || 'the run failed for a reason outside its suites',
      message: clipBytes(textOf(value, 'message'), READ_RUN_PROBLEMS_TEXT_BYTES),
      remedy: clipBytes(textOf(value, 'remedy'), READ_RUN_PROBLEMS_TEXT_BYTES),
    }));
}
