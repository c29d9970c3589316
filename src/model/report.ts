// What a reader of reports returns: cases, totals, problems.
import type { LoadMeasure } from './load.js';
import type { Problem } from './problem.js';

/**
 * What a report says of one case, after the producer's dialect has been understood. `not-run`: it should have run and
 * did not; `unfinished`: it was running when the report ended.
 */
export type CaseStatus = 'passed' | 'failed' | 'error' | 'skipped' | 'not-run' | 'unfinished';

/** A file and a 1-based line. The path is as the source gave it until a locator has mapped it to the repository. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
}

/**
 * Where a path was written, which decides what it means in a repository with several packages. Folders are relative to
 * the repository; empty for its root or when unknown.
 */
export interface PlaceContext {
  /** Of the suite. */
  readonly workingDirectory: string;
  readonly reportFolder: string;
  /** Names by which the tool may mean a package: its class name, its own suite. */
  readonly packages: readonly string[];
  /** A file of the same test that is already known; empty when there is none. */
  readonly near: string;
}

/** One bad (or last) try of a case, as `rerunFailure`, `flakyFailure` and their like report it. */
export interface ReportedTry {
  readonly status: CaseStatus;
  readonly message: string;
  readonly type: string;
  readonly details: string;
}

/** One test case of one report. Strings are empty when the report has none; untrusted data throughout. */
export interface ReportCase {
  /** Name of the innermost suite, then outwards joined by ` > ` when suites nest. */
  readonly suite: string;
  readonly name: string;
  readonly classname: string;
  readonly status: CaseStatus;
  /** Where the report says the test is declared; line 1-based, 0 when unknown. */
  readonly file: string;
  readonly line: number;
  /** Milliseconds; null when absent or nonsense. */
  readonly durationMs: number | null;
  /** Headline of the failure, error or skip. */
  readonly message: string;
  /** Exception class or the producer's word. */
  readonly type: string;
  /** Trace and whatever else the failure carries, bounded. */
  readonly details: string;
  /** system-out and system-err of the case, bounded. */
  readonly output: string;
  /** Earlier tries within the same run, oldest first. A passed case with bad tries is flaky. */
  readonly tries: readonly ReportedTry[];
  readonly properties: Readonly<Record<string, string>>;
  /** Paths as the report gives them; untrusted. */
  readonly attachments: readonly string[];
  /** Only where the format marks the tries of a test: what they have in common, and epoch milliseconds of this one. */
  readonly retryOf?: { readonly id: string; readonly startedAt: number };
  /** Only of a load tool's report: what status and message rest on. */
  readonly load?: LoadMeasure;
}

/** An error that belongs to a suite of the report, not to a test. */
export interface ReportSuiteError {
  /** The test in which the process that ran the tests died, so that others of its tests never ran. */
  readonly diedIn?: string;
  readonly suite: string;
  readonly message: string;
  readonly type: string;
  readonly details: string;
}

/** Totals that the report claims in attributes; null when it claims none. Evidence, never the verdict. */
export interface DeclaredTotals {
  readonly tests: number | null;
  readonly failures: number | null;
  readonly errors: number | null;
  readonly skipped: number | null;
}

/** One report file, read. Problems of severity `error` mean that it must not be believed green. */
export interface ParsedReport {
  /** `junit`, `trx`, `nunit3`, `ctrf`, ... */
  readonly format: string;
  readonly cases: readonly ReportCase[];
  readonly suiteErrors: readonly ReportSuiteError[];
  readonly declared: DeclaredTotals;
  readonly problems: readonly Problem[];
  /** True for a whole document of another kind: it was read to its end and holds no test results. */
  readonly foreign?: boolean;
}
