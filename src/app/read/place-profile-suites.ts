import { join } from 'node:path';
import type { Files } from '../../ports.js';
import type { SuiteEntry } from '../../settings/suites.js';

/**
 * The suites of the original's profile as its runners start them: one that only a default names is there if its folder
 * is, and Playwright starts in the suite's own folder when that is a project. Null when there is none.
 */
export async function placeProfileSuites(
  entries: readonly SuiteEntry[],
  base: string,
  files: Files,
): Promise<readonly SuiteEntry[] | null> {
  const placed: SuiteEntry[] = [];
  for (const entry of entries) {
    const folder = join(base, entry.values.path ?? '');
    if (entry.optional === true && !(await files.exists(folder))) continue;
    const isProject = entry.values.runner === 'playwright' && (await files.exists(join(folder, 'package.json')));
    placed.push(isProject ? { ...entry, values: inOwnFolder(entry) } : entry);
  }
  return placed.length > 0 ? placed : null;
}

function inOwnFolder({ values }: SuiteEntry): SuiteEntry['values'] {
  const { path, ...rest } = values;
  return { ...rest, working_directory: path ?? '.' };
}
