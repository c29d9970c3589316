// Joins the coverage reports of several suites to one.
import { type FileCoverage, FileDraft, type Tally } from './file-coverage.js';
import type { CoverageReport } from './read-coverage.js';

/** The code covered by all suites of a run together. */
export interface Coverage {
  /** By path, sorted. */
  readonly files: readonly FileCoverage[];
  /** Reports that it was read from. */
  readonly places: readonly string[];
  /** Paths as reports write them that belong to no file of the repository, sorted; their lines count under these names. */
  readonly unmapped: readonly string[];
}

/**
 * Joins reports. `resolve` maps a path to the repository or gives null; a path is also tried behind each of the
 * report's source folders. What cannot be mapped keeps its name and is listed. A line ran when it ran in one of them. Branches of a
 * line are the most that one report saw: which ones ran is not reported, so the union may be larger, never smaller.
 */
export function mergeCoverage(
  reports: readonly CoverageReport[],
  resolve: (path: string) => string | null = () => null,
): Coverage {
  const drafts = new Map<string, FileDraft>();
  const unmapped = new Set<string>();
  for (const { files, sources } of reports)
    for (const file of files) {
      const found = repositoryPath(file.path, sources, resolve);
      if (found === null) unmapped.add(file.path);
      const path = found ?? file.path;
      const draft = drafts.get(path) ?? new FileDraft(path);
      drafts.set(path, draft);
      for (const [line, hits] of file.lines) draft.line(line, hits);
      for (const [line, { covered, total }] of file.branches) draft.branchOnce(line, covered, total);
    }
  const files = [...drafts.values()].map(withoutDoubleBranches);
  files.sort((one, other) => (one.path < other.path ? -1 : 1));
  const places = reports.filter(({ format }) => format !== null).map(({ place }) => place);
  return { files, places, unmapped: [...unmapped].sort() };
}

function repositoryPath(
  path: string,
  sources: readonly string[],
  resolve: (path: string) => string | null,
): string | null {
  for (const source of sources) {
    const found = resolve(`${source.replaceAll('\\', '/').replace(/\/$/, '')}/${path}`);
    if (found !== null) return found;
  }
  return resolve(path);
}

/** Branches of the whole file say nothing new where another report gives them by line. */
function withoutDoubleBranches(file: FileDraft): FileCoverage {
  if (file.branches.size > 1) file.branches.delete(0);
  return file;
}

/** Lines and branches of some files together. */
export function coverageTotals(files: readonly FileCoverage[]): { readonly lines: Tally; readonly branches: Tally } {
  const lines = { covered: 0, total: 0 };
  const branches = { covered: 0, total: 0 };
  for (const file of files) {
    for (const hits of file.lines.values()) {
      lines.total += 1;
      if (hits > 0) lines.covered += 1;
    }
    for (const { covered, total } of file.branches.values()) {
      branches.covered += covered;
      branches.total += total;
    }
  }
  return { lines, branches };
}

/** Percent from 0 to 100; null when there is nothing to cover. */
export function percentOf({ covered, total }: Tally): number | null {
  return total === 0 ? null : (100 * covered) / total;
}
