import { resolve } from 'node:path';
import type { SuiteProblem } from '../model/problem.js';
import type { ReportCase } from '../model/report.js';
import type { Shard, ShardUnit } from '../model/shard.js';
import type { SuiteOutcome } from '../model/run.js';
import type { SuiteSettings } from '../model/settings.js';
import type { Files, ProcessRunner } from '../ports.js';

/** What a runner may look at while it prepares a suite. */
export interface RunnerServices {
  readonly files: Files;
  readonly processes: ProcessRunner;
  /** Folder of the event writers that ship with the product; absolute. */
  readonly streamsDirectory: string;
  /** Environment of the suite, already scrubbed. */
  readonly env: Readonly<Record<string, string>>;
  /** Absolute root of the repository. */
  readonly workspace: string;
}

/** A test as a rerun asks for it. */
export interface SelectedTest {
  readonly id: string;
  readonly selector: string;
  /** Relative to the workspace; empty when unknown. */
  readonly file: string;
  readonly name: string;
  /** Its groups, as the report joins them. */
  readonly classname?: string;
}

/** The part that a command runs by itself. */
export interface CommandPart extends Shard {
  /** Files for `{files}`, relative to the working directory. */
  readonly files: readonly string[];
}

export interface AttemptRequest {
  /** 1 for the first. */
  readonly number: number;
  /** Absolute; reports, events and log of this attempt and of no other. */
  readonly directory: string;
  /** Null: all tests of the suite. */
  readonly select: readonly SelectedTest[] | null;
  /** For a command that divides its tests by itself, or runs the files it is given; absent: all of them. */
  readonly part?: CommandPart;
  /** True when the tool cannot load our event writer: nothing of ours may be in its way. */
  readonly isolated?: boolean;
}

/** One attempt, ready to start. Paths are absolute. */
export interface AttemptPlan {
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  /** Added to the suite's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Written before the start. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly eventsFile: string;
  /** Globs of reports in the attempt's own folder: whatever is there was written by this attempt. */
  readonly ownReports: readonly string[];
  /** Globs below `cwd`: a file counts only when this attempt touched it. */
  readonly sharedReports: readonly string[];
  /**
   * Reports that the project wants elsewhere, and that our options led into the attempt's folder: a glob there, and the
   * absolute file or folder that gets a copy.
   */
  readonly copies?: readonly { readonly from: string; readonly to: string; readonly isFolder: boolean }[];
}

/** What a report knows of a case, in the runner's own terms. */
export interface Identity {
  readonly id: string;
  readonly file: string;
  /** 1-based; 0 when unknown. */
  readonly line: number;
}

/** What an exit status says beyond "some test failed". */
export interface ExitMeaning {
  readonly outcome: Exclude<SuiteOutcome, 'passed' | 'failed'>;
  readonly message: string;
  readonly remedy: string;
}

/** How shards divide a suite. */
export type SuiteDivision =
  /** By the tests that the runner lists when it is started like this, in a folder of its own. */
  | { readonly by: 'tests'; readonly list: (directory: string) => AttemptPlan; readonly unit: ShardUnit }
  /** By files, relative to the working directory. */
  | { readonly by: 'files'; readonly files: readonly string[] }
  /** By the tool itself, or by what has run before. */
  | { readonly by: 'tool' };

/** A suite whose tool has been found. Everything here is pure. */
export interface PreparedSuite {
  /** Name in `manifest.tools`. */
  readonly tool: string;
  /** A command to run once before the first attempt (`npm ci`); null for none. */
  readonly setup: { readonly command: readonly [string, ...string[]]; readonly cwd: string } | null;
  /** Null: nothing is run, reports are only read. */
  readonly plan: ((request: AttemptRequest) => AttemptPlan) | null;
  /** `events`: the tool writes events; `reports`: only its reports speak for it. */
  readonly resultSource: 'events' | 'reports';
  /** False: a rerun repeats the whole suite or nothing. */
  readonly canSelect: boolean;
  /** Retries that the tool does within one attempt; later rounds then rerun only what never ended. */
  readonly nativeRetries: boolean;
  /** Absent: the suite runs as a whole on one shard. */
  readonly division?: SuiteDivision;
  /** Joins a report's case with an event's test: equal for the same test. */
  readonly keyOfCase: (reported: ReportCase) => string;
  readonly keyOfTest: (test: { readonly id: string; readonly name: string; readonly classname: string }) => string;
  /** The key of a report that lists all parameters of a test under one name, as pytest's does for some plug-ins. */
  readonly sharedKeyOfTest?: (test: { readonly id: string }) => string;
  /** Id and place of a case when there are no events. */
  readonly identify: (reported: ReportCase) => Identity;
  /** Null: the exit status says nothing that the tests do not say. */
  readonly explainExit: (exitCode: number, output: string) => ExitMeaning | null;
}

export type Preparation =
  { readonly ok: true; readonly suite: PreparedSuite } | { readonly ok: false; readonly problem: SuiteProblem };

/** One kind of suite. `prepare` finds the tool and the path; what is missing is a `config-error` with the remedy. */
export interface Runner<Suite extends SuiteSettings = SuiteSettings> {
  readonly prepare: (suite: Suite, services: RunnerServices) => Promise<Preparation>;
}

/** What the settings of a suite keep together on one shard; `otherwise` is what its runner does. */
export function unitOfSuite({ shardUnit = 'auto' }: Pick<SuiteSettings, 'shardUnit'>, otherwise: ShardUnit): ShardUnit {
  return shardUnit === 'auto' ? otherwise : shardUnit;
}

/** A suite that cannot run as it is configured. */
export function configError(suite: SuiteSettings, message: string, remedy: string): Preparation {
  return { ok: false, problem: { severity: 'error', place: suite.name, message, remedy, forces: 'config-error' } };
}

/** A path without the line, and column, that it may carry (`features/a.feature:12`). */
export const withoutLine = (path: string): string => path.replace(/(?::\d+){1,2}$/, '');

/** A suite whose working directory does not exist; null when it does. */
export async function missingFolder(
  suite: SuiteSettings,
  { files }: Pick<RunnerServices, 'files'>,
): Promise<Preparation | null> {
  const { workingDirectory } = suite;
  if (await files.isDirectory(workingDirectory)) return null;
  const message = `the folder ${workingDirectory} does not exist`;
  return configError(suite, message, 'Correct `working-directory` of the suite.');
}

/** A suite whose folder or `path` does not exist, with the usual reason; null when it does. */
export async function missingPath(
  suite: SuiteSettings,
  path: string,
  { files, workspace }: Pick<RunnerServices, 'files' | 'workspace'>,
): Promise<Preparation | null> {
  const { workingDirectory } = suite;
  const lost = await missingFolder(suite, { files });
  if (lost !== null) return lost;
  const isThere = (name: string): Promise<boolean> => files.exists(resolve(workingDirectory, name));
  if (path === '' || (await isThere(path))) return null;
  const message = `the path ${suite.path} does not exist`;
  const forward = path.replaceAll('\\', '/');
  if (forward !== path && (await isThere(forward)))
    return configError(suite, message, `Write \`${forward}\`, with \`/\`.`);
  const isEmpty = (await files.glob(['*', '*/*', '*/*/*', '!.git/**'], workspace)).length === 0;
  if (isEmpty) return configError(suite, message, `${workspace} is empty: add \`actions/checkout\` before this step.`);
  return configError(suite, message, `Correct \`path\` of the suite, which is relative to ${workingDirectory}.`);
}
