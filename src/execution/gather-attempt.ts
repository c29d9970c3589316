import { isAbsolute, join, relative } from 'node:path';
import type { SuiteAttempt } from '../model/run.js';
import { readReport } from '../report/read-report.js';
import type { Files } from '../ports.js';
import { slug } from './attempt-directory.js';
import { parseEvents } from './events.js';
import type { AttemptWitness, NamedReport } from './witness.js';

const TAIL_BYTES = 16 * 1024;
/** File systems round times down, to two seconds at worst. */
const CLOCK_ROUNDING_MS = 2000;

/** Where an attempt's traces are. Written down before it starts, so that somebody else can gather them. */
export interface AttemptTraces {
  readonly suite: string;
  /** Absolute folder of the attempt. */
  readonly directory: string;
  readonly eventsFile: string;
  readonly ownReports: readonly string[];
  readonly sharedReports: readonly string[];
  /** Absolute; where shared reports are looked for. */
  readonly cwd: string;
  /** Null: all tests. */
  readonly requested: readonly string[] | null;
}

/** Reads everything that an attempt left, however it ended. */
export async function gatherAttempt(
  traces: AttemptTraces,
  attempt: SuiteAttempt,
  files: Files,
): Promise<AttemptWitness> {
  const own = await files.glob(traces.ownReports, traces.directory);
  const shared = await freshReports(traces, attempt.startedAt, files);
  const text = (await files.readTextIfExists(traces.eventsFile)) ?? '';
  return {
    attempt,
    events: parseEvents(text).events,
    reports: await readReports([...own, ...shared], traces, files),
    requested: traces.requested === null ? null : new Set(traces.requested),
    tail: await files.readTail(join(traces.directory, 'output.log'), TAIL_BYTES),
  };
}

/** A report that the attempt did not touch tells of another run. */
async function freshReports(
  { sharedReports, cwd }: AttemptTraces,
  startedAt: number,
  files: Files,
): Promise<readonly string[]> {
  const fresh: string[] = [];
  for (const file of await files.glob(sharedReports, cwd)) {
    if ((await files.modifiedAt(file)) >= startedAt - CLOCK_ROUNDING_MS) fresh.push(file);
  }
  return fresh;
}

type ReportPlace = Pick<AttemptTraces, 'suite' | 'directory' | 'cwd'>;

/** Reads reports one after the other and keeps a copy of those that stand elsewhere. */
export async function readReports(
  paths: readonly string[],
  place: ReportPlace,
  files: Files,
): Promise<readonly NamedReport[]> {
  const reports: NamedReport[] = [];
  for (const path of paths) {
    const inside = isInside(path, place.directory);
    const name = relative(inside ? place.directory : place.cwd, path).replaceAll('\\', '/');
    reports.push({ name, report: await readReport(files.readChunks(path), { name, place: place.suite }) });
    if (!inside) await files.copy(path, join(place.directory, 'reports', slug(name)));
  }
  return reports;
}

function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return !way.startsWith('..') && !isAbsolute(way);
}
