// node bench/shards.mjs: plans a million tests for 200 shards and merges the evidence of 200 shards of
// 5,000 tests: the joining alone, and all of `mode: merge` by the bundle (ACTION_FOLDER names another one).
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fork, spawn } from 'node:child_process';
import { rolldown } from 'rolldown';

const ROOT = resolve(import.meta.dirname, '..');
const [SHARDS, EACH] = [200, 5000];
/** Bundle of the action, for the whole of `mode: merge`. */
const ACTION = process.env['ACTION_FOLDER'] ?? ROOT;

/** Bundles modules of the product into one file that Node runs. */
async function bundle(folder) {
  const entry = join(folder, 'entry.ts');
  const from = (path) => JSON.stringify(join(ROOT, 'src', path));
  writeFileSync(
    entry,
    [
      `export { limitYoungHeap } from ${from('adapters/process.ts')};`,
      `export { planShards } from ${from('shards/plan.ts')};`,
      `export { renderShardRecord } from ${from('shards/record.ts')};`,
      `export { testLines } from ${from('evidence/test-lines.ts')};`,
      `export { legFromEvidence } from ${from('merge/leg.ts')};`,
      `export { mergeLegs } from ${from('merge/merge-legs.ts')};`,
      `export { nothingShared } from ${from('evidence/untrusted/shared-values.ts')};`,
    ].join('\n'),
  );
  const build = await rolldown({ input: entry, platform: 'node' });
  await build.write({ file: join(folder, 'product.mjs'), format: 'esm' });
}

const idOf = (at) =>
  `tests/area_${Math.floor(at / 30) % 97}/test_module_${Math.floor(at / 30)}.py::TestThing::test_case_${at}[a-${at}]`;
const fileOf = (at) => `tests/area_${Math.floor(at / 30) % 97}/test_module_${Math.floor(at / 30)}.py`;

/** CPU seconds, wall-clock seconds and the largest memory of this process. */
async function measured(name, work) {
  const [cpu, began] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${name.padEnd(44)} ${((user + system) / 1e6).toFixed(1)} s CPU, ${((performance.now() - began) / 1000).toFixed(1)} s, ${memory.toFixed(0)} MB`,
  );
}

async function plan({ planShards }) {
  // Texts as they are read from events: each in one piece, which those of templates are not.
  const whole = (text) => Buffer.from(text).toString('latin1');
  const tests = Array.from({ length: SHARDS * EACH }, (_, at) => {
    return { id: whole(idOf(at)), file: whole(fileOf(at)), unit: '' };
  });
  let at = 0;
  await measured('plan of 1,000,000 tests (goal 3 s, 600 MB)', () => {
    const { loads } = planShards(tests, SHARDS, () => ((at += 1) % 20 === 0 ? null : (at * 7919) % 3000));
    const [least, most] = [Math.min(...loads), Math.max(...loads)];
    console.log(`longest of 200 shards over the shortest      ${(most / least).toFixed(3)}`);
  });
}

function writeLeg(folder, index, { renderShardRecord, testLines }, planned, own) {
  const directory = join(folder, `shard-${index}`);
  mkdirSync(join(directory, 'evidence'), { recursive: true });
  const common = { schema_version: 1, created_at: '2026-01-01T00:00:00Z', finished_at: '2026-01-01T00:01:00Z' };
  const suite = { name: 'unit', runner: 'pytest', outcome: 'passed', conclusion: 'success', attempts: 1, problems: [] };
  const counts = { passed: own.length, failed: 0, errors: 0, skipped: 0, flaky: 0, duration: 60 };
  const manifest = {
    ...{ ...common, run_id: `run-${index}`, conclusion: 'success', counts: { tests: own.length } },
    target: { name: 'bench', git: { commit: 'a'.repeat(40) } },
    suites: [{ ...suite, ...counts }],
    github: { job: 'test', matrix: `shard=${index}`, run_attempt: 1 },
  };
  const nothing = { type: '', details: '', output: '', place: null, retry: 0, startedAt: null, message: '' };
  const durationOf = (at) => (at * 7919) % 3000;
  const test = (at) => ({
    ...{ id: idOf(at), name: `test_case_${at}`, classname: 'TestThing', file: fileOf(at), line: 10, suite: 'unit' },
    attempts: [{ number: 1, status: 'passed', durationMs: durationOf(at), ...nothing }],
    ...{ tags: [], attachments: [], quarantine: null, disagreement: '' },
  });
  const attempts = [{ directory: 'attempts/unit/1' }];
  const run = { suite: { name: 'unit', runner: 'pytest' }, attempts, tests: own.map(test), startedAt: 0 };
  const ids = { of: (number) => `TST-20260101-${number}` };
  const part = { suite: 'unit', division: 'planned', source: 'timings', plan: planned.digest, areFiles: false };
  const of = { collected: SHARDS * EACH, collectedDigest: planned.collectedDigest, expectedMs: 0, ids: own.map(idOf) };
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify(manifest));
  const lines = [];
  testLines(
    { suites: [run] },
    ids,
    () => null,
  )({
    text: (text) => lines.push(Buffer.from(text)),
    bytes: (bytes) => lines.push(Buffer.from(bytes)),
  });
  writeFileSync(join(directory, 'evidence/tests.jsonl'), lines.join(''));
  const shard = { index, total: SHARDS, suites: [{ ...part, ...of }] };
  writeFileSync(
    join(directory, 'evidence/shard.json'),
    renderShardRecord(shard, (id) => id),
  );
}

function writeLegs(product, folder) {
  const tests = Array.from({ length: SHARDS * EACH }, (_, at) => ({ id: idOf(at), unit: '', file: '' }));
  const planned = product.planShards(tests, SHARDS, () => 10);
  const parts = Array.from({ length: SHARDS }, () => []);
  for (const [at, shard] of planned.shardOf.entries()) parts[shard].push(at);
  for (let index = 1; index <= SHARDS; index += 1) writeLeg(folder, index, product, planned, parts[index - 1]);
}

async function merge({ legFromEvidence, mergeLegs, nothingShared }, folder) {
  await measured('merge of 200 shards of 5,000 (goal 20 s, 500 MB)', () => {
    const [legs, shared] = [[], nothingShared()];
    for (let index = 1; index <= SHARDS; index += 1) {
      const read = (name) => readFileSync(join(folder, `shard-${index}`, name), 'utf8');
      const tests = readFileSync(join(folder, `shard-${index}`, 'evidence/tests.jsonl'));
      const texts = { manifest: read('manifest.json'), tests, diagnostics: '' };
      legs.push(legFromEvidence(`shard-${index}`, { ...texts, shard: read('evidence/shard.json') }, shared));
    }
    const policy = { flakyResult: 'pass', orderDependentResult: 'fail', noTests: 'fail' };
    const { report } = mergeLegs(legs, policy);
    console.log(`merged ${report.totals.total} tests: ${report.conclusion}`);
  });
}

/** `mode: merge` of the bundle, with everything that it writes. Its own usage is printed by a module loaded before it. */
async function action(_product, folder) {
  const usage = join(folder, 'usage.mjs');
  writeFileSync(
    usage,
    `process.once('exit', () => {
      const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
      process._rawDebug(((userCPUTime + systemCPUTime) / 1e6).toFixed(1) + ' s CPU, ' + (performance.now() / 1000).toFixed(1) + ' s, ' + (maxRSS / 1024).toFixed(0) + ' MB');
    });`,
  );
  const project = join(folder, 'project');
  mkdirSync(project);
  const args = ['--import', usage, join(ACTION, 'dist/index.js'), '--mode', 'merge', '--evidence-dir', folder];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GITHUB_')));
  process.stdout.write('the same by the action, with its reports        ');
  await new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { cwd: project, env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('exit', (code) => (code === 0 ? done() : failed(new Error(`the merge ended with ${code}`))));
  });
}

/** Each part in a process of its own, for its memory. */
async function inChild(part, folder) {
  await new Promise((done, failed) =>
    fork(import.meta.filename, [part, folder]).once('exit', (code) => (code === 0 ? done() : failed(new Error(part)))),
  );
}

const [part, given] = process.argv.slice(2);
if (part === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'qaagent-bench-'));
  try {
    await bundle(folder);
    for (const name of ['plan', 'write', 'merge', 'action']) await inChild(name, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else {
  const product = await import(join(given, 'product.mjs'));
  product.limitYoungHeap();
  await { plan, write: writeLegs, merge, action }[part](product, given);
}
