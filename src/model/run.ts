// Results of a run: attempts, tests, suites, report, comparison with earlier runs.
import type { TestStep } from './events.js';
import type { RunProblem, SuiteProblem } from './problem.js';
import type { SourcePlace } from './report.js';
import type { SuiteSettings } from './settings.js';

/** What happened to one test in one attempt; lost: a rerun asked for it and the runner did not know it. */
export type AttemptStatus =
  'passed' | 'failed' | 'error' | 'skipped' | 'xfailed' | 'timeout' | 'crashed' | 'interrupted' | 'not-run' | 'lost';

/** The truth about one test over all its attempts. */
export type FinalState =
  | 'passed'
  | 'flaky'
  | 'order-dependent'
  | 'failed'
  | 'error'
  | 'lost'
  | 'skipped'
  | 'xfailed'
  | 'not-run'
  | 'timeout'
  | 'crashed'
  | 'cancelled'
  | 'quarantined';

export type SuiteOutcome =
  | 'passed'
  | 'failed'
  | 'error'
  | 'no-tests'
  | 'timeout'
  | 'crashed'
  | 'config-error'
  | 'report-error'
  | 'incomplete'
  | 'cancelled'
  | 'skipped';

/** An outcome after policy. */
export type Conclusion = 'success' | 'failure' | 'neutral' | 'cancelled';

export type NonEmpty<T> = readonly [T, ...T[]];

/** One test in one attempt. Text is untrusted and bounded; empty when there is none. */
export interface TestAttempt {
  /** 1 for the first attempt of the suite. */
  readonly number: number;
  /** Tries that the runner made by itself within that attempt: 0 for the first. */
  readonly retry: number;
  /**
   * Number of tests of a rerun that left out tests which ran before this one in the first attempt; absent when all of
   * those ran before it in this attempt, too.
   */
  readonly ranWith?: number;
  readonly status: AttemptStatus;
  readonly durationMs: number;
  /** Epoch milliseconds; null when only a report contains it. */
  readonly startedAt: number | null;
  readonly message: string;
  readonly type: string;
  readonly details: string;
  readonly output: string;
  /** Where it failed, when the runner itself says so; the file as in `TestCase.file`. */
  readonly place: SourcePlace | null;
  /** What the test did, in order, when the runner reports it; only of tries that did not pass. */
  readonly steps?: readonly TestStep[];
}

/** Why a known-bad test does not count. */
export interface Quarantine {
  readonly reason: string;
  readonly owner: string;
  readonly issue: string;
  /** ISO date. */
  readonly expires: string;
}

/** How a report spells a test, and the path of the report. */
export interface ReportOrigin {
  /** As the report has it; empty when it has none. */
  readonly file: string;
  /** Suite of the report. */
  readonly suite: string;
  /** Folder of the report: absolute, or relative when it was written into a folder of the attempt. */
  readonly folder: string;
}

/** One test case with everything that is known of it. */
export interface TestCase {
  /** The runner's own id, unique in the suite: `tests/a.py::test_b`, `features/a.feature:7`, `a.spec.ts › title`. */
  readonly id: string;
  /** What the runner wants to hear to run this test again; often the id. */
  readonly selector: string;
  readonly suite: string;
  readonly name: string;
  readonly classname: string;
  /** Relative to the workspace when the file is inside; empty when unknown. Where the test is declared. */
  readonly file: string;
  /** 1-based; 0 when unknown. */
  readonly line: number;
  readonly attempts: NonEmpty<TestAttempt>;
  readonly tags: readonly string[];
  readonly properties: Readonly<Record<string, string>>;
  /** Paths relative to the run directory. */
  readonly attachments: readonly string[];
  readonly quarantine: Quarantine | null;
  /** Another source that reports another result, in words; empty when they agree. */
  readonly disagreement: string;
  /** Absent when the runner itself reported the test. */
  readonly origin?: ReportOrigin;
}

/** Why we, not the program, ended a process. */
export type StopReason = 'timeout' | 'idle' | 'run-timeout' | 'cancelled' | 'fail-fast' | 'parent-died';

/** What a program that ended with 0 left: the application under test may have handed over to a service. */
export interface LeftService {
  /** Processes of its own that still ran; none for a container. */
  readonly processes: number;
  /** Whether the application had answered before. */
  readonly wasReady: boolean;
  /** When it ended, in epoch milliseconds. */
  readonly at: number;
}

/** How a supervised process ended. */
export interface ProcessExit {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly reason: StopReason | null;
  /** When the first signal of a stop was sent, in epoch milliseconds; absent when none was. */
  readonly stoppedAt?: number;
  readonly durationMs: number;
  /** Processes that outlived the program and were ended by us. */
  readonly leaked: readonly { readonly pid: number; readonly name: string }[];
  /** Those that could not be ended, another user's for instance; absent when there are none. */
  readonly remaining?: readonly { readonly pid: number; readonly name: string }[];
  /** Why the program could not be started at all; empty when it was. */
  readonly startError: string;
}

/**
 * One attempt of a suite: the first runs everything, later ones what has not passed. `replay` runs the first attempt again
 * up to the last test that passed only in a smaller set.
 */
export interface SuiteAttempt {
  readonly number: number;
  readonly mode: 'full' | 'subset' | 'alone' | 'replay';
  readonly command: readonly string[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly exit: ProcessExit;
  /** Relative to the run directory. */
  readonly directory: string;
}

/** One suite after all its attempts. Its outcome is derived, see execution/verdict. */
export interface SuiteRun {
  readonly suite: SuiteSettings;
  /** Empty when the suite could not be started, was switched off or only reads reports. */
  readonly attempts: readonly SuiteAttempt[];
  readonly tests: readonly TestCase[];
  readonly problems: readonly SuiteProblem[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** Name and version of the tool, when it reported it. */
  readonly tool: { readonly name: string; readonly version: string } | null;
}

/**
 * Counts by state. `passed` includes `flaky`, `failed` includes `orderDependent`, `errors` includes `notRun`; `total` is
 * passed + failed + errors + skipped + quarantined.
 */
export interface Totals {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly errors: number;
  readonly skipped: number;
  readonly flaky: number;
  readonly orderDependent: number;
  readonly notRun: number;
  readonly quarantined: number;
}

/** A suite with what follows from it. */
export interface SuiteReport extends SuiteRun {
  readonly outcome: SuiteOutcome;
  readonly conclusion: Conclusion;
  readonly totals: Totals;
}

/** The whole run: the one value that every renderer reads. */
export interface RunReport {
  readonly suites: readonly SuiteReport[];
  readonly totals: Totals;
  readonly conclusion: Conclusion;
  /** What makes the run red though no suite is: a threshold that was missed. Absent when there is nothing. */
  readonly problems?: readonly RunProblem[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
}

/** What identifies a test in a run: suite and id. Baselines, diagnoses and reports join on it. */
export function testKey(test: Pick<TestCase, 'suite' | 'id'>): string {
  return `${test.suite}\n${test.id}`;
}

/** A run that people can look up. */
export interface RunReference {
  readonly number: number;
  /** Null on a laptop. */
  readonly url: string | null;
  /** What it is called where it has no number of GitHub's. */
  readonly name?: string;
}

/** `run 812`, or what a run of this machine is called. */
export function runName({ number, name }: RunReference): string {
  return name ?? `run ${number}`;
}

/** How a whole run went, as one of several. */
export interface TrendPoint {
  readonly run: RunReference;
  /** Tests that passed, flaky ones included. */
  readonly passed: number;
  /** Tests that failed or gave no verdict; skipped and quarantined ones count for neither. */
  readonly failed: number;
  /** False when a suite broke off: how many tests it would have had is unknown. */
  readonly isComplete: boolean;
  readonly durationMs: number;
}

/** What is known of earlier runs. Keys are those of `testKey`. */
export interface Baseline {
  /** The run compared with. */
  readonly run: RunReference;
  /** Tests that fail now and did not before. */
  readonly newKeys: ReadonlySet<string>;
  /** For tests that failed before: the first run of that streak, or null when that is not known. */
  readonly knownSince: ReadonlyMap<string, RunReference | null>;
  /** Ids of tests that failed before and pass now. */
  readonly fixed: readonly string[];
  /** How often a test was flaky lately, in words: `3 of the last 20 runs`. */
  readonly flakiness: ReadonlyMap<string, string>;
  /** Tests that took much longer than in earlier runs, those that lost most first. */
  readonly slower?: ReadonlyMap<
    string,
    { readonly durationMs: number; readonly usualMs: number; readonly runs: number }
  >;
  /** The last runs of the branch to compare with, the oldest first, then this one; this one alone where none recorded its totals. */
  readonly trend?: readonly TrendPoint[];
}

/** One change of the quarantine file. */
export interface ProposedEntry {
  /** As it stands in the file. */
  readonly id: string;
  readonly reason: string;
}

/** What is proposed for the quarantine file. */
export interface QuarantineProposal {
  readonly add: readonly ProposedEntry[];
  readonly release: readonly ProposedEntry[];
  /** Unified diff for `git apply` at the root of the repository. */
  readonly patch: string;
}
