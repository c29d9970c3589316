import type { Problem } from '../model/problem.js';
import type { ProcessExit } from '../model/run.js';
import type { ApplicationSettings } from '../model/settings.js';
import type { Http, ProcessSpec } from '../ports.js';
import { applicationFiles, recordApplicationStart } from './application-record.js';
import { childEnv } from './prepare-suite.js';
import { formatDuration } from '../text/format.js';
import type { SuiteServices } from './suite-services.js';

const POLL_MS = 250;
const DAY_MS = 86_400_000;
const TAIL_BYTES = 4000;

export interface RunningApplication {
  /** Null while it runs. */
  readonly ended: () => ProcessExit | null;
  /** The end of its log. */
  readonly tail: () => Promise<string>;
  /** Ends it with its whole process tree. */
  readonly stop: () => Promise<void>;
}

export type ApplicationStart =
  { readonly ok: true; readonly application: RunningApplication } | { readonly ok: false; readonly problem: Problem };

/** Starts the application under test and waits until it answers. One that dies or stays silent is a problem with its last lines. */
export async function startApplication(
  settings: ApplicationSettings,
  services: Omit<SuiteServices, 'watcher' | 'quarantineOf'> & { readonly http: Http },
): Promise<ApplicationStart> {
  const { directory, logFile, stateDirectory } = applicationFiles(services.runDirectory);
  await services.files.makeDirectory(directory);
  await recordApplicationStart(services.files, services.runDirectory, services.clock.now());
  const running = services.processes.start(specOf(settings, { logFile, stateDirectory }, services));
  let ended: ProcessExit | null = null;
  let stopping = false;
  const stop = (): void => {
    if (!stopping) running.stop('cancelled');
    stopping = true;
  };
  // A cancelled job has 7.5 s: the application ends while the suites do, not after them.
  if (services.signal.aborted) stop();
  services.signal.addEventListener('abort', stop, { once: true });
  void running.finished.then((exit) => {
    if (!stopping) ended = exit;
  });
  const application: RunningApplication = {
    ended: () => ended,
    tail: () => services.files.readTail(logFile, TAIL_BYTES),
    stop: async () => {
      stop();
      services.signal.removeEventListener('abort', stop);
      await running.finished;
    },
  };
  const problem = await awaitHealth(settings, application, services);
  if (problem === null) return { ok: true, application };
  await application.stop();
  return { ok: false, problem };
}

function specOf(
  { startCommand }: ApplicationSettings,
  own: Pick<ProcessSpec, 'logFile' | 'stateDirectory'>,
  { context, settings, runDirectory }: Pick<SuiteServices, 'context' | 'settings' | 'runDirectory'>,
): ProcessSpec {
  return {
    command: ['sh', '-c', startCommand],
    cwd: settings.workingDirectory,
    env: childEnv(context.env, settings.baseUrl, {}),
    timeoutMs: DAY_MS,
    idleTimeoutMs: null,
    graceMs: Math.min(settings.graceMs, 3000),
    track: `${runDirectory.split(/[\\/]/).at(-1) ?? ''}/application`,
    ...own,
    eventsFile: null,
  };
}

async function awaitHealth(
  { healthUrl, startTimeoutMs }: ApplicationSettings,
  application: RunningApplication,
  services: Pick<SuiteServices, 'clock' | 'signal'> & { readonly http: Http },
): Promise<Problem | null> {
  if (healthUrl === null) return null;
  const deadline = services.clock.now() + startTimeoutMs;
  while (services.clock.now() < deadline && !services.signal.aborted) {
    const end = application.ended();
    if (end !== null) return startProblem(`ended with ${endOf(end)} before it answered at ${healthUrl}`, application);
    const status = await services.http.statusOf(healthUrl, 2000);
    if (status !== null && status < 500) return null;
    await services.clock.sleep(POLL_MS, services.signal);
  }
  return startProblem(`did not answer at ${healthUrl} within ${formatDuration(startTimeoutMs)}`, application);
}

async function startProblem(message: string, application: RunningApplication): Promise<Problem> {
  const lines = (await application.tail()).trim().split('\n').slice(-5).join('\n');
  const said = lines === '' ? 'It printed nothing.' : `Its last lines: ${lines}`;
  return {
    severity: 'error',
    place: 'application',
    message: `the application under test ${message}. ${said}`,
    remedy: 'Correct `start-command` or `health-url`.',
  };
}

/** `exit status 3`, `SIGSEGV`. */
export function endOf({ exitCode, signal, startError }: ProcessExit): string {
  if (startError !== '') return startError;
  return signal ?? `exit status ${String(exitCode)}`;
}
