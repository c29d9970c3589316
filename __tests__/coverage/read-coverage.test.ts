import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCoverage } from '../../src/coverage/read-coverage.js';
import type { FileCoverage, Tally } from '../../src/coverage/file-coverage.js';
import { coverageTotals } from '../../src/coverage/merge.js';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/coverage');

const reportOf = (folder: string): string => {
  const name = readdirSync(join(FIXTURES, folder)).find((file) => file.startsWith('report.')) ?? 'report';
  return readFileSync(join(FIXTURES, folder, name), 'utf8');
};
const share = ({ covered, total }: Tally): string => `${covered}/${total}`;
const outline = (file: FileCoverage): string => {
  const { lines, branches } = coverageTotals([file]);
  const missing = [...file.lines].filter(([, hits]) => hits === 0).map(([line]) => line);
  return [
    share(lines),
    ...(branches.total > 0 ? [share(branches)] : []),
    ...(missing.length > 0 ? [`missing ${missing.join(' ')}`] : []),
  ].join(', ');
};

describe('a coverage report', () => {
  test.each(readdirSync(FIXTURES))('%s is read as expected', (folder) => {
    const { made, ...expected } = JSON.parse(readFileSync(join(FIXTURES, folder, 'expected.json'), 'utf8')) as {
      readonly made: string;
    };
    expect(made).not.toBe('');
    const { format, sources, files, problems } = readCoverage(reportOf(folder), 'report');
    const { lines, branches } = coverageTotals(files);
    expect(problems).toEqual([]);
    expect({
      format,
      sources,
      lines: share(lines),
      branches: share(branches),
      files: Object.fromEntries(files.map((file) => [file.path, outline(file)])),
    }).toEqual(expected);
  });

  test.each([
    ['hello', 'the text is not a coverage report'],
    ['{"files": {}}', 'the JSON is not a coverage report'],
    ['<testsuite/>', 'the XML is not a coverage report'],
  ])('is not what the text %j is, and a note says so', (text, message) => {
    const { format, files, problems } = readCoverage(text, 'build/coverage');
    expect({ format, files }).toEqual({ format: null, files: [] });
    expect(problems).toMatchObject([{ severity: 'note', place: 'build/coverage', message }]);
    expect(problems[0]?.remedy).toContain('Cobertura');
  });

  test.each([
    ['', 'the coverage report is empty'],
    [' \n', 'the coverage report is empty'],
    ['{', 'the JSON cannot be read'],
    ['<coverage line-rate="1"><packages>', 'the XML cannot be read'],
    [`<!${'a'.repeat(100_000)}`, 'a declaration that no coverage tool writes'],
    ['<!DOCTYPE a [<!ENTITY x "y">]><coverage line-rate="&x;"/>', 'the XML cannot be read'],
  ])('that is broken, as the text %j, is an error', (text, message) => {
    const { format, files, problems } = readCoverage(text, 'build/coverage');
    expect({ format, files }).toEqual({ format: null, files: [] });
    expect(problems).toMatchObject([{ severity: 'error', place: 'build/coverage' }]);
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.remedy).not.toBe('');
  });

  test('of lcov that ends within a file keeps what is there, and is an error', () => {
    const { files, problems } = readCoverage('SF:a.js\nDA:1,1\nend_of_record\nSF:b.js\nDA:1,0\n', 'lcov.info');
    expect(files.map(({ path }) => path)).toEqual(['a.js', 'b.js']);
    expect(problems).toMatchObject([{ severity: 'error', message: 'the lcov report ends in the middle' }]);
  });

  test('cut anywhere is read or refused, and never throws', () => {
    const whole = readdirSync(FIXTURES).map(reportOf);
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.double({ min: 0, max: 1, noNaN: true }), (text, part) => {
        const { format, problems } = readCoverage(text.slice(0, Math.floor(text.length * part)), 'cut');
        expect(format === null ? problems : []).toHaveLength(format === null ? 1 : 0);
        expect(problems.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });
});
