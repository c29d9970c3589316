import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LighthouseSettings } from '../../src/model/quality.js';
import { COMMON, prepareQuality, redTests, runQuality, type QualityRun } from './run-quality.js';
import { startPlanted, type RunningShop } from './start-planted.js';
import { SHOP, SITE } from './tools.js';
import { describeWith } from './with-tools.js';

const OWN: LighthouseSettings = {
  runner: 'lighthouse',
  urls: ['/gallery'],
  thresholds: { performance: 60, accessibility: 90 },
  device: 'mobile',
  runs: 1,
  install: false,
};
const suite = { ...COMMON, ...OWN, workingDirectory: SITE };

describeWith(['site', 'chromium'], 'Lighthouse on a shop with a slow page', () => {
  let shop: RunningShop;
  let run: QualityRun;
  beforeAll(async () => {
    shop = await startPlanted(true);
    run = await runQuality({ suite, env: { BASE_URL: shop.baseUrl } });
  });
  afterAll(async () => {
    run.remove();
    await shop.stop();
  });

  test('reports each category as a test with its score, and fails the slow one', () => {
    expect(run.tests.map(({ id }) => id)).toEqual(['/gallery › performance', '/gallery › accessibility']);
    const red = redTests(run);
    expect(Object.keys(red)).toEqual(['/gallery › performance']);
    expect(red['/gallery › performance']).toMatch(/^performance of \/gallery is \d{1,2}, limit 60$/);
    const [performance, accessibility] = run.tests.map(({ properties }) => properties);
    expect(Number(performance?.['score'])).toBeLessThan(60);
    expect(Number(performance?.['total-blocking-time'])).toBeGreaterThan(200);
    expect(accessibility).toMatchObject({ score: '100', limit: '90', route: '/gallery' });
    expect(run.exitCode).toBe(1);
  });

  test('finds the category and the audits that cost it its points', () => {
    expect(run.findings[0]).toMatchObject({ code: 'performance', severity: 'high', route: '/gallery' });
    expect(run.findings.map(({ code }) => code)).toContain('total-blocking-time');
  });

  test('keeps the report as HTML and JSON', () => {
    expect(readFileSync(join(run.directory, 'gallery.report.html'), 'utf8')).toContain('<!doctype html>');
    const json = JSON.parse(readFileSync(join(run.directory, 'gallery.report.json'), 'utf8')) as {
      formFactor?: string;
    };
    expect(json).toHaveProperty('configSettings.formFactor', 'mobile');
    expect(run.version).toMatch(/^1\d\./);
    expect(run.finished).toBe(true);
  });
});

describeWith(['site', 'chromium'], 'Lighthouse on the shop without defects', () => {
  test('passes the page on a desktop, by the median of two runs', async () => {
    const shop = await startPlanted(false);
    const own = { device: 'desktop', runs: 2, thresholds: { performance: 60 } } as const;
    const run = await runQuality({ suite: { ...suite, ...own }, env: { BASE_URL: shop.baseUrl } });
    await shop.stop();
    run.remove();
    expect(redTests(run)).toEqual({});
    const [test] = run.tests;
    const scores = test?.properties['scores']?.split(' ').map(Number) ?? [];
    expect(scores).toHaveLength(2);
    expect(Number(test?.properties['score'])).toBe(Math.min(...scores));
    expect(run.exitCode).toBe(0);
  });
});

describeWith(['site', 'chromium'], 'Lighthouse without a shop', () => {
  test('is an error for every category of every page', async () => {
    const run = await runQuality({ suite, env: { BASE_URL: 'http://127.0.0.1:9' } });
    run.remove();
    expect(run.tests.map(({ attempts }) => attempts.at(-1)?.status)).toEqual(['error', 'error']);
    expect(redTests(run)['/gallery › performance']).toMatch(/^\/gallery could not be measured: /);
    expect(run.exitCode).toBe(1);
  });
});

describe('settings of a Lighthouse suite', () => {
  test('a missing lighthouse is a configuration error with the line that installs it', async () => {
    const bare = { ...suite, workingDirectory: SHOP };
    const prepared = await prepareQuality({ suite: bare, env: { BASE_URL: 'http://127.0.0.1:9' }, workspace: SHOP });
    expect(prepared).toMatchObject({ ok: false, problem: { forces: 'config-error' } });
    expect(JSON.stringify(prepared)).toMatch(/npm install --no-save lighthouse@[\d.]+/);
  });
});
