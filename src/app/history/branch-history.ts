// What earlier runs left, and what is new, known or fixed by that.
import { join } from 'node:path';
import { compareWithHistory, trendOf } from '../../history/baseline.js';
import type { History, PastRun } from '../../history/history-file.js';
import { slowerTests } from '../../history/slower.js';
import { NO_TIMINGS, type Timings } from '../../history/timings.js';
import type { GitHubContext } from '../../model/context.js';
import type { RunDiagnosis } from '../../model/diagnosis.js';
import type { Problem } from '../../model/problem.js';
import type { Baseline, RunReport } from '../../model/run.js';
import type { Settings } from '../../model/settings.js';
import type { ListedArtifact } from '../../model/publication.js';
import type { GitHub } from '../../ports.js';
import { within } from '../read/within.js';
import type { Services } from '../services.js';
import { baseBranch, nameOfHistory } from './names.js';
import { type Newest, newestHistory, type PastRunFiles } from './past-artifacts.js';
import { compareWithLocal, describeLocal, isMerged, type LocalRuns, readLocalRuns } from './local-runs.js';
import { unreadWarning } from './unread-history.js';

/** What earlier runs of this job have left. */
export interface BranchHistory {
  /** Of the branch to compare with. */
  readonly base: History | null;
  /** Of this run's own branch, which this run continues. */
  readonly own: History | null;
  /** How long the tests took lately: on the branch to compare with, and on this run's own. */
  readonly timings: { readonly base: Timings; readonly own: Timings };
  /** False when a newer history than `base` is there and cannot be read. */
  readonly isBaseNewest: boolean;
  /** False when it is not known what earlier runs of this run's own branch have left. */
  readonly isOwnKnown: boolean;
  /** Why the comparison is missing or incomplete, in a sentence; empty when it is neither, or when no history was read. */
  readonly note: string;
  /** Earlier runs on this machine, where there is no branch of GitHub's to compare with; absent in a workflow. */
  readonly local?: LocalRuns;
  /** One warning when a history is there and cannot be read. */
  readonly problems: readonly Problem[];
}

/** No history was read. */
const NO_PAST: BranchHistory = {
  base: null,
  own: null,
  timings: { base: NO_TIMINGS, own: NO_TIMINGS },
  isBaseNewest: false,
  isOwnKnown: false,
  note: '',
  problems: [],
};
/** Longest that anything about history may take: a run is better with it and good without. */
export const LIMIT_MS = 10_000;

/** Reads what the newest runs of the base branch and of this branch have left. Never rejects, never takes long. */
export async function readHistory(settings: Settings, services: Services): Promise<BranchHistory> {
  const { github } = services.context;
  const api = settings.githubToken === null || github === null ? null : services.github(settings.githubToken);
  if (github === null) return settings.mode === 'merge' ? NO_PAST : localPast(settings, null, services);
  if (api === null || isCancelled(services)) return NO_PAST;
  const base = baseBranch(github);
  const name = nameOfHistory(settings, github);
  if (base === '') return unknownBase(github);
  const found = await within(LIMIT_MS, find(api, github, base, name), services);
  if (found !== null || isCancelled(services)) return found ?? NO_PAST;
  return unlisted(base, name, `there was no response within ${LIMIT_MS / 1000} s`, 'Run this job again later.');
}

/** What a run on a laptop is compared with: the runs before the one with this id, or all that are there. */
export async function localPast(
  { evidenceDirectory: folder, project }: Pick<Settings, 'evidenceDirectory' | 'project'>,
  before: string | null,
  { files }: Pick<Services, 'files'>,
): Promise<BranchHistory> {
  if (before !== null && (await isMerged(join(folder, before), files))) return NO_PAST;
  const local = await readLocalRuns({ folder, project, before }, files);
  return { ...NO_PAST, local, note: describeLocal(local) };
}

const isCancelled = ({ cancelled }: Services): boolean => cancelled.aborted;

/** The branch of a pull request is only unknown where GitHub could not be asked for it. */
function unknownBase({ pullRequest }: GitHubContext): BranchHistory {
  if (pullRequest === null) return { ...NO_PAST, note: 'The branch to compare with is unknown.' };
  const message = `the base branch of pull request #${pullRequest.number} is unknown, so it is unknown which failures are new`;
  const remedy = 'Add `pull-requests: read` to the `permissions` of the job.';
  return {
    ...NO_PAST,
    note: `It is unknown which failures are new, because the base branch of pull request #${pullRequest.number} is unknown.`,
    problems: [{ severity: 'warning', place: 'history', message, remedy }],
  };
}

function unlisted(base: string, name: string, reason: string, remedy: string): BranchHistory {
  const message = `the history of ${base} could not be read, so it is unknown which failures are new: ${reason}`;
  const problem: Problem = { severity: 'warning', place: `artifact ${name}`, message, remedy };
  return { ...NO_PAST, note: unreadNote(base), problems: [problem] };
}

const unreadNote = (base: string): string =>
  `The history of ${base} could not be read, so it is unknown which failures are new.`;

async function find(api: GitHub, github: GitHubContext, base: string, name: string): Promise<BranchHistory> {
  const isOf = (artifact: ListedArtifact, branch: string): boolean =>
    artifact.headBranch === branch && isUsable(artifact, github);
  const listed = await api.listArtifacts({ name, isWanted: (artifact) => isOf(artifact, base) });
  if (!listed.ok) return unlisted(base, name, listed.reason, listed.remedy);
  const newestOf = (branch: string): Promise<Newest<PastRunFiles>> =>
    newestHistory(
      api,
      listed.value.filter((artifact) => isOf(artifact, branch)),
    );
  const { testedBranch } = github;
  const ofBase = await newestOf(base);
  const ofOwn = testedBranch === '' || testedBranch === base ? ofBase : await newestOf(testedBranch);
  const problem = baseWarning(base, ofBase) ?? ownWarning(testedBranch, ofOwn);
  return {
    base: ofBase.found?.history ?? null,
    own: ofOwn.found?.history ?? null,
    timings: { base: ofBase.found?.timings ?? NO_TIMINGS, own: ofOwn.found?.timings ?? NO_TIMINGS },
    isBaseNewest: ofBase.unread.length === 0,
    isOwnKnown: ofOwn.unread.length === 0,
    note: noteOf(base, ofBase),
    problems: problem === null ? [] : [problem],
  };
}

function noteOf(base: string, { found, unread }: Newest<PastRunFiles>): string {
  if (unread.length === 0)
    return found === null ? `There is no history of ${base} yet, so new failures cannot be told from known ones.` : '';
  if (found === null) return unreadNote(base);
  return `Compared with run ${found.history.run.number}: a newer history of ${base} could not be read.`;
}

function baseWarning(base: string, { found, unread }: Newest<PastRunFiles>): Problem | null {
  if (found === null) return unreadWarning(`the history of ${base}`, 'so it is unknown which failures are new', unread);
  const { number } = found.history.run;
  return unreadWarning(`the newest history of ${base}`, `so this run is compared with run ${number}`, unread);
}

function ownWarning(branch: string, { unread }: Newest<PastRunFiles>): Problem | null {
  return unreadWarning(`the history of ${branch}`, 'so it is unknown since when tests have failed there', unread);
}

/** A fork may call its branch like ours; a run that is repeated must not be compared with itself or with later ones. */
function isUsable({ isOwn, runId }: ListedArtifact, { runId: current, pullRequest }: GitHubContext): boolean {
  return isOwn && (pullRequest === null ? runId < current : runId !== current);
}

/** New, known, fixed; null when there is nothing to compare with. */
export function baselineOf(
  report: RunReport,
  { base, timings, local }: BranchHistory,
  { context }: Pick<Services, 'context'>,
  plainSuite?: (name: string) => string,
): Baseline | null {
  const { github } = context;
  if (local !== undefined) return compareWithLocal(report, local);
  if (base === null || github === null) return null;
  const runs = `${github.serverUrl}/${github.owner}/${github.repository}/actions/runs`;
  const urlOf = ({ id }: PastRun): string | null => (id === 0 ? null : `${runs}/${id}`);
  const compared = compareWithHistory(report, base, urlOf);
  const now = { number: github.runNumber, url: urlOf({ number: github.runNumber, id: github.runId }) };
  const trend = trendOf(report, base, now, urlOf);
  return { ...compared, trend, slower: slowerTests(report, timings.base, plainSuite) };
}

/** The diagnosis with a word on why nothing is called new or known, where something could be. */
export function withHistoryNote(diagnosis: RunDiagnosis, { note }: BranchHistory): RunDiagnosis {
  const isWorthIt = note !== '' && diagnosis.diagnoses.length > 0;
  return isWorthIt ? { ...diagnosis, notes: [...diagnosis.notes, note] } : diagnosis;
}
