import type { SelectedTest } from './runner.js';

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Fills `{ids} {files} {names_regex} {report}` of a `rerun` line; every element is quoted for a POSIX shell. */
export function fillTemplate(template: string, tests: readonly SelectedTest[], reportDirectory: string): string {
  const files = [...new Set(tests.map((test) => test.file).filter((file) => file !== ''))];
  const values: Readonly<Record<string, string>> = {
    ids: tests.map((test) => quote(test.selector)).join(' '),
    files: files.map(quote).join(' '),
    names_regex: quote(`^(${tests.map((test) => escapeRegex(test.name)).join('|')})$`),
    report: quote(reportDirectory),
  };
  return template.replace(/\{(ids|files|names_regex|report)\}/g, (_, key: string) => values[key] ?? '');
}
