import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { settleCompanions } from '../../src/report/companions.js';
import { distinctReports } from '../../src/report/distinct-reports.js';
import { readReport } from '../../src/report/read-report.js';
import { chunksOf } from './chunks.js';

const suite = (name: string, ...cases: readonly (readonly [string, string])[]): string =>
  `<testsuite name="${name}">${cases.map(([title, time]) => `<testcase classname="${name}" name="${title}" time="${time}"/>`).join('')}</testsuite>`;

const digest = (content: string): string => createHash('sha256').update(content).digest('hex');

async function namesKept(files: Readonly<Record<string, string>>, named = ''): Promise<readonly string[]> {
  const reports = [];
  for (const [name, content] of Object.entries(files)) {
    const report = await readReport(chunksOf(content), { name, place: 'unit' });
    const pattern = name === named ? { pattern: named } : {};
    reports.push({ name, report, digest: digest(content), ...pattern });
  }
  return settleCompanions(distinctReports(reports)).map(({ name }) => name);
}

const CARTS = suite('shop.Carts', ['adds', '0.011'], ['counts', '0.002']);
const ORDERS = suite('shop.Orders', ['sends', '0.5']);
const on = (host: string): string => CARTS.replace('<testsuite ', `<testsuite hostname="${host}" `);

describe('reports that a pattern finds together', () => {
  test.each([
    ['a file and its copy', { 'a.xml': CARTS, 'b.xml': CARTS }, ['a.xml']],
    [
      "Ant's summary beside the files that it was made of",
      {
        'r/TEST-Carts.xml': CARTS,
        'r/TEST-Orders.xml': ORDERS,
        'r/TESTS-TestSuites.xml': `<testsuites>${CARTS}${ORDERS}</testsuites>`,
      },
      ['r/TEST-Carts.xml', 'r/TEST-Orders.xml'],
    ],
    ["Ant's summary alone", { 'r/TESTS-TestSuites.xml': CARTS }, ['r/TESTS-TestSuites.xml']],
    ['the same tests on two machines', { 'a.xml': on('linux'), 'b.xml': on('mac') }, ['a.xml', 'b.xml']],
    [
      'equal files without times',
      { 'firefox.xml': suite('s', ['adds', '0']), 'chrome.xml': suite('s', ['adds', '0']) },
      ['firefox.xml', 'chrome.xml'],
    ],
  ])('%s', async (_, files, kept) => {
    expect(await namesKept(files)).toEqual(kept);
  });
});

const FAILED = '<testsuite name="s"><testcase name="a"><failure message="no"/></testcase></testsuite>';
const failsafe = (failures: number): string =>
  `<failsafe-summary result="${failures > 0 ? '255' : 'null'}" timeout="false"><completed>3</completed><errors>0</errors><failures>${failures}</failures></failsafe-summary>`;
const testng = (failed: number): string => `<testng-results total="3" passed="${3 - failed}" failed="${failed}"/>`;
const container = (status: string): string =>
  JSON.stringify({
    uuid: 'c',
    children: ['1'],
    afters: [{ name: 'close', status, statusDetails: { message: 'no database' } }],
  });

describe('files that tools write beside their reports', () => {
  test.each([
    ["Failsafe's summary of a run that passed", 'failsafe-summary.xml', failsafe(0), CARTS, false],
    ["Failsafe's summary of a failure that no report shows", 'failsafe-summary.xml', failsafe(1), CARTS, true],
    ["Failsafe's summary of a failure that a report shows", 'failsafe-summary.xml', failsafe(1), FAILED, false],
    ["TestNG's own results", 'testng-results.xml', testng(0), CARTS, false],
    ["TestNG's own results of a failure that no report shows", 'testng-results.xml', testng(1), CARTS, true],
    ["TestNG's tests to run again", 'testng-failed.xml', '<suite name="Failed suite"/>', FAILED, false],
    ['fixtures of Allure', '9-container.json', container('passed'), CARTS, false],
    ['fixtures of Allure that failed', '9-container.json', container('broken'), CARTS, true],
    ['categories of Allure', 'categories.json', '[]', CARTS, false],
    ["Surefire's text", 'shop.CartTest.txt', 'Tests run: 3', CARTS, false],
    ['a page, which no setting names', 'index.html', '<html><body>1 passed</body></html>', CARTS, false],
    ['a style sheet', 'assets/a.css', 'body { color: red }', CARTS, false],
    ['data of a page', 'widgets/summary.json', '{"tests": 3}', CARTS, false],
    ['a report that was cut off', 'TEST-b.xml', '<testsuite name="s"><testcase na', CARTS, true],
    ['an empty report', 'TEST-b.xml', '', CARTS, true],
    ['a companion without a report', 'categories.json', '[]', '<html/>', true],
  ])('%s', async (_, name, content, report, isKept) => {
    const kept = await namesKept({ 'TEST-a.xml': report, [name]: content });
    expect(kept).toEqual(isKept ? ['TEST-a.xml', name] : ['TEST-a.xml']);
  });

  test('a file that a setting names is wrong when it holds no results', async () => {
    expect(await namesKept({ 'TEST-a.xml': CARTS, 'index.html': '<html/>' }, 'index.html')).toContain('index.html');
  });
});
