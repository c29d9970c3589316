/** How many of something there are and how many of them ran. */
export interface Tally {
  readonly covered: number;
  readonly total: number;
}

/** One source file as a coverage report holds it. */
export interface FileCoverage {
  /** As the report writes it, with slashes, until it has been mapped to the repository. */
  readonly path: string;
  /** Times each executable line ran; 1-based lines. */
  readonly lines: ReadonlyMap<number, number>;
  /** Branches by the line they start from; under 0 those that the report does not give by line. */
  readonly branches: ReadonlyMap<number, Tally>;
}

/** What a format's reader makes of a report. */
export interface CoverageBody {
  /** Folders that the paths may be relative to. */
  readonly sources: readonly string[];
  readonly files: readonly FileCoverage[];
}

/** A file while it is being read; readers add to it and hand it on as a `FileCoverage`. */
export class FileDraft implements FileCoverage {
  readonly path: string;
  readonly lines = new Map<number, number>();
  readonly branches = new Map<number, Tally>();

  constructor(path: string) {
    this.path = path.replaceAll('\\', '/');
  }

  /** Counts one line. A line reported twice keeps the larger number: the reports repeat lines for methods and inner classes. */
  line(line: number, hits: number): void {
    if (!isCount(line) || line === 0 || !(hits >= 0)) return;
    const before = this.lines.get(line);
    if (before === undefined || before < hits) this.lines.set(line, hits);
  }

  /** Adds branches to those of the line. */
  branch(line: number, covered: number, total: number): void {
    if (!isCount(line) || !isCount(covered) || !isCount(total) || total === 0) return;
    const before = this.branches.get(line) ?? { covered: 0, total: 0 };
    this.branches.set(line, { covered: before.covered + Math.min(covered, total), total: before.total + total });
  }

  /** Sets the branches of the line, unless more of them are known to have run. */
  branchOnce(line: number, covered: number, total: number): void {
    const before = this.branches.get(line);
    if (before !== undefined && before.covered >= covered) return;
    this.branches.delete(line);
    this.branch(line, covered, total);
  }
}

/** One draft a path, in the order in which they were asked for. */
export class FileDrafts {
  readonly #drafts = new Map<string, FileDraft>();

  of(path: string): FileDraft {
    const draft = this.#drafts.get(path) ?? new FileDraft(path);
    this.#drafts.set(path, draft);
    return draft;
  }

  get files(): readonly FileCoverage[] {
    return [...this.#drafts.values()];
  }
}

/** The number in a text, or NaN when it is empty or something else. */
export function countIn(text: string): number {
  return text === '' ? NaN : Number(text);
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
