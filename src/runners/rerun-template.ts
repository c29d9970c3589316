import { pathsOf, quoteWord } from '../text/shell.js';
import type { CommandPart, SelectedTest } from './runner.js';

/** Where the line runs and where its reports go. */
export interface TemplatePlaces {
  /** Absolute root that `file` of a test starts at. */
  readonly root: string;
  /** Absolute folder in which the line runs; files are given relative to it. */
  readonly workingDirectory: string;
  /** Folder of the reports, as a word of the shell. */
  readonly reportWord: string;
}

/** Fills `{ids} {files} {names_regex} {report}` of a `rerun` line; every element is quoted for a POSIX shell. */
export function fillTemplate(template: string, tests: readonly SelectedTest[], places: TemplatePlaces): string {
  const all = [...new Set(tests.map((test) => test.file))];
  // Names find a test whose file is not known, when every file may hold it.
  const files = template.includes('{names_regex}') && all.includes('') ? [] : all.filter((file) => file !== '');
  const values: Readonly<Record<string, string>> = {
    ids: tests.map((test) => quoteWord(test.selector)).join(' '),
    files: files.map((file) => quoteWord(fromFolder(file, places))).join(' '),
    names_regex: quoteWord(namesRegex(template, tests)),
    report: places.reportWord,
  };
  return template.replace(/\{(ids|files|names_regex|report)\}/g, (_, key: string) => values[key] ?? '');
}

/** A file that is given from the root, as the folder names it in which a line runs. */
export function fromFolder(file: string, { root, workingDirectory }: Omit<TemplatePlaces, 'reportWord'>): string {
  const paths = pathsOf(root);
  return paths.relative(workingDirectory, paths.join(root, file)).replaceAll('\\', '/');
}

/** True for a line that has to know the file of a test: nothing else in it says which tests run. */
export const selectsByFile = (template: string): boolean =>
  template.includes('{files}') && !template.includes('{names_regex}');

/**
 * An expression for the tool's own option. Go matches the parts of a name between slashes one by one and runs subtests with
 * their parent. The others (jest, vitest, mocha, Playwright, RSpec, PHPUnit) match the titles of all groups and
 * the test, joined by blanks, and have something of their own before them.
 */
function namesRegex(template: string, tests: readonly SelectedTest[]): string {
  const isGo = /\bgo test\b|gotestsum/.test(template) || tests.every(({ file }) => file.endsWith('_test.go'));
  const isNode = /\bnode\b/.test(template) && template.includes('--test-name-pattern');
  const names = tests.flatMap((test) =>
    isNode ? titlesOf(test) : [isGo ? (test.name.split('/')[0] ?? '') : test.name],
  );
  const choices = [...new Set(names.map(isGo ? escapeRegex : titlesRegex))].join('|');
  if (isGo) return `^(${choices})$`;
  if (names.includes('')) return '.';
  // Playwright appends the tags.
  return `(^| |::)(${choices})${/\bplaywright\b/.test(template) ? '( @[^ ]+)*' : ''}$`;
}

const MOST_GROUPS = 6;

/**
 * node:test before Node 22 compares the title of a test alone, and every version starts a subtest only with its parent; so
 * each title of the chain is a choice of its own. Its report joins them by dots, which a title may hold as well.
 */
function titlesOf({ name, classname = '', file }: SelectedTest): readonly string[] {
  // A file whose tests have no result: all of them.
  if (file !== '' && (file === name || file.endsWith(`/${name}`))) return [''];
  const parts = classname === 'test' ? [] : classname.split('.').slice(0, MOST_GROUPS);
  const groups = parts.flatMap((_, from) =>
    parts.slice(from).map((__, to) => parts.slice(from, from + to + 1).join('.')),
  );
  return [...name.split(/ [>›] /), ...groups.filter((group) => group !== '')];
}

/** Text as a regular expression that matches nothing else. */
export const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Reports separate titles by ` > ` or ` › ` where the tool has a blank. */
const titlesRegex = (name: string): string => escapeRegex(name).replace(/ [>›] /g, ' ([>›] )?');

/** Fills `{shard} {shards} {files}` of a `run` line; files are quoted for a POSIX shell. */
export function fillPart(template: string, { index, total, files }: CommandPart): string {
  const values: Readonly<Record<string, string>> = {
    shard: String(index),
    shards: String(total),
    ...(files.length === 0 ? {} : { files: files.map((file) => quoteWord(file)).join(' ') }),
  };
  return template.replace(/\{(shards?|files)\}/g, (placeholder, key: string) => values[key] ?? placeholder);
}
