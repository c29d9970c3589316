import { describe, expect, test } from '@jest/globals';
import type { ReportCase } from '../../../src/model/report.js';
import { readReport } from '../../../src/report/read-report.js';
import { firstFailure } from '../../../src/text/failures.js';
import { chunksOf } from '../chunks.js';

const at = (element: string, message: string, line: number): string =>
  `<${element} message="AssertionError: ${message}">E   AssertionError: ${message}\n\ntests/test_w.py:${line}: AssertionError</${element}>`;
const reportOf = (...cases: readonly string[]): string =>
  `<testsuites><testsuite name="pytest">${cases.map((inner) => `<testcase classname="tests.test_w" name="test_x">${inner}</testcase>`).join('')}</testsuite></testsuites>`;

describe('a test with several failures', () => {
  test.each([
    ['of subtests', reportOf(at('failure', 'first', 4) + at('failure', 'second', 9)), 'first', 4],
    ['of call and teardown, as two cases', reportOf(at('failure', 'call', 9), at('error', 'teardown', 5)), 'call', 9],
    ['of which an error is the worst', reportOf(at('failure', 'call', 9) + at('error', 'later', 5)), 'later', 5],
  ])('%s keeps message and text of one failure together', async (_, report, message, line) => {
    const { cases } = await readReport(chunksOf(report), { name: 'a.xml', place: 'unit' });
    const { message: headline, details } = cases[0] as ReportCase;
    expect(cases).toHaveLength(1);
    expect(headline).toContain(message);
    expect(firstFailure(details)).toContain(`tests/test_w.py:${line}: AssertionError`);
    expect(firstFailure(details).match(/test_w\.py/g)).toHaveLength(1);
    expect(details.match(/test_w\.py/g)).toHaveLength(2);
  });
});
