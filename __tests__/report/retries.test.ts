import { describe, expect, test } from '@jest/globals';
import { readReport } from '../../src/report/read-report.js';
import { settleRetries } from '../../src/report/retries.js';
import { chunksOf } from './chunks.js';

type Files = Readonly<Record<string, string>>;

/** Every case with the statuses of its tries, in order. */
async function triesIn(files: Files, byName = false): Promise<readonly string[]> {
  const reports = [];
  for (const [name, content] of Object.entries(files))
    reports.push({ name, report: await readReport(chunksOf(content), { name, place: 'unit' }) });
  const cases = settleRetries(reports, { byName }).flatMap(({ report }) => report.cases);
  return cases.map(({ name, status, tries }) => [name, ...tries.map((each) => each.status), status].join(' '));
}

const allure = (id: string, status: string, start: number, historyId = 'h'): string =>
  JSON.stringify({ uuid: id, historyId, name: 'pays', status, stage: 'finished', start, stop: start + 9 });
const FAILED = '<testcase classname="p.T" name="pays"><failure message="no"/></testcase>';
const PASSED = '<testcase classname="p.T" name="pays"/>';
const junit = (...cases: readonly string[]): string => `<testsuite name="p.T">${cases.join('')}</testsuite>`;

/** One run of a package as `go test -json` reports it. */
const goRun = (...tests: readonly (readonly [name: string, action: 'pass' | 'fail'])[]): string => {
  const at = { Package: 'shop' };
  const reported = tests.flatMap(([Test, Action]) => [
    { ...at, Action: 'run', Test },
    { ...at, Action, Test, Elapsed: 0 },
  ]);
  const isBad = tests.some(([, action]) => action === 'fail');
  const end = [
    { ...at, Action: 'output', Output: isBad ? 'FAIL\n' : 'PASS\n' },
    { ...at, Action: isBad ? 'fail' : 'pass' },
  ];
  return [{ ...at, Action: 'start' }, ...reported, ...end].map((event) => `${JSON.stringify(event)}\n`).join('');
};

describe('the tries of a test', () => {
  test.each<[string, Files, readonly string[]]>([
    [
      'are results of Allure with one history id, whatever the order of the files',
      { 'a/2-result.json': allure('2', 'passed', 20), 'a/1-result.json': allure('1', 'failed', 10) },
      ['pays failed passed'],
    ],
    [
      'are not results of Allure in two folders, or with two history ids',
      {
        'linux/1-result.json': allure('1', 'failed', 10),
        'mac/1-result.json': allure('1', 'passed', 20),
        'mac/2-result.json': allure('2', 'passed', 30, 'other'),
      },
      ['pays failed', 'pays passed', 'pays passed'],
    ],
    [
      'are the attempts that Bazel keeps beside test.xml',
      {
        'cart/test.xml': junit(PASSED),
        'cart/test_attempts/attempt_2.xml': junit(FAILED),
        'cart/test_attempts/attempt_1.xml': junit(FAILED),
        'other/test_attempts/attempt_1.xml': junit(FAILED),
      },
      ['pays failed failed passed', 'pays failed'],
    ],
    [
      'are what gotestsum runs again of a package: what failed and nothing else',
      { 'g.json': goRun(['TestA', 'fail'], ['TestB', 'pass']) + goRun(['TestA', 'fail']) + goRun(['TestA', 'pass']) },
      ['TestA failed failed passed', 'TestB passed'],
    ],
    [
      'run again with the parent of a subtest',
      { 'g.json': goRun(['TestA/x', 'fail'], ['TestA', 'fail']) + goRun(['TestA/x', 'pass'], ['TestA', 'pass']) },
      ['TestA/x failed passed', 'TestA failed passed'],
    ],
    [
      'are not a second run of a whole package',
      { 'g.json': goRun(['TestA', 'fail'], ['TestB', 'pass']) + goRun(['TestA', 'pass'], ['TestB', 'pass']) },
      ['TestA failed', 'TestB passed', 'TestA passed', 'TestB passed'],
    ],
  ])('%s', async (_, files, cases) => {
    expect(await triesIn(files)).toEqual(cases);
  });

  test('in the order of one report are only joined where the settings say so, and the last one decides', async () => {
    expect(await triesIn({ 'a.xml': junit(FAILED, PASSED) })).toEqual(['pays failed', 'pays passed']);
    expect(await triesIn({ 'a.xml': junit(FAILED, PASSED) }, true)).toEqual(['pays failed passed']);
    expect(await triesIn({ 'a.xml': junit(PASSED, FAILED) }, true)).toEqual(['pays passed failed']);
    expect(await triesIn({ 'a.xml': junit(FAILED), 'b.xml': junit(PASSED) }, true)).toHaveLength(2);
  });
});
