import { basename, join } from 'node:path';
import type { SuiteAttempt } from '../../model/run.js';
import { STACKS_NAME } from '../../runners/event-plugins.js';
import type { Files } from '../../ports.js';
import { type FoundReports, findReports } from './find-reports.js';
import { followEvents, type EventTail } from './follow-output.js';
import { type Inventory, isUnchanged } from './inventory.js';
import { nameHiddenGoTests } from './hidden-go-tests.js';
import { readReports } from './read-reports.js';
import { markSilentNodeFiles } from './silent-node-files.js';
import { isStopConfigured, STOP_CONFIGURATIONS } from '../problems/early-stop.js';
import type { AttemptOutput, StackDump } from '../results/attempt-output.js';

const TAIL_BYTES = 16 * 1024;
const STACK_BYTES = 64 * 1024;
const MAX_STACK_FILES = 64;
const CONFIGURATION_BYTES = 1024 * 1024;

/** Where an attempt's traces are. Written down before it starts, so that somebody else can gather them. */
export interface AttemptFiles {
  readonly suite: string;
  /** Absolute folder of the attempt. */
  readonly directory: string;
  readonly eventsFile: string;
  readonly ownReports: readonly string[];
  readonly sharedReports: readonly string[];
  /** Shared reports that were there before the attempt. */
  readonly earlierReports: Inventory;
  /** Absolute; where shared reports are looked for. */
  readonly cwd: string;
  /** True: cases of one name in one report are tries of one test. */
  readonly reportRetries?: boolean;
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
  const paths = [...own.map((path) => ({ path })), ...shared.files];
  const suite = { cwd: traces.cwd, line: attempt.command.at(-1) ?? '' };
  const named = await nameHiddenGoTests(await readReports(paths, traces, files), suite, files);
  return {
    attempt,
    events: await events.all(),
    reports: await markSilentNodeFiles(named, suite, files),
    // A rerun of some tests need not write every report.
    unmatched: traces.requested === null ? await notInFolder(shared.unmatched, traces, files) : [],
    requested: traces.requested === null ? null : new Set(traces.requested),
    tail: await files.readTail(join(traces.directory, 'output.log'), TAIL_BYTES),
    stacks: await readStacks(traces.directory, files),
    stopsBy: attempt.exit.exitCode === 0 ? '' : await stopConfiguration(traces.cwd, files),
  };
}

/** The configuration file in the folder of a suite that lets its tool stop at the first failure. */
async function stopConfiguration(cwd: string, files: Files): Promise<string> {
  for (const path of await files.glob(STOP_CONFIGURATIONS, cwd)) {
    const isSmall = (await files.sizeOf(path)) <= CONFIGURATION_BYTES;
    if (isSmall && isStopConfigured(await files.readText(path))) return basename(path);
  }
  return '';
}

/** A pattern may also name what the command wrote into its report folder, where everything is read anyway. */
async function notInFolder(unmatched: FoundReports['unmatched'], { directory }: AttemptFiles, files: Files) {
  const folder = join(directory, 'reports');
  const checked = unmatched.map(async (each) => ({ each, found: await files.glob([each.pattern], folder) }));
  return (await Promise.all(checked)).flatMap(({ each, found }) => (found.length === 0 ? [each] : []));
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

/** A report that the attempt did not touch belongs to another run, or to the attempt before. */
function freshReports(traces: AttemptFiles, files: Files): Promise<FoundReports> {
  return findReports(traces.sharedReports, traces.cwd, files, async (path) => {
    const status = await files.statFile(path);
    return status !== null && isUnchanged(path, status.state, traces.earlierReports) ? 'untouched' : null;
  });
}
