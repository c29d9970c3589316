import { accessSync, constants, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { exec } from '@actions/exec';
import type { ProcessExit, StopReason } from '../model/run.js';
import type { ProcessRunner, ProcessSpec, RunningProcess } from '../ports.js';
import { processTreeOf } from './supervisor/process-tree.js';
import type { StopOptions, SupervisorSpec } from './supervisor/spec.js';

/** Runs programs through `@actions/exec` under our supervisor, which owns deadline, process tree and output. */
export function createProcessRunner(supervisorFile: string): ProcessRunner {
  return {
    start: (spec) => startSupervised(spec, supervisorFile),
    which: (tool, env) => Promise.resolve(which(tool, env)),
    cores: availableParallelism(),
  };
}

function startSupervised(spec: ProcessSpec, supervisorFile: string): RunningProcess {
  const files = {
    spec: join(spec.stateDirectory, 'supervisor.json'),
    stop: join(spec.stateDirectory, 'stop.json'),
    status: join(spec.stateDirectory, 'exit.json'),
  };
  const { env, stateDirectory, ...rest } = spec;
  // Two runs that start in the same second on one machine must never end each other's processes.
  const track = `${spec.track}/${randomUUID()}`;
  const supervisorSpec: SupervisorSpec = { ...rest, track, stopFile: files.stop, statusFile: files.status };
  try {
    mkdirSync(stateDirectory, { recursive: true });
    writeFileSync(files.spec, JSON.stringify(supervisorSpec));
  } catch (error) {
    const exit = lostSupervisor(Date.now(), error instanceof Error ? error.message : String(error));
    return { finished: Promise.resolve(exit), stop: () => undefined };
  }
  let stops = 0;
  return {
    finished: superviseToEnd([supervisorFile, files.spec], env, { statusFile: files.status, track }),
    stop: (reason) => {
      stops += 1;
      writeOrder(files.stop, { reason, force: stops > 1 });
    },
  };
}

function writeOrder(file: string, order: StopOptions & { readonly reason: StopReason }): void {
  writeFileSync(`${file}.tmp`, JSON.stringify(order));
  renameSync(`${file}.tmp`, file);
}

/** Environment is replaced, not merged; the echo is off because arguments are untrusted text. */
async function superviseToEnd(
  args: string[],
  env: Readonly<Record<string, string>>,
  { statusFile, track }: { readonly statusFile: string; readonly track: string },
): Promise<ProcessExit> {
  const startedAt = Date.now();
  const said = { stdout: '', stderr: '' };
  const listeners = {
    stdout: (data: Buffer) => (said.stdout = (said.stdout + data.toString('utf8')).slice(-20_000)),
    stderr: (data: Buffer) => (said.stderr = (said.stderr + data.toString('utf8')).slice(-2000)),
  };
  try {
    const options = { env: { ...env }, silent: true, ignoreReturnCode: true, listeners };
    const code = await exec(`"${process.execPath}"`, args, options);
    const status = readStatus(statusFile) ?? parseStatus(said.stdout);
    if (status !== null) return status;
    endOrphans(track);
    return lostSupervisor(startedAt, `the supervisor ended with ${String(code)} ${said.stderr}`);
  } catch (error) {
    return lostSupervisor(startedAt, error instanceof Error ? error.message : String(error));
  }
}

/** A supervisor that was killed has left its program behind. */
function endOrphans(track: string): void {
  for (const { pid } of processTreeOf(-1, track).survivors()) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
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
  const durationMs = Date.now() - startedAt;
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
