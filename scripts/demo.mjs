// `npm run demo`: the whole action on the shop, with stand-ins for the runner, GitHub's API and the artifact service.
// Shows where the run is, prints the report and keeps what was published in .demo. `--green` runs without faults, `--log`
// shows the whole log.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { renderPage } from './check-page.mjs';
import { importTypeScript } from './load-typescript.mjs';
import { setUp, SHOP_TOOLS } from './setup.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const TARGET = join(ROOT, '.demo');
const REPORT = join(TARGET, 'evidence', 'report.html');

const print = (text = '') => process.stdout.write(`${text}\n`);
const heading = (text) => print(`\n\u001b[1m${text}\u001b[0m`);
const dim = (text) => `\u001b[2m${text}\u001b[0m`;
const short = (text, most = 200) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** A file of the checked-out repository; null when there is none, or when the path leads out of it. */
function readerOf(directory) {
  return (path) => {
    const file = resolve(directory, path);
    return !relative(directory, file).startsWith('..') && existsSync(file) ? readFileSync(file, 'utf8') : null;
  };
}

/** Lines of the log that report where a run is: suites, attempts, the first line of each failure. */
const PROGRESS = /^(Suites: |Starting |##\[group\]|✕ )/;
const QUIET_MS = 8000;

/** Shows where the run is; after some quiet seconds it says that the run goes on. */
function startProgress(print) {
  const startedAt = Date.now();
  let last = startedAt;
  let doing = 'the start';
  const show = (line) => {
    last = Date.now();
    print(`  ${dim(`${Math.round((last - startedAt) / 1000)}s`.padStart(4))}  ${short(line, 110)}`);
  };
  const timer = setInterval(() => {
    if (Date.now() - last >= QUIET_MS) show(dim(`still running: ${doing}`));
  }, 1000);
  return {
    onLine: (line) => {
      if (!PROGRESS.test(line)) return;
      const text = line.replace('##[group]', '');
      if (text !== line) doing = text;
      show(text);
    },
    show: (line) => {
      doing = line.replace(/^setup: /, '');
      show(line);
    },
    stop: () => clearInterval(timer),
  };
}

/** The report in the log, up to the block that names report.html; behind it come uploads and annotations. */
export function reportOf(lines) {
  const named = lines.findLastIndex((line) => line.startsWith('Report: '));
  const start = lines.slice(0, named + 1).findLastIndex((line) => line === '##[endgroup]') + 1;
  const behind = lines.slice(named).findIndex((line) => line.trim() === '');
  const end = behind < 0 ? lines.length : named + behind;
  return lines.slice(start, end).join('\n').trim();
}

function printRecord({ step, checks, comments, uploads, violations }) {
  heading('The report, as the log of the step and a terminal show it');
  print(reportOf(step.stages.flatMap(({ log }) => log)).replace(/^Report: .*/m, `Report: ${REPORT}`));
  heading('Published');
  const artifacts = uploads.map(({ name, bytes }) => `artifact ${name} (${bytes.byteLength} bytes)`);
  print(`  ${checks.length} check, ${comments.length} comment, ${[`job summary`, ...artifacts].join(', ')}`);
  for (const { name, conclusion, output } of checks) print(`  check "${name}": ${conclusion}, ${output.title ?? ''}`);
  for (const violation of violations) print(`  GitHub would refuse: ${violation}`);
  print(`  the step ends with status ${step.main.exitCode}: ${step.conclusion}`);
}

/** Gets the tools in a process of its own, so that this one can show that it goes on. */
async function getTools(progress) {
  progress.show('getting pytest, Behave, Playwright and a browser');
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'setup.mjs'), ...SHOP_TOOLS], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text) => text.trim().split('\n').forEach(progress.show));
  await new Promise((done) => child.once('close', done));
  return setUp({ need: SHOP_TOOLS, check: true });
}

function keep(record) {
  rmSync(TARGET, { recursive: true, force: true });
  mkdirSync(TARGET, { recursive: true });
  const readFile = readerOf(record.workspace.directory);
  const { checks, comments, step } = record;
  const page = renderPage({
    checks,
    comments,
    summary: step.summary,
    issues: step.main.issues,
    outputs: step.outputs,
    readFile,
  });
  writeFileSync(join(TARGET, 'check.html'), page);
  writeFileSync(join(TARGET, 'log.txt'), step.stages.flatMap(({ log }) => log).join('\n'));
  if (record.evidence !== '' && existsSync(record.evidence))
    cpSync(record.evidence, join(TARGET, 'evidence'), { recursive: true });
}

/** Runs the action on the shop, keeps what it published in .demo and returns its record. */
export async function runDemo({ green = false, onLine = () => undefined, tools = setUp({ need: SHOP_TOOLS }) } = {}) {
  if (!existsSync(join(ROOT, 'dist', 'index.js')))
    execFileSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], { stdio: 'inherit' });
  const { runAction } = await importTypeScript('__tests__/e2e/run-action.ts');
  const record = await runAction({
    project: green ? 'shop-green' : 'shop',
    shop: green ? 'running' : 'started',
    inputs: { retries: '1' },
    tools,
    onLine,
  });
  keep(record);
  return record;
}

async function main() {
  const { values } = parseArgs({ options: { green: { type: 'boolean' }, log: { type: 'boolean' } } });
  heading(
    `qaagent-orchestrate on ${values.green ? 'the green shop' : 'a shop with faults'}: pytest, Behave, Playwright`,
  );
  const progress = startProgress(print);
  const tools = await getTools(progress);
  for (const line of tools.missing) progress.show(`going on without ${line}`);
  const record = await runDemo({ green: values.green, onLine: values.log ? print : progress.onLine, tools });
  progress.stop();
  printRecord(record);
  record.remove();
  heading('Open');
  print(`  ${REPORT}   the HTML report`);
  print(`  ${join(TARGET, 'check.html')}             what a reviewer sees on GitHub`);
  print(`  ${join(TARGET, 'evidence')}               the evidence`);
  print(`  ${join(TARGET, 'log.txt')}                the whole log`);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) await main();
