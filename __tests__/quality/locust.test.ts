import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LocustSettings } from '../../src/model/quality.js';
import { COMMON, prepareQuality, redTests, runQuality, type QualityRun } from './run-quality.js';
import { ENOUGH_LOAD, SLOW_SECONDS, startPlanted, type RunningShop } from './start-planted.js';
import { SHOP } from './tools.js';
import { describeWith } from './with-tools.js';

const OWN: LocustSettings = {
  runner: 'locust',
  python: null,
  ...ENOUGH_LOAD,
  install: false,
};
const suite = { ...COMMON, ...OWN, timeoutMs: 2 * OWN.runTimeMs, workingDirectory: SHOP };
const ROUTES = ['locust › GET /health', 'locust › GET /pets/{id}', 'locust › GET /reports/sales'];

describeWith(['python'], 'Locust on a shop with a slow route and a failing one', () => {
  let shop: RunningShop;
  let run: QualityRun;
  beforeAll(async () => {
    shop = await startPlanted(true, SLOW_SECONDS);
    run = await runQuality({ suite, env: { BASE_URL: shop.baseUrl } });
  });
  afterAll(async () => {
    run.remove();
    await shop.stop();
  });

  test('fails the slow route by its p95 and the failing one by its ratio', () => {
    const red = redTests(run);
    expect(Object.keys(red).sort()).toEqual(ROUTES.slice(1));
    expect(red['locust › GET /reports/sales']).toMatch(/^p95 of GET \/reports\/sales is \d+ ms, limit 6000 ms$/);
    expect(red['locust › GET /pets/{id}']).toMatch(/^100 % of \d+ requests to GET \/pets\/\{id\} failed, limit 10 %$/);
    expect(run.exitCode).toBe(1);
  });

  test('reports each route with its numbers', () => {
    expect(run.tests.map(({ id }) => id)).toEqual(ROUTES);
    for (const { properties } of run.tests) {
      expect(Number(properties['requests'])).toBeGreaterThan(0);
      expect(Number(properties['rps'])).toBeGreaterThan(0);
      expect(Number(properties['p50-ms'])).toBeLessThanOrEqual(Number(properties['p95-ms']));
      expect(Number(properties['p95-ms'])).toBeLessThanOrEqual(Number(properties['p99-ms']));
    }
  });

  test('finds the limit that each route broke', () => {
    expect(run.findings.map(({ code, route }) => ({ code, route }))).toEqual([
      { code: 'fail-ratio', route: 'GET /pets/{id}' },
      { code: 'p95', route: 'GET /reports/sales' },
    ]);
  });

  test('keeps the numbers over time as the tool wrote them', () => {
    expect(readFileSync(join(run.directory, 'locust_stats_history.csv'), 'utf8')).toMatch(/^Timestamp,User Count/);
    expect(readFileSync(join(run.directory, 'locust_stats.csv'), 'utf8')).toContain('/reports/sales');
    expect(run.version).toMatch(/^2\./);
    expect(run.finished).toBe(true);
  });
});

describeWith(['python'], 'Locust on the shop without defects', () => {
  test('passes every route', async () => {
    const shop = await startPlanted(false);
    const run = await runQuality({ suite, env: { BASE_URL: shop.baseUrl } });
    await shop.stop();
    run.remove();
    expect(redTests(run)).toEqual({});
    expect(run.tests.map(({ id }) => id)).toEqual(ROUTES);
    expect(run.exitCode).toBe(0);
  });
});

describe('settings of a Locust suite', () => {
  const refusals = [
    {
      title: 'a locustfile that is not there',
      own: { ...OWN, file: 'nothing.py' },
      message: 'nothing.py does not exist',
    },
    {
      title: 'a run time above the timeout',
      own: { ...OWN, file: 'locustfile.py', runTimeMs: 300_000 },
      message: 'not shorter than `timeout`',
    },
  ];
  test.each(refusals)('$title is a configuration error', async ({ own, message }) => {
    const prepared = await prepareQuality({ suite: { ...COMMON, workingDirectory: SHOP, ...own } });
    expect(prepared).toMatchObject({ ok: false, problem: { forces: 'config-error' } });
    expect(JSON.stringify(prepared)).toContain(message);
  });
});
