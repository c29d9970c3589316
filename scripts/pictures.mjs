// `npm run pictures`: runs the demo and takes the pictures of the README with Chromium.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { runDemo } from './demo.mjs';
import { setUp, SHOP_TOOLS } from './setup.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const PICTURES = join(ROOT, 'docs', 'pictures');
const SIZE = { width: 1000, height: 640 };

/** What each picture shows: a page of the demo, and what to do before it is taken. */
const SHOTS = [
  { name: 'check', page: 'check.html' },
  { name: 'report', page: 'evidence/report.html' },
  { name: 'report-tests', page: 'evidence/report.html', at: '#tests' },
];

const tools = setUp({ need: SHOP_TOOLS });
if (tools.chromium === null) throw new Error(`there is no Chromium: ${tools.missing.join(', ')}`);
const record = await runDemo({ tools, onLine: () => undefined });
record.remove();
mkdirSync(PICTURES, { recursive: true });
const browser = await chromium.launch({ executablePath: tools.chromium, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1.5, colorScheme: 'light' });
for (const { name, page: file, at } of SHOTS) {
  await page.goto(pathToFileURL(join(ROOT, '.demo', file)).href);
  if (at !== undefined) await page.locator(at).scrollIntoViewIfNeeded();
  if (at !== undefined) await page.evaluate((id) => globalThis.document.querySelector(id).scrollIntoView(), at);
  const path = join(PICTURES, `${name}.png`);
  await page.screenshot({ path });
  process.stdout.write(`${path}\n`);
}
await browser.close();
