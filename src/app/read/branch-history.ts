import { join } from 'node:path';
import { slug } from '../../execution/attempt/attempt-files.js';
import { compareWithHistory, extendHistory } from '../../history/baseline.js';
import { parseHistory, renderHistory, type History } from '../../history/history-file.js';
import { slowerTests } from '../../history/slower.js';
import { addTimings, parseTimings, renderTimings, type Timings, TIMINGS_BYTES } from '../../history/timings.js';
import type { GitHubContext } from '../../model/context.js';
import type { RunDiagnosis } from '../../model/diagnosis.js';
import type { AttemptStatus, RunReport } from '../../model/run.js';
import type { Settings } from '../../model/settings.js';
import type { ListedArtifact } from '../../model/publication.js';
import type { GitHub } from '../../ports.js';
import type { Baseline } from '../../model/run.js';
import type { AnalysisOptions } from '../evaluate/analyze-run.js';
import { hashOf, identityOf, type JobIdentity, partsOf } from '../job-identity.js';
import type { Services } from '../services.js';
import { mergedHistoryName } from './recorded-durations.js';
import { within } from './within.js';

/** What earlier runs of this job have left. */
export interface BranchHistory {
  /** Of the branch to compare with. */
  readonly base: History | null;
  /** Of this run's own branch, which this run continues. */
  readonly own: History | null;
  /** How long the tests took lately: on the branch to compare with, and on this run's own. */
  readonly timings: { readonly base: Timings; readonly own: Timings };
  /** Why there is nothing to compare with, in a sentence; empty when there is, or when no history was read. */
  readonly note: string;
}

const NO_TIMINGS: Timings = new Map();
const NO_PAST: BranchHistory = { base: null, own: null, timings: { base: NO_TIMINGS, own: NO_TIMINGS }, note: '' };
const FILE = 'history.json';
const TIMINGS = 'timings.json';
/** Longest that anything about history may take: a run is better with it and good without. */
const LIMIT_MS = 10_000;
const MOST_READ = 3;

/**
 * `qa-history-<workflow>-<job>-<hash>`: exact, so that one request finds it in the whole repository. Every event has
 * the same: a pull request is compared with what a push has left.
 */
export function historyName(identity: JobIdentity): string {
  const { workflow, job } = identity;
  const hash = hashOf(partsOf({ ...identity, event: '' }));
  return `qa-history-${slug(workflow).slice(0, 60)}-${slug(job).slice(0, 60)}-${hash}`;
}

/** Reads what the newest runs of the base branch and of this branch have left. Never rejects, never takes long. */
export async function readHistory(settings: Settings, services: Services): Promise<BranchHistory> {
  const { github } = services.context;
  const api = settings.githubToken === null || github === null ? null : services.github(settings.githubToken);
  if (api === null || github === null || services.cancelled.aborted) return NO_PAST;
  const base = github.pullRequest?.baseRef || github.defaultBranch;
  if (base === '') return NO_PAST;
  const late: BranchHistory = { ...NO_PAST, note: `The history of ${base} did not arrive in time.` };
  return (await within(LIMIT_MS, find(api, github, base, nameFor(settings, github)), services)) ?? late;
}

/** A merge has the history of all jobs that it joins, whatever it is called itself; its shards read the same. */
function nameFor(settings: Settings, github: GitHubContext): string {
  const isMerged = settings.mode === 'merge' || settings.shard !== null;
  return isMerged ? mergedHistoryName(settings, github) : historyName(identityOf(github, []));
}

async function find(api: GitHub, github: GitHubContext, base: string, name: string): Promise<BranchHistory> {
  const listed = await api.listArtifacts({ name });
  if (!listed.ok) return { ...NO_PAST, note: `No history: ${listed.reason}.` };
  const onBranch = (branch: string): readonly ListedArtifact[] =>
    listed.value.filter((artifact) => artifact.headBranch === branch && isUsable(artifact, github));
  const found = await newest(api, onBranch(base));
  const { testedBranch } = github;
  const own = testedBranch === '' || testedBranch === base ? found : await newest(api, onBranch(testedBranch));
  return {
    base: found?.history ?? null,
    own: own?.history ?? null,
    timings: { base: found?.timings ?? NO_TIMINGS, own: own?.timings ?? NO_TIMINGS },
    note: found === null ? `No history of ${base} yet: new and known look alike.` : '',
  };
}

/** A fork may call its branch like ours; a run that is repeated must not be compared with itself or with later ones. */
function isUsable({ isOwn, runId, bytes }: ListedArtifact, { runId: current, pullRequest }: GitHubContext): boolean {
  return isOwn && bytes <= TIMINGS_BYTES && (pullRequest === null ? runId < current : runId !== current);
}

interface FoundHistory {
  readonly history: History;
  readonly timings: Timings;
}

async function newest(api: GitHub, candidates: readonly ListedArtifact[]): Promise<FoundHistory | null> {
  const isWanted = (path: string): boolean => path === FILE || path === TIMINGS;
  const limits = { archiveBytes: TIMINGS_BYTES, fileBytes: TIMINGS_BYTES, isWanted };
  for (const artifact of candidates.slice(0, MOST_READ)) {
    const read = await api.readArtifact(artifact, limits);
    const history = read.ok ? parseHistory(read.value.get(FILE) ?? '') : null;
    const timings = read.ok ? parseTimings(read.value.get(TIMINGS) ?? '') : null;
    if (history !== null) return { history, timings: timings ?? NO_TIMINGS };
  }
  return null;
}

/** New, known, fixed; null when there is nothing to compare with. */
export function baselineOf(
  report: RunReport,
  { base, timings }: BranchHistory,
  { context }: Pick<Services, 'context'>,
  plainSuite?: (name: string) => string,
): Baseline | null {
  const { github } = context;
  if (base === null || github === null) return null;
  const runs = `${github.serverUrl}/${github.owner}/${github.repository}/actions/runs`;
  const compared = compareWithHistory(report, base, ({ id }) => (id === 0 ? null : `${runs}/${id}`));
  return { ...compared, slower: slowerTests(report, timings.base, plainSuite) };
}

/** The diagnosis with a word on why nothing is called new or known, where something could be. */
export function withHistoryNote(diagnosis: RunDiagnosis, { note }: BranchHistory): RunDiagnosis {
  const isWorthIt = note !== '' && diagnosis.diagnoses.length > 0;
  return isWorthIt ? { ...diagnosis, notes: [...diagnosis.notes, note] } : diagnosis;
}

/** Where the history of a run is among its evidence. */
const FOLDER = 'evidence';

/**
 * This run's failures and durations for later runs to compare with, as files of the evidence. No failures unless the tested
 * commit lies on a branch for certain, and none of a run that was cancelled or of a shard.
 */
export function historyFiles(
  { report, shard, merged }: Pick<AnalysisOptions, 'report' | 'shard' | 'merged'>,
  { causes }: RunDiagnosis,
  { own, timings }: BranchHistory,
  github: GitHubContext | null,
): Readonly<Record<string, string>> {
  if (shard !== null || report.conclusion === 'cancelled') return {};
  const isOnBranch = github !== null && github.testedBranch !== '';
  if (!isOnBranch && merged === null) return {};
  const durations = renderTimings(addTimings(timings.own, durationsIn(report, merged?.plainSuite)));
  const recorded = durations === null ? {} : { [`${FOLDER}/${TIMINGS}`]: durations };
  // Off a branch they are of use to people alone: for `timings`.
  if (!isOnBranch) return recorded;
  const causeOf = new Map(causes.flatMap(({ id, failures }) => failures.map((key) => [key, id] as const)));
  const now = { sha: github.headSha, run: { number: github.runNumber, id: github.runId }, causes: causeOf };
  const text = renderHistory(extendHistory(report, own, now));
  return text === null ? {} : { [`${FOLDER}/${FILE}`]: text, ...recorded };
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
  files: Readonly<Record<string, string>>,
  { settings, run }: Pick<AnalysisOptions, 'settings' | 'run'>,
  services: Services,
): Promise<void> {
  const { github } = services.context;
  if (github === null || services.artifacts === null || settings.upload === 'never') return;
  const written = Object.keys(files).map((path) => join(run.directory, path));
  if (!(`${FOLDER}/${FILE}` in files)) return;
  const root = join(run.directory, FOLDER);
  const name = nameFor(settings, github);
  const { retentionDays } = settings;
  // In the first attempt of a run only another job can have taken the name.
  const whenTaken = github.runAttempt > 1 ? ('replace' as const) : ('keep' as const);
  const request = { name, root, files: written, retentionDays, whenTaken };
  const sent = await within(LIMIT_MS, services.artifacts.upload(request), services);
  if (sent?.ok !== true) services.console.info(`The history was not kept: ${sent?.reason ?? 'no answer in time'}.`);
}
