import { dirname, join, relative, sep } from 'node:path';
import type { SuiteProblem } from '../../model/problem.js';
import type { SuiteRun } from '../../model/run.js';
import type { SuiteSettings } from '../../model/settings.js';
import type { Files } from '../../ports.js';
import { formatCount } from '../../text/format.js';
import { entriesOf, parseJson } from '../../text/json.js';
import { attemptDirectory, stateDirectory, suiteDirectory } from './attempt-files.js';
import { type Inventory, isUnchanged, takeInventory } from './inventory.js';

const FOLDER = 'files';
/** Of all attempts of a suite together. */
const MOST_FILES = 2000;
const MOST_BYTES = 512 * 1024 * 1024;
const RUN_ID = /^\d{8}_\d{6}Z(?:_\d+)?$/;

export interface ArtifactServices {
  readonly files: Files;
  /** Absolute. */
  readonly runDirectory: string;
}

/** Writes down what `artifacts` of the suite name before an attempt, to know afterwards what it wrote. */
export async function recordEarlierArtifacts(
  { name, artifacts, workingDirectory }: SuiteSettings,
  number: number,
  { files, runDirectory }: ArtifactServices,
): Promise<void> {
  if (artifacts.length === 0) return;
  const found = await takeInventory(artifacts, workingDirectory, files);
  // A disk that takes nothing more must not end the run: then everything counts as written by the attempt.
  await files.writeWhole(inventoryFile(name, number, runDirectory), JSON.stringify(found)).catch(() => undefined);
}

/** What was there before an attempt of a suite; nothing where that was not written down. */
export async function readEarlierArtifacts(
  suite: string,
  number: number,
  { files, runDirectory }: ArtifactServices,
): Promise<Inventory> {
  const json = parseJson((await files.readTextIfExists(inventoryFile(suite, number, runDirectory))) ?? '');
  return Object.fromEntries(entriesOf(json).map(([path, state]) => [path, String(state)]));
}

function inventoryFile(suite: string, number: number, runDirectory: string): string {
  return join(stateDirectory(join(runDirectory, attemptDirectory(suite, number))), 'earlier-artifacts.json');
}

/**
 * Copies what `artifacts` of the suite name below the attempt, before another one writes over it: of the first attempt
 * everything that is there, of a later one what it wrote. Bounded. A file that cannot be copied costs itself alone;
 * problems name what was left out.
 */
export async function keepArtifacts(
  suite: SuiteSettings,
  number: number,
  { files, runDirectory }: ArtifactServices,
): Promise<readonly SuiteProblem[]> {
  if (suite.artifacts.length === 0) return [];
  const refused: Refusal[] = [];
  const nameOf = (path: string): string => relative(suite.workingDirectory, path).replaceAll('\\', '/');
  const onUnreadable = (path: string): void => void refused.push({ name: nameOf(path), why: 'its name is not UTF-8' });
  const room = new Room(number === 1 ? NOTHING : await keptBefore(suite, runDirectory, files));
  const target = join(runDirectory, attemptDirectory(suite.name, number), FOLDER);
  const taken = new Set<string>();
  const before = number === 1 ? {} : await readEarlierArtifacts(suite.name, number, { files, runDirectory });
  for (const path of await files.glob(suite.artifacts, suite.workingDirectory, onUnreadable)) {
    if (isEvidence(path, runDirectory)) continue;
    const status = await files.statFile(path);
    if (status === null) refused.push({ name: nameOf(path), why: 'it was deleted or is not a regular file' });
    else if (!isUnchanged(path, status.state, before)) {
      if (!room.take(status.bytes)) continue;
      const failure = await copyTo(join(target, freeName(nameOf(path), taken)), path, files);
      if (failure !== null) refused.push({ name: nameOf(path), why: failure });
    }
  }
  return [...refusals(suite.name, refused), ...(room.refused === 0 ? [] : [leftOut(suite.name, room.refused)])];
}

interface Refusal {
  readonly name: string;
  readonly why: string;
}

/** Null when the file was copied, else why it was not. */
async function copyTo(target: string, path: string, files: Files): Promise<string | null> {
  try {
    await files.copy(path, target);
    return null;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? 'it was deleted while it was copied' : message;
  }
}

/** What the artifact service refuses in a path, and control characters, which no reader expects. */
const UNFIT = /["<>|:*?\u0000-\u001f]/g;

/** A pattern may reach above the folder; the copy may not. Two names that differ in unfit characters stay two files. */
function freeName(name: string, taken: Set<string>): string {
  const fit = name.replaceAll('..', '_').replace(UNFIT, '_');
  let free = fit;
  for (let copy = 2; taken.has(free); copy += 1) free = `${fit}.${copy}`;
  taken.add(free);
  return free;
}

/** How much may still be kept. */
class Room {
  refused = 0;
  private count: number;
  private bytes: number;

  constructor(used: typeof NOTHING) {
    this.count = used.count;
    this.bytes = used.bytes;
  }

  take(bytes: number): boolean {
    if (this.count >= MOST_FILES || this.bytes + bytes > MOST_BYTES) {
      this.refused += 1;
      return false;
    }
    this.count += 1;
    this.bytes += bytes;
    return true;
  }
}

const NOTHING = { count: 0, bytes: 0 };

async function keptBefore({ name }: SuiteSettings, runDirectory: string, files: Files): Promise<typeof NOTHING> {
  const kept = await files.glob([`attempt-*/${FOLDER}/**`], join(runDirectory, suiteDirectory(name)));
  let bytes = 0;
  for (const path of kept) bytes += (await files.statFile(path))?.bytes ?? 0;
  return { count: kept.length, bytes };
}

/** True for a file of this or an earlier run, which may stand below the folder of the suite. */
function isEvidence(path: string, runDirectory: string): boolean {
  const runs = `${dirname(runDirectory)}${sep}`;
  return path.startsWith(runs) && RUN_ID.test(path.slice(runs.length).split(/[/\\]/)[0] ?? '');
}

const MOST_NAMED = 5;

/** One problem for each of the first files, one for the rest. */
function refusals(suite: string, refused: readonly Refusal[]): readonly SuiteProblem[] {
  const place = `suites.${suite}.artifacts`;
  const named = refused.slice(0, MOST_NAMED).map(({ name, why }) => `${name} was not kept: ${why}`);
  const more = refused.length - named.length;
  const rest = more === 0 ? [] : [`${more} more artifacts of ${suite} were not kept`];
  return [...named, ...rest].map((message) => ({ severity: 'warning', place, message, remedy: '', forces: null }));
}

function leftOut(suite: string, count: number): SuiteProblem {
  const message = `${formatCount(count, 'artifact')} of ${suite} ${count === 1 ? 'was' : 'were'} left out: more than ${MOST_FILES} files or 512 MB`;
  const place = `suites.${suite}.artifacts`;
  return { severity: 'warning', place, message, remedy: 'Limit `artifacts` to fewer files.', forces: null };
}

/** Keeps what was not kept of the last attempts: those of a run that was cut off or cancelled. */
export async function keepLastArtifacts(
  runs: readonly SuiteRun[],
  services: ArtifactServices,
): Promise<readonly SuiteProblem[]> {
  const problems: SuiteProblem[] = [];
  for (const { suite, attempts, tests } of runs) {
    const number = attempts.at(-1)?.number ?? 1;
    const kept = join(services.runDirectory, attemptDirectory(suite.name, number), FOLDER);
    const hasRun = attempts.length + tests.length > 0;
    if (hasRun && !(await services.files.isDirectory(kept)))
      problems.push(...(await keepArtifacts(suite, number, services)));
  }
  return problems;
}
