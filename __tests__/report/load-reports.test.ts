import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { LoadLimits } from '../../src/model/load.js';
import { judgeLoad } from '../../src/report/load/judge.js';
import { readReport } from '../../src/report/read-report.js';
import { totalsOfReport } from '../../src/report/report-totals.js';
import { expectGoldenJson } from '../golden-file.js';
import { LIMITS, LOAD, LOAD_FOLDERS, readFolder, reportsOf, type NamedReport } from './load-fixtures.js';
import { chunksOf } from './chunks.js';

/** What expected.json holds: every number once, then what each set of limits makes of it. */
function summaryOf(reports: readonly NamedReport[]): object {
  const judged = LIMITS.map(({ name, limits }) => {
    const cases = judgeLoad(reports, limits).flatMap(({ report }) => report.cases);
    const bad = cases.filter(({ status }) => status !== 'passed');
    return [name, { cases: cases.length, bad: bad.map((each) => [each.name, each.status, each.type, each.message]) }];
  });
  return {
    reports: reports.map(({ name, report }) => ({ name, format: report.format, problems: report.problems })),
    suiteErrors: reports.flatMap(({ report }) => report.suiteErrors),
    numbers: judgeLoad(reports).flatMap(({ report }) =>
      report.cases.map(({ classname, name, durationMs, properties, details }) => {
        return { classname, name, durationMs, properties, details };
      }),
    ),
    judged: Object.fromEntries(judged) as object,
  };
}

describe('a run of a real load tool', () => {
  test.each(LOAD_FOLDERS)('%s is read and judged as expected.json says', async (folder) => {
    expectGoldenJson(join(LOAD, folder, 'expected.json'), summaryOf(await readFolder(folder)));
  });
});

const ANYTHING: LoadLimits = { p50Ms: null, p95Ms: null, p99Ms: null, failRatio: 1 };

async function outcomeOf(text: string, name = 'load.csv'): Promise<string> {
  const report = await readReport(chunksOf(text, 997), { name, place: 'load' });
  return judgeLoad([{ report }], ANYTHING).map((one) => totalsOfReport(one.report).outcome)[0] ?? '';
}

const FILES = LOAD_FOLDERS.flatMap((folder) => reportsOf(folder).map((name) => join(folder, name)));

/** Tools write their logs row by row: one that ends behind a row may be whole, and a line of JSON needs no line break. */
const mayBeWhole = (text: string, at: number): boolean =>
  text.slice(at).trim() === '' ||
  (text[at - 1] === '\n' && !text.startsWith('Type,Name')) ||
  (text[at] === '\n' && text.startsWith('{"type":"Metric"'));

describe('a load report that is cut off', () => {
  test.each(FILES)('is never green, wherever %s ends', async (file) => {
    const text = readFileSync(join(LOAD, file), 'utf8');
    const step = Math.max(1, Math.floor(text.length / 150));
    const ends = Array.from({ length: Math.floor(text.length / step) }, (_, index) => index * step).concat(
      Array.from({ length: 60 }, (_, index) => text.length - 1 - index),
    );
    const cuts = ends.filter((at) => at >= 0 && !mayBeWhole(text, at));
    expect(cuts.length).toBeGreaterThan(50);
    for (const at of cuts)
      expect({ at, outcome: await outcomeOf(text.slice(0, at)) }).not.toMatchObject({ outcome: 'green' });
  });
});

const STATS = 'Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Requests/s,50%,95%,99%';
const JTL = 'timeStamp,elapsed,label,responseCode,responseMessage,success,failureMessage,allThreads';

describe('what is no load report, or a broken one', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a file with data', 'id,name,price\n1,Rex,9\n', 'load.csv contains no test results'],
    ['data with columns of the same names', 'Name,Type\nRex,dog\n', 'load.csv contains no test results'],
    ['a log of other times', 'timeStamp,elapsed\n1,2\n', 'load.csv contains no test results'],
    [
      'other JSON',
      '{"metrics":{"a":{"value":1}}}',
      'load.csv contains no test results: it is JSON in an unknown format',
    ],
    ['a report without a row', `${STATS}\n`, 'load.csv ends before its end; 0 of at least 0 results kept'],
    [
      'a report without a route',
      `${STATS}\n,Aggregated,0,0,0,0,0,N/A,N/A,N/A\n`,
      'the load report contains no request',
    ],
    [
      'a report without its sum',
      `${STATS}\nGET,/,9,0,1,1,1,1,1,1\n`,
      'load.csv ends before its end; 1 of at least 1 results kept',
    ],
    [
      'a report that lost a route',
      `${STATS}\nGET,/,9,0,1,1,1,1,1,1\n,Aggregated,19,0,1,1,1,1,1,1\n`,
      'the routes of the load report add up to 9 requests, its total to 19',
    ],
    [
      'a report with words for numbers',
      `${STATS}\nGET,/,many,0,1,1,1,1,1,1\nGET,/a,1,0,1,1,1,1,1,1\n,Aggregated,1,0,1,1,1,1,1,1\n`,
      "1 row of the load's report cannot be read",
    ],
    ['a log without a sample', `${JTL}\n`, 'the load report contains no request'],
    [
      'a log with a row of another width',
      `${JTL}\n1700000000000,5,GET /,200,OK,true,,1\n1,2\n1700000000000,5,GET /,200,OK,true,,1\n`,
      "1 row of the load's report cannot be read",
    ],
    [
      'a log with a stray quote',
      `${JTL}\n1700000000000,5,GET /,200,OK,true,,1\n1700000000000,5,"GET /,200,OK,true,,1\n`,
      'load.csv ends before its end; 1 of at least 1 results kept',
    ],
    [
      'a log with times that are none',
      `${JTL}\n1700000000000,soon,GET /,200,OK,true,,1\n1700000000000,5,GET /,200,OK,maybe,,1\n`,
      "2 rows of the load's report cannot be read",
    ],
    [
      'a k6 summary of no request',
      '{"root_group":{},"metrics":{"iterations":{"count":0}}}',
      'the load report contains no request',
    ],
    [
      'an Artillery report of no request',
      '{"aggregate":{"counters":{},"summaries":{}},"intermediate":[]}',
      'the load report contains no request',
    ],
    ["JMeter's XML", '<?xml version="1.0"?>\n<testResults version="1.2"></testResults>', "it is JMeter's XML"],
  ];

  test.each(cases)('%s is red and says why', async (_what, text, sentence) => {
    const report = await readReport(chunksOf(text, 7), { name: 'load.csv', place: 'load' });
    const reported = [...report.problems, ...report.suiteErrors].map(({ message }) => message);
    expect(reported.filter((message) => message.includes(sentence))).toHaveLength(1);
    expect(totalsOfReport(report).outcome).toBe('red');
  });

  test('what Locust writes beside its report is about no test and is no problem', async () => {
    const reports = await readFolder('locust-2.47.0');
    const history = reports.find(({ name }) => name.endsWith('_history.csv'));
    expect(history?.report).toMatchObject({ format: 'locust-history', cases: [], problems: [], suiteErrors: [] });
  });

  test('a k6 summary gives way to its own samples, and to those of no other run', async () => {
    const held = await readFolder('k6-1.8.1-limits-held');
    const others = await readFolder('k6-1.8.1-csv');
    const summary = held.filter(({ name }) => name === 'summary.json');
    const namesOf = (reports: readonly NamedReport[]): readonly string[] =>
      judgeLoad(reports).flatMap(({ report }) => report.cases.map(({ name }) => name));
    const twice = (reports: readonly NamedReport[]): number => namesOf(reports).length - new Set(namesOf(reports)).size;
    expect(twice(held)).toBe(0);
    // As many requests, of which as many failed: all routes and both checks are reported twice.
    expect(twice([...summary, ...others])).toBe(3);
    const bad = judgeLoad([...summary, ...others]).flatMap(({ report }) =>
      report.cases.filter(({ status }) => status !== 'passed'),
    );
    expect(bad.map(({ name }) => name)).toEqual(['pets › the pet is there', 'GET /pets/{id}', 'all routes']);
  });

  test("Locust's failures without its routes are red", async () => {
    const failures = (await readFolder('locust-2.47.0')).filter(({ name }) => name.endsWith('_failures.csv'));
    const [alone] = judgeLoad(failures, ANYTHING);
    expect(alone?.report.cases.map(({ status }) => status)).toEqual(['failed', 'failed']);
  });
});

describe('a log of samples', () => {
  const row = (elapsed: number, label = 'GET /', success = 'true'): string =>
    `${1_700_000_000_000 + elapsed},${elapsed},${label},200,OK,${success},,1`;

  test('gives percentiles by nearest rank', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => row(200 - index));
    const report = await readReport(chunksOf(`${JTL}\n${rows.join('\n')}\n`, 501), {
      name: 'a',
      place: '',
    });
    expect(report.cases[0]?.load).toMatchObject({ count: 200, p50Ms: 100, p95Ms: 190, p99Ms: 198 });
  });

  test('of a script without names for its routes keeps the first two thousand apart', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) =>
      row(1, `GET /${index}`, index === 2_999 ? 'false' : 'true'),
    );
    const report = await readReport(chunksOf(`${JTL}\n${rows.join('\n')}\n`, 4_096), {
      name: 'a',
      place: '',
    });
    expect(report.cases).toHaveLength(2_001);
    expect(report.cases.filter(({ status }) => status === 'failed')).toMatchObject([
      { name: 'further routes', load: { count: 1_000, failures: 1 } },
    ]);
  });

  test('may be written with other marks between its cells, or times in words', async () => {
    const text = `${JTL.replaceAll(',', ';')}\n2026/01/02 03:04:05.678;12;a;200;OK;true;;1\n`;
    const report = await readReport(chunksOf(text, 64), { name: 'a', place: '' });
    expect(report.cases).toMatchObject([{ name: 'a', status: 'passed', load: { p95Ms: 12 } }]);
  });
});
