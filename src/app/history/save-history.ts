// What a run leaves for later runs to compare with.
import { join } from 'node:path';
import { extendHistory } from '../../history/baseline.js';
import { type History, renderHistory } from '../../history/history-file.js';
import { addTimings, renderTimings } from '../../history/timings.js';
import type { GitHubContext } from '../../model/context.js';
import type { RunDiagnosis } from '../../model/diagnosis.js';
import type { AttemptStatus, RunReport } from '../../model/run.js';
import type { FileText } from '../../ports.js';
import type { AnalysisOptions } from '../evaluate/analyze-run.js';
import { within } from '../read/within.js';
import type { Services } from '../services.js';
import { type BranchHistory, LIMIT_MS } from './branch-history.js';
import { nameOfHistory } from './names.js';
import { HISTORY_FILE, TIMINGS_FILE } from './past-artifacts.js';

/** Where the history of a run is among its evidence. */
const FOLDER = 'evidence';

/** The history with this run in it; null when it leaves none: its commit is not on a branch for certain, it was cancelled, or it is a shard. */
export function nextHistory(
  { report, shard }: Pick<AnalysisOptions, 'report' | 'shard'>,
  { causes }: RunDiagnosis,
  { own, isOwnKnown }: BranchHistory,
  github: GitHubContext | null,
): History | null {
  if (shard !== null || report.conclusion === 'cancelled' || github === null || github.testedBranch === '') return null;
  const causeOf = new Map(causes.flatMap(({ id, failures }) => failures.map((key) => [key, id] as const)));
  return extendHistory(report, own, {
    sha: github.headSha,
    run: { number: github.runNumber, id: github.runId },
    causes: causeOf,
    isPastKnown: isOwnKnown,
  });
}

/**
 * This run's failures and durations for later runs to compare with, as files of the evidence. `next`: that of
 * `nextHistory`. A merge leaves its durations even where it leaves no failures.
 */
export function historyFiles(
  { report, shard, merged }: Pick<AnalysisOptions, 'report' | 'shard' | 'merged'>,
  { timings }: Pick<BranchHistory, 'timings'>,
  next: History | null,
): Readonly<Record<string, FileText>> {
  if (shard !== null || report.conclusion === 'cancelled') return {};
  if (next === null && merged === null) return {};
  const durations = renderTimings(
    addTimings(timings.own, durationsIn(report, merged?.plainSuite), report.totals.total),
  );
  const recorded = durations === null ? {} : { [`${FOLDER}/${TIMINGS_FILE}`]: durations };
  // Off a branch they are of use to people alone: for `timings`.
  const text = next === null ? null : renderHistory(next);
  if (next === null) return recorded;
  return text === null ? {} : { [`${FOLDER}/${HISTORY_FILE}`]: text, ...recorded };
}

const FINISHED: readonly AttemptStatus[] = ['passed', 'failed'];

/** How long tests took that came to an end of their own: in their last attempt. */
function* durationsIn(
  { suites }: RunReport,
  plainSuite: (name: string) => string = (name) => name,
): Generator<{ readonly suite: string; readonly id: string; readonly durationMs: number }> {
  for (const { suite, tests } of suites) {
    const name = plainSuite(suite.name);
    for (const { id, attempts } of tests) {
      const last = attempts.at(-1);
      if (last !== undefined && FINISHED.includes(last.status)) yield { suite: name, id, durationMs: last.durationMs };
    }
  }
}

/** Uploads the history that the evidence of this run has, if any: one tiny artifact. */
export async function saveHistory(
  files: Readonly<Record<string, unknown>>,
  { settings, run }: Pick<AnalysisOptions, 'settings' | 'run'>,
  services: Services,
): Promise<void> {
  const { github } = services.context;
  if (github === null || services.artifacts === null || settings.upload === 'never') return;
  const written = Object.keys(files).map((path) => join(run.directory, path));
  if (!(`${FOLDER}/${HISTORY_FILE}` in files)) return;
  const root = join(run.directory, FOLDER);
  const name = nameOfHistory(settings, github);
  const { retentionDays } = settings;
  // In the first attempt of a run only another job can have taken the name.
  const whenTaken = github.runAttempt > 1 ? ('replace' as const) : ('keep' as const);
  const request = { name, root, files: written, retentionDays, whenTaken };
  const sent = await within(LIMIT_MS, services.artifacts.upload(request), services);
  if (sent?.ok !== true) services.console.info(`The history was not saved: ${sent?.reason ?? 'no response in time'}.`);
}
