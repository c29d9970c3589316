import type { EvidenceRun } from '../evidence/run-directory.js';
import type { Problem, RunProblem } from '../model/problem.js';
import type { SuiteRun } from '../model/run.js';
import type { Settings } from '../model/settings.js';
import { changedLineCoverage, type ChangedCoverage, type ChangedRange } from '../report/coverage-changed.js';
import type { Coverage } from '../report/coverage-merge.js';
import { coverageProblems, type MeasuredCoverage } from '../report/coverage-thresholds.js';
import type { Changes } from './changed-lines.js';
import { readCodeCoverage } from './code-coverage.js';
import type { World } from './world.js';

/** The coverage of a run, held against the thresholds of its settings. */
export interface JudgedCoverage {
  readonly code: Coverage;
  /** Null without a pull request or without coverage. */
  readonly changed: ChangedCoverage | null;
  /** Thresholds that are missed. */
  readonly failures: readonly RunProblem[];
  /** What else is to be said. */
  readonly problems: readonly Problem[];
}

export interface CoverageOrder {
  readonly settings: Settings;
  readonly run: EvidenceRun;
  readonly runs: readonly SuiteRun[];
  readonly changes: Changes;
  readonly resolvePath: (path: string) => string | null;
}

/** Reads the coverage reports among the artifacts of a run and judges what they say. */
export async function measureCoverage(
  { settings, run, runs, changes, resolvePath }: CoverageOrder,
  { files, console }: Pick<World, 'files' | 'console'>,
): Promise<JudgedCoverage> {
  const thresholds = settings.coverage;
  const { code, unread } = await readCodeCoverage(run, files, resolvePath);
  const changed = changedOf(code, changes);
  const failures = coverageProblems({ code, unread, changed }, thresholds);
  if (thresholds.changedLines !== null && changed === null)
    console.info('`changed-coverage-threshold` does not apply: this is no pull request.');
  const measured = changed === null || 'reason' in changed || code.files.length === 0 ? null : changed;
  const isAsked = thresholds.changedLines !== null && measured !== null;
  const told = failures.some(({ place }) => unread.some((problem) => problem.place === place)) ? [] : unread;
  return {
    code,
    changed: measured,
    failures,
    problems: [...told, ...(isAsked ? uncounted(code, measured, runs) : [])],
  };
}

function changedOf(code: Coverage, changes: Changes): MeasuredCoverage['changed'] {
  switch (changes.state) {
    case 'no-pull-request':
      return null;
    case 'unknown':
      return changes;
    case 'known':
      return changedLineCoverage(code, new Map([...changes.lines, ...changes.unshown.map(whole)]));
  }
}

/** All of a file whose changes are not shown counts as changed. */
function whole(path: string): readonly [string, readonly ChangedRange[]] {
  return [path, [{ from: 1, to: Number.MAX_SAFE_INTEGER }]];
}

/** Changed sources that no report mentions, because no test loads them for instance. Tests themselves need no test. */
function uncounted(code: Coverage, { unknown }: ChangedCoverage, runs: readonly SuiteRun[]): readonly Problem[] {
  const endings = new Set(code.files.map(({ path }) => endingOf(path)));
  const tests = new Set(runs.flatMap((each) => each.tests.map(({ file }) => file)));
  const sources = unknown.filter((path) => endings.has(endingOf(path)) && !tests.has(path));
  if (sources.length === 0) return [];
  const named = `${sources.slice(0, 5).join(', ')}${sources.length > 5 ? `, and ${sources.length - 5} more` : ''}`;
  const message = `changed files that no coverage report mentions are not counted: ${named}`;
  const remedy = 'Let the coverage tool report files that no test loads, too (coverage.py: `source`).';
  return [{ severity: 'note', place: 'changed-coverage-threshold', message, remedy }];
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
