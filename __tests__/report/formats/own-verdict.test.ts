import { describe, expect, test } from '@jest/globals';
import { readReport } from '../../../src/report/read-report.js';
import { totalsOfReport } from '../../../src/report/report-totals.js';
import { chunksOf } from '../chunks.js';

const junit = (cases: string, totals = ''): string => `<testsuite name="s"${totals}>${cases}</testsuite>`;
const PASSED = '<testcase classname="s" name="adds"/>';
const pytest = (cases: string): string => `<testsuite name="pytest" tests="2">${PASSED}${cases}</testsuite>`;
const jest = (file: object, run: object = {}): string =>
  JSON.stringify({ numTotalTests: 1, numFailedTests: 0, success: false, ...run, testResults: [file] });
const passedFile = { name: 'a.test.js', assertionResults: [{ fullName: 'adds', status: 'passed', title: 'adds' }] };
const cucumber = (...steps: readonly object[]): string =>
  JSON.stringify([{ uri: 'a.feature', name: 'Shop', elements: [{ type: 'scenario', name: 'buys', line: 3, steps }] }]);
const playwright = (test: object): string =>
  JSON.stringify({ config: {}, suites: [{ file: 'a.spec.ts', specs: [{ title: 'buys', ok: true, tests: [test] }] }] });
const trx = (outcome: string, summary = 'Completed'): string =>
  `<TestRun><Results><UnitTestResult testId="1" testName="adds" outcome="${outcome}"/></Results><ResultSummary outcome="${summary}"/></TestRun>`;

async function read(content: string): Promise<object> {
  const report = await readReport(chunksOf(content), { name: 'report', place: 'unit' });
  const errors = report.problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return {
    cases: report.cases.map(({ status, message }) => (message === '' ? status : `${status}: ${message}`)),
    outside: [...report.suiteErrors.map(({ message }) => message), ...errors],
  };
}

const unknown = (word: string): string => `error: the report has an unknown status for this test: "${word}"`;

describe('what a report says of the run as a whole', () => {
  test.each([
    [
      'jest: a hook around all tests of a file failed',
      jest({ ...passedFile, status: 'failed', message: '\n  ● Test suite failed to run\n\n    cleanup broke\n' }),
      [expect.stringContaining('cleanup broke')],
    ],
    [
      'vitest: the same, without a reason',
      jest({ ...passedFile, status: 'failed', message: '' }),
      ['failed outside its tests, for example in a hook; the report gives no reason'],
    ],
    [
      'jest: no file says why',
      jest({ ...passedFile, status: 'passed', message: '' }),
      ['report states that the run failed (`success` is false), but shows no failure'],
    ],
    ['jest: the run passed', jest({ ...passedFile, status: 'passed' }, { success: true }), []],
    [
      'TRX: the run was aborted',
      trx('Passed', 'Aborted'),
      ['report states that the run failed (its outcome is Aborted), but shows no failure'],
    ],
    ['TRX: the run passed', trx('Passed'), []],
    [
      'NUnit: the run failed',
      '<test-run result="Failed" total="1" failed="0"><test-case name="adds" result="Passed"/></test-run>',
      ['report states that the run failed (its result is Failed), but shows no failure'],
    ],
    [
      'libtest: the suite failed',
      '{ "type": "suite", "event": "started", "test_count": 1 }\n{ "type": "test", "event": "started", "name": "adds" }\n{ "type": "test", "name": "adds", "event": "ok" }\n{ "type": "suite", "event": "failed", "passed": 1, "failed": 0 }\n',
      ['report states that the run failed (its suite failed), but shows no failure'],
    ],
    [
      'JUnit: more failures than elements',
      junit(PASSED + '<testcase name="b"><failure/></testcase>', ' failures="2"'),
      ['report declares 2 failures and shows 1'],
    ],
    ['JUnit: more tests than cases', junit(PASSED, ' tests="3"'), ['report declares 3 tests and lists 1']],
    ['JUnit: skipped tests that are counted alone', junit(PASSED, ' tests="3" skipped="2"'), []],
    [
      'Surefire: each try counts',
      junit('<testcase name="a"><flakyFailure/></testcase>', ' tests="2" failures="1"'),
      [],
    ],
    ['Catch2: assertions count', junit(PASSED, ' tests="9" hostname="tbd"'), []],
    ['pytest: subtests count', pytest(''), []],
  ])('%s', async (_, content, outside) => {
    expect(await read(content)).toMatchObject({ outside });
  });

  test('is inconsistent where it lists less than it declares', async () => {
    const report = await readReport(chunksOf(junit(PASSED, ' tests="3"')), { name: 'report', place: 'unit' });
    expect(totalsOfReport(report).outcome).toBe('inconsistent');
  });
});

describe('a case whose status is not among those that a format documents', () => {
  test.each([
    ['JUnit: a word', junit('<testcase name="a" status="exploded"/>'), [unknown('exploded')]],
    [
      'JUnit: an element',
      junit('<testcase name="a"><aborted/></testcase>'),
      ['error: the report has an unknown element for this test: <aborted>'],
    ],
    [
      'JUnit: facts that are no status',
      junit('<testcase name="a" status="run"><properties/><attachments/></testcase>'),
      ['passed'],
    ],
    ['pytest: an attribute that a test recorded', pytest('<testcase name="b" status="blue"/>'), ['passed', 'passed']],
    [
      'jest',
      jest({ name: 'a', assertionResults: [{ title: 'a', status: 'exploded' }] }, { success: true }),
      [unknown('exploded')],
    ],
    ['Playwright', playwright({ status: 'exploded', results: [{}] }), [unknown('exploded')]],
    ['Cucumber', cucumber({ name: 'x', result: { status: 'unknown' } }), [unknown('unknown')]],
    ['CTRF', JSON.stringify({ results: { tests: [{ name: 'a', status: 'exploded' }] } }), [unknown('exploded')]],
    ['Allure', JSON.stringify({ uuid: '1', name: 'a', status: 'unknown' }), [unknown('unknown')]],
    ['TRX', trx('Exploded'), [unknown('Exploded')]],
    ['NUnit', '<test-run><test-case name="a" result="Exploded"/></test-run>', [unknown('Exploded')]],
    [
      'xUnit.net',
      '<assemblies><assembly total="1"><test name="a" result="Exploded"/></assembly></assemblies>',
      [unknown('Exploded')],
    ],
  ])('%s', async (_, content, cases) => {
    expect(await read(content)).toMatchObject({ cases });
  });
});

describe('a case that did not run', () => {
  test.each([
    ['Behave: untested', '<testcase name="a" status="untested"><skipped/></testcase>', 'not-run'],
    ['Behave: untested, without skipped tests', '<testcase name="a" status="untested"/>', 'not-run'],
    ['googletest: disabled', '<testcase name="a" status="notrun" result="suppressed"/>', 'skipped'],
    ['googletest 1.8: disabled', '<testcase name="DISABLED_a" status="notrun"/>', 'skipped'],
    [
      'CTest: the test skips itself',
      '<testcase name="a" status="notrun"><skipped message="SKIP_RETURN_CODE=77"/></testcase>',
      'skipped: SKIP_RETURN_CODE=77',
    ],
    [
      'CTest: it cannot be started',
      '<testcase name="a" status="notrun"><skipped message="Unable to find executable"/></testcase>',
      'not-run: Unable to find executable',
    ],
    [
      'karma: skipped, with what the skip prevented',
      '<testcase name="a"><skipped/><failure>no selector</failure></testcase>',
      'skipped',
    ],
    [
      'PHPUnit: a class without tests',
      '<testcase name="Warning"><warning type="PHPUnit\\Framework\\Warning">No tests found in class "A".</warning></testcase>',
      'error: No tests found in class "A".',
    ],
  ])('%s', async (_, content, status) => {
    expect(await read(junit(content, ' failures="0" errors="0" skipped="1"'))).toMatchObject({ cases: [status] });
  });

  test.each([
    ['Playwright: it never began', playwright({ status: 'skipped', expectedStatus: 'passed', results: [] }), 'not-run'],
    [
      'Playwright: it was interrupted',
      playwright({ status: 'skipped', expectedStatus: 'passed', results: [{ status: 'interrupted' }] }),
      'unfinished',
    ],
    [
      'Playwright: skipped by its author',
      playwright({ status: 'skipped', expectedStatus: 'skipped', results: [{ status: 'skipped' }] }),
      'skipped',
    ],
    ['Cucumber: a step without a result', cucumber({ name: 'x' }), 'not-run'],
  ])('%s', async (_, content, status) => {
    expect(await read(content)).toMatchObject({ cases: [status] });
  });

  test('pytest: the case without a name was running when pytest ended', async () => {
    expect(await read(pytest('<testcase time="12.0"/>'))).toMatchObject({ cases: ['passed', 'unfinished'] });
    expect(await read(pytest('<testcase time="1"><system-out>x</system-out></testcase>'))).toMatchObject({
      cases: ['passed', 'unfinished'],
    });
  });
});
