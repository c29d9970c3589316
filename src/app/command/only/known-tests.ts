import { join } from 'node:path';
import { jsonLines } from '../../../evidence/untrusted/tests.js';
import type { Files } from '../../../ports.js';
import { didYouMean } from '../../../settings/schema/issues.js';
import { member, numberOf, textOf } from '../../../text/json.js';

/** A test of a suite, by everything that a report prints of it. */
export interface KnownTest {
  readonly id: string;
  readonly name: string;
  readonly classname: string;
  /** Relative to the workspace; empty when unknown. */
  readonly file: string;
  /** 1-based; 0 when unknown. */
  readonly line: number;
}

/** What Python's unittest runs for a name that it cannot load. */
export const NOT_LOADED = 'unittest.loader._FailedTest.';

/** Runs that are looked at, the newest first: a run of single tests does not know the others. */
const MOST_RUNS = 20;
const MOST_BYTES = 32 << 20;
const MOST_SHOWN = 5;

/** Tests of a suite in its last runs below a folder, each once. */
export async function testsOfLastRuns(suite: string, evidence: string, files: Files): Promise<readonly KnownTest[]> {
  const found = (await files.isDirectory(evidence)) ? await files.glob(['*/evidence/tests.jsonl'], evidence) : [];
  const tests = new Map<string, KnownTest>();
  for (const path of found.toSorted().toReversed().slice(0, MOST_RUNS)) {
    if ((await files.sizeOf(path)) > MOST_BYTES) continue;
    for (const test of recordedTests(await files.readText(path), suite))
      if (!tests.has(test.id)) tests.set(test.id, test);
  }
  return [...tests.values()];
}

function* recordedTests(text: string, suite: string): Generator<KnownTest> {
  for (const record of jsonLines(text)) {
    const metadata = member(record, 'metadata');
    const id = textOf(metadata, 'id');
    if (textOf(record, 'suite_name') !== suite || id.startsWith(NOT_LOADED)) continue;
    const place = { file: textOf(metadata, 'file'), line: numberOf(metadata, 'line') ?? 0 };
    yield { id, name: textOf(record, 'name'), classname: textOf(metadata, 'classname'), ...place };
  }
}

/** The tests that are called exactly so, by id, name, file, or file with name or line. */
export function testsCalled(wanted: string, tests: readonly KnownTest[]): readonly KnownTest[] {
  return tests.filter((test) => namesOf(test).includes(wanted));
}

/** The tests whose names hold these words, whatever is written between them. */
export function testsWithWords(wanted: string, tests: readonly KnownTest[]): readonly KnownTest[] {
  const words = wordsOf(wanted);
  return words === ''
    ? []
    : tests.filter((test) => namesOf(test).some((name) => ` ${wordsOf(name)} `.includes(` ${words} `)));
}

function namesOf({ id, name, classname, file, line }: KnownTest): readonly string[] {
  const inFile = file === '' ? [] : [file, join(file), `${file} › ${name}`, `${file} › ${id}`, `${file}:${line}`];
  return [id, name, `${classname} › ${name}`, `${classname}::${name}`, ...inFile];
}

const wordsOf = (text: string): string => text.replace(/[^\p{L}\p{N}_]+/gu, ' ').trim();

/** What to write instead of a name that no test has. */
export function nearestTest(wanted: string, tests: readonly KnownTest[]): string {
  if (tests.length === 0) return 'Run the suite once, and use a test ID as its report prints it.';
  const near = sameFile(wanted, tests);
  const ids = [...new Set(near.map(({ id }) => id))];
  const files = [...new Set(tests.map(({ file }) => file))].filter((file) => file !== '');
  const guess = didYouMean(wanted, [...ids, ...files, ...near.map(({ name }) => name)]);
  const more = ids.length > MOST_SHOWN ? ', …' : '';
  return guess || `Known tests: ${ids.slice(0, MOST_SHOWN).join(', ')}${more}.`;
}

/** The tests of the file that a name begins with, else all of them. */
function sameFile(wanted: string, tests: readonly KnownTest[]): readonly KnownTest[] {
  const those = tests.filter(({ file }) => file !== '' && wanted.startsWith(file));
  return those.length > 0 ? those : tests;
}
