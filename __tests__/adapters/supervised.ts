import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createProcessRunner } from '../../src/adapters/process-runner.js';
import type { ProcessExit } from '../../src/model/run.js';
import type { ProcessRunner, ProcessSpec, RunningProcess } from '../../src/ports.js';
import { ACTION } from '../e2e/tools.js';
import { PROGRAMS } from '../e2e/truth/local-run.js';
import { processesMarked } from '../stand-ins/process-scan.js';
import type { Survivor } from '../stand-ins/process-scan.js';

export const SUPERVISOR = join(ACTION, 'dist', 'supervise.js');

export const misbehaving = (name: string): string => join(PROGRAMS, 'misbehaving', name);

export interface Supervised {
  readonly folder: string;
  readonly spec: ProcessSpec;
  readonly runner: ProcessRunner;
  readonly start: () => RunningProcess;
  readonly run: () => Promise<ProcessExit>;
  readonly log: () => string;
  readonly survivors: () => readonly Survivor[];
  readonly remove: () => void;
}

/** A program to supervise in a folder of its own, which its environment names, so that what survives is found. */
export function supervised(command: readonly [string, ...string[]], more: Partial<ProcessSpec> = {}): Supervised {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'qaagent-supervised-')));
  const runner = createProcessRunner(SUPERVISOR);
  const path = [dirname(process.execPath), process.env['PATH'] ?? ''].join(':');
  const spec: ProcessSpec = {
    command,
    cwd: folder,
    env: { PATH: path, HOME: folder },
    timeoutMs: 1_800_000,
    idleTimeoutMs: null,
    graceMs: 1000,
    track: 'test/supervised',
    logFile: join(folder, 'output.log'),
    stateDirectory: join(folder, 'supervisor'),
    eventsFile: null,
    ...more,
  };
  const start = (): RunningProcess => runner.start(spec);
  return {
    ...{ folder, spec, runner, start },
    run: () => start().finished,
    log: () => readFileSync(spec.logFile, 'utf8'),
    survivors: () => processesMarked([folder]),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const MOST_ROUNDS = 20_000;

/** Resolves when a condition holds; rejects when it never does. */
export async function until(holds: () => boolean): Promise<void> {
  for (let round = 0; !holds(); round += 1) {
    if (round > MOST_ROUNDS) throw new Error(`never came true: ${holds.toString()}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}
