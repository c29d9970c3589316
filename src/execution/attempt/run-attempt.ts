import { basename, join } from 'node:path';
import type { ProcessExit, SuiteAttempt } from '../../model/run.js';
import type { SuiteSettings } from '../../model/settings.js';
import type { ProcessSpec } from '../../ports.js';
import type { AttemptPlan, CommandPart, PreparedSuite, SelectedTest } from '../../runners/runner.js';
import { attemptDirectory, stateDirectory } from './attempt-files.js';
import { followEvents, type EventTail } from './follow-output.js';
import { collectOutput, type AttemptFiles } from './collect-output.js';
import { type FoundReports, findReports, startOfJob, type UnmatchedReport } from './find-reports.js';
import { takeInventory } from './inventory.js';
import { readReports } from './read-reports.js';
import { recordAttempt } from './attempt-files.js';
import { runSupervised } from './run-supervised.js';
import type { SuiteServices } from '../suite-services.js';
import { watchOutput } from './follow-output.js';
import type { AttemptOutput } from '../results/attempt-output.js';

export interface AttemptOptions {
  readonly suite: SuiteSettings;
  readonly prepared: PreparedSuite;
  readonly env: Readonly<Record<string, string>>;
  readonly number: number;
  readonly mode: SuiteAttempt['mode'];
  readonly select: readonly SelectedTest[] | null;
  /** Ids whose result counts; null: all. */
  readonly requested: readonly string[] | null;
  readonly part?: CommandPart;
  /** True: without our event writer. */
  readonly isolated?: boolean;
}

/** Runs one attempt and gathers what it left. Never rejects because of what the program or the disk does. */
export async function runAttempt(order: AttemptOptions, services: SuiteServices): Promise<AttemptOutput> {
  const { suite, prepared, number, select, mode } = order;
  const relative = attemptDirectory(suite.name, number);
  const directory = join(services.runDirectory, relative);
  if (prepared.plan === null) return readOnly(suite, directory, services);
  const { part, isolated = false } = order;
  const plan = prepared.plan({ number, directory, select, isolated, ...(part === undefined ? {} : { part }) });
  const startedAt = services.clock.now();
  const unwritten = await writePlan(plan, directory, services);
  const traces = await attemptFilesOf(order, plan, directory, services);
  await recordAttempt(services.files, directory, { number, mode, command: plan.command, startedAt, traces });
  services.watcher.attemptStarted(suite, { number, command: plan.command, tests: select?.length ?? null });
  const events = followEvents(plan.eventsFile, services.files);
  const exit = unwritten ?? (await superviseAttempt(order, specOf(order, plan, directory, services), events, services));
  await copyReports(plan, directory, services);
  services.watcher.attemptEnded(suite, number);
  const attempt = { number, mode, command: plan.command, startedAt, exit, directory: relative };
  return collectOutput(traces, attempt, services.files, events);
}

/** A copy that fails is the project's loss and no result: the next step that looks for the file says so. */
async function copyReports({ copies = [] }: AttemptPlan, directory: string, { files }: SuiteServices): Promise<void> {
  for (const { from, to, isFolder } of copies)
    for (const path of await files.glob([from], directory))
      await files.copy(path, isFolder ? join(to, basename(path)) : to).catch(() => undefined);
}

/** Without the files that instruct a runner it must not start. Null when they are there. */
async function writePlan(
  plan: AttemptPlan,
  directory: string,
  { files }: Pick<SuiteServices, 'files'>,
): Promise<ProcessExit | null> {
  try {
    await files.makeDirectory(directory);
    for (const file of plan.files) await files.writeWhole(file.path, file.text);
    return null;
  } catch (error) {
    const startError = `its folder in the evidence cannot be written: ${error instanceof Error ? error.message : String(error)}`;
    return { exitCode: null, signal: null, reason: null, durationMs: 0, leaked: [], startError };
  }
}

async function attemptFilesOf(
  { suite, requested }: AttemptOptions,
  plan: AttemptPlan,
  directory: string,
  { files }: SuiteServices,
): Promise<AttemptFiles> {
  const { eventsFile, ownReports, sharedReports, cwd } = plan;
  const earlierReports = await takeInventory(sharedReports, cwd, files);
  const traces = {
    suite: suite.name,
    directory,
    eventsFile,
    ownReports,
    sharedReports,
    earlierReports,
    cwd,
    requested,
  };
  return { ...traces, reportRetries: hasReportRetries(suite) };
}

const hasReportRetries = (suite: SuiteSettings): boolean => 'reportRetries' in suite && suite.reportRetries;

async function superviseAttempt(
  { suite }: AttemptOptions,
  spec: ProcessSpec,
  events: EventTail,
  services: SuiteServices,
): Promise<ProcessExit> {
  const ended = new AbortController();
  const watching = watchOutput(suite, { log: spec.logFile, events }, services, ended.signal);
  const exit = await runSupervised(spec, services);
  ended.abort();
  await watching;
  return exit;
}

function specOf(
  { suite, env, number }: AttemptOptions,
  plan: AttemptPlan,
  directory: string,
  services: SuiteServices,
): ProcessSpec {
  return {
    command: plan.command,
    cwd: plan.cwd,
    env: { ...env, ...plan.env },
    timeoutMs: suite.timeoutMs,
    idleTimeoutMs: suite.idleTimeoutMs,
    graceMs: services.settings.graceMs,
    track: `${services.runDirectory.split(/[\\/]/).at(-1) ?? ''}/${attemptDirectory(suite.name, number)}`,
    logFile: join(directory, 'output.log'),
    stateDirectory: stateDirectory(directory),
    eventsFile: plan.eventsFile,
  };
}

/**
 * The one attempt of a suite that runs nothing: its reports are there already. A file that no step of this job wrote
 * belongs to another one. `directory`: absolute.
 */
export async function readOnly(
  suite: SuiteSettings,
  directory: string,
  { files, context }: Pick<SuiteServices, 'files' | 'context'>,
): Promise<AttemptOutput> {
  const { report: patterns, ofAnyAge = [] } = suite.runner === 'junit' ? suite : { report: [] };
  const startedAt = await startOfJob(context.env, files);
  const found = await findReports(patterns, suite.workingDirectory, files, async (path, pattern) => {
    if (startedAt === null || ofAnyAge.includes(pattern)) return null;
    return (await files.modifiedAt(path)) < startedAt ? 'old' : null;
  });
  if (found.unmatched.length > 0) await files.writeWhole(unmatchedFile(directory), JSON.stringify(found.unmatched));
  return { ...(await outputOfReports(found.files, suite, directory, { files })), unmatched: found.unmatched };
}

/** The reports that such an attempt kept: those where the suite looks for them may have changed since. */
export async function readKept(
  suite: SuiteSettings,
  directory: string,
  { files }: Pick<SuiteServices, 'files'>,
): Promise<AttemptOutput> {
  const kept = (await files.glob(['reports/**'], directory)).map((path) => ({ path }));
  const unmatched = JSON.parse((await files.readTextIfExists(unmatchedFile(directory))) ?? '[]') as UnmatchedReport[];
  return { ...(await outputOfReports(kept, suite, directory, { files })), unmatched };
}

/** Where an attempt writes down the patterns that gave it nothing to read. */
const unmatchedFile = (directory: string): string => join(stateDirectory(directory), 'unmatched.json');

async function outputOfReports(
  found: FoundReports['files'] | readonly { readonly path: string }[],
  suite: SuiteSettings,
  directory: string,
  { files }: Pick<SuiteServices, 'files'>,
): Promise<AttemptOutput> {
  const place = { suite: suite.name, directory, cwd: suite.workingDirectory, reportRetries: hasReportRetries(suite) };
  const reports = await readReports(found, place, files);
  return { attempt: null, events: [], reports, requested: null, tail: '', stacks: [] };
}
