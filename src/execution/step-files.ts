import { join } from 'node:path';
import type { Files } from '../ports.js';

type Environment = Readonly<Record<string, string>>;

/** Files through which a step talks to its workflow, with the name of what tests get in their place. */
const STEP_FILES: Readonly<Record<string, string>> = {
  GITHUB_ENV: 'env',
  GITHUB_OUTPUT: 'output',
  GITHUB_PATH: 'path',
  GITHUB_STATE: 'state',
  GITHUB_STEP_SUMMARY: 'summary.md',
};
const FOLDER = 'github';

/**
 * Variables that name files of a suite's own in place of the step's, so that scripts that append to them run as in a step
 * of their own and cannot command the workflow. Only for those that the step has.
 */
export async function createStepFiles(directory: string, env: Environment, files: Files): Promise<Environment> {
  const present = Object.entries(STEP_FILES).filter(([name]) => (env[name] ?? '') !== '');
  const own = present.map(([name, file]): [string, string] => [name, join(directory, FOLDER, file)]);
  try {
    if (own.length > 0) await files.makeDirectory(join(directory, FOLDER));
    for (const [, path] of own) await files.append(path, '');
    return Object.fromEntries(own);
  } catch {
    // A full disk is reported where it loses results.
    return {};
  }
}

/** Names of the variables through which something was written; none when nothing was. */
export async function writtenStepFiles(stepFiles: Environment, files: Files): Promise<readonly string[]> {
  const written: string[] = [];
  for (const [name, path] of Object.entries(stepFiles)) {
    const status = await files.statFile(path);
    if (status !== null && status.bytes > 0) written.push(name);
  }
  return written;
}
