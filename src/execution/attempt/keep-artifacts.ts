import { dirname, join, relative, sep } from 'node:path';
import type { SuiteProblem } from '../../model/problem.js';
import type { SuiteRun } from '../../model/run.js';
import type { SuiteSettings } from '../../model/settings.js';
import type { Files } from '../../ports.js';
import { attemptDirectory, suiteDirectory } from './attempt-files.js';

const FOLDER = 'files';
/** Of all attempts of a suite together. */
const MOST_FILES = 2000;
const MOST_BYTES = 512 * 1024 * 1024;
/** Some file systems count in steps of two seconds. */
const SLACK_MS = 2000;
const RUN_ID = /^\d{8}_\d{6}Z(?:_\d+)?$/;

/** The attempt whose artifacts are kept. */
export interface AttemptTime {
  readonly number: number;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

export interface ArtifactServices {
  readonly files: Files;
  /** Absolute. */
  readonly runDirectory: string;
}

/**
 * Copies what `artifacts` of the suite name below the attempt, before another one writes over it: of the first attempt
 * everything that is there, of a later one what it wrote. Bounded; a problem says how much was left out.
 */
export async function keepArtifacts(
  suite: SuiteSettings,
  { number, startedAt }: AttemptTime,
  { files, runDirectory }: ArtifactServices,
): Promise<readonly SuiteProblem[]> {
  if (suite.artifacts.length === 0) return [];
  const target = join(runDirectory, attemptDirectory(suite.name, number), FOLDER);
  let { count, bytes } = number === 1 ? NOTHING : await keptBefore(suite, runDirectory, files);
  let left = 0;
  for (const path of await files.glob(suite.artifacts, suite.workingDirectory)) {
    if (isEvidence(path, runDirectory)) continue;
    if (number > 1 && wasWrittenBefore(startedAt, await files.modifiedAt(path))) continue;
    const size = await files.sizeOf(path);
    if (count >= MOST_FILES || bytes + size > MOST_BYTES) {
      left += 1;
      continue;
    }
    count += 1;
    bytes += size;
    // A pattern may reach above the folder; the copy may not.
    await files.copy(path, join(target, relative(suite.workingDirectory, path).replaceAll('..', '_')));
  }
  return left === 0 ? [] : [leftOut(suite.name, left)];
}

/** True when a file's last change lies before a moment by more than file systems are vague about. Epoch milliseconds. */
export function wasWrittenBefore(moment: number, modifiedAt: number): boolean {
  return modifiedAt + SLACK_MS < moment;
}

const NOTHING = { count: 0, bytes: 0 };

async function keptBefore({ name }: SuiteSettings, runDirectory: string, files: Files): Promise<typeof NOTHING> {
  const kept = await files.glob([`attempt-*/${FOLDER}/**`], join(runDirectory, suiteDirectory(name)));
  let bytes = 0;
  for (const path of kept) bytes += await files.sizeOf(path);
  return { count: kept.length, bytes };
}

/** True for a file of this or an earlier run, which may stand below the folder of the suite. */
function isEvidence(path: string, runDirectory: string): boolean {
  const runs = `${dirname(runDirectory)}${sep}`;
  return path.startsWith(runs) && RUN_ID.test(path.slice(runs.length).split(/[/\\]/)[0] ?? '');
}

function leftOut(suite: string, count: number): SuiteProblem {
  const message = `${count} artifacts of ${suite} were left out: more than ${MOST_FILES} files or 512 MB`;
  const place = `suites.${suite}.artifacts`;
  return { severity: 'warning', place, message, remedy: 'Name fewer files.', forces: null };
}

/** Keeps what nobody has kept of the last attempts: those of a run that was cut off or cancelled. */
export async function keepLastArtifacts(
  runs: readonly SuiteRun[],
  services: ArtifactServices,
): Promise<readonly SuiteProblem[]> {
  const problems: SuiteProblem[] = [];
  for (const { suite, attempts, tests, startedAt } of runs) {
    const last = attempts.at(-1) ?? { number: 1, startedAt };
    const kept = join(services.runDirectory, attemptDirectory(suite.name, last.number), FOLDER);
    const hasRun = attempts.length + tests.length > 0;
    if (hasRun && !(await services.files.isDirectory(kept)))
      problems.push(...(await keepArtifacts(suite, last, services)));
  }
  return problems;
}
