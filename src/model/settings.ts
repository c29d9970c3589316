import type { Category } from './diagnosis.js';

import type { LoadLimits } from './load.js';
import type { QualitySettings } from './quality.js';
import type { Shard, ShardUnit } from './shard.js';

/** Every runner a suite can name, in the order messages list them. */
export const RUNNER_NAMES = [
  'pytest',
  'behave',
  'playwright',
  'command',
  'junit',
  'schemathesis',
  'axe',
  'lighthouse',
  'locust',
] as const;

export type RunnerName = (typeof RUNNER_NAMES)[number];

/** What every suite has, whatever runs it. Times are milliseconds, paths absolute unless stated otherwise. */
export interface SuiteCommon {
  readonly name: string;
  readonly enabled: boolean;
  /** Where the tests are, relative to `workingDirectory`; empty for runners that need none. */
  readonly path: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** No output and no test event for this long ends the attempt; null is off. */
  readonly idleTimeoutMs: number | null;
  readonly retries: number;
  readonly workingDirectory: string;
  /** Globs, relative to `workingDirectory`, of files to keep as evidence. */
  readonly artifacts: readonly string[];
  /** Share of `max-workers` the suite takes while it runs, at least 1. */
  readonly weight: number;
  /** Names of suites that must have ended first. */
  readonly after: readonly string[];
  /** What stays together on one shard; absent: what the runner keeps together. */
  readonly shardUnit?: ShardUnit;
  /** True when no setting names this suite: it was found in the repository. */
  readonly detected: boolean;
}

export interface PytestSettings {
  readonly runner: 'pytest';
  readonly python: string | null;
  readonly markers: string | null;
  readonly keyword: string | null;
}

export interface BehaveSettings {
  readonly runner: 'behave';
  readonly python: string | null;
  readonly tags: readonly string[];
}

export interface PlaywrightSettings {
  readonly runner: 'playwright';
  readonly project: readonly string[];
  readonly grep: string | null;
  readonly browsers: readonly string[];
  /** Run `npm ci` when node_modules is missing. */
  readonly install: boolean;
}

export interface CommandSettings {
  readonly runner: 'command';
  /** A shell line. */
  readonly run: string;
  /** Globs of the JUnit (or other) reports that the command writes. */
  readonly report: readonly string[];
  /** Those of `report` that may match nothing. */
  readonly optional?: readonly string[];
  /** Shell line for reruns with `{ids} {files} {names_regex} {report}`; null: the suite cannot rerun single tests. */
  readonly rerun: string | null;
  /** True: cases of one name in one report are tries of one test, the last of which decides. */
  readonly reportRetries?: boolean;
  /** Globs of test files that stand for `{files}` in `run`; shards divide them. */
  readonly files?: readonly string[];
  /** What the load reports of the command must keep; absent: only what the tool itself says. */
  readonly thresholds?: LoadLimits;
}

export interface JunitSettings {
  readonly runner: 'junit';
  readonly report: readonly string[];
  /** Those of `report` that may match nothing. */
  readonly optional?: readonly string[];
  /** Those of `report` that an earlier job may have written. */
  readonly ofAnyAge?: readonly string[];
  /** As for a command. */
  readonly reportRetries?: boolean;
  /** As for a command. */
  readonly thresholds?: LoadLimits;
}

export type RunnerSettings =
  PytestSettings | BehaveSettings | PlaywrightSettings | CommandSettings | JunitSettings | QualitySettings;

/** One suite, ready to run: common settings and those of its runner. */
export type SuiteSettings = SuiteCommon & RunnerSettings;

export type Mode = 'run' | 'plan' | 'merge' | 'publish';
export type Policy = 'pass' | 'fail';
export type FailOn = 'all' | 'new';
export type NoTestsPolicy = 'fail' | 'warn' | 'pass';
export type DiagnoseMode = 'auto' | 'rules' | 'model' | 'off';
export type CommentMode = 'changes' | 'failures' | 'always' | 'off';
export type StepResult = 'verdict' | 'always-success';
export type UploadMode = 'always' | 'failures' | 'never';

/** A rule of the settings file: `diagnosis.rules`. */
export interface DiagnosisRule {
  /** A regular expression, matched line by line. */
  readonly match: string;
  readonly category: Category;
  readonly kind?: string | undefined;
  readonly cause?: string | undefined;
  readonly suggestion?: string | undefined;
  readonly owner?: string | undefined;
}

/** The language model that may be asked about causes. */
export interface ModelSettings {
  readonly apiKey: string | null;
  /** True when the environment holds a key that no input allows to use. */
  readonly hasUnusedKey: boolean;
  /** Null: the adapter's default. */
  readonly name: string | null;
  readonly baseUrl: string | null;
  /** US dollars per run; 0 never calls. */
  readonly budgetUsd: number;
}

/** The application under test, started before the suites and stopped after them. */
export interface ApplicationSettings {
  /** A shell line. */
  readonly startCommand: string;
  /** Each answers below 500 when the application is ready; empty: ready at once. */
  readonly healthUrls: readonly string[];
  readonly startTimeoutMs: number;
}

/** Least percentages that a user asks for, above 0 to 100; null asks for nothing. */
export interface CoverageThresholds {
  /** Of all lines that the coverage reports of a run name. */
  readonly lines: number | null;
  /** Of the lines that the pull request changed. */
  readonly changedLines: number | null;
}

/** Everything a user decided, resolved and checked: input over settings file over default. */
export interface Settings {
  readonly mode: Mode;
  readonly project: string;
  readonly suites: readonly SuiteSettings[];
  /** Tests that are in the repository and in no suite that was detected, a sentence each; absent: none. */
  readonly untested?: readonly string[];
  /** Absolute; where suites run and paths start. */
  readonly workingDirectory: string;
  readonly baseUrl: string | null;
  readonly application: ApplicationSettings | null;
  /** OpenAPI file, relative to `workingDirectory`, or URL; null: look in the usual places. */
  readonly openapi: string | null;
  /** Write and run a smoke test for every operation that no test touches. */
  readonly generate: boolean;
  /** Longest that all suites together may take; null is off. */
  readonly runTimeoutMs: number | null;
  readonly graceMs: number;
  /** Null: `max(20, 10 %)` of the suite's tests. */
  readonly retryMaxFailures: number | null;
  readonly parallel: boolean;
  /** At least 1. */
  readonly maxWorkers: number;
  readonly failFast: boolean;
  readonly flakyResult: Policy;
  readonly orderDependentResult: Policy;
  readonly noTests: NoTestsPolicy;
  /** `new`: failures that the base branch has, too, do not make the run red. */
  readonly failOn: FailOn;
  /** Reruns failing tests on the commit that a pull request is merged into. */
  readonly verifyBase: boolean;
  /** The part of every suite that this job runs; null: all. */
  readonly shard: Shard | null;
  /** Absolute path of a file with recorded durations; null: those of earlier merges. */
  readonly timings: string | null;
  readonly coverage: CoverageThresholds;
  /** Absolute path of the quarantine file; `quarantineNamed` says whether a user asked for it. */
  readonly quarantineFile: string;
  readonly quarantineNamed: boolean;
  readonly diagnose: DiagnoseMode;
  readonly model: ModelSettings;
  /** The user's own rules, asked before the built-in ones. */
  readonly diagnosisRules: readonly DiagnosisRule[];
  readonly githubToken: string | null;
  /** Commit that was tested, where a user knows better than event and checkout. */
  readonly commit: string | null;
  /** Pull request to comment on, where a user knows better than the event. */
  readonly pullRequest: number | null;
  /** Jobs whose evidence a merge must have; null: those that GitHub lists. */
  readonly expectedJobs: number | null;
  /** False: no check run. */
  readonly check: boolean;
  /** Whether a red run fails the step, too. */
  readonly stepResult: StepResult;
  readonly checkName: string;
  /** Most annotations shown; never changes counts or verdict. */
  readonly annotations: number;
  readonly comment: CommentMode;
  readonly artifactName: string;
  readonly upload: UploadMode;
  readonly retentionDays: number | null;
  /** Absolute parent of the run directories. */
  readonly evidenceDirectory: string;
}
