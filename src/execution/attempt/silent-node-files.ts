import { relative, resolve } from 'node:path';
import type { ReportCase } from '../../model/report.js';
import type { Files } from '../../ports.js';
import type { NamedReport } from '../results/attempt-output.js';

/** Where a suite ran, and the command line it ran. */
export interface SuiteLine {
  /** Absolute. */
  readonly cwd: string;
  readonly line: string;
}

/** node:test reports a file under its path when no test of the file was reported. */
const FILE_NAME = /^[^\n]{1,1000}\.[cm]?[jt]sx?$/;
/** Options that can leave a file without a test. */
const SELECTS = /--test-(?:name-pattern|skip-pattern|only)/;
const IMPORTS = /(?:from|require\(|import\()\s{0,5}['"]node:test['"]/;
/** A test that the file defines whatever holds where it runs. */
const DEFINES = /^(?:await )?(?:test|it|describe|suite)(?:\.\w{1,20})?\(/m;
const MESSAGE = 'The process of this file ended with status 0 before node:test reported its tests';

/**
 * Marks files of node:test that passed as a whole although they define tests: the results of these tests are lost. A
 * file that defines none is a test itself, and stays passed.
 */
export async function markSilentNodeFiles(
  reports: readonly NamedReport[],
  { cwd, line }: SuiteLine,
  files: Files,
): Promise<readonly NamedReport[]> {
  if (SELECTS.test(line)) return reports;
  const marked: NamedReport[] = [];
  for (const each of reports) {
    const silent = new Set<string>();
    for (const one of each.report.cases)
      if (isFile(one) && (await definesTests(resolve(cwd, one.name), files))) silent.add(one.name);
    if (silent.size === 0) {
      marked.push(each);
      continue;
    }
    const cases = each.report.cases.map((one) => (isFile(one) && silent.has(one.name) ? lost(one, cwd) : one));
    marked.push({ ...each, report: { ...each.report, cases } });
  }
  return marked;
}

/** Nearly every name ends otherwise, which the last character shows. */
function isFile({ status, name }: ReportCase): boolean {
  return status === 'passed' && (name.endsWith('s') || name.endsWith('x')) && FILE_NAME.test(name);
}

async function definesTests(path: string, files: Files): Promise<boolean> {
  const source = await files.readTextIfExists(path);
  return source !== null && IMPORTS.test(source) && DEFINES.test(source);
}

function lost(one: ReportCase, cwd: string): ReportCase {
  const path = relative(cwd, resolve(cwd, one.name)).replaceAll('\\', '/');
  return { ...one, name: path, classname: '', status: 'error', message: MESSAGE, file: one.name };
}
