import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../stand-ins/process-scan.js';

function orEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

const readText = (path: string): string => orEmpty(() => readFileSync(path, 'latin1'));

/** Processes of one run: those whose environment or folder names its folder, and those that noted their number in `pids`. */
export function processesOf(folder: string): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const found = pids.filter(
    (pid) =>
      readText(`/proc/${pid}/environ`).includes(`TORTURE=${folder}`) ||
      orEmpty(() => readlinkSync(`/proc/${pid}/cwd`)).startsWith(folder),
  );
  const noted = readText(join(folder, 'pids')).split('\n').filter(Boolean);
  return [...new Set([...found, ...noted].map(Number))].filter((pid) => pid !== process.pid && isAlive(pid));
}

/** Those of a run that a fault is aimed at. */
export function victims(target: string, folder: string): readonly number[] {
  const commands = processesOf(folder).map((pid) => [pid, readText(`/proc/${pid}/cmdline`)] as const);
  const running = (script: string): readonly number[] =>
    commands.filter(([, command]) => command.includes(script)).map(([pid]) => pid);
  const [main, supervisors] = [running('/dist/index.js'), running('/dist/supervise.js')];
  const others = commands.map(([pid]) => pid).filter((pid) => ![...main, ...supervisors].includes(pid));
  if (target === 'main') return main;
  if (target === 'supervisor') return supervisors;
  return target === 'suite' ? others.slice(0, 1) : [...main, ...supervisors];
}

/** Sends a signal to processes that may be gone. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids)
    try {
      process.kill(pid, signal);
    } catch {
      // Gone meanwhile.
    }
}

/** Processes that are left two seconds after the end of a step: the kernel needs a moment to remove those that were killed. */
export async function leftBehind(folder: string): Promise<readonly number[]> {
  for (let tried = 0; tried < 20 && processesOf(folder).length > 0; tried += 1)
    await new Promise((done) => setTimeout(done, 100));
  const left = processesOf(folder);
  signalAll(left, 'SIGKILL');
  return left;
}
