import { dirname, join } from 'node:path';
import { packageFolders } from '../../locate/package-folders.js';
import type { ReportSuiteError } from '../../model/report.js';
import type { Files } from '../../ports.js';
import type { NamedReport } from '../results/attempt-output.js';
import type { SuiteLine } from './silent-node-files.js';
import { formatCount } from '../../text/format.js';

const MOST_MODULES = 200;
const MOST_NAMED = 10;
const MOST_FOLDERS_ABOVE = 12;
/** A line that selects tests: which ones were to run cannot be read from the source. */
const SELECTS = /\s--?(?:test\.)?(?:run|skip|list)[= ]/;
/** A file that only some systems compile. */
const CONSTRAINED = /^(?:\/\/go:build|\/\/ \+build) /m;
const TEST = /^func (Test(?:[^a-z\s(]\w{0,200})?)\(\w{1,100} \*testing\.T\)/gm;

/**
 * Names the tests that never ran because the binary of their package died: those in the package's source that the
 * report does not list. Reports without a death are returned as they are. A package that is not found keeps the general
 * sentence.
 */
export async function nameHiddenGoTests(
  reports: readonly NamedReport[],
  suite: SuiteLine,
  files: Files,
): Promise<readonly NamedReport[]> {
  const isDead = reports.some(({ report }) => report.suiteErrors.some(({ diedIn }) => diedIn !== undefined));
  if (!isDead || SELECTS.test(suite.line)) return reports;
  const foldersOf = await moduleFolders(suite.cwd, files);
  const nameIn = async (each: NamedReport): Promise<NamedReport> => {
    const ran = new Set(each.report.cases.map(({ classname, name }) => `${classname}\n${name}`));
    const named = each.report.suiteErrors.map(async (error) => {
      if (error.diedIn === undefined) return error;
      const tests = await testsOf(foldersOf([error.suite]), files);
      return withHidden(
        error,
        error.diedIn,
        [...tests].filter((test) => !ran.has(`${error.suite}\n${test}`)),
      );
    });
    return { ...each, report: { ...each.report, suiteErrors: await Promise.all(named) } };
  };
  return Promise.all(reports.map(nameIn));
}

function withHidden(error: ReportSuiteError, diedIn: string, hidden: readonly string[]): ReportSuiteError {
  if (hidden.length === 0) return error;
  const shown = hidden.slice(0, MOST_NAMED).join(', ');
  const rest = hidden.length > MOST_NAMED ? `, and ${hidden.length - MOST_NAMED} more` : '';
  const count = `${formatCount(hidden.length, 'test')} of the package`;
  return { ...error, message: `the test binary died in ${diedIn}; ${count} did not run: ${shown}${rest}` };
}

/** Absolute folders of a Go package, by the modules in and above the folder of the suite. */
async function moduleFolders(cwd: string, files: Files): Promise<(names: readonly string[]) => readonly string[]> {
  const below = await files.glob(['**/go.mod', '!**/{node_modules,vendor}/**'], cwd);
  const paths = [...below.slice(0, MOST_MODULES), ...above(cwd).map((folder) => join(folder, 'go.mod'))];
  const texts = paths.map(async (path) => ({ path, text: await files.readTextIfExists(path) }));
  return packageFolders(
    (await Promise.all(texts)).flatMap(({ path, text }) => (text === null ? [] : [{ path, text }])),
    [],
  );
}

function above(folder: string): readonly string[] {
  const folders: string[] = [];
  let at = folder;
  while (dirname(at) !== at && folders.length < MOST_FOLDERS_ABOVE) {
    at = dirname(at);
    folders.push(at);
  }
  return folders;
}

async function testsOf(folders: readonly string[], files: Files): Promise<ReadonlySet<string>> {
  const [folder] = folders;
  if (folder === undefined || folders.length > 1) return new Set();
  const sources = await files.glob(['*_test.go'], folder);
  const texts = await Promise.all(sources.map((path) => files.readTextIfExists(path)));
  const compiled = texts.filter((text): text is string => text !== null && !CONSTRAINED.test(text));
  return new Set(compiled.flatMap((text) => [...text.matchAll(TEST)].map((match) => match[1] ?? '')));
}
