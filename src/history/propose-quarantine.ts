// Which tests the quarantine file should take in and which it can release, as a patch of that file.
import { type ProposedEntry, type QuarantineProposal, type RunReport, type TestCase, testKey } from '../model/run.js';
import { formatYaml, linesOfItems, parseYaml } from '../text/yaml.js';
import { testDigest, type History } from './history-file.js';
import { matchesTest } from './quarantine.js';
import { type LineChange, renderPatch } from './text-patch.js';
import { formatCount } from '../text/format.js';

/** The file that is changed, and what new entries have. */
export interface QuarantineFile {
  /** Null when there is none yet. */
  readonly text: string | null;
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly owner: string;
  /** ISO date. */
  readonly expires: string;
  /** Name of a suite in the settings, of the name in the report. */
  readonly plainSuite: (name: string) => string;
}

/** Runs of the last twenty in which a test was flaky, before it is proposed. */
const FLAKY_RUNS = 3;
/** Runs in a row that every test of an entry has passed, before its release is proposed. */
const STEADY_RUNS = 10;
const MOST_ADDED = 50;

/**
 * Proposals from a history that has this run in it; null when there is none, or when the file is no list. An entry is
 * released when all tests that it names ran and were steady.
 */
export function proposeQuarantine(
  report: RunReport,
  history: History,
  file: QuarantineFile,
): QuarantineProposal | null {
  const entries = entriesIn(file.text ?? '');
  if (entries === null || (entries.length === 0 && history.flaky.size === 0)) return null;
  const tests = report.suites.flatMap((suite) => suite.tests);
  const add = additions(tests, history, file);
  const released = entries.map((id) => (id === '' ? null : releaseOf(id, tests, history, file)));
  const release = released.filter((entry) => entry !== null);
  if (add.length + release.length === 0) return null;
  const isKept = (index: number): boolean => released[index] === null;
  return { add, release, patch: patchOf(file, isKept, add) };
}

/** The entries of a list; null for everything else. */
function parsedList(text: string): readonly unknown[] | null {
  const yaml = parseYaml(text);
  return yaml.ok && Array.isArray(yaml.value) ? yaml.value : null;
}

/** The ids of the list, empty for what has none; null when the text is no list. */
function entriesIn(text: string): readonly string[] | null {
  const yaml = parseYaml(text);
  if (!yaml.ok) return null;
  if (yaml.value === null || yaml.value === undefined) return [];
  if (!Array.isArray(yaml.value)) return null;
  return (yaml.value as readonly unknown[]).map((entry) => {
    const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : '';
    return typeof id === 'string' ? id.trim() : '';
  });
}

function additions(
  tests: readonly TestCase[],
  { flaky, recent }: History,
  { plainSuite }: QuarantineFile,
): readonly ProposedEntry[] {
  const found = new Map<string, string>();
  for (const test of tests) {
    const runs = test.quarantine === null ? (flaky.get(testDigest(testKey(test)))?.length ?? 0) : 0;
    const id = `${plainSuite(test.suite)}: ${test.id}`;
    if (runs >= FLAKY_RUNS)
      found.set(id, `flaky in ${runs} of the last ${formatCount(Math.max(runs, recent.length), 'run')}`);
  }
  return [...found].slice(0, MOST_ADDED).map(([id, reason]) => ({ id, reason }));
}

function releaseOf(
  id: string,
  tests: readonly TestCase[],
  { steady }: History,
  { plainSuite }: QuarantineFile,
): ProposedEntry | null {
  const matches = matchesTest(id);
  const own = tests.filter(
    (test) => test.quarantine !== null && matches({ suite: plainSuite(test.suite), id: test.id }),
  );
  const runs = Math.min(...own.map((test) => steady.get(testDigest(testKey(test))) ?? 0));
  if (own.length === 0 || runs < STEADY_RUNS) return null;
  return {
    id,
    reason: `${own.length === 1 ? 'passed' : 'all of its tests passed'} in the last ${formatCount(runs, 'run')}`,
  };
}

function patchOf(file: QuarantineFile, isKept: (index: number) => boolean, add: readonly ProposedEntry[]): string {
  const text = file.text ?? '';
  const items = linesOfItems(text);
  const lines = text.split(/(?<=\n)/).filter((line) => line !== '');
  const lineAt = (number: number): string => lines[number - 1] ?? '';
  const hasLines = items.length > 0 || parsedList(text) === null;
  const isBlock = hasLines && items.every(([first]) => /^\s*-(?:\s|$)/.test(lineAt(first)));
  if (!isBlock) return renderPatch(file.path, false, rewritten(lines, file, isKept, add));
  const removed = items.filter((_item, index) => !isKept(index));
  const isRemoved = (number: number): boolean => removed.some(([first, last]) => first <= number && number <= last);
  const indent = /^[ \t]*/.exec(lineAt(items[0]?.[0] ?? 0))?.[0] ?? '';
  const added = entryLines(file, add, indent, text);
  const changes = changedLines(lines, isRemoved, items.at(-1)?.[1] ?? lines.length, added);
  return renderPatch(file.path, file.text === null, changes);
}

/** Every line of the file, the added ones behind line `after`. */
function changedLines(
  lines: readonly string[],
  isRemoved: (number: number) => boolean,
  after: number,
  added: readonly LineChange[],
): readonly LineChange[] {
  const changes: LineChange[] = after === 0 ? [...added] : [];
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    const isCut = number === after && added.length > 0 && !line.endsWith('\n');
    if (isRemoved(number)) changes.push(['-', line]);
    else if (isCut) changes.push(['-', line], ['+', `${line}\n`]);
    else changes.push([' ', line]);
    if (number === after) changes.push(...added);
  }
  return changes;
}

/** New entries as lines of a list; every line ends as those of the file. */
function entryLines(
  { owner, expires }: QuarantineFile,
  add: readonly ProposedEntry[],
  indent: string,
  text: string,
): readonly LineChange[] {
  if (add.length === 0) return [];
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const yaml = formatYaml(add.map(({ id, reason }) => ({ id, reason, owner, expires })));
  return yaml.split('\n').map((line) => ['+', `${indent}${line}${end}`] as const);
}

/** The whole file anew: entries in brackets have no lines of their own. */
function rewritten(
  lines: readonly string[],
  { owner, expires, text }: QuarantineFile,
  isKept: (index: number) => boolean,
  add: readonly ProposedEntry[],
): readonly LineChange[] {
  const kept = (parsedList(text ?? '') ?? []).filter((_entry, index) => isKept(index));
  const after = formatYaml([...kept, ...add.map(({ id, reason }) => ({ id, reason, owner, expires }))]);
  return [
    ...lines.map((line): LineChange => ['-', line]),
    ...after.split('\n').map((line): LineChange => ['+', `${line}\n`]),
  ];
}
