import { readdirSync, readFileSync } from 'node:fs';
import { LIMIT_MARK, TRACK_VARIABLE } from './spec.js';

/** One process of the process table. */
export interface ProcessEntry {
  readonly pid: number;
  readonly name: string;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** Clock ticks since boot: with the pid it identifies a process. */
  readonly startedAt: number;
}

/** More processes that start while the others are read are left to the next list. */
const MOST_NEW = 10_000;

/**
 * Every process that is alive, as it is read: those with high numbers first, then those that started meanwhile, oldest first.
 * A process that ends before it is read has started its successor by then, so that one of a chain is always found.
 */
export function* linuxProcesses(): Generator<ProcessEntry> {
  const before = newestPid();
  const listed = new Set(readdirSync('/proc').map(Number).filter(Number.isInteger));
  for (const pid of [...listed].sort((one, other) => other - one)) {
    const row = readEntry(pid);
    if (row !== null && !row.isDead) yield row;
  }
  for (const pid of newPids(before)) {
    const row = listed.has(pid) || !isProcess(pid) ? null : readEntry(pid);
    if (row !== null && !row.isDead) yield row;
  }
}

/** Numbers given since `before`, until there are no newer ones. */
function* newPids(before: number): Generator<number> {
  for (let pid = before + 1; before > 0 && pid <= before + MOST_NEW && pid <= newestPid(); pid += 1) yield pid;
}

/** The number given last, to a process or thread, from loadavg (see proc(5)); 0 when it cannot be read. */
const newestPid = (): number => Number(read('/proc/loadavg').trim().split(' ').at(-1) ?? 0) || 0;

/** False for a thread, whose number has a folder that no listing shows. */
const isProcess = (pid: number): boolean => read(`/proc/${pid}/status`).includes(`\nTgid:\t${pid}\n`);

/** When a process started, also one that is dead and not yet reaped; null when there is none. */
export function startOfProcess(pid: number): number | null {
  return readEntry(pid)?.startedAt ?? null;
}

function readEntry(pid: number): (ProcessEntry & { readonly isDead: boolean }) | null {
  const stat = read(`/proc/${pid}/stat`);
  const end = stat.lastIndexOf(')');
  if (end < 0) return null;
  const fields = stat.slice(end + 2).split(' ');
  const [parent = 0, group = 0, session = 0] = fields.slice(1, 4).map(Number);
  const name = stat.slice(stat.indexOf('(') + 1, end);
  const isDead = fields[0] === 'Z' || fields[0] === 'X';
  return { pid, name, parent, group, session, startedAt: Number(fields[19]), isDead };
}

/** True when the process inherited the variable of an attempt. */
export function inheritsVariable(pid: number, track: string): boolean {
  const variable = `${TRACK_VARIABLE}=`;
  const entries = read(`/proc/${pid}/environ`).split('\0');
  const marker = entries.find((entry) => entry.startsWith(variable));
  return marker?.slice(variable.length).split(':').includes(track) === true;
}

/** True when the process inherited the resource limit of an attempt, which a new environment, session or user keeps. */
export function inheritsLimit(pid: number, mark: number): boolean {
  const lines = read(`/proc/${pid}/limits`).split('\n');
  const line = lines.find((each) => each.startsWith(LIMIT_MARK)) ?? '';
  return line.slice(LIMIT_MARK.length).trim().split(/\s+/)[0] === String(mark);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // The process ended meanwhile, or the file is not readable for this user.
    return '';
  }
}
