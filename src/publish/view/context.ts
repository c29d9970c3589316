import type { LoadSeries } from '../../model/load.js';
import type { Problem } from '../../model/problem.js';
import type { SourcePlace } from '../../model/report.js';
import type { Baseline, QuarantineProposal, TestCase } from '../../model/run.js';

/** Lines that ran, of all that could. */
export interface LineTally {
  readonly covered: number;
  readonly total: number;
}

/** One operation of the API and the tests that touch it. */
export interface RouteTally {
  readonly route: string;
  readonly tests: number;
  readonly passed: number;
  /** Only recorded requests reach it: of tests, or of a suite whose recordings belong to no test. Absent otherwise. */
  readonly recordedBy?: 'tests' | 'suite';
}

/** What the tests of a run touch. */
export interface CoverageSummary {
  /** Operations of the API; none without a description of it. */
  readonly routes: readonly RouteTally[];
  /** Zero of zero without a coverage report. */
  readonly lines: LineTally;
  /** Of the lines that the pull request changed; null when they are not known. */
  readonly changed: LineTally | null;
  /** A few files, least covered first. */
  readonly leastCovered: readonly (LineTally & { readonly path: string })[];
}

/** What renderers receive beside report and diagnosis. Null where a laptop has nothing. */
export interface PublishContext {
  readonly project: string;
  /** `https://github.com/owner/name`. */
  readonly repositoryUrl: string | null;
  /** Commit that links point to: the head of the pull request, not the merge commit. */
  readonly headSha: string;
  readonly runUrl: string | null;
  readonly runNumber: number;
  readonly runAttempt: number;
  /** Branch of the tested commit; empty when it is not known. */
  readonly branch: string;
  /** Number of the pull request that was tested; null when there is none. */
  readonly pullRequest: number | null;
  readonly artifactUrl: string | null;
  /** Where the tests ran: system, environment of the application; empty when it is not known. */
  readonly environment: string;
  /** Name of the run directory. */
  readonly runId: string;
  /** As a person would type it. */
  readonly evidenceDirectory: string;
  readonly baseline: Baseline | null;
  /** Why earlier runs are missing or not the newest, in a sentence; empty when they are neither, or where nothing could be asked. */
  readonly pastNote: string;
  /** What is proposed for the quarantine file; null when nothing is. */
  readonly proposal: QuarantineProposal | null;
  readonly coverage: CoverageSummary;
  /** The time series of load suites. */
  readonly load: readonly LoadSeries[];
  readonly version: string;
  /** What could not be published or was lost outside of any suite. */
  readonly problems: readonly Problem[];
  /** Command that runs one test again; null when the suite cannot. */
  readonly rerunCommand: (test: TestCase) => string | null;
  /** On which jobs of a matrix tests fail, in words; empty where that is no news. */
  readonly legsOf: (tests: readonly TestCase[]) => string;
  /** API route of a test; null when it has none. */
  readonly routeOf: (test: TestCase) => string | null;
  /** A path from a report or trace as a tracked file, relative to the repository; null when there is none. */
  readonly resolvePath: (path: string) => string | null;
  /** Source lines around a place of the repository, redacted; the failing one is marked with `>`. */
  readonly sourceAround: (place: SourcePlace) => readonly string[];
  /** True for a line this pull request changed. */
  readonly isChangedLine: (place: SourcePlace) => boolean;
}
