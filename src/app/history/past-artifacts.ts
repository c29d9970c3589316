// Reads the newest history artifact that can be read, and says why newer ones cannot.
import { type History, parseHistory } from '../../history/history-file.js';
import { NO_TIMINGS, parseTimings, type Timings, TIMINGS_BYTES } from '../../history/timings.js';
import type { ListedArtifact } from '../../model/publication.js';
import type { GitHub } from '../../ports.js';
import { shortLine } from '../../text/visible.js';

/** File of the tests that failed. */
export const HISTORY_FILE = 'history.json';
/** File of the durations of tests. */
export const TIMINGS_FILE = 'timings.json';
const MOST_READ = 3;
const REASON_CHARS = 300;

/** An artifact that was left to be compared with, and that cannot be read. */
export interface UnreadArtifact {
  readonly artifact: ListedArtifact;
  readonly reason: string;
  /** Empty when nothing but the next run helps. */
  readonly remedy: string;
}

/** The newest artifact that can be read, and the newer ones that cannot. */
export interface Newest<T> {
  readonly found: T | null;
  readonly unread: readonly UnreadArtifact[];
}

/** What one artifact has. */
export interface PastRunFiles {
  readonly history: History;
  readonly timings: Timings;
}

/** The failures and durations of the newest run that left any. Candidates are ordered, the newest first. */
export async function newestHistory(api: GitHub, candidates: readonly ListedArtifact[]): Promise<Newest<PastRunFiles>> {
  return newest(api, candidates, [HISTORY_FILE, TIMINGS_FILE], (files) => {
    const history = parseHistory(files.get(HISTORY_FILE) ?? '');
    if (!files.has(HISTORY_FILE)) return `it does not contain ${HISTORY_FILE}`;
    if (typeof history === 'string') return `${HISTORY_FILE}: ${history}`;
    const timings = files.has(TIMINGS_FILE) ? timingsIn(files) : NO_TIMINGS;
    return typeof timings === 'string' ? timings : { history, timings };
  });
}

/** The durations of the newest run that left any. Candidates are ordered, the newest first. */
export async function newestTimings(api: GitHub, candidates: readonly ListedArtifact[]): Promise<Newest<Timings>> {
  return newest(api, candidates, [TIMINGS_FILE], timingsIn);
}

function timingsIn(files: ReadonlyMap<string, string>): Timings | string {
  const text = files.get(TIMINGS_FILE);
  if (text === undefined) return `it does not contain ${TIMINGS_FILE}`;
  return parseTimings(text) ?? `${TIMINGS_FILE} does not contain valid durations`;
}

async function newest<T extends object>(
  api: GitHub,
  candidates: readonly ListedArtifact[],
  names: readonly string[],
  read: (files: ReadonlyMap<string, string>) => T | string,
): Promise<Newest<T>> {
  const limits = {
    archiveBytes: TIMINGS_BYTES,
    fileBytes: TIMINGS_BYTES,
    isWanted: (path: string) => names.includes(path),
  };
  const unread: UnreadArtifact[] = [];
  for (const artifact of candidates.slice(0, MOST_READ)) {
    const sent = artifact.isExpired ? EXPIRED : await api.readArtifact(artifact, limits);
    const value = sent.ok ? read(textsOf(sent.value)) : sent.reason;
    if (typeof value !== 'string') return { found: value, unread };
    const reason = shortLine(value.replace(`the artifact ${artifact.name} could not be read: `, ''), REASON_CHARS);
    unread.push({ artifact, reason, remedy: sent.ok ? '' : sent.remedy });
  }
  return { found: null, unread };
}

function textsOf(files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, string> {
  return new Map([...files].map(([name, bytes]) => [name, bytes.toString()]));
}

const EXPIRED = { ok: false, reason: 'it has expired', remedy: '' } as const;
