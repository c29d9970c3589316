// `npm run demo`: the whole action on the shop, with stand-ins for the runner, GitHub's API and the artifact service.
// Prints what a workflow would show and writes .demo/check.html. `--green` runs without faults, `--log` shows the log.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { renderPage } from './check-page.mjs';
import { importTypeScript } from './load-typescript.mjs';
import { setUp } from './setup.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const TARGET = join(ROOT, '.demo');

const print = (text = '') => process.stdout.write(`${text}\n`);
const heading = (text) => print(`\n\u001b[1m${text}\u001b[0m`);
const short = (text, most = 200) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** A file of the checked-out repository; null when there is none, or when the path leads out of it. */
function readerOf(directory) {
  return (path) => {
    const file = resolve(directory, path);
    return !relative(directory, file).startsWith('..') && existsSync(file) ? readFileSync(file, 'utf8') : null;
  };
}

function printRecord({ step, checks, comments, uploads, violations }) {
  heading(`Step: ${step.conclusion}, exit status ${step.main.exitCode}, ${(step.main.durationMs / 1000).toFixed(1)} s`);
  heading('Job summary');
  print(step.summary.trim());
  for (const check of checks) {
    heading(`Check "${check.name}": ${check.conclusion} · ${check.output.title ?? ''}`);
    for (const one of check.annotations)
      print(`  ${one.path}:${one.start_line}  ${one.title ?? ''}\n    ${short(one.message.split('\n')[0] ?? '')}`);
  }
  heading('Annotations of the step');
  for (const { level, file, line, title, message } of step.main.issues)
    print(`  ${level} ${file}${line > 0 ? `:${line}` : ''}  ${title}\n    ${short(message.split('\n')[0] ?? '')}`);
  heading('Outputs');
  for (const [name, value] of Object.entries(step.outputs)) print(`  ${name} = ${short(value)}`);
  heading('Sent');
  print(
    `  ${checks.length} check, ${comments.length} comment, ${uploads.map(({ name, bytes }) => `artifact ${name} (${bytes.byteLength} bytes)`).join(', ')}`,
  );
  for (const violation of violations) print(`  GitHub would refuse: ${violation}`);
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

async function main() {
  const { values } = parseArgs({ options: { green: { type: 'boolean' }, log: { type: 'boolean' } } });
  const tools = setUp();
  for (const line of tools.missing) print(`The demo does without ${line}`);
  if (!existsSync(join(ROOT, 'dist', 'index.js')))
    execFileSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], { stdio: 'inherit' });
  const { runAction } = await importTypeScript('__tests__/e2e/run-action.ts');
  print(`Running every suite of ${values.green ? 'the green shop' : 'the shop'}; that takes about half a minute.`);
  const record = await runAction({
    project: values.green ? 'shop-green' : 'shop',
    shop: values.green ? 'running' : 'started',
    inputs: { retries: '1' },
    tools,
    ...(values.log ? { onLine: (line) => print(line) } : {}),
  });
  try {
    printRecord(record);
    keep(record);
  } finally {
    record.remove();
  }
  heading('Kept in .demo');
  print('  check.html  what a reviewer sees\n  evidence/   the run directory\n  log.txt     the log of the step');
}

await main();
