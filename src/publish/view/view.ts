import type { CauseClass } from '../../model/cause-class.js';
import type { Confidence } from '../../model/diagnosis.js';
import type { Problem } from '../../model/problem.js';
import type { Conclusion, FinalState, Quarantine, SuiteOutcome, TestCase } from '../../model/run.js';
import type { PublishContext } from './context.js';
import type { RunReference } from '../../model/run.js';

/**
 * The run as people will see it: in order, counted, linked, not yet escaped. Every renderer reads this one value and
 * adds nothing to it. Text in it is untrusted unless stated otherwise.
 */
export interface ReportView {
  /** Plain text, at most 255 bytes. */
  readonly title: string;
  readonly conclusion: Conclusion;
  readonly context: PublishContext;
  readonly durationMs: number;
  readonly startedAt: number;
  readonly suites: readonly SuiteView[];
  /** What went wrong beside the tests, worst first. */
  readonly problems: readonly ProblemView[];
  /** Every cause of a failing test, new ones first, then by reach. */
  readonly causes: readonly CauseView[];
  /** Failing tests that no cause explains. */
  readonly unexplained: readonly TestCase[];
  readonly failing: number;
  readonly fresh: number;
  readonly flaky: readonly FlakyView[];
  readonly quarantined: readonly QuarantinedView[];
  /** Ids of tests that failed before and pass now. */
  readonly fixed: readonly string[];
  readonly slowest: readonly TestCase[];
  /** Who decided, and with what; trusted sentences. */
  readonly notes: readonly string[];
  /** What a line about one test says; worked out on demand, a run may have 100,000 of them. */
  readonly describe: (test: TestCase) => TestView;
}

export interface SuiteView {
  readonly name: string;
  readonly runner: string;
  readonly outcome: SuiteOutcome;
  readonly conclusion: Conclusion;
  readonly mark: Mark;
  readonly passed: number;
  readonly failing: number;
  readonly notRun: number;
  readonly flaky: number;
  readonly skipped: number;
  readonly quarantined: number;
  readonly total: number;
  readonly durationMs: number;
  readonly attempts: number;
}

/** One mark a state, the same everywhere. */
export type Mark = '✕' | '!' | '~' | '✓' | '–';

export interface ProblemView extends Problem {
  /** Empty for the whole run. */
  readonly suite: string;
  /** A sentence for a headline; empty when the message says it all. */
  readonly headline: string;
  /** What the suite had done until then; empty when that is nothing to report. */
  readonly progress: string;
  /** Last lines of a trace or of the output. */
  readonly quote: string;
  /** Where it happened; null when unknown. */
  readonly spot: PlaceView | null;
}

export type Age = 'new' | 'known' | null;

export interface PlaceView {
  readonly path: string;
  /** 0 when unknown. */
  readonly line: number;
  /** Null when the file is not in the repository, or there is none. */
  readonly url: string | null;
}

export interface CauseView {
  readonly id: string;
  readonly class: CauseClass;
  readonly confidence: Confidence;
  readonly rootCause: string;
  readonly suggestion: string;
  /** Lines that prove the root cause; none that only repeats it. */
  readonly quotes: readonly string[];
  readonly fixCode: string;
  readonly source: 'rules' | 'model' | 'user';
  readonly age: Age;
  /** The run since which it is known, or with which it was compared. */
  readonly since: RunReference | null;
  /** `only on windows / python 3.13`; empty where that is no news. */
  readonly legs: string;
  readonly changedHere: boolean;
  readonly place: PlaceView | null;
  /** Why no file is named although the failure names one; empty otherwise. */
  readonly unlocated: string;
  /** At most four; `moreRoutes` counts the others. */
  readonly routes: readonly string[];
  readonly moreRoutes: number;
  readonly tests: readonly TestCase[];
  /** Names of the suites of these tests; empty when the run has one suite. */
  readonly suites: readonly string[];
  readonly rerun: string | null;
  readonly evidence: readonly string[];
}

export interface TestView {
  readonly key: string;
  readonly suite: string;
  readonly id: string;
  readonly name: string;
  readonly state: FinalState;
  readonly age: Age;
  readonly place: PlaceView | null;
  readonly route: string | null;
  /** First line of its message. */
  readonly message: string;
  readonly durationMs: number;
}

export interface FlakyView {
  readonly test: TestCase;
  /** `failed once (…), passed on attempt 2 (alone)`. */
  readonly story: string;
  /** `3 of the last 20 runs`; empty when unknown. */
  readonly history: string;
}

interface QuarantinedView {
  readonly test: TestCase;
  readonly quarantine: Quarantine;
}
