import { parseTimings, timingKey, type Timings } from '../../history/timings.js';
import type { GitHubContext } from '../../model/context.js';
import type { Problem } from '../../model/problem.js';
import type { ListedArtifact } from '../../model/publication.js';
import type { Settings } from '../../model/settings.js';
import type { GitHub } from '../../ports.js';
import { within } from '../read/within.js';
import type { Services } from '../services.js';
import { baseBranch, mergedHistoryName } from './names.js';
import { newestTimings } from './past-artifacts.js';
import { unreadWarning } from './unread-history.js';

/** Durations by which shards are planned. */
export interface RecordedDurations {
  /** Milliseconds; null when nothing is recorded. */
  readonly durationOf: (suite: string, id: string) => number | null;
  readonly problems: readonly Problem[];
}

const NO_DURATIONS: RecordedDurations = { durationOf: () => null, problems: [] };
/** Longest that the question for recorded durations may take. */
const LIMIT_MS = 30_000;

/** The durations that every shard of a run reads alike: those of a file, else of the newest merge before the run. */
export async function readDurations(settings: Settings, services: Services): Promise<RecordedDurations> {
  if (settings.shard === null) return NO_DURATIONS;
  if (settings.timings !== null) return fromFile(settings.timings, services);
  const { github } = services.context;
  const api = settings.githubToken === null || github === null ? null : services.github(settings.githubToken);
  if (api === null || github === null) return NO_DURATIONS;
  const name = mergedHistoryName(settings, github);
  const found = await within(LIMIT_MS, fromHistory(name, github, api), services);
  return found ?? notRead(name, 'there was no response in time');
}

async function fromFile(path: string, { files }: Services): Promise<RecordedDurations> {
  const timings = parseTimings(await files.readText(path));
  if (timings !== null) return durationsOf(timings);
  const message = `${path} has no recorded durations, so the tests are divided by a hash`;
  const remedy = 'Use `evidence/timings.json` of a merge.';
  return { ...NO_DURATIONS, problems: [{ severity: 'warning', place: 'timings', message, remedy }] };
}

async function fromHistory(name: string, github: GitHubContext, api: GitHub): Promise<RecordedDurations> {
  const created = await api.runCreatedAt(github.runId);
  if (!created.ok) return notRead(name, created.reason);
  const base = baseBranch(github);
  // Shards start at different moments: what was uploaded since the run began is not the same for all of them.
  const isUsable = ({ isOwn, headBranch, createdAt, runId }: ListedArtifact): boolean =>
    isOwn && headBranch === base && runId !== github.runId && createdAt < created.value;
  const listed = await api.listArtifacts({ name, isWanted: isUsable });
  if (!listed.ok) return notRead(name, listed.reason);
  const { found, unread } = await newestTimings(api, listed.value.filter(isUsable));
  const effect = found === null ? HASHED : 'so the durations of an older run are used';
  const warning = unreadWarning('the recorded durations', effect, unread);
  const problems = warning === null ? [] : [{ ...warning, remedy: AGAIN }];
  return { ...(found === null ? NO_DURATIONS : durationsOf(found)), problems };
}

const HASHED = 'so the tests are divided by a hash';
const AGAIN = 'If other shards could read them, run this job again.';

function durationsOf(timings: Timings): RecordedDurations {
  return { durationOf: (suite, id) => timings.get(timingKey(suite, id))?.meanMs ?? null, problems: [] };
}

function notRead(name: string, reason: string): RecordedDurations {
  const message = `the recorded durations could not be read, ${HASHED}: ${reason}`;
  return { ...NO_DURATIONS, problems: [{ severity: 'warning', place: `artifact ${name}`, message, remedy: AGAIN }] };
}
