import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { makeCommandFiles, readCommandFiles } from './command-files.js';
import type { Written } from './command-files.js';
import type { Step } from './job-environment.js';
import { StepLog } from './step-log.js';
import type { Issue } from './step-log.js';

export type Stage = 'pre' | 'main' | 'post';

/** What became of one stage. */
export interface StageResult extends Written {
  readonly stage: Stage;
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly durationMs: number;
  /** At most 10 of each level; messages of at most 4,096 characters. */
  readonly issues: readonly Issue[];
  readonly droppedIssues: number;
  readonly log: readonly string[];
  readonly refused: readonly string[];
  /** True when the stage ended while commands were still stopped. */
  readonly commandsLeftStopped: boolean;
  /** Signals that a cancelled job sent, with milliseconds after the first. */
  readonly signals: readonly (readonly [string, number])[];
}

/** How the runner ends a cancelled step: these signals, this long apart. */
const CANCEL: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGINT', 0],
  ['SIGTERM', 7_500],
  ['SIGKILL', 10_000],
];
/** How long the runner waits for open streams after the exit. */
const STREAMS_MS = 5_000;

/** Sends the runner's signals to the process alone, never to its children. */
function cancel(child: ChildProcess, signals: [string, number][], delayMs: number): () => void {
  const start = Date.now() + delayMs;
  const timers = CANCEL.map(([signal, afterMs]) =>
    setTimeout(() => {
      signals.push([signal, Date.now() - start]);
      child.kill(signal);
    }, delayMs + afterMs),
  );
  return () => timers.forEach(clearTimeout);
}

interface Ended {
  readonly exitCode: number | null;
  readonly signal: string | null;
}

/** Waits for the exit, then for the streams, which a leaked child may hold open. */
async function ended(child: ChildProcess): Promise<Ended> {
  const closed = new Promise<void>((done) => child.once('close', () => done()));
  const exit = await new Promise<Ended>((done, fail) => {
    child.once('exit', (exitCode, signal) => done({ exitCode, signal }));
    child.once('error', fail);
  });
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([closed, new Promise<void>((done) => (timer = setTimeout(done, STREAMS_MS)))]);
  clearTimeout(timer);
  child.stdout?.destroy();
  child.stderr?.destroy();
  return exit;
}

function follow(child: ChildProcess, log: StepLog, step: Step, onCancel: () => void): void {
  for (const input of [child.stdout, child.stderr]) {
    if (input === null) continue;
    createInterface({ input, crlfDelay: Infinity }).on('line', (line) => {
      const before = log.lines.length;
      log.take(line);
      for (const shown of log.lines.slice(before)) step.onLine?.(shown);
      if (step.cancelAt !== undefined && line.includes(step.cancelAt)) onCancel();
    });
  }
}

/** Runs one script of an action to its end and reads what it left. */
export async function runStage(
  step: Step,
  stage: Stage,
  script: string,
  env: Readonly<Record<string, string>>,
): Promise<StageResult> {
  const files = makeCommandFiles(join(step.temp, '_runner_file_commands'), stage);
  const log = new StepLog();
  if (step.token !== '') log.mask(step.token);
  const startedAt = Date.now();
  const child = spawn(
    step.node ?? process.execPath,
    [...(step.preload === undefined ? [] : ['--import', step.preload]), resolve(step.action, script)],
    {
      cwd: step.workspace,
      env: { ...env, ...files },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const signals: [string, number][] = [];
  let stopCancelling: (() => void) | null = null;
  follow(child, log, step, () => {
    if (stage === 'main') stopCancelling ??= cancel(child, signals, step.cancelDelayMs ?? 0);
  });
  const exit = await ended(child);
  (stopCancelling as (() => void) | null)?.();
  const durationMs = Date.now() - startedAt;
  const written = readCommandFiles(files, log);
  return {
    ...{ stage, ...exit, durationMs, ...written },
    ...{ issues: log.issues, droppedIssues: log.droppedIssues, log: log.lines, refused: log.refused },
    ...{ commandsLeftStopped: log.stopped, signals },
  };
}
