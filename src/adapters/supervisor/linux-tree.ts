import {
  inheritsLimit,
  inheritsVariable,
  linuxProcesses,
  type ProcessEntry,
  startOfProcess,
} from './linux-processes.js';
import type { InheritedMarks, LiveProcess, ProcessTree } from './process-tree.js';

/** Observing takes at most this part of the time, however many processes the machine has. */
const OBSERVED_SHARE = 0.03;

/**
 * Remembers every process seen below the root: members of its session and group, their children, and what inherited its
 * variable or limit. A new environment, title, session, user or parent hides no process from all of these at once.
 */
export class LinuxTree implements ProcessTree {
  /** When each known process started, by pid: the system reuses numbers. */
  private readonly known = new Map<number, number>();
  private readonly since: number;
  private nextObservation = 0;

  constructor(
    private readonly root: number,
    private readonly marks: InheritedMarks,
  ) {
    const start = root > 0 ? startOfProcess(root) : null;
    this.since = start ?? 0;
    if (start !== null) this.known.set(root, start);
  }

  observe(): void {
    const startedAt = performance.now();
    if (startedAt < this.nextObservation) return;
    this.follow([...linuxProcesses()]);
    const endedAt = performance.now();
    this.nextObservation = endedAt + (endedAt - startedAt) / OBSERVED_SHARE;
  }

  living(): readonly LiveProcess[] {
    const rows = [...linuxProcesses()];
    this.follow(rows);
    return rows.filter((row) => row.pid !== process.pid && this.isKnown(row));
  }

  survivors(onFound: (pid: number) => void = () => undefined): readonly LiveProcess[] {
    const rows: ProcessEntry[] = [];
    for (const row of linuxProcesses()) {
      rows.push(row);
      if (row.startedAt >= this.since && !this.isKnown(row) && this.inherits(row.pid))
        this.known.set(row.pid, row.startedAt);
      if (row.pid !== process.pid && this.isKnown(row)) onFound(row.pid);
    }
    this.follow(rows);
    return rows.filter((row) => row.pid !== process.pid && this.isKnown(row));
  }

  groups(): readonly number[] {
    const rows = [...linuxProcesses()];
    this.follow(rows);
    const isOwn = this.sessionMember(rows);
    return [...new Set(rows.filter((row) => this.isKnown(row) && isOwn(row)).map(({ group }) => group))];
  }

  private inherits(pid: number): boolean {
    const { track, mark } = this.marks;
    return inheritsVariable(pid, track) || (mark > 0 && inheritsLimit(pid, mark));
  }

  private follow(rows: readonly ProcessEntry[]): void {
    const byPid = new Map(rows.map((row) => [row.pid, row]));
    const isOwn = this.sessionMember(rows);
    const isChild = ({ parent }: ProcessEntry): boolean => {
      const found = byPid.get(parent);
      return found !== undefined && found.pid !== process.pid && this.isKnown(found);
    };
    for (let grown = true; grown;) {
      const before = this.known.size;
      for (const row of rows) {
        if (!this.isKnown(row) && (isChild(row) || isOwn(row))) this.known.set(row.pid, row.startedAt);
      }
      grown = this.known.size > before;
    }
  }

  private isKnown({ pid, startedAt }: ProcessEntry): boolean {
    return this.known.get(pid) === startedAt;
  }

  /** The number of a session stays taken while it has members; a later process of that number belongs to another one. */
  private sessionMember(rows: readonly ProcessEntry[]): (row: ProcessEntry) => boolean {
    const leader = rows.find(({ pid }) => pid === this.root);
    const isOurs = this.root > 0 && (leader === undefined || leader.startedAt === this.since);
    return ({ session, group, startedAt }) =>
      isOurs && startedAt >= this.since && (session === this.root || group === this.root);
  }
}
