import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { TRACK_VARIABLE } from './spec.js';

export interface LiveProcess {
  readonly pid: number;
  readonly name: string;
}

/** Finds the processes that descend from one attempt, also those that left its process group. */
export interface ProcessTree {
  /** To be called now and then while the program runs, for systems where only a snapshot knows who descends from whom. */
  observe(): void;
  /** Processes of the attempt that are alive now. */
  survivors(): readonly LiveProcess[];
}

/** Linux reads the marker from each process's environment, macOS follows parents, Windows ends trees by `taskkill`. */
export function processTreeOf(root: number, track: string): ProcessTree {
  if (process.platform === 'linux') return { observe: () => undefined, survivors: () => markedProcesses(track) };
  if (process.platform === 'darwin') return new SnapshotTree(root);
  return { observe: () => undefined, survivors: () => [] };
}

function markedProcesses(track: string): readonly LiveProcess[] {
  const found: LiveProcess[] = [];
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    const name = nameIfMarked(pid, track);
    if (name !== null) found.push({ pid, name });
  }
  return found;
}

function nameIfMarked(pid: number, track: string): string | null {
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, 'latin1');
    const marker = environment.split('\0').find((entry) => entry.startsWith(`${TRACK_VARIABLE}=`));
    if (
      marker
        ?.slice(TRACK_VARIABLE.length + 1)
        .split(':')
        .includes(track) !== true
    )
      return null;
    const status = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const name = status.slice(status.indexOf('(') + 1, status.lastIndexOf(')'));
    // A zombie is already dead and only waits for its parent to notice.
    return status.slice(status.lastIndexOf(')') + 2).startsWith('Z') ? null : name;
  } catch {
    // The process ended while we looked, or belongs to somebody else.
    return null;
  }
}

interface ProcessRow extends LiveProcess {
  readonly parent: number;
  readonly group: number;
}

/** Remembers everyone ever seen below the root, because a daemon's parent is gone when it matters. */
class SnapshotTree implements ProcessTree {
  private readonly known: Set<number>;

  constructor(private readonly root: number) {
    this.known = new Set([root]);
  }

  observe(): void {
    this.follow(listProcesses());
  }

  survivors(): readonly LiveProcess[] {
    const rows = listProcesses();
    this.follow(rows);
    return rows.filter((row) => row.pid !== process.pid && this.known.has(row.pid));
  }

  private follow(rows: readonly ProcessRow[]): void {
    for (let grown = true; grown;) {
      const before = this.known.size;
      for (const row of rows) {
        if (this.known.has(row.parent) || row.group === this.root) this.known.add(row.pid);
      }
      grown = this.known.size > before;
    }
  }
}

function listProcesses(): readonly ProcessRow[] {
  const output = execFileSync('ps', ['-axo', 'pid=,ppid=,pgid=,stat=,comm='], { encoding: 'utf8' });
  return output.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line);
    if (match === null || match[4]?.startsWith('Z') === true) return [];
    return [{ pid: Number(match[1]), parent: Number(match[2]), group: Number(match[3]), name: match[5] ?? '' }];
  });
}
