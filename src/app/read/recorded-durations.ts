import { parseTimings, TIMINGS_BYTES, timingKey, type Timings } from '../../history/timings.js';
import type { GitHubContext } from '../../model/context.js';
import type { Problem } from '../../model/problem.js';
import type { Settings } from '../../model/settings.js';
import type { GitHub } from '../../ports.js';
import { slug } from '../../execution/attempt/attempt-files.js';
import { hashOf } from '../job-identity.js';
import type { Services } from '../services.js';
import { within } from './within.js';

/** Durations by which shards are planned. */
export interface RecordedDurations {
  /** Milliseconds; null when nothing is recorded. */
  readonly durationOf: (suite: string, id: string) => number | null;
  readonly problems: readonly Problem[];
}

const NO_DURATIONS: RecordedDurations = { durationOf: () => null, problems: [] };
/** Longest that the question for recorded durations may take. */
const LIMIT_MS = 30_000;
const MOST_READ = 3;
const TIMINGS_FILE = 'timings.json';

/**
 * `qa-history-<workflow>-merged-<hash>`: where a merge leaves its history, and where its shards look for durations. All jobs
 * of a workflow with one `artifact-name` belong together.
 */
export function mergedHistoryName(
  { artifactName }: Pick<Settings, 'artifactName'>,
  { workflow }: GitHubContext,
): string {
  return `qa-history-${slug(workflow).slice(0, 60)}-merged-${hashOf([workflow, artifactName])}`;
}

/** The durations that every shard of a run reads alike: those of a file, else of the newest merge before the run. */
export async function readDurations(settings: Settings, services: Services): Promise<RecordedDurations> {
  if (settings.shard === null) return NO_DURATIONS;
  if (settings.timings !== null) return fromFile(settings.timings, services);
  const { github } = services.context;
  const api = settings.githubToken === null || github === null ? null : services.github(settings.githubToken);
  if (api === null || github === null) return NO_DURATIONS;
  const name = mergedHistoryName(settings, github);
  const found = await within(LIMIT_MS, fromHistory(name, github, api), services);
  return found ?? { ...NO_DURATIONS, problems: [unread('there was no answer in time')] };
}

async function fromFile(path: string, { files }: Services): Promise<RecordedDurations> {
  const timings = parseTimings(await files.readText(path));
  if (timings !== null) return durationsOf(timings);
  const message = `${path} has no recorded durations, so a hash divides the tests`;
  const remedy = 'Use `evidence/timings.json` of a merge.';
  return { ...NO_DURATIONS, problems: [{ severity: 'warning', place: 'timings', message, remedy }] };
}

async function fromHistory(name: string, github: GitHubContext, api: GitHub): Promise<RecordedDurations> {
  const [listed, created] = await Promise.all([api.listArtifacts({ name }), api.runCreatedAt(github.runId)]);
  if (!listed.ok) return { ...NO_DURATIONS, problems: [unread(listed.reason)] };
  if (!created.ok) return { ...NO_DURATIONS, problems: [unread(created.reason)] };
  const base = github.pullRequest?.baseRef || github.defaultBranch;
  // Shards start at different moments: what was uploaded since the run began is not the same for all of them.
  const usable = listed.value.filter(
    ({ isOwn, headBranch, createdAt, runId }) =>
      isOwn && headBranch === base && runId !== github.runId && createdAt < created.value,
  );
  for (const artifact of usable.slice(0, MOST_READ)) {
    const read = await api.readArtifact(artifact, LIMITS);
    const timings = read.ok ? parseTimings(read.value.get(TIMINGS_FILE) ?? '') : null;
    if (timings !== null) return durationsOf(timings);
  }
  return NO_DURATIONS;
}

const LIMITS = {
  archiveBytes: TIMINGS_BYTES,
  fileBytes: TIMINGS_BYTES,
  isWanted: (path: string) => path === TIMINGS_FILE,
};

function durationsOf(timings: Timings): RecordedDurations {
  return { durationOf: (suite, id) => timings.get(timingKey(suite, id))?.meanMs ?? null, problems: [] };
}

function unread(reason: string): Problem {
  const message = `the recorded durations could not be read, so a hash divides the tests: ${reason}`;
  const remedy = 'Where other shards could read them, run this job again.';
  return { severity: 'warning', place: 'shard', message, remedy };
}
