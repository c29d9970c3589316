import { type ApplicationProblem, startApplication } from '../../execution/application.js';
import { type ApplicationEnd, readApplicationEnd } from '../../execution/application-record.js';
import { recordEnd } from '../../execution/attempt/attempt-files.js';
import { withheldVariables } from '../../execution/prepare-suite.js';
import type { AttemptWatcher, SuiteServices } from '../../execution/suite-services.js';
import type { SuiteProblem } from '../../model/problem.js';
import type { StopReason, SuiteRun } from '../../model/run.js';
import type { Clock, Console } from '../../ports.js';
import { redactorFor } from '../evaluate/redact-run.js';
import type { Settings, SuiteSettings } from '../../model/settings.js';
import { qualityPreparer } from '../../quality/registry.js';
import { cleanConsole } from '../publish/final-scan.js';
import { createConsoleWatcher } from './console-watcher.js';
import type { KnownApi } from '../read/read-openapi.js';
import { readRecorded } from '../evaluate/recorded-requests.js';
import { withLocalRemedies } from './local-remedies.js';
import { runSuites } from './schedule-suites.js';
import { verifyBase } from './verify-base.js';
import type { ExecutedRun, Run, RunInputs } from '../run.js';
import type { Services } from '../services.js';

/**
 * Starts the application under test when there is one, runs every suite, stops the application. What follows is drawn
 * from what all of them recorded, so that `post` can draw it too. `followed` may change what of it is shown.
 */
export async function executeSuites(
  run: Run,
  { api, quarantine, durationOf }: RunInputs,
  services: Services,
  followed: (watcher: AttemptWatcher) => AttemptWatcher = (watcher) => watcher,
): Promise<ExecutedRun> {
  const { settings, directory, startedAt } = run;
  const { files, processes, clock, context, console, cancelled, http } = services;
  const suiteServices: SuiteServices = {
    ...{ files, processes, clock, context, settings },
    runDirectory: directory.directory,
    signal: withLimit(cancelled, settings.runTimeoutMs, clock),
    watcher: followed(createConsoleWatcher(withoutSecrets(console, settings, services), clock, settings.parallel)),
    quarantineOf: quarantine.find,
    durationOf,
    prepareQuality: qualityPreparer(`${context.bundleDirectory}/drivers`),
  };
  logWithheld(services);
  const executed = (suites: readonly SuiteRun[], application: ApplicationEnd | null): ExecutedRun => {
    return { suites: withLocalRemedies(suites, context), application, durationMs: clock.now() - startedAt };
  };
  if (settings.application === null) {
    const suites = await runAll(settings, api, suiteServices, services);
    return withBase(executed(suites, null), suiteServices, services);
  }
  console.info(`Starting the application under test: ${settings.application.startCommand}`);
  const start = await startApplication(settings.application, { ...suiteServices, http });
  if (!start.ok && start.problem !== null) return executed(await startNothing(start.problem, suiteServices), null);
  if (!start.ok) return executed(await runSuites(settings.suites, suiteServices), null);
  const suites = await runAll(settings, api, suiteServices, services);
  await start.application.stop();
  const application = await readApplicationEnd(suiteServices);
  return withBase(executed(suites, application), suiteServices, services);
}

/** The run with what its failing tests do on the base. The time that this takes is not that of the run. */
async function withBase(run: ExecutedRun, suiteServices: SuiteServices, services: Services): Promise<ExecutedRun> {
  const base = await verifyBase(run.suites, suiteServices, services);
  return base === null ? run : { ...run, base };
}

function logWithheld({ context, console }: Services): void {
  const names = withheldVariables(context.env);
  if (names.length > 0)
    console.info(
      `Not passed to suites: ${names.join(', ')}. To pass a variable to a suite, add it to \`env\` of the suite.`,
    );
}

/** The console with secrets taken out of what suites print. */
function withoutSecrets(console: Console, settings: Settings, services: Services): Console {
  return cleanConsole(console, redactorFor(settings, services).redact);
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
  const { runGenerated } = await import('./generated-suite.js');
  const generated = await runGenerated(runs, api, recorded, services);
  return generated === null ? runs : [...runs, generated];
}

/** No suite runs, each for this reason; it is written down for `post`, which would know none. */
async function startNothing(problem: ApplicationProblem, services: SuiteServices): Promise<readonly SuiteRun[]> {
  const { files, runDirectory, settings, clock } = services;
  const first = settings.suites.find(({ enabled }) => enabled);
  const again = { ...NOT_READY, remedy: `See ${first?.name ?? ''}.` };
  const runs = settings.suites.map((suite) => notStarted(suite, suite === first ? problem : again, clock.now()));
  for (const { suite, startedAt, durationMs, problems } of runs)
    await recordEnd(files, runDirectory, suite.name, { startedAt, durationMs, problems });
  return runs;
}

/** For all suites but the first, which has the reason. */
const NOT_READY: ApplicationProblem = {
  severity: 'error',
  place: 'application',
  message: 'needs the application under test, which did not start',
  remedy: '',
};

function notStarted(suite: SuiteSettings, problem: ApplicationProblem, now: number): SuiteRun {
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
