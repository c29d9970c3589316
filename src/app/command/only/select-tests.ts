import { join, relative } from 'node:path';
import type { Problem } from '../../../model/problem.js';
import type { CommandSettings, SuiteCommon, SuiteSettings } from '../../../model/settings.js';
import type { Files } from '../../../ports.js';
import { fillTemplate, selectsByFile } from '../../../runners/rerun-template.js';
import type { SelectedTest } from '../../../runners/runner.js';
import { settingsError } from '../../../settings/schema/issues.js';
import { nearestTest, testsCalled, testsOfLastRuns, testsWithWords, type KnownTest } from './known-tests.js';

/** Where tests are looked for by the names that a person gives. */
export interface Places {
  readonly files: Files;
  /** Absolute folder that files of tests start at. */
  readonly workspace: string;
  /** Absolute folder of the runs. */
  readonly evidence: string;
  /** The tests that the tool of a suite lists; none where it cannot. */
  readonly collect: (suite: SuiteSettings) => Promise<readonly KnownTest[]>;
}

type RerunSuite = SuiteCommon & CommandSettings & { readonly rerun: string };

/**
 * The `rerun` line for tests that a person names as a report prints them, or as the tool spells them. A line that selects
 * by file is refused for a name without one: it would run everything.
 */
export async function lineForTests(
  ids: readonly string[],
  suite: RerunSuite,
  places: Places,
): Promise<string | readonly Problem[]> {
  const known = await testsOfLastRuns(suite.name, places.evidence, places.files);
  const problems: Problem[] = [];
  const selected: SelectedTest[] = [];
  const byFile = selectsByFile(suite.rerun);
  for (const id of ids) {
    const tests = await testsFor(id, known, byFile, suite, places);
    selected.push(...tests);
    if (byFile && tests.every(({ file }) => file === ''))
      problems.push(
        tests.length > 0 && isAmong(known, id, false) ? withoutFile(id, suite.name) : notATest(id, suite.name, known),
      );
  }
  if (problems.length > 0) return problems;
  const { workspace: root } = places;
  const line = { root, workingDirectory: suite.workingDirectory, reportWord: '"$QAAGENT_REPORT_DIR"' };
  return fillTemplate(suite.rerun, selected, line);
}

async function testsFor(
  id: string,
  known: readonly KnownTest[],
  byFile: boolean,
  suite: RerunSuite,
  places: Places,
): Promise<readonly SelectedTest[]> {
  const called = testsCalled(id, known);
  if (called.length > 0) return called.map((test) => ({ ...test, selector: test.id }));
  const spelled = await spelledTest(id, suite, places);
  // The tool knows its own spelling better than its last report does, unless it is asked by file.
  if (!byFile || spelled.file !== '') return [spelled];
  return testsWithWords(id, known).map((test) => ({ ...test, selector: test.id }));
}

/** A test by its spelling alone: `src/a.test.ts › adds`, `pkg.Class::test`. */
export async function spelledTest(id: string, suite: SuiteCommon, { files, workspace }: Places): Promise<SelectedTest> {
  const parts = id.split(SEPARATOR);
  const [path = ''] = parts;
  const spellings = [path, path.replace(LINE, '')];
  const folders = [suite.workingDirectory, workspace];
  const candidates = folders.flatMap((folder) => spellings.map((spelling) => join(folder, spelling)));
  const there = await Promise.all(candidates.map(async (file) => (await files.statFile(file)) !== null));
  const file = candidates.find((_, index) => there[index]);
  return {
    ...{ id, selector: id, name: titlesIn(id, file !== undefined) },
    file: file === undefined ? '' : relative(workspace, file).replaceAll('\\', '/'),
  };
}

/** The titles of a spelled test from its groups to its own; empty for a file, which stands for all of its tests. */
function titlesIn(id: string, hasFile: boolean): string {
  const parts = id.split(SEPARATOR);
  if (id.includes(' › ')) return parts.slice(hasFile ? 1 : 0).join(' › ');
  return hasFile && parts.length === 1 ? '' : (parts.at(-1) ?? id);
}

/** Between a file, groups and title. */
const SEPARATOR = /::|\n| › /;
/** Line and column behind a file. */
const LINE = /:\d+(:\d+)?$/;
/** A report may name no files; behind a file that is there only a title must be found, and any line may be one of the test. */
export function isAmong(tests: readonly KnownTest[], id: string, hasFile: boolean): boolean {
  const title = hasFile ? id.split(SEPARATOR).slice(1).join(' › ') : id;
  if (title === '') return tests.length > 0;
  return [id, title].some((each) => testsCalled(each, tests).length > 0 || testsWithWords(each, tests).length > 0);
}

function withoutFile(id: string, suite: string): Problem {
  const message = `suite ${suite} reruns whole files, and its report does not name the file of "${id}".`;
  return settingsError('--only', message, 'Specify the file.');
}

export function notATest(id: string, suite: string, known: readonly KnownTest[]): Problem {
  return settingsError('--only', `suite ${suite} has no test "${id}".`, nearestTest(id, known));
}
