// Runs Lighthouse on each page, several times when asked: each judged category of each page is a test with its score.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesOf } from './qaagent-pages.mjs';
import { Session, clipped, readSettings, slug, versionOf } from './qaagent-quality.mjs';

const MAX_AUDITS = 30;
const METRICS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
];

const settings = readSettings();
const { folder, browser, browserArgs, thresholds, device, runs, args, directory } = settings;
const categories = Object.keys(thresholds);
const session = new Session(settings, 'lighthouse', versionOf(folder));

let running = null;

// On an interrupt Lighthouse closes its browser, which lives in a session of its own.
function stop() {
  if (running === null || running.exitCode !== null) process.exit(143);
  running.once('close', () => process.exit(143));
  running.kill('SIGINT');
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);

function start(command, commandArgs, env) {
  return new Promise((done) => {
    const child = spawn(command, commandArgs, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    running = child;
    let output = '';
    const keep = (data) => (output = (output + data.toString('utf8')).slice(-8000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => done({ code: null, output: String(error) }));
    child.once('close', (code) => done({ code, output }));
  });
}

/** One run: the result that Lighthouse wrote beside its HTML. */
async function measure(url, name) {
  const path = join(directory, name);
  const cli = join(folder, 'cli', 'index.js');
  const options = [
    `--only-categories=${categories.join(',')}`,
    ...['--output=json', '--output=html', `--output-path=${path}`, '--quiet'],
    ...[`--chrome-flags=${['--headless=new', ...browserArgs].join(' ')}`, '--enable-error-reporting=false'],
    ...(device === 'desktop' ? ['--preset=desktop'] : []),
  ];
  const env = browser === null ? process.env : { ...process.env, CHROME_PATH: browser };
  const { code, output } = await start(process.execPath, [cli, url, ...options, ...args], env);
  const file = `${path}.report.json`;
  if (!existsSync(file)) throw new Error(`lighthouse ended with ${code}: ${lastLine(output)}`);
  const result = JSON.parse(readFileSync(file, 'utf8'));
  if (result.runtimeError) throw new Error(`${result.runtimeError.code}: ${result.runtimeError.message}`);
  return { name, result };
}

const lastLine = (output) => output.trim().split('\n').at(-1) ?? '';
const scoreOf = ({ result }, category) => Math.round((result.categories[category]?.score ?? 0) * 100);

/** The run in the middle: the lower of the two for an even number, so that luck decides nothing. */
function median(measured, category) {
  const sorted = [...measured].sort((one, other) => scoreOf(one, category) - scoreOf(other, category));
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/** Audits that cost the category points, the heaviest first. */
function costly({ result }, category) {
  return result.categories[category].auditRefs
    .map(({ id, weight }) => ({ ...result.audits[id], weight }))
    .filter(({ score, weight }) => score !== null && score < 0.9 && weight > 0)
    .sort((one, other) => (1 - other.score) * other.weight - (1 - one.score) * one.weight);
}

const headOf = ({ title, displayValue }) => (displayValue ? `${title}: ${displayValue}` : title);

function judge(label, category, measured, durationMs) {
  const middle = median(measured, category);
  const score = scoreOf(middle, category);
  const limit = thresholds[category];
  const audits = costly(middle, category).slice(0, MAX_AUDITS);
  const failed = score < limit;
  const report = `${middle.name}.report.html`;
  if (failed) tellFindings(label, category, { score, limit, audits, report });
  const properties = { route: label, score, limit, ...scoresOf(measured, category), ...metricsOf(middle, category) };
  session.end(label, category, {
    ...{ status: failed ? 'failed' : 'passed', durationMs, properties, attachments: [join(directory, report)] },
    ...(failed ? { message: `${category} of ${label} is ${score}, limit ${limit}`, type: category } : {}),
    ...(failed
      ? { details: audits.map((audit) => `${headOf(audit)}\n  ${clipped(audit.description, 300)}`).join('\n') }
      : {}),
  });
  process.stdout.write(`${label} ${category}: ${score} (limit ${limit})\n`);
}

const scoresOf = (measured, category) =>
  measured.length === 1 ? {} : { scores: measured.map((each) => scoreOf(each, category)).join(' ') };

function metricsOf({ result }, category) {
  if (category !== 'performance') return {};
  const known = METRICS.filter((id) => Number.isFinite(result.audits[id]?.numericValue));
  return Object.fromEntries(known.map((id) => [id, Math.round(result.audits[id].numericValue * 1000) / 1000]));
}

function tellFindings(label, category, { score, limit, audits, report }) {
  session.finding({
    ...{ severity: 'high', code: category, route: label, refs: [report], tags: ['lighthouse', category] },
    message: `${category} of ${label} is ${score}, limit ${limit}`,
    metadata: { score, limit, device },
  });
  for (const audit of audits) {
    const node = audit.details?.items?.find?.((item) => item?.node?.selector)?.node;
    session.finding({
      ...{ severity: audit.score < 0.5 ? 'medium' : 'low', code: audit.id, message: `${headOf(audit)} on ${label}` },
      ...{ selector: node?.selector ?? null, route: label, refs: [report], tags: ['lighthouse', category] },
      metadata: { score: audit.score, weight: audit.weight, description: audit.description, html: node?.snippet ?? '' },
    });
  }
}

async function look({ label, url }) {
  const startedAt = Date.now();
  for (const category of categories) session.start(label, category);
  try {
    const measured = [];
    for (let run = 1; run <= runs; run += 1) {
      measured.push(await measure(url, runs === 1 ? slug(label) : `${slug(label)}-${run}`));
    }
    const durationMs = Math.round((Date.now() - startedAt) / categories.length);
    for (const category of categories) judge(label, category, measured, durationMs);
  } catch (error) {
    const message = `${label} could not be measured: ${String(error.message ?? error).split('\n')[0]}`;
    const result = { status: 'error', durationMs: 0, message, details: String(error.stack ?? error), type: 'error' };
    for (const category of categories) session.end(label, category, result);
    process.stderr.write(`${message}\n`);
  }
}

try {
  const isWanted = ({ label }) => categories.some((category) => session.isWanted(label, category));
  const pages = (await pagesOf(settings)).filter(isWanted);
  session.collect(pages.flatMap(({ label }) => categories.map((name) => ({ classname: label, name }))));
  for (const page of pages) await look(page);
} catch (error) {
  process.stderr.write(`${error.stack ?? error}\n`);
  session.error(String(error.message ?? error), String(error.stack ?? ''));
}
session.close();
