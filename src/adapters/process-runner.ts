import { accessSync, constants, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { exec } from '@actions/exec';
import type { ProcessExit, StopReason } from '../model/run.js';
import type { ProcessRunner, ProcessSpec, RunningProcess } from '../ports.js';
import type { StopOrder, SupervisorSpec } from './supervisor/spec.js';

/** Runs programs through `@actions/exec` under our supervisor, which owns deadline, process tree and output. */
export function createProcessRunner(supervisorFile: string): ProcessRunner {
  return {
    start: (spec) => startSupervised(spec, supervisorFile),
    which: (tool, env) => Promise.resolve(which(tool, env)),
  };
}

function startSupervised(spec: ProcessSpec, supervisorFile: string): RunningProcess {
  const files = {
    spec: join(spec.stateDirectory, 'supervisor.json'),
    stop: join(spec.stateDirectory, 'stop.json'),
    status: join(spec.stateDirectory, 'exit.json'),
  };
  const { env, stateDirectory, ...rest } = spec;
  const supervisorSpec: SupervisorSpec = { ...rest, stopFile: files.stop, statusFile: files.status };
  mkdirSync(stateDirectory, { recursive: true });
  writeFileSync(files.spec, JSON.stringify(supervisorSpec));
  let stops = 0;
  return {
    finished: superviseToEnd([supervisorFile, files.spec], env, files.status),
    stop: (reason) => {
      stops += 1;
      writeOrder(files.stop, { reason, force: stops > 1 });
    },
  };
}

function writeOrder(file: string, order: StopOrder & { readonly reason: StopReason }): void {
  writeFileSync(`${file}.tmp`, JSON.stringify(order));
  renameSync(`${file}.tmp`, file);
}

/** Environment is replaced, not merged; the echo is off because arguments are untrusted text. */
async function superviseToEnd(
  args: string[],
  env: Readonly<Record<string, string>>,
  statusFile: string,
): Promise<ProcessExit> {
  const startedAt = Date.now();
  let stderr = '';
  const listeners = { stderr: (data: Buffer) => (stderr = (stderr + data.toString('utf8')).slice(-2000)) };
  try {
    const options = { env: { ...env }, silent: true, ignoreReturnCode: true, listeners };
    const code = await exec(`"${process.execPath}"`, args, options);
    return readStatus(statusFile) ?? lostSupervisor(startedAt, `the supervisor ended with ${String(code)} ${stderr}`);
  } catch (error) {
    return lostSupervisor(startedAt, error instanceof Error ? error.message : String(error));
  }
}

function readStatus(file: string): ProcessExit | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessExit;
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
