import type { Problem, RunProblem } from '../model/problem.js';
import type { CoverageThresholds } from '../model/settings.js';
import type { ChangedCoverage } from './changed-lines.js';
import type { FileCoverage, Tally } from './file-coverage.js';
import { type Coverage, coverageTotals, percentOf } from './merge.js';

/** Changed lines that are unknown. */
export interface UnknownChanges {
  readonly reason: string;
  readonly remedy: string;
}

/** What is known of a run's coverage. */
export interface MeasuredCoverage {
  readonly code: Coverage;
  /** Reports that could not be read. */
  readonly unread: readonly Problem[];
  /** Null without a pull request. */
  readonly changed: ChangedCoverage | UnknownChanges | null;
}

const LINES = 'coverage-threshold';
const CHANGED = 'changed-coverage-threshold';
const RELATIVE =
  'Configure the coverage tool to write paths relative to the root of the repository (coverage.py: `relative_files = true`).';

/**
 * One problem for each threshold that is missed, or that cannot be judged because something is lost. Percentages are
 * compared unrounded, so that 79.996 % is not 80 %. Without a pull request the threshold of changed lines asks nothing,
 * and a pull request that changes no line that can run reaches it.
 */
export function coverageProblems(measured: MeasuredCoverage, thresholds: CoverageThresholds): readonly RunProblem[] {
  const { code, unread, changed } = measured;
  const lines = thresholds.lines;
  const changedLines = changed === null ? null : thresholds.changedLines;
  if (lines === null && changedLines === null) return [];
  if (code.places.length + unread.length === 0) return [noReport(lines, changedLines)];
  const isLost = code.places.length === 0;
  return [
    ...unread.map(unreadable),
    ...(lines === null || isLost ? [] : ofLines(code, lines)),
    ...(changed === null || changedLines === null || isLost ? [] : ofChangedLines(changed, changedLines)),
  ];
}

function noReport(lines: number | null, changedLines: number | null): RunProblem {
  const [setting, least] = lines === null ? [CHANGED, changedLines] : [LINES, lines];
  const remedy = 'Make a suite write one (pytest: `--cov --cov-report=xml`), and list it in `artifacts` of that suite.';
  return red(setting, 'no coverage report was found', `\`${setting}\` requires ${least ?? 0} %`, remedy);
}

function unreadable({ place, message, remedy }: Problem): RunProblem {
  return red(place, 'the coverage is unknown: a report cannot be read', `${place}: ${message}`, remedy);
}

function ofLines(code: Coverage, least: number): readonly RunProblem[] {
  const { lines } = coverageTotals(code.files);
  if (reaches(lines, least, 0)) return [];
  if (lines.total === 0)
    return [
      red(LINES, 'the coverage reports contain no line of code', `Read: ${code.places.slice(0, 5).join(', ')}`, ''),
    ];
  return [
    red(
      LINES,
      headline('lines', lines, least),
      missingByFile(code.files),
      'Add tests for the lines that are not covered.',
    ),
  ];
}

function ofChangedLines(changed: ChangedCoverage | UnknownChanges, least: number): readonly RunProblem[] {
  if ('reason' in changed) {
    const message = `\`${CHANGED}\` requires ${least} %: ${changed.reason}`;
    return [red(CHANGED, 'the coverage of changed lines is unknown', message, changed.remedy)];
  }
  const [unsure] = changed.ambiguous;
  if (unsure !== undefined) {
    const message = `\`${CHANGED}\` requires ${least} %: ${unsure.path} changed, but the coverage report names ${unsure.reported}, which is not a path in the repository`;
    return [red(CHANGED, 'the coverage of changed lines is unknown', message, RELATIVE)];
  }
  if (reaches(changed, least, 100)) return [];
  const missing = `Uncovered: ${missingLines(changed.missing)}`;
  return [red(CHANGED, headline('changed lines', changed, least), missing, 'Add tests for these lines.')];
}

function reaches(tally: Tally, least: number, ofNothing: number): boolean {
  return (percentOf(tally) ?? ofNothing) >= least;
}

/** Rounded down, so that what is below a threshold never looks like it. */
function headline(what: string, tally: Tally, least: number): string {
  const percent = Math.floor((percentOf(tally) ?? 0) * 100) / 100;
  return `coverage of ${what} is ${percent} % (${tally.covered} of ${tally.total}), the threshold is ${least} %`;
}

function red(place: string, headline: string, message: string, remedy: string): RunProblem {
  return { severity: 'error', place, headline, message, remedy };
}

const MOST_CHARS = 360;
const MOST_RANGES = 8;

/** Lines as people write them: `app/a.py:3-5, 9; app/b.py:1`. Bounded; the rest is counted. */
function missingLines(files: readonly { readonly path: string; readonly lines: readonly number[] }[]): string {
  return bounded(files.map(({ path, lines }) => `${path}:${rangesOf(lines)}`));
}

/** The files that miss most: `Most is missing in app/a.py (40), app/b.py (12)`. Bounded. */
function missingByFile(files: readonly FileCoverage[]): string {
  const counted = files.map((file) => ({ path: file.path, lines: coverageTotals([file]).lines }));
  const missing = counted.map(({ path, lines }) => ({ path, count: lines.total - lines.covered }));
  const most = missing.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  return `Most uncovered lines are in ${most
    .slice(0, 5)
    .map(({ path, count }) => `${path} (${count})`)
    .join(', ')}`;
}

/** Sorted line numbers, neighbours joined. */
function rangesOf(lines: readonly number[]): string {
  const ranges: { readonly from: number; to: number }[] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last?.to === line - 1) last.to = line;
    else ranges.push({ from: line, to: line });
  }
  const shown = ranges.slice(0, MOST_RANGES).map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
  return [...shown, ...(ranges.length > MOST_RANGES ? ['…'] : [])].join(', ');
}

function bounded(parts: readonly string[]): string {
  const shown: string[] = [];
  let length = 0;
  for (const part of parts) {
    length += part.length + 2;
    if (length > MOST_CHARS && shown.length > 0) break;
    shown.push(part);
  }
  const rest = parts.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more ${rest === 1 ? 'file' : 'files'}`] : [])].join('; ');
}
