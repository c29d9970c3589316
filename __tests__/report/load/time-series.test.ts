import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { LoadPoint } from '../../../src/model/load.js';
import { LoadTimeSeries } from '../../../src/report/load/time-series.js';
import { readSampleLog } from '../../../src/report/load/sample-log.js';
import type { LoadSampleEntry } from '../../../src/report/load/sample.js';
import { LOAD } from '../load-fixtures.js';

const MOST_BYTES = 1 << 24;

async function toSuiteResult(file: string): Promise<readonly LoadPoint[] | null> {
  const course = new LoadTimeSeries();
  const isLog = await readSampleLog(createReadStream(join(LOAD, file)), MOST_BYTES, (moment) => course.add(moment));
  return isLog ? course.points() : null;
}

function pointsOf(moments: readonly LoadSampleEntry[]): readonly LoadPoint[] {
  const course = new LoadTimeSeries();
  for (const moment of moments) course.add(moment);
  return course.points();
}

const request = (
  startedAtMs: number,
  elapsedMs: number,
  failed = false,
  users: number | null = null,
): LoadSampleEntry => {
  return { of: 'requests', name: 'GET /', startedAtMs, elapsedMs, failed, error: '', users };
};

describe('the course of a load from its samples', () => {
  test('counts each request in the second of its answer', () => {
    expect(
      pointsOf([
        request(10_000, 100, false, 2),
        request(10_100, 300),
        request(10_500, 800, true),
        { of: 'users', startedAtMs: 11_200, users: 5 },
        { of: 'checks', name: 'a', startedAtMs: 11_200, elapsedMs: 0, failed: true, error: '', users: null },
        request(13_000, 10),
      ]),
    ).toEqual([
      { second: 0, users: 2, requestsPerSecond: 2, failuresPerSecond: 0, p50: 100, p95: 300 },
      { second: 1, users: 5, requestsPerSecond: 1, failuresPerSecond: 1, p50: 800, p95: 800 },
      { second: 2, users: 5, requestsPerSecond: 0, failuresPerSecond: 0, p50: null, p95: null },
      { second: 3, users: 5, requestsPerSecond: 1, failuresPerSecond: 0, p50: 10, p95: 10 },
    ]);
  });

  test('of a very long run is thinned out without losing a request', () => {
    const points = pointsOf(Array.from({ length: 9_000 }, (_, second) => request(second * 1_000, 1)));
    expect(points).toHaveLength(1_800);
    expect(points.every(({ requestsPerSecond }) => requestsPerSecond === 1)).toBe(true);
  });

  test('of times that cannot belong to one run is empty', () => {
    expect(pointsOf([request(0, 1), request(1_700_000_000_000, 1)])).toEqual([]);
    expect(pointsOf([])).toEqual([]);
  });

  test.each([
    ['k6-1.8.1-csv/k6.csv', 36],
    ['k6-1.8.1-json-lines/k6.json', 36],
    ['jmeter-5.6.3/results.jtl', 72],
  ])('%s has one in which every request is counted', async (file, requests) => {
    const points = (await toSuiteResult(file)) ?? [];
    expect(points.length).toBeGreaterThan(1);
    expect(points.reduce((sum, { requestsPerSecond }) => sum + requestsPerSecond, 0)).toBe(requests);
    expect(Math.max(...points.map(({ users }) => users))).toBe(3);
  });

  test.each(['locust-2.47.0/loc_stats.csv', 'artillery-2.0.21/art.json', 'k6-1.8.1-summary-export/summary.json'])(
    '%s has none',
    async (file) => {
      expect(await toSuiteResult(file)).toBeNull();
    },
  );
});
