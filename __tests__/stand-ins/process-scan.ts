import { readFileSync, readdirSync } from 'node:fs';

/** A process that is still there. */
export interface Survivor {
  readonly pid: number;
  readonly command: string;
}

const readProc = (pid: string, name: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    // Gone meanwhile, or another user's.
    return '';
  }
};

const isZombie = (pid: string): boolean => /^\d+ \(.*\) Z /s.test(readProc(pid, 'stat'));

/** Running processes whose environment holds one of the texts, which must be unique to a run. Linux only. */
export function processesMarked(markers: readonly string[]): readonly Survivor[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      const environment = readProc(pid, 'environ');
      return markers.some((marker) => environment.includes(marker)) && !isZombie(pid);
    })
    .map((pid) => ({ pid: Number(pid), command: readProc(pid, 'cmdline').replaceAll('\0', ' ').trim() }));
}

/** Ends processes for good, as the runner does with orphans at the end of a job. */
export function endProcesses(processes: readonly Survivor[]): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone meanwhile.
    }
  }
}

/** True when a process runs under this number. */
export function isAlive(pid: number): boolean {
  return readProc(String(pid), 'stat') !== '' && !isZombie(String(pid));
}
