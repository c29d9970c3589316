// Where the files of an attempt are, and what a suite and its attempts record on disk, written and read back.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { SuiteProblem } from '../../model/problem.js';
import type { ProcessExit, SuiteAttempt } from '../../model/run.js';
import type { Clock, Files, ProcessRunner } from '../../ports.js';
import type { AttemptOutput } from '../results/attempt-output.js';
import { type AttemptFiles, collectOutput } from './collect-output.js';

/** A name that every file system and the artifact service take. */
export function slug(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^\.+/, '') || 'suite';
}

const FOLDER_CHARS = 80;
const HASH_CHARS = 8;
/** Folders beside those of the suites. */
const RESERVED: readonly string[] = ['application', 'run'];

/**
 * Name of a suite's folder, different for every suite: a name that must be changed for file systems, cut, or that
 * another folder has, carries a hash of the whole.
 */
export function suiteFolder(suite: string): string {
  const plain = slug(suite);
  const isTaken = RESERVED.includes(plain.toLowerCase()) || plain.endsWith('.');
  if (plain === suite && plain.length <= FOLDER_CHARS && !isTaken) return plain;
  const hash = createHash('sha256').update(suite).digest('hex').slice(0, HASH_CHARS);
  return `${plain.slice(0, FOLDER_CHARS)}-${hash}`;
}

/** Folder of a suite, relative to the run directory. */
export function suiteDirectory(suite: string): string {
  return `artifacts/${suiteFolder(suite)}`;
}

/** Folder of an attempt, relative to the run directory. */
export function attemptDirectory(suite: string, number: number): string {
  return `${suiteDirectory(suite)}/attempt-${number}`;
}

/** The supervisor's own folder in an attempt's; absolute when the attempt's is. */
export function stateDirectory(attempt: string): string {
  return join(attempt, 'supervisor');
}

/** What is written down before an attempt starts, so that its traces can be gathered by somebody who did not start it. */
export interface RecordedAttempt {
  readonly number: number;
  readonly mode: SuiteAttempt['mode'];
  readonly command: readonly string[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly traces: AttemptFiles;
}

/** What is written down when a suite has come to its end. */
export interface RecordedEnd {
  readonly startedAt: number;
  readonly durationMs: number;
  /** Why nothing was run; absent when attempts show it. */
  readonly problems?: readonly SuiteProblem[];
}

/** Writes down an attempt that is about to start. */
export function recordAttempt(files: Files, directory: string, attempt: RecordedAttempt): Promise<void> {
  return record(files, join(stateDirectory(directory), 'attempt.json'), attempt);
}

/** Writes down that a suite needs nothing more. */
export function recordEnd(files: Files, runDirectory: string, suite: string, end: RecordedEnd): Promise<void> {
  return record(files, join(runDirectory, suiteDirectory(suite), 'ended.json'), end);
}

/** Only a run that is cut off needs what is recorded: a disk that takes nothing more must not end this one. */
async function record(files: Files, path: string, value: object): Promise<void> {
  await files.writeWhole(path, JSON.stringify(value)).catch(() => undefined);
}

/** When a suite ended; null when it did not. */
export async function readEnd(files: Files, runDirectory: string, suite: string): Promise<RecordedEnd | null> {
  return readJson<RecordedEnd>(files, join(runDirectory, suiteDirectory(suite), 'ended.json'));
}

/** Everything that the attempts of a suite left, in order; for a run whose own process is gone. */
export async function readAttemptOutputs(
  services: EndServices & { readonly runDirectory: string },
  suite: string,
): Promise<readonly AttemptOutput[]> {
  const { files, runDirectory } = services;
  const outputs: AttemptOutput[] = [];
  for (let number = 1; ; number += 1) {
    const relative = attemptDirectory(suite, number);
    const state = stateDirectory(join(runDirectory, relative));
    const recorded = await readJson<RecordedAttempt>(files, join(state, 'attempt.json'));
    if (recorded === null) return outputs;
    const exit = (await readExit(state, services)) ?? NO_EXIT;
    const { mode, command, startedAt, traces } = recorded;
    outputs.push(await collectOutput(traces, { number, mode, command, startedAt, exit, directory: relative }, files));
  }
}

/** Longer than a supervisor needs to end a program whose parent is gone. */
const LAST_WORDS_MS = 4000;
const POLL_MS = 100;

/** What it takes to learn how a program ended. */
export interface EndServices {
  readonly files: Files;
  readonly clock: Clock;
  readonly processes: Pick<ProcessRunner, 'endAbandoned'>;
}

/**
 * How a program ended; its supervisor may still be ending it, for it outlives the run by a moment. Null when it left no
 * record; then nothing of the program is left running either.
 */
export async function readExit(state: string, { files, clock, processes }: EndServices): Promise<ProcessExit | null> {
  const path = join(state, 'exit.json');
  const deadline = clock.now() + LAST_WORDS_MS;
  for (;;) {
    const exit = await readJson<ProcessExit>(files, path);
    if (exit !== null) return exit;
    if (clock.now() >= deadline) break;
    await clock.sleep(POLL_MS);
  }
  await processes.endAbandoned(state);
  return null;
}

/** Not even the supervisor could say how it ended. */
const NO_EXIT: ProcessExit = {
  exitCode: null,
  signal: null,
  reason: 'parent-died',
  durationMs: 0,
  leaked: [],
  startError: '',
};

/** A file that this program wrote; null for one that is missing or was cut off. */
export async function readJson<T>(files: Files, path: string): Promise<T | null> {
  const text = await files.readTextIfExists(path);
  if (text === null) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
