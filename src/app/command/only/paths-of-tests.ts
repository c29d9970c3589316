// The paths by which pytest, Behave and Playwright are started for single tests.
import { isAbsolute, join, relative } from 'node:path';
import type { Problem } from '../../../model/problem.js';
import type { SuiteSettings } from '../../../model/settings.js';
import { withoutLine } from '../../../runners/runner.js';
import { type KnownTest, testsCalled, testsOfLastRuns, testsWithWords } from './known-tests.js';
import { notATest, type Places } from './select-tests.js';

/** A tool that takes tests as paths: `tests/a.py::test_b`, `features/a.feature:12`. */
export type PathSuite = Extract<SuiteSettings, { readonly runner: 'pytest' | 'behave' | 'playwright' }>;

/**
 * The path of each test that a person names, as the tool spells it: a path that is there, else that of the tests which
 * are called so in the last runs, or in what the tool lists. A name that is neither is refused with the nearest one.
 */
export async function pathsForTests(
  ids: readonly string[],
  suite: PathSuite,
  places: Places,
): Promise<{ readonly paths: readonly string[] } | { readonly problems: readonly Problem[] }> {
  const recorded = await testsOfLastRuns(suite.name, places.evidence, places.files);
  const found = await Promise.all(ids.map((id) => pathsFor(id, suite, recorded, places)));
  if (found.every((paths) => paths.length > 0)) return { paths: [...new Set(found.flat())] };
  const known = [...recorded, ...(await places.collect(suite))];
  const again = await Promise.all(ids.map((id) => pathsFor(id, suite, known, places)));
  const absent = ids.filter((_, index) => again[index]?.length === 0);
  if (absent.length === 0) return { paths: [...new Set(again.flat())] };
  return { problems: absent.map((id) => notATest(id, suite.name, known)) };
}

async function pathsFor(
  id: string,
  suite: PathSuite,
  known: readonly KnownTest[],
  places: Places,
): Promise<readonly string[]> {
  const spelled = await existingPath(id, suite, places);
  if (spelled !== null) return [spelled];
  const called = testsCalled(id, known);
  const tests = called.length > 0 ? called : testsWithWords(id, known);
  return tests.map((test) => pathOf(test, suite, places));
}

/** The file and the titles of `file › group › title`; all of it are titles where the file is not known. */
export async function fileOfTitle(
  id: string,
  suite: PathSuite,
  places: Places,
): Promise<{ readonly path: string; readonly titles: readonly string[] }> {
  const [head = '', ...titles] = id.split(' › ');
  const spelled = await existingPath(head, suite, places);
  if (spelled !== null) return { path: spelled, titles };
  const [known] = testsCalled(id, await testsOfLastRuns(suite.name, places.evidence, places.files));
  if (known === undefined || known.file === '') return { path: '', titles: [head, ...titles] };
  return { path: fromSuite(join(places.workspace, known.file), suite), titles };
}

/** The id where the file or folder that it begins with is there, from the folder of the suite or of the run; null otherwise. */
async function existingPath(id: string, suite: PathSuite, { files, workspace }: Places): Promise<string | null> {
  const [path = ''] = id.split('::', 1);
  const rest = id.slice(path.length);
  for (const folder of [suite.workingDirectory, workspace]) {
    const bare = withoutLine(path);
    if (bare === '' || !(await files.exists(isAbsolute(bare) ? bare : join(folder, bare)))) continue;
    if (!(await hasLine(path, join(folder, bare), files))) return null;
    return isAbsolute(path) ? id : `${fromSuite(join(folder, path), suite)}${rest}`;
  }
  return null;
}

/** False for a line behind the end of its file. */
async function hasLine(path: string, file: string, files: Places['files']): Promise<boolean> {
  const line = Number(/:(\d+)(?::\d+)?$/.exec(path)?.[1] ?? 0);
  return line === 0 || (await files.readTextIfExists(file))?.split('\n')[line - 1] !== undefined;
}

const fromSuite = (path: string, { workingDirectory }: PathSuite): string =>
  relative(workingDirectory, path).replaceAll('\\', '/');

/** pytest knows its tests by id; the others by their place. */
function pathOf({ id, file, line }: KnownTest, suite: PathSuite, { workspace }: Places): string {
  if (suite.runner === 'pytest' || file === '') return id;
  return `${fromSuite(join(workspace, file), suite)}${line > 0 ? `:${line}` : ''}`;
}
