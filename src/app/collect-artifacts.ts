import { join, relative } from 'node:path';
import { suiteDirectory } from '../execution/attempt-directory.js';
import type { EvidenceRun } from '../evidence/run-directory.js';
import type { Problem } from '../model/problem.js';
import type { SuiteSettings } from '../model/settings.js';
import type { Files } from '../ports.js';

const MOST_FILES = 2000;
const MOST_BYTES = 512 * 1024 * 1024;

/** Copies what `artifacts` of the suites name into the run directory, within bounds; says what was left out. */
export async function collectArtifacts(
  suites: readonly SuiteSettings[],
  run: EvidenceRun,
  files: Files,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const suite of suites) {
    if (!suite.enabled || suite.artifacts.length === 0) continue;
    const left = await copySuite(suite, join(run.directory, suiteDirectory(suite.name), 'files'), files);
    if (left > 0) problems.push(leftOut(suite.name, left));
  }
  return problems;
}

/** How many files did not fit. */
async function copySuite(
  { artifacts, workingDirectory }: SuiteSettings,
  target: string,
  files: Files,
): Promise<number> {
  let [copied, bytes, left] = [0, 0, 0];
  for (const path of await files.glob(artifacts, workingDirectory)) {
    const size = await files.sizeOf(path);
    if (copied >= MOST_FILES || bytes + size > MOST_BYTES) {
      left += 1;
      continue;
    }
    copied += 1;
    bytes += size;
    // A pattern may reach above the folder; the copy may not.
    await files.copy(path, join(target, relative(workingDirectory, path).replaceAll('..', '_')));
  }
  return left;
}

function leftOut(suite: string, count: number): Problem {
  const message = `${count} artifacts of ${suite} were left out: more than ${MOST_FILES} files or 512 MB`;
  return { severity: 'warning', place: `suites.${suite}.artifacts`, message, remedy: 'Name fewer files.' };
}
