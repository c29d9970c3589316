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
  const files = [...new Set(tests.map((test) => test.file).filter((file) => file !== ''))];
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

/**
 * An expression for the tool's own option. Go matches the parts of a name between slashes one by one and runs subtests with
 * their parent. The others (jest, vitest, mocha, node:test, Playwright, RSpec, PHPUnit) match the titles of all groups and
 * the test, joined by blanks, and have something of their own before them.
 */
function namesRegex(template: string, tests: readonly SelectedTest[]): string {
  const isGo = /\bgo test\b|gotestsum/.test(template) || tests.every(({ file }) => file.endsWith('_test.go'));
  const names = isGo ? tests.map(({ name }) => name.split('/')[0] ?? '') : tests.map(({ name }) => name);
  const choices = [...new Set(names.map(isGo ? escapeRegex : titlesRegex))].join('|');
  if (isGo) return `^(${choices})$`;
  // Playwright appends the tags.
  return `(^| |::)(${choices})${/\bplaywright\b/.test(template) ? '( @[^ ]+)*' : ''}$`;
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
