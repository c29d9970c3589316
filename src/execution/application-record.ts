import { join } from 'node:path';
import type { ProcessExit } from '../model/run.js';
import type { Files } from '../ports.js';
import { type EndServices, readExit } from './attempt/attempt-files.js';

const DIRECTORY = 'artifacts/application';
const TAIL_BYTES = 4000;

/** Where the application under test of a run leaves its files. Absolute. */
export interface ApplicationFiles {
  readonly directory: string;
  readonly logFile: string;
  readonly stateDirectory: string;
}

/** The files of the application under test of a run. */
export function applicationFiles(runDirectory: string): ApplicationFiles {
  const directory = join(runDirectory, DIRECTORY);
  return { directory, logFile: join(directory, 'output.log'), stateDirectory: join(directory, 'supervisor') };
}

/** How the application under test ended, from what its supervisor recorded. */
export interface ApplicationEnd {
  /** `stopped`: by this program, or not at all. `died`: on its own. `unknown`: its supervisor left no record. */
  readonly state: 'stopped' | 'died' | 'unknown';
  /** When it died, in epoch milliseconds; null unless it did. */
  readonly diedAt: number | null;
  /** Null when its supervisor left no record. */
  readonly exit: ProcessExit | null;
  /** The end of its log. */
  readonly logTail: string;
}

/** Records that the application is about to start; what follows can then be told from its files alone. */
export function recordApplicationStart(files: Files, runDirectory: string, startedAt: number): Promise<void> {
  return files.writeWhole(startFile(runDirectory), JSON.stringify({ startedAt })).catch(() => undefined);
}

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
  if (exit.reason !== null) return { state: 'stopped', diedAt: null, exit, logTail };
  const { startedAt } = JSON.parse(recorded) as { startedAt: number };
  return { state: 'died', diedAt: startedAt + exit.durationMs, exit, logTail };
}
