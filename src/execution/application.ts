import { join } from 'node:path';
import type { Problem } from '../model/problem.js';
import type { ProcessExit } from '../model/run.js';
import type { ApplicationSettings } from '../model/settings.js';
import type { Http, ProcessSpec } from '../ports.js';
import { childEnv } from './prepare-suite.js';
import { seconds } from './problems/stop-problems.js';
import type { SuiteWorld } from './suite-services.js';

const POLL_MS = 250;
const DAY_MS = 86_400_000;
const TAIL_BYTES = 4000;

export interface RunningApplication {
  /** Null while it runs. */
  readonly ended: () => { readonly exit: ProcessExit; readonly at: number } | null;
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
  world: Omit<SuiteWorld, 'watcher' | 'quarantineOf'> & { readonly http: Http },
): Promise<ApplicationStart> {
  const directory = join(world.runDirectory, 'artifacts', 'application');
  await world.files.makeDirectory(directory);
  const logFile = join(directory, 'output.log');
  const running = world.processes.start(specOf(settings, directory, logFile, world));
  let ended: { exit: ProcessExit; at: number } | null = null;
  let stopping = false;
  const stop = (): void => {
    if (!stopping) running.stop('cancelled');
    stopping = true;
  };
  // A cancelled job has 7.5 s: the application ends while the suites do, not after them.
  if (world.signal.aborted) stop();
  world.signal.addEventListener('abort', stop, { once: true });
  void running.finished.then((exit) => {
    if (!stopping) ended = { exit, at: world.clock.now() };
  });
  const application: RunningApplication = {
    ended: () => ended,
    tail: () => world.files.readTail(logFile, TAIL_BYTES),
    stop: async () => {
      stop();
      world.signal.removeEventListener('abort', stop);
      await running.finished;
    },
  };
  const problem = await awaitHealth(settings, application, world);
  if (problem === null) return { ok: true, application };
  await application.stop();
  return { ok: false, problem };
}

function specOf(
  { startCommand }: ApplicationSettings,
  directory: string,
  logFile: string,
  { context, settings, runDirectory }: Pick<SuiteWorld, 'context' | 'settings' | 'runDirectory'>,
): ProcessSpec {
  return {
    command: ['sh', '-c', startCommand],
    cwd: settings.workingDirectory,
    env: childEnv(context.env, settings.baseUrl, {}),
    timeoutMs: DAY_MS,
    idleTimeoutMs: null,
    graceMs: Math.min(settings.graceMs, 3000),
    track: `${runDirectory.split(/[\\/]/).at(-1) ?? ''}/application`,
    logFile,
    stateDirectory: join(directory, 'supervisor'),
    eventsFile: null,
  };
}

async function awaitHealth(
  { healthUrl, startTimeoutMs }: ApplicationSettings,
  application: RunningApplication,
  world: Pick<SuiteWorld, 'clock' | 'signal'> & { readonly http: Http },
): Promise<Problem | null> {
  if (healthUrl === null) return null;
  const deadline = world.clock.now() + startTimeoutMs;
  while (world.clock.now() < deadline && !world.signal.aborted) {
    const end = application.ended();
    if (end !== null)
      return startProblem(`ended with ${endOf(end.exit)} before it answered at ${healthUrl}`, application);
    const status = await world.http.statusOf(healthUrl, 2000);
    if (status !== null && status < 500) return null;
    await world.clock.sleep(POLL_MS, world.signal);
  }
  return startProblem(`did not answer at ${healthUrl} within ${seconds(startTimeoutMs)}`, application);
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
