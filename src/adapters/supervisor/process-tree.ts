import { execFileSync } from 'node:child_process';
import { LinuxTree } from './linux-tree.js';

export interface LiveProcess {
  readonly pid: number;
  readonly name: string;
}

/** Finds the processes that descend from one attempt, also those that left its process group. */
export interface ProcessTree {
  /** To be called now and then while the program runs: only a snapshot shows who descends from whom. */
  observe(): void;
  /** Known processes that are alive now, found at little cost. */
  living(): readonly LiveProcess[];
  /** Processes of the attempt that are alive now. Hears of most of them as soon as they are found, before the list is complete. */
  survivors(onFound?: (pid: number) => void): readonly LiveProcess[];
  /** Process groups of the program's own session, which hear the signals of a stop; none when all of it has ended. */
  groups(): readonly number[];
}

/** What descendants inherit. */
export interface InheritedMarks {
  readonly track: string;
  readonly mark: number;
}

/** Linux and macOS follow sessions, groups and parents, Linux also what processes inherit; Windows ends trees by `taskkill`. */
export function processTreeOf(root: number, marks: InheritedMarks): ProcessTree {
  if (process.platform === 'linux') return new LinuxTree(root, marks);
  if (process.platform === 'darwin') return new SnapshotTree(root);
  return { observe: () => undefined, living: () => [], survivors: () => [], groups: () => [] };
}

interface ProcessRow extends LiveProcess {
  readonly parent: number;
  readonly group: number;
}

/** Remembers every process seen below the root, because the parent of a daemon ends before it. */
class SnapshotTree implements ProcessTree {
  private readonly known: Set<number>;

  constructor(private readonly root: number) {
    this.known = new Set([root]);
  }

  observe(): void {
    this.follow(listProcesses());
  }

  living(): readonly LiveProcess[] {
    return this.survivors();
  }

  survivors(): readonly LiveProcess[] {
    const rows = listProcesses();
    this.follow(rows);
    return rows.filter((row) => row.pid !== process.pid && this.known.has(row.pid));
  }

  groups(): readonly number[] {
    return listProcesses().some(({ group }) => group === this.root) ? [this.root] : [];
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
    const match = /^ *(\d+) +(\d+) +(\d+) +(\S+) +(\S.*)?$/.exec(line);
    if (match === null || match[4]?.startsWith('Z') === true) return [];
    return [{ pid: Number(match[1]), parent: Number(match[2]), group: Number(match[3]), name: match[5] ?? '' }];
  });
}
