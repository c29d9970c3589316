import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { buildView } from '../../../src/publish/view/build-view.js';
import { renderHtmlReport } from '../../../src/publish/html/report.js';
import { LOAD, finding, loaded, ofRunner, scored } from '../a-quality-run.js';
import { findChromium, launch } from '../browser.js';
import { NOT_DIAGNOSED, publishContext, runReport } from '../build.js';
import { writtenText } from '../../fakes/written-text.js';

const chromium = findChromium();
const inBrowser = chromium === null && process.env['REQUIRE_RUNNERS'] !== '1' ? describe.skip : describe;
/** Only a page that hangs may meet this limit. */
const LONGEST_MS = 1_200_000;
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['on a phone', { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }],
];

function page(): string {
  const report = runReport([
    ofRunner('speed', 'lighthouse', [scored('performance', '55', 'failed'), scored('seo', '100', 'passed')]),
    ofRunner('load', 'locust', [loaded]),
  ]);
  const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
  const findings = [{ suite: 'a11y', findings: severities.map((severity) => finding({ severity })) }];
  const context = publishContext({ load: [{ suite: 'load', points: LOAD }] });
  return writtenText(renderHtmlReport(buildView(report, NOT_DIAGNOSED, context), report, findings));
}

inBrowser('findings, scores and load in a browser', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'findings-'));
    writeFileSync(join(folder, 'report.html'), page());
    browser = await launch(chromium ?? 'chromium');
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(LOOKS)('have no accessibility violation and stay on the page: %s', async (_look, options) => {
    const opened = await browser.newPage({ ...options, bypassCSP: true });
    opened.setDefaultTimeout(LONGEST_MS);
    await opened.goto(pathToFileURL(join(folder, 'report.html')).href);
    await opened.waitForSelector('html[data-ready]', { state: 'attached' });
    await opened.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })");
    await opened.evaluate(AXE);
    const found = await opened.evaluate<readonly string[]>(
      "axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
    );
    expect(found).toEqual([]);
    const width = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await opened.evaluate(width)).toBe(0);
    await opened.close();
  });
});
