import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import type { SuiteAttempt } from '../../model/run.js';
import { distinctReports } from '../../report/distinct-reports.js';
import { readReport } from '../../report/read-report.js';
import { STACKS_NAME } from '../../runners/event-plugins.js';
import type { Files } from '../../ports.js';
import { slug } from './attempt-files.js';
import { followEvents, type EventTail } from './follow-output.js';
import type { AttemptOutput, NamedReport, StackDump } from '../results/attempt-output.js';

const TAIL_BYTES = 16 * 1024;
const STACK_BYTES = 64 * 1024;
const MAX_STACK_FILES = 64;

/** Where an attempt's traces are. Written down before it starts, so that somebody else can gather them. */
export interface AttemptFiles {
  readonly suite: string;
  /** Absolute folder of the attempt. */
  readonly directory: string;
  readonly eventsFile: string;
  readonly ownReports: readonly string[];
  readonly sharedReports: readonly string[];
  /** Shared reports that were there before the attempt: absolute path to epoch milliseconds of their last change. */
  readonly earlierReports: Readonly<Record<string, number>>;
  /** Absolute; where shared reports are looked for. */
  readonly cwd: string;
  /** Null: all tests. */
  readonly requested: readonly string[] | null;
}

/** Reads everything that an attempt left, however it ended. Who followed its events live hands on how far that came. */
export async function collectOutput(
  traces: AttemptFiles,
  attempt: SuiteAttempt,
  files: Files,
  events: EventTail = followEvents(traces.eventsFile, files),
): Promise<AttemptOutput> {
  const own = await files.glob(traces.ownReports, traces.directory);
  const shared = await freshReports(traces, files);
  return {
    attempt,
    events: await events.all(),
    reports: await readReports([...own, ...shared], traces, files),
    requested: traces.requested === null ? null : new Set(traces.requested),
    tail: await files.readTail(join(traces.directory, 'output.log'), TAIL_BYTES),
    stacks: await readStacks(traces.directory, files),
  };
}

/** `stacks.txt` of the main process, `stacks.txt.gw0` of a worker. */
async function readStacks(directory: string, files: Files): Promise<readonly StackDump[]> {
  const found = await files.glob([`${STACKS_NAME}*`], directory);
  const dumps = found.slice(0, MAX_STACK_FILES).map(async (path): Promise<StackDump> => {
    const worker = basename(path).slice(STACKS_NAME.length + 1);
    return { worker, text: await files.readTail(path, STACK_BYTES) };
  });
  return Promise.all(dumps);
}

/** When each report below `cwd` was last changed. */
export async function reportTimes(
  patterns: readonly string[],
  cwd: string,
  files: Files,
): Promise<Readonly<Record<string, number>>> {
  const times: Record<string, number> = {};
  const found = patterns.length === 0 ? [] : await files.glob(patterns, cwd);
  for (const file of found) times[file] = await files.modifiedAt(file);
  return times;
}

/** A report that the attempt did not touch tells of another run, or of the attempt before. */
async function freshReports(traces: AttemptFiles, files: Files): Promise<readonly string[]> {
  const times = await reportTimes(traces.sharedReports, traces.cwd, files);
  return Object.keys(times).filter((file) => times[file] !== traces.earlierReports[file]);
}

type ReportPlace = Pick<AttemptFiles, 'suite' | 'directory' | 'cwd'>;

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
    const folder = inside ? dirname(name).replace(/^(?:reports|\.)(?:\/|$)/, '') : dirname(path);
    reports.push({ name, folder, report: await readReport(files.readChunks(path), { name, place: place.suite }) });
    if (!inside) await files.copy(path, join(place.directory, 'reports', ...name.split('/').map(slug)));
  }
  return reports.length > 1 ? distinctReports(reports) : reports;
}

function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return !way.startsWith('..') && !isAbsolute(way);
}
