import { type ChangedCoverage, changedLineCoverage, type ChangedRange } from '../../coverage/changed-lines.js';
import { type Coverage, mergeCoverage } from '../../coverage/merge.js';
import type { CoverageReport } from '../../coverage/read-coverage.js';
import { coverageProblems, type MeasuredCoverage } from '../../coverage/thresholds.js';
import type { EvidenceDirectory } from '../../evidence/run-directory.js';
import { isUnchanged } from '../../execution/attempt/inventory.js';
import { readEarlierArtifacts } from '../../execution/attempt/keep-artifacts.js';
import type { Problem, RunProblem } from '../../model/problem.js';
import type { SuiteRun } from '../../model/run.js';
import type { Settings } from '../../model/settings.js';
import type { Files } from '../../ports.js';
import type { Changes } from '../read/read-changed-lines.js';
import type { Services } from '../services.js';

/** The coverage of a run, held against the thresholds of its settings. */
export interface JudgedCoverage {
  readonly code: Coverage;
  /** Null without a pull request or without coverage. */
  readonly changed: ChangedCoverage | null;
  /** Thresholds that are missed. */
  readonly failures: readonly RunProblem[];
  /** Further problems. */
  readonly problems: readonly Problem[];
}

export interface CoverageOptions {
  readonly settings: Settings;
  readonly run: EvidenceDirectory;
  readonly runs: readonly SuiteRun[];
  readonly changes: Changes;
  readonly resolvePath: (path: string) => string | null;
}

/** Reads the coverage reports among the artifacts of a run and judges what they say. */
export async function measureCoverage(
  { settings, run, runs, changes, resolvePath }: CoverageOptions,
  { files, console }: Pick<Services, 'files' | 'console'>,
): Promise<JudgedCoverage> {
  const thresholds = settings.coverage;
  const { code, unread } = await readCodeCoverage(run, files, resolvePath);
  const changed = changedOf(code, changes);
  const isGated = thresholds.lines !== null || thresholds.changedLines !== null;
  const stale = isGated ? await coverageAges(runs, run, files) : [];
  const failures = [...coverageProblems({ code, unread, changed }, thresholds), ...stale.map(staleFailure)];
  if (thresholds.changedLines !== null && changed === null)
    console.info('`changed-coverage-threshold` does not apply: this is not a pull request.');
  const measured = changed === null || 'reason' in changed || code.files.length === 0 ? null : changed;
  const isAsked = thresholds.changedLines !== null && measured !== null;
  const reported = failures.some(({ place }) => unread.some((problem) => problem.place === place)) ? [] : unread;
  return {
    code,
    changed: measured,
    failures,
    problems: [...reported, ...(isAsked ? uncounted(code, measured, runs) : [])],
  };
}

/** What an earlier job covered says nothing about this commit, so that no threshold can hold. */
function staleFailure(problem: Problem): RunProblem {
  return { ...problem, severity: 'error', headline: problem.message };
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
  const remedy = 'Configure the coverage tool to include files that no test loads (coverage.py: `source`).';
  return [{ severity: 'note', place: 'changed-coverage-threshold', message, remedy }];
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

const NAMES = /^(?:(?:coverage|cobertura|jacoco|clover)[^/\\]*\.xml|coverage[^/\\]*\.json|lcov\.info|[^/\\]+\.lcov)$/;

/** True for a file that is named as coverage tools name their reports. */
function isNamedAsCoverage(path: string): boolean {
  return NAMES.test(path.split(/[/\\]/).at(-1) ?? '');
}

/** The code that a run covers, and what is missing from it. */
export interface CodeCoverage {
  readonly code: Coverage;
  /** Reports that are broken or too large, each a warning. */
  readonly unread: readonly Problem[];
}

/** Coverage reports among the artifacts of a run, joined. What is no coverage report after all is passed over. */
export async function readCodeCoverage(
  run: EvidenceDirectory,
  files: Files,
  resolvePath: (path: string) => string | null,
): Promise<CodeCoverage> {
  const reports: CoverageReport[] = [];
  const artifacts = await files.glob(['artifacts/**/*.{xml,json,info,lcov}'], run.directory);
  for (const path of artifacts.filter(isNamedAsCoverage))
    reports.push(await readOne(path, path.slice(run.directory.length + 1), files));
  const unread = reports.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'));
  const code = mergeCoverage(
    reports.filter(({ format }) => format !== null),
    resolvePath,
  );
  return { code, unread: unread.map((problem) => ({ ...problem, severity: 'warning' })) };
}

async function readOne(path: string, place: string, files: Files): Promise<CoverageReport> {
  // Most runs have none, and what reads them is a seventh of what there is to load.
  const { MOST_COVERAGE_BYTES, readCoverage, tooLarge } = await import('../../coverage/read-coverage.js');
  const isSmall = (await files.sizeOf(path)) <= MOST_COVERAGE_BYTES;
  return isSmall ? readCoverage(await files.readText(path), place) : tooLarge(place);
}

/**
 * Coverage reports that were there before their suite began and that it did not write, by whatever ran earlier. They are shown all the same, as
 * tools with a cache keep old files; a threshold cannot rest on them.
 */
export async function coverageAges(
  runs: readonly SuiteRun[],
  { directory: runDirectory }: EvidenceDirectory,
  files: Files,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const run of runs.filter(({ attempts }) => attempts.length > 0)) {
    const { name: suite, workingDirectory } = run.suite;
    const before = await readEarlierArtifacts(suite, 1, { files, runDirectory });
    for (const path of Object.keys(before).filter(isNamedAsCoverage)) {
      const status = await files.statFile(path);
      if (status !== null && isUnchanged(path, status.state, before))
        problems.push(staleReport(path.slice(workingDirectory.length + 1), suite));
    }
  }
  return problems;
}

function staleReport(name: string, suite: string): Problem {
  const message = `the coverage report ${name} is older than the suite, so the suite did not write it`;
  const remedy = 'Remove the file before the run, or make the suite write it.';
  return { severity: 'warning', place: `suites.${suite}.artifacts`, message, remedy };
}
