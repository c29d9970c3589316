// What `npm run torture` runs: the built action under faults, each with a seed, and one table of what came out. Kills at random
// moments, strange places and machines, floods; then a million changed inputs of every reader and renderer, and the tests that
// try more where TORTURE=1 says so. Usage: node scripts/torture.mjs [--short] [--seed 1] [--rows <pattern of names>] [--no-fuzz]
// [--action <folder with action.yml and dist>] [--record]. `--short` is for every check; `--record` writes the table into
// docs/robustness.md. Linux only: it looks for processes in /proc.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importTypeScript } from './load-typescript.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const RECORD = join(ROOT, 'docs', 'robustness.md');
const CASES = 1_000_000;
const { values } = parseArgs({
  allowNegative: true,
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    rows: { type: 'string', default: '' },
    fuzz: { type: 'boolean', default: true },
    action: { type: 'string', default: ROOT },
    record: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const print = (text) => process.stdout.write(`${text}\n`);

/** Runs test files with other numbers than every check does; what they print goes to stderr. */
async function runTests(tests, env) {
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--experimental-vm-modules', '--no-warnings', jest, '--testTimeout=36000000', '--maxWorkers=1'];
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2], env: { ...process.env, ...env } };
  const child = spawn(process.execPath, [...flags, ...tests], options);
  return (await new Promise((done) => child.once('close', done))) === 0;
}

/** The changed inputs: a row for each reader or renderer. */
async function fuzz() {
  const file = join(mkdtempSync(join(tmpdir(), 'fuzz-')), 'results.jsonl');
  const env = { FUZZ: String(CASES), FUZZ_SEED: values.seed, FUZZ_RESULTS: file };
  const isGood = await runTests(['__tests__/fuzz'], env);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const none = { readable: null, processes: null, secrets: null, commands: null, elements: null, mentions: null };
  const results = lines.map((line) => ({ ...none, ...JSON.parse(line) }));
  rmSync(file, { force: true });
  return { isGood, results };
}

/** Writes the table between the marks of the document, with what is needed to repeat it. */
function record(table) {
  const [begin, end] = ['<!-- torture -->', '<!-- /torture -->'];
  const date = new Date().toISOString().slice(0, 10);
  const how = `Recorded on ${date} with seed ${seed}, Node ${process.versions.node}, ${availableParallelism()} cores.`;
  const text = readFileSync(RECORD, 'utf8');
  const [before, after] = [text.slice(0, text.indexOf(begin)), text.slice(text.indexOf(end))];
  writeFileSync(RECORD, `${before}${begin}\n\n${how}\n\n${table}\n\n${after}`);
}

const { torture, isGood, tableOf } = await importTypeScript('__tests__/torture/torture.ts');
const isLong = !values.short;
const isWhole = isLong && values.rows === '';
const fuzzed = isWhole && values.fuzz ? fuzz() : Promise.resolve({ isGood: true, results: [] });
const faulted = await torture({
  ...{ action: resolve(values.action), root: ROOT, seed, isLong, print },
  ...{ kills: isLong ? 200 : 10, jobs: isLong ? 3 : 1, rows: new RegExp(values.rows) },
});
const { isGood: isFuzzGood, results } = await fuzzed;
const all = [...faulted, ...results];
const table = tableOf(all);
print(`\n${table}`);
if (values.record) record(table);
const longTests = ['__tests__/verdict/perturbations', '__tests__/e2e/killed', '__tests__/text/patterns'];
const isLongGood = !isWhole || (await runTests(longTests, { TORTURE: '1' }));
process.exitCode = all.length > 0 && all.every(isGood) && isFuzzGood && isLongGood ? 0 : 1;
