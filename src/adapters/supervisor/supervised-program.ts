import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import type { ProcessExit, StopReason } from '../../model/run.js';
import { signalSequence } from './signal-sequence.js';
import { LogBound } from './log-bound.js';
import { processTreeOf, type LiveProcess, type ProcessTree } from './process-tree.js';
import { TRACK_VARIABLE, type SupervisorSpec } from './spec.js';

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One program in its own process group, with a deadline; `run` resolves when it and all its descendants are gone. */
export class SupervisedProgram {
  private readonly startedAt = Date.now();
  private readonly log: LogBound;
  private readonly child: ChildProcess;
  private readonly tree: ProcessTree;
  private readonly ended: Promise<Pick<ProcessExit, 'exitCode' | 'signal' | 'startError'>>;
  private reason: StopReason | null = null;
  private forced = false;
  private gone = false;
  private quiet = { size: -1, since: Date.now() };

  constructor(private readonly spec: SupervisorSpec) {
    this.log = new LogBound(spec.logFile);
    this.child = start(spec);
    this.tree = processTreeOf(this.child.pid ?? -1, spec.track);
    this.ended = new Promise((resolve) => {
      this.child.once('error', (error) => resolve({ exitCode: null, signal: null, startError: error.message }));
      this.child.once('exit', (exitCode, signal) => resolve({ exitCode, signal, startError: '' }));
    });
  }

  async run(): Promise<ProcessExit> {
    const deadline = setTimeout(() => this.stop('timeout'), this.spec.timeoutMs);
    const ended = await this.ended;
    this.gone = true;
    clearTimeout(deadline);
    const durationMs = Date.now() - this.startedAt;
    const leaked = await this.sweep();
    this.log.join();
    return { ...ended, reason: this.reason, durationMs, leaked };
  }

  /** To be called several times a second: idle time, log size, descendants. */
  tick(): void {
    this.log.check();
    this.tree.observe();
    const { idleTimeoutMs, logFile, eventsFile } = this.spec;
    if (idleTimeoutMs === null) return;
    const size = sizeOf(logFile) + (eventsFile === null ? 0 : sizeOf(eventsFile));
    if (size !== this.quiet.size) this.quiet = { size, since: Date.now() };
    else if (Date.now() - this.quiet.since >= idleTimeoutMs) this.stop('idle');
  }

  /** Climbs the signal ladder; a second order kills at once. */
  stop(reason: StopReason, force = false): void {
    if (this.gone) return;
    if (this.reason !== null || force) this.kill();
    if (this.reason !== null) return;
    this.reason = reason;
    void this.climb(reason);
  }

  private async climb(reason: StopReason): Promise<void> {
    if (reason === 'timeout' || reason === 'idle') await this.askForStacks();
    for (const { signal, waitMs } of signalSequence(reason, this.spec.graceMs)) {
      if (this.isOver()) return;
      this.signalGroup(signal);
      await Promise.race([this.ended, sleep(waitMs)]);
    }
    if (!this.isOver()) this.kill();
  }

  private isOver(): boolean {
    return this.gone || this.forced;
  }

  private kill(): void {
    this.forced = true;
    this.signalGroup('SIGKILL');
    for (const { pid } of this.tree.survivors()) signalProcess(pid, 'SIGKILL');
  }

  private signalGroup(signal: NodeJS.Signals): void {
    const { pid } = this.child;
    if (pid === undefined) return;
    if (process.platform === 'win32') spawnSync('taskkill', ['/PID', String(pid), '/T', '/F']);
    else signalProcess(-pid, signal);
  }

  /** Only processes that announced a handler get SIGUSR1: it kills all others. */
  private async askForStacks(): Promise<void> {
    if (this.spec.eventsFile === null || process.platform === 'win32') return;
    const ours = new Set(this.tree.survivors().map(({ pid }) => pid));
    // A number from inside a container is somebody else's out here.
    const pids = announcedPids(this.spec.eventsFile).filter((pid) => ours.has(pid));
    for (const pid of pids) signalProcess(pid, 'SIGUSR1');
    if (pids.length > 0) await sleep(300);
  }

  private async sweep(): Promise<readonly LiveProcess[]> {
    const leaked = this.tree.survivors();
    if (leaked.length === 0) return [];
    for (const { pid } of leaked) signalProcess(pid, 'SIGTERM');
    for (let waited = 0; waited < 300 && this.tree.survivors().length > 0; waited += 50) await sleep(50);
    // Killing may uncover what a dying process has just started, so look again until nothing is left.
    for (let round = 0; round < 20; round += 1) {
      const left = this.tree.survivors();
      if (left.length === 0) break;
      for (const { pid } of left) signalProcess(pid, 'SIGKILL');
      await sleep(50);
    }
    return leaked;
  }
}

function start(spec: SupervisorSpec): ChildProcess {
  const [program, ...args] = spec.command;
  const outer = process.env[TRACK_VARIABLE];
  const track = outer === undefined ? spec.track : `${outer}:${spec.track}`;
  // The program writes into the file itself: no pipe that fills, no line splitter, nothing lost when we die.
  const log = openSync(spec.logFile, 'a');
  try {
    return spawn(program, args, {
      cwd: spec.cwd,
      env: { ...process.env, [TRACK_VARIABLE]: track },
      detached: process.platform !== 'win32',
      stdio: ['ignore', log, log],
      shell: process.platform === 'win32' && /\.(cmd|bat)$/i.test(program),
      windowsHide: true,
    });
  } finally {
    closeSync(log);
  }
}

/** Python runners register a handler that writes their stacks; the signal would end others. */
const ANNOUNCED = /^\{"e": "session".*"runner": "(?:pytest|behave)".*"pid": (\d+)/;

function announcedPids(eventsFile: string): readonly number[] {
  try {
    const lines = readFileSync(eventsFile, 'utf8').split('\n');
    return lines.flatMap((line) => ANNOUNCED.exec(line)?.[1] ?? []).map(Number);
  } catch {
    return [];
  }
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone.
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
