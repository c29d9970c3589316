import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildView } from '../../../src/publish/view/build-view.js';
import { renderHtmlReport } from '../../../src/publish/html/report.js';
import { findChromium, launch } from '../browser.js';
import { NOT_DIAGNOSED, START, attempt, publishContext, runReport, suiteRun, testCase } from '../build.js';
import { GOLDEN_CASES, type GoldenCase } from '../golden-cases.js';
import { writtenText } from '../../fakes/written-text.js';

// A browser on a shared machine has slow moments.

const chromium = findChromium();
const required = process.env['REQUIRE_RUNNERS'] === '1';
if (chromium === null)
  console.warn('SKIPPED: no Chromium found; set CHROMIUM_PATH. The page is not tested in a browser.');
const inBrowser = chromium === null && !required ? describe.skip : describe;

/** Only a page that hangs may meet this limit. */
const LONGEST_MS = 1_200_000;
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const axeRun = (runOnly: readonly string[]): string => `axe
  .run(document, { runOnly: ${JSON.stringify(runOnly)} })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html + ' ' + nodes[0].failureSummary))`;
const AXE_RUN = axeRun(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
/** The dark page is the light one in other colours. */
const AXE_COLOURS = axeRun(['color-contrast']);

interface Opened {
  readonly page: Page;
  /** Script errors, console errors, dialogs, requests that leave the disk. */
  readonly trouble: readonly string[];
}

inBrowser('the page in a browser', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'report-'));
    browser = await launch(chromium ?? 'chromium');
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The address of the page of a run. */
  function write({ report, diagnosis, context }: GoldenCase): string {
    const file = join(folder, 'report.html');
    writeFileSync(file, writtenText(renderHtmlReport(buildView(report, diagnosis, context), report)));
    return pathToFileURL(file).href;
  }

  async function open(run: GoldenCase, options: BrowserContextOptions = {}): Promise<Opened> {
    const address = write(run);
    const page = await browser.newPage(options);
    page.setDefaultTimeout(LONGEST_MS);
    const trouble: string[] = [];
    page.on('pageerror', (error) => trouble.push(`script: ${error.message}`));
    page.on('console', (message) => trouble.push(`console: ${message.text()}`));
    page.on('dialog', (dialog) => trouble.push(`dialog: ${dialog.message()}`));
    page.on('request', (request) => request.url().startsWith('file:') || trouble.push(`network: ${request.url()}`));
    await page.goto(address);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    return { page, trouble };
  }

  const golden = (name: string): GoldenCase => (GOLDEN_CASES[name] ?? missing)();

  for (const name of Object.keys(GOLDEN_CASES)) {
    test(`opens without an error or a request: ${name}`, async () => {
      const { page, trouble } = await open(golden(name));
      await page.evaluate("document.querySelectorAll('.test').forEach((test) => { test.open = true; })");
      await page.waitForTimeout(50);
      // A hostile name may well name a screenshot that does not exist.
      expect(trouble.filter((line) => !line.includes('ERR_FILE_NOT_FOUND'))).toEqual([]);
      const allowed = 'script:not([type]), script[type="application/json"], style';
      expect(await page.locator('script, style').count()).toBe(await page.locator(allowed).count());
      expect(
        await page
          .locator('iframe, object, embed, form, link, base, [onerror], [onclick], [onload], h1 *:not(.mark)')
          .count(),
      ).toBe(0);
      await page.close();
    });
  }

  const looks: readonly (readonly [string, BrowserContextOptions])[] = [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['on a phone', { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }],
  ];
  for (const [look, options] of looks) {
    for (const name of ['three-causes', 'timeout', 'config-error', 'flaky-only', 'hostile-names']) {
      test(`has no accessibility violation ${look}: ${name}`, async () => {
        const { page } = await open(golden(name), { ...options, bypassCSP: true });
        await page.evaluate("document.querySelectorAll('details').forEach((fold, at) => { fold.open = at < 30; })");
        await page.evaluate(AXE);
        const found = await page.evaluate<readonly string[]>(look === 'dark' ? AXE_COLOURS : AXE_RUN);
        expect(found).toEqual([]);
        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect(overflow).toBe(0);
        await page.close();
      });
    }
  }

  test('finds tests by words, state, suite and cause, and says how many', async () => {
    const { page } = await open(golden('three-causes'));
    const count = page.locator('#count');
    await expectText(count, '242 of 242 tests');
    await page.fill('#f-q', 'orders 500');
    await expectText(count, '9 of 242 tests');
    await page.fill('#f-q', '');
    await page.locator('#chips button', { hasText: 'flaky' }).click();
    await expectText(count, '1 of 242 tests');
    await page.locator('#clear').click();
    await page.selectOption('#f-suite', { label: 'behave' });
    await expectText(count, '46 of 242 tests');
    await page.locator('[data-cause="1"]').click();
    await expectText(count, '30 of 242 tests');
    expect(new URL(page.url()).hash).toBe('#cause=1');
    await page.close();
  });

  test('opens a test with the keyboard and shows its attempts side by side', async () => {
    const { page } = await open(golden('three-causes'));
    await page.fill('#f-q', 'pays with card');
    await expectText(page.locator('#count'), '1 of 242 tests');
    await page.locator('.test summary').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.attempt h3').first().waitFor();
    expect(await page.locator('.attempt h3').allTextContents()).toEqual([
      expect.stringContaining('Attempt 1: timed out in 30s'),
      expect.stringContaining('Attempt 2: passed in 2.1s'),
    ]);
    await page.close();
  });

  test('shows colours as colours and every other sequence as text', async () => {
    const message = '\u001b[31mred\u001b[0m \u001b[1;32mgreen\u001b[m plain \u001b]0;title\u0007\u001b[2J<b>x</b>';
    const broken = testCase('tests/a.py::test', { attempts: [attempt('failed', { message, details: '' })] });
    const { page } = await open({
      report: runReport([suiteRun('unit', [broken])]),
      diagnosis: NOT_DIAGNOSED,
      context: publishContext(),
    });
    await page.locator('.test summary').first().click();
    const pre = page.locator('.attempt pre').first();
    expect(await pre.locator('.c31').textContent()).toBe('red');
    expect(await pre.locator('.c32.bold').textContent()).toBe('green');
    expect(await pre.locator('b').count()).toBe(0);
    expect(await pre.textContent()).toContain('<b>x</b>');
    await page.close();
  });

  test('keeps a filter in its address', async () => {
    const { page } = await open(golden('three-causes'));
    await page.fill('#f-q', 'login');
    await expectText(page.locator('#count'), '1 of 242 tests');
    await page.reload();
    await expectText(page.locator('#count'), '1 of 242 tests');
    expect(await page.inputValue('#f-q')).toBe('login');
    await page.close();
  });

  test('has an address for each test, and opens the test at it', async () => {
    const { page } = await open(golden('three-causes'));
    const first = page.locator('.test').first();
    await first.locator('summary').first().click();
    const link = first.getByText('link to this test');
    const address = await link.getAttribute('href');
    const id = await first.locator('.id').first().textContent();
    await page.goto(`${page.url().split('#')[0] ?? ''}${address ?? ''}`);
    await page.reload();
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    expect(await page.locator('.test[open] .id').first().textContent()).toBe(id);
    await page.close();
  });

  test('steps through filters with the back button, and follows an address that is typed', async () => {
    const { page } = await open(golden('three-causes'));
    const count = page.locator('#count');
    await page.locator('#chips button', { hasText: 'flaky' }).click();
    await page.selectOption('#f-suite', 'behave');
    await expectText(count, '0 of 242 tests');
    expect(new URL(page.url()).hash).toBe('#state=flaky&suite=behave');
    await page.goBack();
    await expectText(count, '1 of 242 tests');
    await page.goBack();
    await expectText(count, '242 of 242 tests');
    await page.evaluate("location.hash = 'age=new&suite=unit'");
    await expectText(count, '31 of 242 tests');
    expect(await page.inputValue('#f-age')).toBe('new');
    await page.close();
  });

  test('searches with /, and leaves the search and a test with Escape', async () => {
    const { page } = await open(golden('three-causes'));
    const count = page.locator('#count');
    await page.keyboard.press('/');
    await page.keyboard.type('pays with card');
    await expectText(count, '1 of 242 tests');
    await page.keyboard.press('Escape');
    await expectText(count, '242 of 242 tests');
    await page.locator('.test summary').first().press('Enter');
    await page.locator('.test[open] .attempt').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.test[open]').count()).toBe(0);
    await page.close();
  });

  test('opens the test that a cause or the flaky section names', async () => {
    const { page } = await open(golden('three-causes'));
    for (const section of ['#cause-3', '#flaky']) {
      const link = page.locator(`${section} a[href^="#test="]`).first();
      const name = await link.textContent();
      await link.click();
      await page.locator('.test[open] .attempt').first().waitFor();
      expect(await page.locator('.test[open] .id').first().textContent()).toBe(name);
    }
    await page.close();
  });

  test('moves nothing while it opens', async () => {
    const page = await browser.newPage();
    await page.addInitScript(
      'window.moved = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.moved += entry.value; }).observe({ type: "layout-shift", buffered: true });',
    );
    await page.goto(write(golden('all-green')));
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    expect(await page.evaluate('window.moved')).toBe(0);
    await page.close();
  });

  test('shows verdict, causes and suites without JavaScript, and no control that does nothing', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(write(golden('three-causes')));
    expect(await page.locator('#cause-1 li code', { hasText: 'test_pets.py::test_1' }).isVisible()).toBe(true);
    expect(await page.locator('noscript').isVisible()).toBe(true);
    expect(await page.locator('button:visible, input:visible, select:visible').count()).toBe(0);
    await page.close();
  });

  test('says once what message and details both say, with a button that copies it', async () => {
    const message = '\u001b[31mError\u001b[0m: not visible';
    const trace = testCase('a.spec.ts › pays', {
      attempts: [attempt('failed', { message, details: 'Error: not visible\n\n  at a.spec.ts:3' })],
      attachments: ['artifacts/e2e/attempt-1/results/pays/trace.zip'],
    });
    const { page } = await open({
      report: runReport([suiteRun('unit', [trace])]),
      diagnosis: NOT_DIAGNOSED,
      context: publishContext(),
    });
    await page.locator('.test summary').first().click();
    const texts = page.locator('.attempt .copyable');
    expect(await texts.allTextContents()).toEqual([
      expect.stringContaining('Error: not visible\n\n  at a.spec.ts:3'),
      expect.stringContaining('npx playwright show-trace artifacts/e2e/attempt-1/results/pays/trace.zip'),
    ]);
    expect(await texts.first().getByRole('button', { name: 'Copy' }).count()).toBe(1);
    await page.close();
  });

  test('copies a command, or selects it where the browser refuses', async () => {
    const { page } = await open(golden('three-causes'));
    await page.locator('.card .copy').first().click();
    await page
      .locator('.card .copy')
      .first()
      .filter({ hasText: /^(Copied|Selected)$/ })
      .waitFor();
    await page.close();
  });

  test('says that nothing matches, and that nothing ran', async () => {
    const { page } = await open(golden('three-causes'), { bypassCSP: true });
    await page.locator('#chips button', { hasText: 'failed' }).click();
    await page.fill('#f-q', 'no test has this name');
    await expectText(page.locator('#list p'), 'No test matches these filters.');
    await page.evaluate(AXE);
    expect(await page.evaluate<readonly string[]>(AXE_RUN)).toEqual([]);
    await page.close();
    const none = { report: runReport([suiteRun('unit', [])]), diagnosis: NOT_DIAGNOSED, context: publishContext() };
    const empty = await open(none);
    await expectText(empty.page.locator('#list p'), 'No test ran.');
    await empty.page.close();
  });

  test('opens and searches 100,000 tests', async () => {
    const tests = Array.from({ length: 100_000 }, (_, index) =>
      testCase(`tests/module_${index % 400}/test_feature.py::test_case_with_a_name_${index}`, {
        attempts: [
          attempt(index % 50 === 0 ? 'failed' : 'passed', {
            startedAt: START + index * 3,
            message: index % 50 === 0 ? 'boom' : '',
          }),
        ],
      }),
    );
    const { page } = await open({
      report: runReport([suiteRun('unit', tests)]),
      diagnosis: NOT_DIAGNOSED,
      context: publishContext(),
    });
    await page.fill('#f-q', 'name_99999');
    await expectText(page.locator('#count'), '1 of 100,000 tests');
    expect(await page.locator('.test').count()).toBe(1);
    await page.close();
  });
});

async function expectText(locator: ReturnType<Page['locator']>, text: string): Promise<void> {
  await locator.filter({ hasText: new RegExp(`^${text}$`) }).waitFor();
  expect(await locator.textContent()).toBe(text);
}

function missing(): never {
  throw new Error('no such case');
}
