import { win32 } from 'node:path';
import type { Tally } from './file-coverage.js';
import { type Coverage, percentOf } from './merge.js';

/** Lines of a file, 1-based, both ends included. */
export interface ChangedRange {
  readonly from: number;
  readonly to: number;
}

/** What of a pull request's own lines ran. Lines that cannot run are not counted. */
export interface ChangedCoverage extends Tally {
  /** Null when no changed line can run. */
  readonly percent: number | null;
  /** Files with changed lines that did not run. */
  readonly missing: readonly { readonly path: string; readonly lines: readonly number[] }[];
  /** Changed files that no report mentions. */
  readonly unknown: readonly string[];
  /** Changed files that a report may mean by a path that belongs to no file of the repository. */
  readonly ambiguous: readonly { readonly path: string; readonly reported: string }[];
}

/** Coverage of changed lines; keys are paths relative to the repository, as in the coverage itself. */
export function changedLineCoverage(
  coverage: Coverage,
  changed: ReadonlyMap<string, readonly ChangedRange[]>,
): ChangedCoverage {
  const files = new Map(coverage.files.map((file) => [file.path, file]));
  const tally = { covered: 0, total: 0 };
  const missing: { path: string; lines: number[] }[] = [];
  for (const [path, ranges] of changed) {
    const executable = [...(files.get(path)?.lines ?? [])].filter(([line]) =>
      ranges.some(({ from, to }) => from <= line && line <= to),
    );
    const idle = executable.filter(([, hits]) => hits === 0).map(([line]) => line);
    tally.total += executable.length;
    tally.covered += executable.length - idle.length;
    if (idle.length > 0) missing.push({ path, lines: idle.sort((one, other) => one - other) });
  }
  const unknown = [...changed.keys()].filter((path) => !files.has(path));
  return {
    ...tally,
    percent: percentOf(tally),
    missing,
    unknown,
    ambiguous: ambiguousPaths(unknown, coverage.unmapped),
  };
}

/** Folders of installed packages: their files are never those of the repository. */
const INSTALLED = /(?:^|[/\\])(?:site-packages|dist-packages|node_modules|lib[/\\]python[\d.]+)[/\\]/;

/** Files without a report, and a path that no file has with the same name: `shop/price.go`, `example.com/m/price.go`. */
function ambiguousPaths(unknown: readonly string[], unmapped: readonly string[]): ChangedCoverage['ambiguous'] {
  const byName = new Map(unmapped.filter((path) => !INSTALLED.test(path)).map((path) => [win32.basename(path), path]));
  return unknown.flatMap((path) => {
    const reported = byName.get(win32.basename(path));
    return reported === undefined ? [] : [{ path, reported }];
  });
}
