import { join } from 'node:path';
import type { LeftService, ProcessExit } from '../model/run.js';
import type { Files, ProcessSpec } from '../ports.js';
import { type EndServices, readExit, readJson } from './attempt/attempt-files.js';

const DIRECTORY = 'artifacts/application';
const TAIL_BYTES = 4000;

/** Where the application under test of a run leaves its files. Absolute. */
export interface ApplicationFiles {
  readonly directory: string;
  readonly logFile: string;
  readonly stateDirectory: string;
  readonly service: NonNullable<ProcessSpec['service']>;
}

/** The files of the application under test of a run. */
export function applicationFiles(runDirectory: string): ApplicationFiles {
  const directory = join(runDirectory, DIRECTORY);
  const stateDirectory = join(directory, 'supervisor');
  const service = { readyFile: join(stateDirectory, 'ready.json'), leftFile: join(stateDirectory, 'left.json') };
  return { directory, logFile: join(directory, 'output.log'), stateDirectory, service };
}

/** How the application under test ended, from what its supervisor recorded. */
export interface ApplicationEnd {
  /**
   * `stopped`: by this program, or not at all. `died`: on its own. `unknown`: its supervisor left no record, or its start
   * line ended with 0 when it was ready, and nothing asked its address afterwards.
   */
  readonly state: 'stopped' | 'died' | 'unknown';
  /** When it died, in epoch milliseconds; null unless it did, and when that is not known. */
  readonly diedAt: number | null;
  /** Null when its supervisor left no record. */
  readonly exit: ProcessExit | null;
  /** The end of its log. */
  readonly logTail: string;
  /** Address at which a service that its start line left did not answer any more; absent when it was not asked or answered. */
  readonly silentUrl?: string;
}

/** Records that the application is about to start; what follows can then be reported from its files alone. */
export function recordApplicationStart(files: Files, runDirectory: string, startedAt: number): Promise<void> {
  return files.writeWhole(startFile(runDirectory), JSON.stringify({ startedAt })).catch(() => undefined);
}

/** Records that the application answered: a start line that ends from then on and leaves no process may have died. */
export function recordReady(files: Files, runDirectory: string): Promise<void> {
  return files.writeWhole(applicationFiles(runDirectory).service.readyFile, '{}').catch(() => undefined);
}

/** What a service answered when the suites had ended: the address that did not, null when all did. */
interface LastAnswer {
  readonly silentUrl: string | null;
}

/** Records what a service that a start line left answered when the suites had ended. */
export function recordLastAnswer(files: Files, runDirectory: string, answer: LastAnswer): Promise<void> {
  return files.writeWhole(answerFile(runDirectory), JSON.stringify(answer)).catch(() => undefined);
}

const answerFile = (runDirectory: string): string => join(applicationFiles(runDirectory).stateDirectory, 'answer.json');

const startFile = (runDirectory: string): string =>
  join(applicationFiles(runDirectory).stateDirectory, 'application.json');

/** The end of the application of a run, from its files. Null when the run never started one. */
export async function readApplicationEnd(
  services: EndServices & { readonly runDirectory: string },
): Promise<ApplicationEnd | null> {
  const { files, runDirectory } = services;
  const recorded = await files.readTextIfExists(startFile(runDirectory));
  if (recorded === null) return null;
  const { logFile, stateDirectory, service } = applicationFiles(runDirectory);
  const exit = await readExit(stateDirectory, services);
  const logTail = await files.readTail(logFile, TAIL_BYTES);
  if (exit === null) return { state: 'unknown', diedAt: null, exit, logTail };
  const left = await readJson<LeftService>(files, service.leftFile);
  const answer = await readJson<LastAnswer>(files, answerFile(runDirectory));
  if (exit.reason !== null) return { ...endOfService(left, answer), exit, logTail };
  const { startedAt } = JSON.parse(recorded) as { startedAt: number };
  return { state: 'died', diedAt: startedAt + exit.durationMs, exit, logTail };
}

/** Whether what was stopped at the end of the run was still there: a program is, a service has to answer. */
function endOfService(
  left: LeftService | null,
  answer: LastAnswer | null,
): Pick<ApplicationEnd, 'state' | 'diedAt' | 'silentUrl'> {
  const endedAfterReady = left !== null && left.wasReady && left.processes === 0;
  if (answer === null) return { state: endedAfterReady ? 'unknown' : 'stopped', diedAt: null };
  const { silentUrl } = answer;
  if (silentUrl === null) return { state: 'stopped', diedAt: null };
  return endedAfterReady ? { state: 'died', diedAt: left.at } : { state: 'died', diedAt: null, silentUrl };
}
