import type { SuiteProblem } from '../model/problem.js';
import type { ApplicationSettings } from '../model/settings.js';
import type { Http, ProcessSpec, RunningProcess } from '../ports.js';
import { answersAll, awaitHealth, type ApplicationState, type HealthServices } from './application-health.js';
import { applicationFiles, recordApplicationStart, recordLastAnswer, recordReady } from './application-record.js';
import { childEnv } from './prepare-suite.js';
import { createStepFiles } from './step-files.js';
import type { SuiteServices } from './suite-services.js';

const DAY_MS = 86_400_000;
const GRACE_MS = 3000;

/** The application under test while the suites run. */
export interface RunningApplication {
  /** Ends it with its whole process tree, and records when a service that its start line left no longer answers. */
  readonly stop: () => Promise<void>;
}

/** `problem` is null when the run ended while the application was starting. */
export type ApplicationStart =
  | { readonly ok: true; readonly application: RunningApplication }
  | { readonly ok: false; readonly problem: ApplicationProblem | null };

/** Why no suite can run, with what the application printed. */
export type ApplicationProblem = Omit<SuiteProblem, 'forces'>;

type ApplicationServices = Omit<SuiteServices, 'watcher' | 'quarantineOf' | 'durationOf'> & { readonly http: Http };

/**
 * Starts the application under test and waits until it answers. A start line that ends with 0 leaves a service behind,
 * which is waited for like a program that stays.
 */
export async function startApplication(
  settings: ApplicationSettings,
  services: ApplicationServices,
): Promise<ApplicationStart> {
  const { files, runDirectory, clock, signal } = services;
  const { directory, logFile, stateDirectory, service } = applicationFiles(runDirectory);
  await files.makeDirectory(directory);
  await recordApplicationStart(files, runDirectory, clock.now());
  const stepFiles = await createStepFiles(directory, services.context.env, files);
  const isAnswered = await answersAll(settings.healthUrls, services);
  const running = services.processes.start(specOf(settings, stepFiles, { logFile, stateDirectory, service }, services));
  const { state, end } = following(running, services);
  const problem = await awaitHealth(settings, { state, isAnswered, logFile, service }, services);
  if (problem === null && !signal.aborted) {
    if (settings.healthUrls.length > 0) await recordReady(files, runDirectory);
    const stop = async (): Promise<void> => {
      await askLeftService(settings, services);
      await end();
    };
    return { ok: true, application: { stop } };
  }
  await end();
  return { ok: false, problem: signal.aborted ? null : problem };
}

/** How the application is doing, and the way to end it. */
function following(
  running: RunningProcess,
  { signal }: Pick<SuiteServices, 'signal'>,
): { readonly state: ApplicationState; readonly end: () => Promise<void> } {
  const state: { -readonly [Key in keyof ApplicationState]: ApplicationState[Key] } = { exit: null };
  let stopping = false;
  const stop = (): void => {
    if (!stopping) running.stop('cancelled');
    stopping = true;
  };
  // A cancelled job has 7.5 s: the application ends while the suites do, not after them.
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  void running.finished.then((exit) => {
    if (!stopping) state.exit = exit;
  });
  const end = async (): Promise<void> => {
    stop();
    signal.removeEventListener('abort', stop);
    await running.finished;
  };
  return { state, end };
}

/** A service without a process of ours, a container for instance, can be asked only at its address. */
async function askLeftService(
  settings: ApplicationSettings,
  services: HealthServices & ApplicationServices,
): Promise<void> {
  const { files, runDirectory, signal } = services;
  const { service } = applicationFiles(runDirectory);
  if (signal.aborted || !(await files.exists(service.leftFile))) return;
  for (const url of settings.healthUrls)
    if (!(await answersAll([url], services, 3))) return recordLastAnswer(files, runDirectory, { silentUrl: url });
  if (settings.healthUrls.length > 0) await recordLastAnswer(files, runDirectory, { silentUrl: null });
}

function specOf(
  { startCommand }: ApplicationSettings,
  stepFiles: Readonly<Record<string, string>>,
  own: Pick<ProcessSpec, 'logFile' | 'stateDirectory' | 'service'>,
  { context, settings, runDirectory }: Pick<SuiteServices, 'context' | 'settings' | 'runDirectory'>,
): ProcessSpec {
  return {
    command: ['sh', '-c', startCommand],
    cwd: settings.workingDirectory,
    env: childEnv(context.env, settings.baseUrl, stepFiles),
    timeoutMs: DAY_MS,
    idleTimeoutMs: null,
    graceMs: Math.min(settings.graceMs, GRACE_MS),
    track: `${runDirectory.split(/[\\/]/).at(-1) ?? ''}/application`,
    ...own,
    eventsFile: null,
  };
}
