import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LeftService, ProcessExit, StopReason } from '../../model/run.js';
import { readRegularSync } from '../regular-file.js';
import { endProcesses, signalProcess } from './end-processes.js';
import { OutputLog } from './output-log.js';
import { OutputPipe } from './output-pipe.js';
import { processTreeOf, type ProcessTree } from './process-tree.js';
import { signalSequence } from './signal-sequence.js';
import { KEPT_NODE_OPTIONS, SHELL_VARIABLES, TRACK_VARIABLE, type SupervisorSpec } from './spec.js';
import { type WindowsCommand, windowsCommand } from './windows-command.js';

type Ended = Pick<ProcessExit, 'exitCode' | 'signal' | 'startError'>;

const POLL_MS = 50;
/** How long the program may take to go after SIGKILL; one of another user never goes. */
const KILLED_MS = 2000;
/** How long what a program started may go on by itself: bats ends before its formatter has written the report. */
const SETTLE_MS = 2000;
/** For what outlives a program that ended by itself. After a stop it has had its grace. */
const LEAK_GRACE_MS = 1000;
const SWEEP_GRACE_MS = 300;
const SERVICE_POLL_MS = 250;

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One program in its own process group, with a deadline; `run` resolves when it and all its descendants are gone. */
export class SupervisedProgram {
  private readonly startedAt = performance.now();
  private readonly log: OutputLog;
  private readonly output: OutputPipe | null;
  private readonly child: ChildProcess;
  private readonly tree: ProcessTree;
  private readonly ended: Promise<Ended>;
  private giveUp: (ended: Ended) => void = () => undefined;
  private reason: StopReason | null = null;
  private stoppedAt: number | null = null;
  private stopping: Promise<void> | null = null;
  private forced = false;
  private hasEnded = false;
  private gone = false;
  private quiet = { bytes: -1, since: performance.now() };

  constructor(private readonly spec: SupervisorSpec) {
    this.log = new OutputLog(spec.logFile);
    const write = (chunk: Buffer): void => this.log.write(chunk);
    this.output = OutputPipe.open(dirname(spec.statusFile), write);
    this.child = start(spec, this.output, write);
    this.tree = processTreeOf(this.child.pid ?? -1, spec);
    this.ended = new Promise((resolve) => {
      this.giveUp = resolve;
      this.child.once('error', (error) => resolve({ exitCode: null, signal: null, startError: error.message }));
      this.child.once('exit', (exitCode, signal) => resolve({ exitCode, signal, startError: '' }));
    });
    void this.ended.then(() => (this.hasEnded = true));
  }

  async run(): Promise<ProcessExit> {
    const deadline = setTimeout(() => this.stop('timeout'), this.spec.timeoutMs);
    const ended = await this.ended;
    clearTimeout(deadline);
    const isService = this.leavesService(ended);
    if (isService) await this.serve();
    // A wrapper that ends at the first signal leaves what it started its time to stop.
    await this.stopping;
    this.gone = true;
    const durationMs = Math.round(performance.now() - this.startedAt);
    if (this.reason === null && !isService) await this.settle();
    const swept = await endProcesses((onFound) => this.tree.survivors(onFound), this.sweepGrace(isService));
    this.output?.close();
    this.log.join();
    const stop = this.stoppedAt === null ? {} : { stoppedAt: this.stoppedAt };
    return { ...ended, reason: this.reason, ...stop, durationMs, ...swept };
  }

  private leavesService({ exitCode }: Ended): boolean {
    return (this.spec.service ?? null) !== null && exitCode === 0 && this.reason === null;
  }

  /** Waits for a stop, or for the end of all processes that the program has left; it may have left none, as with containers. */
  private async serve(): Promise<void> {
    const { readyFile = '', leftFile = '' } = this.spec.service ?? {};
    const left = this.tree.survivors().length;
    const service: LeftService = { processes: left, wasReady: existsSync(readyFile), at: Date.now() };
    writeFileSync(leftFile, JSON.stringify(service));
    while (this.reason === null && (left === 0 || this.tree.living().length > 0)) await sleep(SERVICE_POLL_MS);
  }

  private async settle(): Promise<void> {
    await waitUntil(() => this.tree.survivors().length === 0, Math.min(this.spec.graceMs, SETTLE_MS));
  }

  private sweepGrace(isService: boolean): number {
    if (isService) return this.spec.graceMs;
    return this.reason === null ? Math.min(this.spec.graceMs, LEAK_GRACE_MS) : SWEEP_GRACE_MS;
  }

  /** To be called several times a second: idle time, descendants. */
  tick(): void {
    this.tree.observe();
    const { idleTimeoutMs, eventsFile } = this.spec;
    if (idleTimeoutMs === null) return;
    const bytes = this.log.bytes + (eventsFile === null ? 0 : sizeOf(eventsFile));
    if (bytes !== this.quiet.bytes) this.quiet = { bytes, since: performance.now() };
    else if (performance.now() - this.quiet.since >= idleTimeoutMs) this.stop('idle');
  }

  /** Sends the signals in their order; a second order kills at once. */
  stop(reason: StopReason, force = false): void {
    if (this.gone) return;
    if (this.reason !== null || force) this.kill();
    if (this.reason !== null) return;
    this.reason = reason;
    this.stopping = this.signalInTurn(reason);
  }

  private async signalInTurn(reason: StopReason): Promise<void> {
    if (reason === 'timeout' || reason === 'idle') await this.askForStacks();
    this.stoppedAt = Math.round(performance.timeOrigin + performance.now());
    for (const { signal, waitMs } of signalSequence(reason, this.spec.graceMs)) {
      if (this.isOver()) break;
      this.signalGroups(signal);
      await waitUntil(() => this.isOver(), waitMs);
    }
    if (!this.isOver()) this.kill();
    await waitUntil(() => this.hasEnded, KILLED_MS);
    if (!this.hasEnded) this.giveUp({ exitCode: null, signal: null, startError: '' });
  }

  /** True when nothing that received the signal is left. */
  private isOver(): boolean {
    return this.forced || (this.hasEnded && this.tree.groups().length === 0);
  }

  private kill(): void {
    this.forced = true;
    this.signalGroups('SIGKILL');
    for (const { pid } of this.tree.survivors()) signalProcess(pid, 'SIGKILL');
  }

  private signalGroups(signal: NodeJS.Signals): void {
    const { pid } = this.child;
    if (pid === undefined) return;
    if (process.platform === 'win32') spawnSync('taskkill', ['/PID', String(pid), '/T', '/F']);
    else {
      const groups = this.hasEnded ? this.tree.groups() : [pid, ...this.tree.groups()];
      for (const group of new Set(groups)) signalProcess(-group, signal);
    }
  }

  /** Only processes that announced a handler get SIGUSR1: it kills all others. */
  private async askForStacks(): Promise<void> {
    if (this.spec.eventsFile === null || process.platform === 'win32') return;
    const ours = new Set(this.tree.survivors().map(({ pid }) => pid));
    // A number from inside a container is another process's out here.
    const pids = announcedPids(this.spec.eventsFile).filter((pid) => ours.has(pid));
    for (const pid of pids) signalProcess(pid, 'SIGUSR1');
    if (pids.length > 0) await sleep(300);
  }
}

async function waitUntil(holds: () => boolean, limitMs: number): Promise<void> {
  const until = performance.now() + limitMs;
  while (!holds() && performance.now() < until) await sleep(Math.min(POLL_MS, limitMs));
}

function start(spec: SupervisorSpec, output: OutputPipe | null, write: (chunk: Buffer) => void): ChildProcess {
  const { program, args, verbatim } = commandHere(spec.command);
  const end = output === null ? 'pipe' : output.writeEnd;
  const child = spawn(program, [...args], {
    cwd: spec.cwd,
    env: environmentOf(spec),
    detached: process.platform !== 'win32',
    stdio: ['ignore', end, end],
    windowsVerbatimArguments: verbatim,
    windowsHide: true,
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', write);
  if (output !== null) closeSync(output.writeEnd);
  return child;
}

function commandHere(command: SupervisorSpec['command']): WindowsCommand {
  const [program, ...args] = command;
  if (process.platform !== 'win32') return { program, args, verbatim: false };
  return windowsCommand(command, process.env['ComSpec'] ?? 'cmd.exe');
}

/** The environment of this process, which is the program's save for what Node.js itself would obey. */
function environmentOf({ track, shellVariables }: SupervisorSpec): NodeJS.ProcessEnv {
  const { [KEPT_NODE_OPTIONS]: nodeOptions, ...env } = process.env;
  const own = Object.entries(env).filter(([name]) => !SHELL_VARIABLES.includes(name));
  const outer = env[TRACK_VARIABLE];
  return {
    ...Object.fromEntries(own),
    ...shellVariables,
    ...(nodeOptions === undefined ? {} : { NODE_OPTIONS: nodeOptions }),
    [TRACK_VARIABLE]: outer === undefined ? track : `${outer}:${track}`,
  };
}

/** Python runners register a handler that writes their stacks; the signal would end others. */
const WITH_STACKS = ['pytest', 'behave'];

function announcedPids(eventsFile: string): readonly number[] {
  try {
    const lines = readRegularSync(eventsFile).split('\n');
    return lines.filter((line) => line.startsWith('{"e": "session"')).flatMap(announcedPid);
  } catch {
    return [];
  }
}

/** The process that a line of the event file names; none when it is not that of a runner with such a handler. */
function announcedPid(line: string): readonly number[] {
  try {
    const { runner, pid } = JSON.parse(line) as { readonly runner?: unknown; readonly pid?: unknown };
    return WITH_STACKS.includes(String(runner)) && typeof pid === 'number' ? [pid] : [];
  } catch {
    return [];
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
