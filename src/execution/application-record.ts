import { join } from 'node:path';
import type { ProcessExit } from '../model/run.js';
import type { Files, ProcessSpec } from '../ports.js';
import { type EndServices, readExit } from './attempt/attempt-files.js';

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
  /** `stopped`: by this program, or not at all. `died`: on its own. `unknown`: its supervisor left no record. */
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

/** Records that the application answered: from then on a start line that ends and leaves no process has died. */
export function recordReady(files: Files, runDirectory: string): Promise<void> {
  return files.writeWhole(applicationFiles(runDirectory).service.readyFile, '{}').catch(() => undefined);
}

/** Records that a service did not answer any more when the suites had ended. */
export function recordSilence(files: Files, runDirectory: string, url: string): Promise<void> {
  return files.writeWhole(silenceFile(runDirectory), JSON.stringify({ url })).catch(() => undefined);
}

const silenceFile = (runDirectory: string): string =>
  join(applicationFiles(runDirectory).stateDirectory, 'silent.json');

const startFile = (runDirectory: string): string =>
  join(applicationFiles(runDirectory).stateDirectory, 'application.json');

/** The end of the application of a run, from its files. Null when the run never started one. */
export async function readApplicationEnd(
  services: EndServices & { readonly runDirectory: string },
): Promise<ApplicationEnd | null> {
  const { files, runDirectory } = services;
  const recorded = await files.readTextIfExists(startFile(runDirectory));
  if (recorded === null) return null;
  const { logFile, stateDirectory } = applicationFiles(runDirectory);
  const exit = await readExit(stateDirectory, services);
  const logTail = await files.readTail(logFile, TAIL_BYTES);
  if (exit === null) return { state: 'unknown', diedAt: null, exit, logTail };
  const silence = await files.readTextIfExists(silenceFile(runDirectory));
  if (silence !== null) {
    const { url: silentUrl } = JSON.parse(silence) as { url: string };
    return { state: 'died', diedAt: null, exit, logTail, silentUrl };
  }
  if (exit.reason !== null) return { state: 'stopped', diedAt: null, exit, logTail };
  const { startedAt } = JSON.parse(recorded) as { startedAt: number };
  return { state: 'died', diedAt: startedAt + exit.durationMs, exit, logTail };
}
