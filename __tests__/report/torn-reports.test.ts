import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readReport } from '../../src/report/read-report.js';
import { totalsOfReport } from '../../src/report/report-totals.js';
import { chunksOf } from './chunks.js';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');

const GREEN = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="4">
  <testsuite name="unit &amp; more" tests="4" failures="0">
    <properties><property name="a" value="b"/></properties>
    <!-- a comment -->
    <testcase classname="tests.shop" name="adds" time="0.1"/>
    <testcase classname="tests.shop" name="prints &#252;" time="0.2"><system-out><![CDATA[a <b> ]] ü]]></system-out></testcase>
    <testcase classname="tests.shop" name="later"><skipped message="needs a database">x</skipped></testcase>
    <testcase classname="tests.shop" name="last" time="0.3"></testcase>
  </testsuite>
</testsuites>`;

/** Cases whose end lies before this byte. */
const completeBefore = (bytes: Uint8Array, end: number): number =>
  Buffer.from(bytes.subarray(0, end))
    .toString('utf8')
    .split(/<testcase [^>]*\/>|<\/testcase>/).length - 1;

const reports = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(?:junit|reports)\b.*report\.\w+$/.test(file.replaceAll('\\', '/')))
  .map((file) => [file, readFileSync(join(FIXTURES, file))] as const);

/** Places at which each report is cut; more of them with `TORTURE=1`. */
const CUTS = process.env['TORTURE'] === '1' ? 150 : 40;

describe('a report that is cut off', () => {
  test('is never green, at whatever byte it is cut, and keeps every complete case', async () => {
    const bytes = new TextEncoder().encode(GREEN);
    for (let end = 0; end < bytes.length; end += 1) {
      const report = await readReport(chunksOf(bytes.subarray(0, end)), { name: 'junit.xml', place: 'unit' });
      const { outcome, total } = totalsOfReport(report);
      expect([end, outcome]).toEqual([end, 'red']);
      expect(report.problems.filter(({ severity }) => severity === 'error')).toHaveLength(1);
      expect(total).toBeGreaterThanOrEqual(completeBefore(bytes, end));
    }
    const whole = await readReport(chunksOf(bytes), { name: 'junit.xml', place: 'unit' });
    expect(totalsOfReport(whole)).toMatchObject({ outcome: 'green', passed: 3, skipped: 1 });
  });

  test('says how many results were kept', async () => {
    const cut = GREEN.slice(0, GREEN.indexOf('ü]]>'));
    const { problems } = await readReport(chunksOf(cut), { name: 'junit.xml', place: 'unit' });
    expect(problems).toMatchObject([
      {
        severity: 'error',
        place: 'unit',
        message: 'junit.xml ends in the middle of a test; 1 of at least 4 results kept',
      },
    ]);
  });

  test.each(reports)('%s never throws and never loses its redness by chance', async (_, bytes) => {
    const whole = await readReport(chunksOf(bytes), { name: 'r', place: '' });
    const step = Math.max(1, Math.floor(bytes.length / CUTS));
    for (let end = 0; end < bytes.length - 2; end += step) {
      const report = await readReport(chunksOf(bytes.subarray(0, end)), { name: 'r', place: '' });
      const { outcome, total } = totalsOfReport(report);
      expect(total).toBeLessThanOrEqual(whole.cases.length + 1);
      if (outcome === 'green') throw new Error(`green when cut at ${end}`);
    }
  });
});

describe('a report that arrives in small pieces', () => {
  test.each(reports)('%s reads the same byte by byte as at once', async (_, bytes) => {
    const whole = await readReport(chunksOf(bytes), { name: 'r', place: '' });
    for (const size of [1, 7]) expect(await readReport(chunksOf(bytes, size), { name: 'r', place: '' })).toEqual(whole);
  });
});

describe('markup that took in a result', () => {
  const around = (inner: string): string => `<testsuite name="s"><testcase name="a"/>${inner}</testsuite>`;

  test.each([
    [
      'an attribute without its quote',
      around('<testcase name="b" time="1#><failure message="no">x</failure></testcase>'),
    ],
    ['an end tag without a start', around('<testcase name="b">>failure message="no">x</failure></testcase>')],
  ])('%s is an error', async (_, report) => {
    const { problems } = await readReport(chunksOf(report), { name: 'a.xml', place: 'unit' });
    expect(problems).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        message: 'a.xml has broken markup, and at least one result is lost',
      }),
    );
  });
});
