import { describe, expect, test } from '@jest/globals';
import { distinctReports } from '../../src/report/distinct-reports.js';
import { readReport } from '../../src/report/read-report.js';
import { chunksOf } from './chunks.js';

const suite = (name: string, ...cases: readonly (readonly [string, string])[]): string =>
  `<testsuite name="${name}">${cases.map(([title, time]) => `<testcase classname="${name}" name="${title}" time="${time}"/>`).join('')}</testsuite>`;

async function namesKept(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const reports = [];
  for (const [name, content] of Object.entries(files))
    reports.push({ name, report: await readReport(chunksOf(content), { name, place: 'unit' }) });
  return distinctReports(reports).map(({ name }) => name);
}

const CARTS = suite('shop.Carts', ['adds', '0.011'], ['counts', '0.002']);
const ORDERS = suite('shop.Orders', ['sends', '0.5']);

describe('reports that a glob finds together', () => {
  test('count once when one file repeats the others', async () => {
    const all = `<testsuites>${CARTS}${ORDERS}</testsuites>`;
    const files = { 'TEST-Carts.xml': CARTS, 'TEST-Orders.xml': ORDERS, 'TESTS-TestSuites.xml': all };
    expect(await namesKept(files)).toEqual(['TEST-Carts.xml', 'TEST-Orders.xml']);
  });

  test('count once when a file was copied', async () => {
    expect(await namesKept({ 'a.xml': CARTS, 'b.xml': CARTS })).toHaveLength(1);
  });

  test('count once when the larger file holds more: the smaller goes', async () => {
    const more = `<testsuites>${CARTS}${ORDERS}${suite('shop.Pets', ['barks', '0.1'])}</testsuites>`;
    expect(await namesKept({ 'carts.xml': CARTS, 'all.xml': more })).toEqual(['all.xml']);
  });

  test('all count when no times tell the runs apart, or a report is torn', async () => {
    const untimed = suite('shop.Carts', ['adds', '0']);
    expect(await namesKept({ 'firefox.xml': untimed, 'chrome.xml': untimed })).toHaveLength(2);
    expect(await namesKept({ 'a.xml': CARTS, 'b.xml': CARTS.replace('</testsuite>', '') })).toEqual(['b.xml']);
  });
});
