// Opens each page in a real browser and lets axe-core judge it: a page is a test, a violation a finding.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesOf } from './qaagent-pages.mjs';
import { Session, clipped, loadPackage, plural, readSettings, slug, versionOf } from './qaagent-quality.mjs';

const IMPACTS = ['minor', 'moderate', 'serious', 'critical'];
const SEVERITIES = { minor: 'low', moderate: 'medium', serious: 'high', critical: 'critical' };
const PAGE_MS = 30_000;
const MAX_NODES = 20;
const MAX_SCREENSHOTS = 20;

const settings = readSettings();
const { library, axe: axeFolder, browser: executablePath, browserArgs, tags, failOn, waitFor, directory } = settings;
const session = new Session(settings, 'axe', versionOf(axeFolder));
const source = readFileSync(join(axeFolder, 'axe.min.js'), 'utf8');

async function launch() {
  const loaded = await loadPackage(library.folder);
  const kind =
    library.kind === 'playwright' ? (loaded.chromium ?? loaded.default.chromium) : (loaded.default ?? loaded);
  const path = executablePath === null ? {} : { executablePath };
  return kind.launch({ headless: true, args: browserArgs, timeout: PAGE_MS, ...path });
}

async function openPage(browser, url) {
  const page = await browser.newPage();
  const answer = await page.goto(url, { waitUntil: 'load', timeout: PAGE_MS });
  const status = answer?.status() ?? 0;
  if (status >= 400) throw new Error(`the page answered ${status}`);
  // A page that never falls silent (a socket, a poll) is judged as it stands.
  await quiet(page).catch(() => undefined);
  if (waitFor !== null) await appeared(page);
  return page;
}

/** The same message whatever drives the browser. */
async function appeared(page) {
  const limit = `waitForSelector: Timeout ${PAGE_MS}ms exceeded waiting for selector "${waitFor}"`;
  await page.waitForSelector(waitFor, { timeout: PAGE_MS }).catch((cause) => {
    throw new Error(limit, { cause });
  });
}

function quiet(page) {
  return library.kind === 'playwright'
    ? page.waitForLoadState('networkidle', { timeout: 5000 })
    : page.waitForNetworkIdle({ idleTime: 500, timeout: 5000 });
}

/** Evaluated rather than added as a script, so that no content policy of the page stands in the way. */
async function judge(page) {
  for (const frame of page.frames()) {
    await frame
      .evaluate(`${source};axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] });undefined`)
      .catch(() => {
        if (frame === page.mainFrame()) throw new Error('axe-core could not be started in the page');
      });
  }
  const options = {
    resultTypes: ['violations'],
    ...(tags.length === 0 ? {} : { runOnly: { type: 'tag', values: tags } }),
  };
  const result = await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`);
  return [...result.violations].sort((one, other) => rank(other) - rank(one) || one.id.localeCompare(other.id));
}

const rank = ({ impact }) => IMPACTS.indexOf(impact ?? 'minor');
const selectorOf = ({ target }) => target.flat().join(' >>> ');

/** A picture of each broken element, as many as a person would look at. */
async function picture(page, label, violations) {
  const pictures = new Map();
  const folder = join(directory, 'screenshots');
  mkdirSync(folder, { recursive: true });
  for (const [index, [violation, node]] of violations
    .flatMap((each) => each.nodes.slice(0, MAX_NODES).map((one) => [each, one]))
    .slice(0, MAX_SCREENSHOTS)
    .entries()) {
    // What stands in a frame or a shadow tree has no selector of one document.
    if (node.target.length !== 1 || typeof node.target[0] !== 'string') continue;
    const name = `screenshots/${slug(label)}-${index + 1}-${slug(violation.id)}.png`;
    if (await shoot(page, node.target[0], join(directory, name))) pictures.set(node, name);
  }
  return pictures;
}

/** The element with an outline and what stands around it: alone, a line of text or an empty field says nothing. */
async function shoot(page, selector, path) {
  const outline = (element, style) => element.evaluate((node, given) => (node.style.outline = given), style);
  try {
    const element = await page.$(selector);
    const before = await element.evaluate((node) => node.style.outline);
    await outline(element, '3px solid #d1242f');
    const clip = await element.evaluate(surroundings, library.kind === 'puppeteer');
    await page.screenshot({ path, clip, timeout: 3000 });
    await outline(element, before);
    return true;
  } catch {
    // Without a size there is nothing to show.
    return false;
  }
}

/** In the page: where the picture is cut out, at most 600 by 400. Puppeteer counts from the top of the page. */
function surroundings(node, fromTop) {
  node.scrollIntoView({ block: 'center', inline: 'nearest' });
  const { left, top, width, height } = node.getBoundingClientRect();
  if (width === 0 || height === 0) throw new Error('nothing to see');
  const [x, y] = [Math.max(0, left - 96), Math.max(0, top - 24)];
  const [right, bottom] = [Math.min(innerWidth, left + width + 96), Math.min(innerHeight, top + height + 24)];
  const size = { width: Math.min(600, right - x), height: Math.min(400, bottom - y) };
  return { x: x + (fromTop ? scrollX : 0), y: y + (fromTop ? scrollY : 0), ...size };
}

function tellViolation(label, violation, pictures) {
  const { id, impact, help, helpUrl, nodes } = violation;
  for (const node of nodes.slice(0, MAX_NODES)) {
    const selector = selectorOf(node);
    const file = pictures.get(node);
    session.finding({
      severity: SEVERITIES[impact] ?? 'low',
      code: id,
      message: `${help}: ${clipped(selector, 300)} on ${label}`,
      selector,
      route: label,
      refs: file === undefined ? [] : [file],
      tags: ['accessibility', ...violation.tags],
      metadata: { impact, rule: id, help_url: helpUrl, html: node.html, summary: node.failureSummary ?? '' },
    });
  }
}

const describe = ({ id, impact, nodes }) => `${id} (${impact}, ${plural(nodes.length, 'element')})`;

function detail({ id, impact, help, helpUrl, nodes }) {
  const shown = nodes.slice(0, 5).map((node) => `  ${selectorOf(node)}\n    ${clipped(node.html, 300)}`);
  const more = nodes.length > shown.length ? [`  and ${nodes.length - shown.length} more`] : [];
  return [`${help} (${id}, ${impact})`, `  ${helpUrl}`, ...shown, ...more].join('\n');
}

function resultOf(label, violations, pictures, durationMs) {
  const least = IMPACTS.indexOf(failOn);
  const failing = violations.filter((each) => rank(each) >= least);
  const properties = { route: label, violations: violations.length, failing: failing.length };
  const attachments = [...pictures.values()].map((name) => join(directory, name));
  if (failing.length === 0) return { status: 'passed', durationMs, properties, attachments };
  return {
    ...{ status: 'failed', durationMs, properties, attachments, type: failing[0].id },
    message: `${label} breaks ${plural(failing.length, 'rule')}: ${failing.map(describe).join(', ')}`,
    details: failing.map(detail).join('\n\n'),
  };
}

async function look(browser, { label, url }) {
  const startedAt = Date.now();
  session.start('axe', label);
  try {
    const page = await openPage(browser, url);
    const violations = await judge(page);
    const pictures = await picture(page, label, violations);
    for (const violation of violations) tellViolation(label, violation, pictures);
    session.end('axe', label, resultOf(label, violations, pictures, Date.now() - startedAt));
    await page.close();
  } catch (error) {
    const message = `${label} could not be judged: ${String(error.message ?? error).split('\n')[0]}`;
    const details = String(error.stack ?? error);
    session.end('axe', label, { status: 'error', durationMs: Date.now() - startedAt, message, details, type: 'error' });
  }
}

/** Without a rule every page would pass. */
async function checkTags() {
  const axe = await loadPackage(axeFolder);
  const { getRules } = axe.getRules ? axe : axe.default;
  if (tags.length > 0 && getRules(tags).length === 0)
    throw new Error(`axe-core has no rule with a tag of \`tags\`: ${tags.join(', ')}`);
}

try {
  await checkTags();
  const pages = (await pagesOf(settings)).filter(({ label }) => session.isWanted('axe', label));
  session.collect(pages.map(({ label }) => ({ classname: 'axe', name: label })));
  const browser = await launch();
  // When asked to end, we take the browser with us; its helpers live in sessions of their own.
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void browser.close().finally(() => process.exit(143)));
  }
  for (const page of pages) {
    await look(browser, page);
    process.stdout.write(
      `${page.label}: ${session.tests.get(`axe › ${page.label}`).message || 'no violation that counts'}\n`,
    );
  }
  await browser.close();
} catch (error) {
  process.stderr.write(`${error.stack ?? error}\n`);
  session.error(String(error.message ?? error), String(error.stack ?? ''));
}
session.close();
