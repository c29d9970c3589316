import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { DiagnosisContext } from '../../src/diagnosis/context.js';
import { diagnoseRun } from '../../src/diagnosis/diagnose-run.js';
import { createPlaceResolver } from '../../src/locate/place-resolver.js';
import type { Diagnosis, Failure } from '../../src/model/diagnosis.js';
import { readReport } from '../../src/report/read-report.js';
import { failureOf, type LabelledFailure } from './corpus-score.js';

/** A failure of a list together with what the product says of it. */
export interface DiagnosedRow {
  readonly row: LabelledFailure;
  readonly failure: Failure;
  readonly diagnosis: Diagnosis;
  /** Text of the tracked file; empty when there is none. */
  readonly sourceOf: (file: string) => string;
}

const IGNORED = /node_modules|target|__pycache__|\.venv|test-results|\.git$|gems|\.pytest_cache/;

function tree(directory: string, base = directory): readonly string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (IGNORED.test(entry.name)) return [];
    const path = join(directory, entry.name);
    return entry.isDirectory() ? tree(path, base) : [relative(base, path)];
  });
}

/** Where the repository's sources are not kept, the labelled files stand for them, with lines that say nothing. */
function namedFiles(rows: readonly LabelledFailure[]): readonly string[] {
  const files = new Set<string>();
  const add = (file: string): void => {
    if (file !== '' && !file.startsWith('/') && !file.includes('..') && /\.\w+$/.test(file)) files.add(file);
  };
  for (const { file, classname, runner, run, message, output } of rows) {
    const packages = classname.split('.').slice(0, -1).join('/');
    const isBare = file !== null && !file.includes('/');
    if (isBare && file.endsWith('.java')) add(join('src/test/java', packages, file));
    else if (isBare && runner === 'go') add(join(classname.split('/').slice(1).join('/'), file));
    else add(file ?? '');
    const own = new RegExp(`/home/runner/work/${run ?? ''}/${run ?? ''}/([\\w./-]+\\.\\w+)`, 'g');
    for (const [, path = ''] of `${message}\n${output}`.matchAll(own))
      if (!/vendor|node_modules|storage/.test(path)) add(path);
    const shown = /^(?:\s*❯ (?:\S+ )?|\s*\(\w+ [\d.]+\) |)((?:\w+\/)?(?:src|app|lib|tests?|e2e)\/[\w./-]+\.\w+):\d+/gm;
    for (const [, path = ''] of output.matchAll(shown)) add(path);
  }
  return [...files];
}

interface Sources {
  readonly files: readonly string[];
  readonly textOf: (file: string) => string;
}

function sourcesOf(run: string, rows: readonly LabelledFailure[], folder: string): Sources {
  const root = join(folder, run);
  if (!existsSync(root)) return { files: namedFiles(rows), textOf: () => 'x\n'.repeat(700) };
  const files = tree(root);
  return { files, textOf: (file) => (files.includes(file) ? readFileSync(join(root, file), 'utf8') : '') };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function xmlText(text: string): string {
  const valid = text.replace(/[^\x09\x0A\x0D\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, (char) =>
    char === '\x1b' ? '#x1B' : '\uFFFD',
  );
  return valid.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}

const attribute = (name: string, text: string): string =>
  text === '' ? '' : ` ${name}="${xmlText(text).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;')}"`;

function testcase(row: LabelledFailure): string {
  const tag = row.outcome === 'flaky' ? 'flakyFailure' : row.tag;
  const output = row.system_out === '' ? '' : `<system-out>${xmlText(row.system_out)}</system-out>`;
  const identity = `classname="${xmlText(row.classname)}"${attribute('name', row.tname)}${attribute('file', row.tfile)}`;
  const failure = `<${tag}${attribute('message', row.message)}${attribute('type', row.type)}>${xmlText(row.output)}</${tag}>`;
  return `<testcase ${identity} time="0.1">${failure}${output}</testcase>`;
}

async function* reportOf(rows: readonly LabelledFailure[]): AsyncGenerator<Uint8Array> {
  const cases = rows.map(testcase).join('\n');
  yield await Promise.resolve(Buffer.from(`<testsuites><testsuite name="all">${cases}</testsuite></testsuites>`));
}

/** The failures as the JUnit reader hands them on, in the order of the rows. */
async function failuresOf(rows: readonly LabelledFailure[]): Promise<readonly Failure[]> {
  const { cases } = await readReport(reportOf(rows), { name: 'junit.xml', place: 'suites.all' });
  return rows.map((row, at) => {
    const read = cases[at];
    if (read === undefined) throw new Error(`The report of ${row.run ?? ''} lost ${row.id}.`);
    const { name, classname, file, line, output } = read;
    const { message, type, details } = read.tries.at(-1) ?? read;
    const passedOnRetry = row.outcome === 'flaky';
    const identity = { key: row.id, suite: 'all', runner: 'junit', testId: name, name, classname, file, line };
    return { ...identity, ...{ message, type, details, output, passedOnRetry, timedOut: false } };
  });
}

async function diagnosedRun(rows: readonly LabelledFailure[], folder: string): Promise<readonly DiagnosedRow[]> {
  const { files, textOf } = sourcesOf(rows[0]?.run ?? '', rows, folder);
  const failures = await failuresOf(rows);
  const context: DiagnosisContext = {
    resolvePath: createPlaceResolver(files),
    sourceOf: (file) => (textOf(file) === '' ? null : textOf(file).split('\n')),
  };
  const { diagnoses } = diagnoseRun(failures, context);
  return rows.flatMap((row, at) => {
    const [failure, diagnosis] = [failures[at], diagnoses[at]];
    return failure && diagnosis ? [{ row, failure, diagnosis, sourceOf: textOf }] : [];
  });
}

/** Diagnoses every run of a list: through the JUnit reader and with its sources where the list has them, else as text. */
export async function diagnoseList(rows: readonly LabelledFailure[], corpus: string): Promise<readonly DiagnosedRow[]> {
  if (rows.some(({ run }) => run === undefined)) {
    const failures = rows.map(failureOf);
    const { diagnoses } = diagnoseRun(failures);
    return rows.flatMap((row, at) => {
      const [failure, diagnosis] = [failures[at], diagnoses[at]];
      return failure && diagnosis ? [{ row, failure, diagnosis, sourceOf: () => '' }] : [];
    });
  }
  const runs = new Map<string, LabelledFailure[]>();
  for (const row of rows) runs.set(row.run ?? '', [...(runs.get(row.run ?? '') ?? []), row]);
  const folder = join(dirname(corpus), 'sources');
  const diagnosed = await Promise.all([...runs.values()].map((list) => diagnosedRun(list, folder)));
  return diagnosed.flat();
}
