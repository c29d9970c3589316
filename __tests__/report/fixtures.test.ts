import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ParsedReport } from '../../src/model/report.js';
import { readReport } from '../../src/report/read-report.js';
import { totalsOfReport } from '../../src/report/report-totals.js';
import { expectGoldenJson } from '../golden-file.js';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');

const folders = (directory: string): readonly string[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const CASES = ['junit', 'reports'].flatMap((kind) =>
  folders(join(FIXTURES, kind)).flatMap((dialect) =>
    folders(join(FIXTURES, kind, dialect)).map((name) => join(kind, dialect, name)),
  ),
);

/** What expected.json holds: all that a person would check by eye, long texts by their first and last line. */
function summaryOf(report: ParsedReport): object {
  const brief = (text: string): string => {
    const lines = text.split('\n');
    return lines.length < 3 ? text : `${lines[0] ?? ''} … ${lines.at(-1) ?? ''}`;
  };
  return {
    format: report.format,
    totals: totalsOfReport(report),
    declared: report.declared,
    cases: report.cases.map(({ details, output, message, tries, ...rest }) => ({
      ...rest,
      message,
      details: brief(details),
      output: brief(output),
      tries: tries.map((tried) => ({ ...tried, details: brief(tried.details) })),
    })),
    suiteErrors: report.suiteErrors.map((error) => ({ ...error, details: brief(error.details) })),
    problems: report.problems,
  };
}

describe('a report that a real tool wrote', () => {
  test.each(CASES)('%s is read as expected.json says', async (folder) => {
    const directory = join(FIXTURES, folder);
    const file = readdirSync(directory).find((name) => name.startsWith('report.')) ?? 'report.xml';
    const report = await readReport(createReadStream(join(directory, file)), { name: file, place: 'unit' });
    expectGoldenJson(join(directory, 'expected.json'), summaryOf(report));
    // As a whole it is the same as in pieces.
    expect(await readReport(readFileSync(join(directory, file)), { name: file, place: 'unit' })).toEqual(report);
  });
});
