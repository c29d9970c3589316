import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { randomInt, randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { exec } from '@actions/exec';
import type { ProcessExit, StopReason } from '../model/run.js';
import type { ProcessRunner, ProcessSpec, RunningProcess } from '../ports.js';
import { readRegularSync } from './regular-file.js';
import { endProcesses } from './supervisor/end-processes.js';
import { type InheritedMarks, processTreeOf } from './supervisor/process-tree.js';
import { KEPT_NODE_OPTIONS, SHELL_VARIABLES, type StopOptions, type SupervisorSpec } from './supervisor/spec.js';

/** Runs programs through `@actions/exec` under our supervisor, which owns deadline, process tree and output. */
export function createProcessRunner(supervisorFile: string): ProcessRunner {
  return {
    start: (spec) => startSupervised(spec, supervisorFile),
    endAbandoned,
    which: (tool, env) => Promise.resolve(which(tool, env)),
    cores: availableParallelism(),
  };
}

function startSupervised(spec: ProcessSpec, supervisorFile: string): RunningProcess {
  const files = {
    spec: specFileOf(spec.stateDirectory),
    stop: join(spec.stateDirectory, 'stop.json'),
    status: join(spec.stateDirectory, 'exit.json'),
  };
  const { env, stateDirectory, ...rest } = spec;
  // Two runs that start in the same second on one machine must never end each other's processes.
  const track = `${spec.track}/${randomUUID()}`;
  const mark = process.platform === 'linux' ? randomInt(2 ** 40, 2 ** 47) : 0;
  const shellVariables = Object.fromEntries(Object.entries(env).filter(([name]) => SHELL_VARIABLES.includes(name)));
  const own = { track, mark, shellVariables, stopFile: files.stop, statusFile: files.status };
  const supervisorSpec: SupervisorSpec = { ...rest, ...own };
  try {
    mkdirSync(stateDirectory, { recursive: true });
    writeFileSync(files.spec, JSON.stringify(supervisorSpec));
  } catch (error) {
    const exit = lostSupervisor(performance.now(), error instanceof Error ? error.message : String(error));
    return { finished: Promise.resolve(exit), stop: () => undefined };
  }
  let stops = 0;
  return {
    finished: superviseToEnd([supervisorFile, files.spec], env, { statusFile: files.status, track, mark }),
    stop: (reason) => {
      stops += 1;
      writeOrder(files.stop, { reason, force: stops > 1 });
    },
  };
}

const specFileOf = (stateDirectory: string): string => join(stateDirectory, 'supervisor.json');

function writeOrder(file: string, order: StopOptions & { readonly reason: StopReason }): void {
  writeFileSync(`${file}.tmp`, JSON.stringify(order));
  renameSync(`${file}.tmp`, file);
}

/** Environment is replaced, not merged; the echo is off because arguments are untrusted text. */
async function superviseToEnd(
  args: string[],
  env: Readonly<Record<string, string>>,
  { statusFile, ...marks }: InheritedMarks & { readonly statusFile: string },
): Promise<ProcessExit> {
  const startedAt = performance.now();
  const output = { stdout: '', stderr: '' };
  const listeners = {
    stdout: (data: Buffer) => (output.stdout = (output.stdout + data.toString('utf8')).slice(-20_000)),
    stderr: (data: Buffer) => (output.stderr = (output.stderr + data.toString('utf8')).slice(-2000)),
  };
  try {
    const options = { env: supervisorEnv(env), silent: true, ignoreReturnCode: true, listeners };
    const [program, ...all] = markedCommand([process.execPath, ...args], marks.mark);
    const code = await exec(`"${program}"`, all, options);
    const status = readStatus(statusFile) ?? parseStatus(output.stdout);
    if (status !== null) return status;
    await endOrphans(marks);
    return lostSupervisor(startedAt, `the supervisor ended with ${String(code)} ${output.stderr}`);
  } catch (error) {
    return lostSupervisor(startedAt, error instanceof Error ? error.message : String(error));
  }
}

/** Sets the limit that marks descendants where the shell can, as bash names it or as dash and busybox do. */
const SET_MARK = '{ ulimit -S -x "$0" || ulimit -S -w "$0"; } 2>/dev/null; exec "$@"';

function markedCommand(command: readonly [string, ...string[]], mark: number): readonly [string, ...string[]] {
  return mark === 0 || !existsSync('/bin/sh') ? command : ['/bin/sh', '-c', SET_MARK, String(mark), ...command];
}

function supervisorEnv({
  NODE_OPTIONS: nodeOptions,
  ...env
}: Readonly<Record<string, string>>): Record<string, string> {
  return nodeOptions === undefined ? env : { ...env, [KEPT_NODE_OPTIONS]: nodeOptions };
}

/** A supervisor that was killed has left its program behind. */
async function endOrphans(marks: InheritedMarks): Promise<void> {
  const tree = processTreeOf(-1, marks);
  await endProcesses((onFound) => tree.survivors(onFound), 0);
}

/** Ends what a supervisor has left that could not record an end. Tests could have written its file. */
async function endAbandoned(stateDirectory: string): Promise<void> {
  try {
    const { track, mark } = JSON.parse(readRegularSync(specFileOf(stateDirectory))) as Partial<InheritedMarks>;
    if (typeof track !== 'string' || !track.includes('/') || !Number.isSafeInteger(mark)) return;
    await endOrphans({ track, mark: mark ?? 0 });
  } catch {
    // It was never started.
  }
}

function readStatus(file: string): ProcessExit | null {
  try {
    return parseStatus(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function parseStatus(text: string): ProcessExit | null {
  try {
    return JSON.parse(text) as ProcessExit;
  } catch {
    return null;
  }
}

function lostSupervisor(startedAt: number, why: string): ProcessExit {
  const durationMs = Math.round(performance.now() - startedAt);
  return { exitCode: null, signal: null, reason: null, durationMs, leaked: [], startError: why.trim() };
}

function which(tool: string, env: Readonly<Record<string, string>>): string | null {
  if (isAbsolute(tool)) return isProgram(tool) ? tool : null;
  const endings = process.platform === 'win32' ? (env['PATHEXT'] ?? '.EXE;.CMD;.BAT').split(';') : [''];
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const folder of folders) {
    const found = endings.map((ending) => join(folder, tool + ending)).find(isProgram);
    if (found !== undefined) return found;
  }
  return null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
