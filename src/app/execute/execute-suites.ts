import type { AppUnderTest } from '../../diagnosis/context.js';
import { startApplication, endOf, type RunningApplication } from '../../execution/application.js';
import { recordEnd } from '../../execution/attempt/attempt-files.js';
import type { SuiteServices } from '../../execution/suite-services.js';
import type { EvidenceRun } from '../../evidence/run-directory.js';
import type { Problem, SuiteProblem } from '../../model/problem.js';
import type { StopReason, SuiteRun } from '../../model/run.js';
import type { Clock } from '../../ports.js';
import type { Settings, SuiteSettings } from '../../model/settings.js';
import { firstLine } from '../../text/bounds.js';
import { qualityPreparer } from '../../quality/registry.js';
import { createConsoleWatcher } from './console-watcher.js';
import type { KnownApi } from '../read/read-openapi.js';
import { readRecorded } from '../evaluate/recorded-requests.js';
import { runGenerated } from './generated-suite.js';
import { runSuites } from './schedule-suites.js';
import type { Services } from '../services.js';

/** What ran, and what became of the application under test. */
export interface ExecutedRun {
  readonly runs: readonly SuiteRun[];
  /** Null when the run did not start one. */
  readonly app: AppUnderTest | null;
}

export interface ExecutionOptions {
  readonly settings: Settings;
  readonly run: EvidenceRun;
  readonly api: KnownApi;
  readonly quarantineOf: SuiteServices['quarantineOf'];
}

/** Starts the application under test when there is one, runs all suites, stops the application. */
export async function executeSuites(
  { settings, run, api, quarantineOf }: ExecutionOptions,
  services: Services,
): Promise<ExecutedRun> {
  const { files, processes, clock, context, console, cancelled, http } = services;
  const suiteWorld: SuiteServices = {
    ...{ files, processes, clock, context, settings },
    runDirectory: run.directory,
    signal: withLimit(cancelled, settings.runTimeoutMs, clock),
    watcher: createConsoleWatcher(console, clock, settings.parallel),
    quarantineOf,
    prepareQuality: qualityPreparer(`${context.bundleDirectory}/drivers`),
  };
  if (settings.application === null) return { runs: await runAll(settings, api, suiteWorld, services), app: null };
  console.info(`Starting the application under test: ${settings.application.startCommand}`);
  const start = await startApplication(settings.application, { ...suiteWorld, http });
  if (!start.ok) return { runs: await startNothing(start.problem, suiteWorld), app: null };
  const runs = await runAll(settings, api, suiteWorld, services);
  const death = await deathOf(start.application);
  const logTail = await start.application.tail();
  await start.application.stop();
  const app = { address: addressOf(settings.baseUrl), stoppedAt: death?.at ?? null, logTail };
  return { runs: death === null ? runs : runs.map((each) => withDeath(each, death)), app };
}

/** Aborts with the job, or when the run has taken too long. */
function withLimit(cancelled: AbortSignal, limitMs: number | null, clock: Clock): AbortSignal {
  if (limitMs === null) return cancelled;
  const limit = new AbortController();
  void clock.sleep(limitMs, cancelled).then(() => {
    if (!cancelled.aborted) limit.abort('run-timeout' satisfies StopReason);
  });
  return AbortSignal.any([cancelled, limit.signal]);
}

/** The suites, then smoke tests for what they have not touched when the settings ask for them. */
async function runAll(
  settings: Settings,
  api: KnownApi,
  services: SuiteServices,
  outside: Pick<Services, 'files' | 'archives'>,
): Promise<readonly SuiteRun[]> {
  const runs = await runSuites(settings.suites, services);
  if (!settings.generate) return runs;
  const recorded = await readRecorded(
    { suites: runs },
    api,
    settings.baseUrl,
    { directory: services.runDirectory },
    outside,
  );
  const generated = await runGenerated(runs, api, recorded, services);
  return generated === null ? runs : [...runs, generated];
}

/** No suite runs, each for this reason; it is written down for `post`, which would know none. */
async function startNothing(problem: Problem, services: SuiteServices): Promise<readonly SuiteRun[]> {
  const { files, runDirectory, settings, clock } = services;
  const runs = settings.suites.map((suite) => notStarted(suite, problem, clock.now()));
  for (const { suite, startedAt, durationMs, problems } of runs)
    await recordEnd(files, runDirectory, suite.name, { startedAt, durationMs, problems });
  return runs;
}

function notStarted(suite: SuiteSettings, problem: Problem, now: number): SuiteRun {
  const forced: SuiteProblem = { ...problem, place: suite.name, forces: 'config-error' };
  return {
    suite,
    attempts: [],
    tests: [],
    problems: suite.enabled ? [forced] : [],
    startedAt: now,
    durationMs: 0,
    tool: null,
  };
}

function addressOf(baseUrl: string | null): string {
  return baseUrl === null ? '' : new URL(baseUrl).host;
}

interface Death {
  readonly at: number;
  readonly message: string;
}

async function deathOf(application: RunningApplication): Promise<Death | null> {
  const ended = application.ended();
  if (ended === null) return null;
  const last = (await application.tail()).trim().split('\n').at(-1) ?? '';
  const said = last === '' ? '' : `; its last line: ${firstLine(last)}`;
  return { at: ended.at, message: `the application under test ended during the run (${endOf(ended.exit)})${said}` };
}

/** Suites that were running, or ran later, are told what they ran against. */
function withDeath(run: SuiteRun, { at, message }: Death): SuiteRun {
  if (run.startedAt + run.durationMs < at || run.attempts.length === 0) return run;
  const remedy = 'See artifacts/application/output.log in the evidence.';
  const problem: SuiteProblem = { severity: 'error', place: run.suite.name, message, remedy, forces: 'error' };
  return { ...run, problems: [...run.problems, problem] };
}
