import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AxeSettings } from '../../src/model/quality.js';
import { pagesAndOptions } from '../../src/quality/page-suite.js';
import { COMMON, prepareQuality, redTests, runQuality, type QualityRun } from './run-quality.js';
import { startPlanted, type RunningShop } from './start-planted.js';
import { SHOP, SITE } from './tools.js';
import { describeWith } from './with-tools.js';

const OWN: AxeSettings = {
  runner: 'axe',
  urls: ['/', 'gift-card', '/nowhere'],
  tags: [],
  failOn: 'serious',
  waitFor: null,
  sitemap: null,
  install: false,
};
const suite = { ...COMMON, ...OWN, workingDirectory: SITE };
const PNG = [0x89, 0x50, 0x4e, 0x47];

describeWith(['site', 'chromium'], 'axe on a shop with a field without a label and pale text', () => {
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

  test('reports each page as a test and fails the one with violations', () => {
    expect(run.tests.map(({ id }) => id)).toEqual(['axe › /', 'axe › /gift-card', 'axe › /nowhere']);
    expect(redTests(run)).toEqual({
      'axe › /gift-card': '/gift-card breaks 2 rules: label (critical, 1 element), color-contrast (serious, 1 element)',
      'axe › /nowhere': '/nowhere could not be judged: the page answered 404',
    });
    expect(run.exitCode).toBe(1);
  });

  test('finds each violation with impact, rule, selector and help link', () => {
    const reported = run.findings.map(({ code, selector, route, severity, metadata }) => {
      return [code, selector, route, severity, metadata['impact']];
    });
    expect(reported).toEqual([
      ['label', '#amount', '/gift-card', 'critical', 'critical'],
      ['color-contrast', '.note', '/gift-card', 'high', 'serious'],
    ]);
    for (const { metadata } of run.findings) expect(metadata['help_url']).toMatch(/^https:\/\/dequeuniversity\.com\//);
  });

  test('keeps a picture of each broken element', () => {
    const files = run.findings.flatMap((finding) => finding.evidence_refs);
    expect(files).toHaveLength(2);
    for (const file of files) expect([...readFileSync(join(run.directory, file)).subarray(0, 4)]).toEqual(PNG);
    expect(run.tests[1]?.attachments).toEqual(files.map((file) => join(run.directory, file.replace(/^\.\//, ''))));
  });

  test('judges the pages of a sitemap by the rules of the tags, with Puppeteer where there is no Playwright', async () => {
    const own = { urls: [], sitemap: '/sitemap.xml', tags: ['wcag2a'], waitFor: 'main h1' };
    const again = await runQuality({
      suite: { ...suite, ...own },
      env: { BASE_URL: shop.baseUrl },
      workspace: SITE,
    });
    again.remove();
    expect(JSON.parse(readFileSync(join(SITE, 'node_modules/puppeteer-core/package.json'), 'utf8'))).toHaveProperty(
      'version',
    );
    expect(again.tests.map(({ id }) => id)).toEqual(['axe › /', 'axe › /gift-card']);
    expect(redTests(again)).toEqual({ 'axe › /gift-card': '/gift-card breaks 1 rule: label (critical, 1 element)' });
  });

  test('refuses tags that no rule has, under which every page would pass', async () => {
    const own = { urls: ['/gift-card'], tags: ['wcag9zz'] };
    const again = await runQuality({ suite: { ...suite, ...own }, env: { BASE_URL: shop.baseUrl } });
    again.remove();
    expect(again.tests).toEqual([]);
    expect(again.output).toContain('axe-core has no rule with a tag of `tags`: wcag9zz');
    expect(again.exitCode).toBe(1);
  });

  test('lets pass what is below the impact of `fail-on`, and finds it all the same', async () => {
    const own = { urls: ['/gift-card'], tags: ['wcag2aa'], failOn: 'critical' } as const;
    const again = await runQuality({ suite: { ...suite, ...own }, env: { BASE_URL: shop.baseUrl } });
    again.remove();
    expect(redTests(again)).toEqual({});
    expect(again.exitCode).toBe(0);
    expect(again.findings.map(({ code }) => code)).toEqual(['color-contrast']);
  });
});

describeWith(['site', 'chromium'], 'axe on the shop without defects', () => {
  test('passes every page', async () => {
    const shop = await startPlanted(false);
    const own = { urls: ['/', '/gift-card', '/gallery'] };
    const run = await runQuality({ suite: { ...suite, ...own }, env: { BASE_URL: shop.baseUrl } });
    await shop.stop();
    run.remove();
    expect(redTests(run)).toEqual({});
    expect(run.tests).toHaveLength(3);
    expect(run.findings).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(run.version).toMatch(/^4\./);
    expect(run.finished).toBe(true);
  });
});

describe('settings of an axe suite', () => {
  const env = { BASE_URL: 'http://127.0.0.1:9' };

  test('a missing axe-core is a configuration error with the line that installs it', async () => {
    const bare = { ...suite, workingDirectory: SHOP };
    const prepared = await prepareQuality({ suite: bare, env, workspace: SHOP });
    const problem = { message: 'axe-core is not installed', forces: 'config-error' };
    expect(prepared).toMatchObject({ ok: false, problem });
    expect(JSON.stringify(prepared)).toMatch(/npm install --no-save axe-core@[\d.]+ playwright-core@[\d.]+/);
  });

  test('the pages may stand in one line behind the runner', () => {
    const line = { ...suite, urls: [], path: '/', args: ['/gift-card', 'https://example.com/'] };
    expect(pagesAndOptions(line)).toEqual({ pages: ['/', '/gift-card', 'https://example.com/'], options: [] });
    const named = { ...suite, urls: ['/a'], path: '/b', args: ['--quiet'] };
    expect(pagesAndOptions(named)).toEqual({ pages: ['/a'], options: ['--quiet'] });
  });

  test('an option is refused, as there is nothing that would hear it', async () => {
    const prepared = await prepareQuality({
      suite: { ...suite, urls: [], path: '/', args: ['--tags', 'wcag2a'] },
      env,
    });
    const message = 'axe takes no options, but `args` contains --tags';
    expect(prepared).toMatchObject({ ok: false, problem: { message, forces: 'config-error' } });
  });

  test('paths without a base URL are a configuration error', async () => {
    const prepared = await prepareQuality({ suite });
    expect(prepared).toMatchObject({
      ok: false,
      problem: { message: '/ is a relative URL, and there is no base URL', forces: 'config-error' },
    });
  });
});

describeWith(['chromium'], 'an axe suite that may install', () => {
  test('installs pinned packages into a folder of its own, and nothing without being asked', async () => {
    const bare = { ...suite, workingDirectory: SHOP, install: true };
    const prepared = await prepareQuality({
      suite: bare,
      env: { BASE_URL: 'http://127.0.0.1:9' },
      workspace: SHOP,
    });
    if (!prepared.ok) throw new Error(prepared.problem.message);
    const [npm, ...args] = prepared.suite.setup?.command ?? [];
    expect(npm).toMatch(/npm/);
    expect(args).toContain(join(SHOP, '.qaagent', 'tools', 'axe'));
    expect(args.filter((arg) => arg.includes('@')).every((arg) => /@\d+\.\d+\.\d+$/.test(arg))).toBe(true);
  });
});
