// What `npm run torture` runs: kills a run of the bundle at seeded moments while its suite leaves processes behind in every
// known way, finishes it as the post step does, and prints what survived; from 200 on 20,000 perturbed reports, too. Usage: node scripts/torture.mjs [--count 200]
// [--seed 1] [--action <folder with dist>]; with `--fuzz` a million changed inputs of every reader instead. Linux only: it looks for processes in /proc.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runInPlaces } from './torture-places.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    action: { type: 'string', default: ROOT },
    fuzz: { type: 'boolean', default: false },
  },
});
const DIST = join(resolve(values.action), 'dist');
const ESCAPES = join(ROOT, 'fixtures', 'programs', 'misbehaving', 'escapes.py');
const WAYS = [
  ...['same-group', 'empty-environment', 'own-session', 'empty-environment-own-session', 'daemon-without-environment'],
  ...['changed-title', 'changed-title-own-session', 'ignores-signals', 'starts-another', 'relay', 'many'],
];
const FAULTS = [
  ...[{ target: 'nothing', signal: null }],
  ...['SIGINT', 'SIGTERM', 'SIGKILL'].map((signal) => ({ target: 'main', signal })),
  ...['supervisor', 'suite', 'main and supervisor'].map((target) => ({ target, signal: 'SIGKILL' })),
];
const LONGEST_MS = 4000;
const FAILED = '<testsuite tests="1"><testcase classname="c" name="t"><failure message="no"/></testcase></testsuite>';

/** Mulberry32: the same numbers for the same seed. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

function read(path) {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function isAlive(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return stat !== '' && !stat.slice(stat.lastIndexOf(')')).startsWith(') Z');
}

/** Processes of a run: those whose environment names its folder, and those that noted their number. */
function processesOf(folder) {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const marked = pids.filter((pid) => read(`/proc/${pid}/environ`).includes(`TORTURE=${folder}`));
  const noted = read(join(folder, 'pids')).trim().split('\n').filter(Boolean);
  return [...new Set([...marked, ...noted])].filter((pid) => isAlive(pid) && Number(pid) !== process.pid);
}

function killAll(pids, signal) {
  for (const pid of pids) {
    try {
      process.kill(Number(pid), signal);
    } catch {
      // Gone meanwhile.
    }
  }
}

function victims(target, main, folder) {
  const children = processesOf(folder);
  const supervisors = children.filter((pid) => read(`/proc/${pid}/cmdline`).includes('supervise.js'));
  const suites = children.filter((pid) => pid !== String(main) && !supervisors.includes(pid));
  const all = { nothing: [], main: [main], supervisor: supervisors, suite: suites.slice(0, 1) };
  return all[target] ?? [main, ...supervisors];
}

/** One run with one fault. */
async function attempt({ way, fault, afterMs }) {
  const folder = mkdtempSync(join(tmpdir(), 'torture-'));
  const run = `python3 ${ESCAPES} ${way} ${folder}/pids; sleep 0.5; cp r.txt "$QAAGENT_REPORT_DIR/r.xml"; exit 1`;
  writeFileSync(join(folder, 'r.txt'), FAILED);
  const env = { ...process.env, TORTURE: folder, QAAGENT_RUNS_DIR: join(folder, 'runs') };
  const args = [join(DIST, 'index.js'), '--suites', JSON.stringify({ s: { runner: 'command', run, timeout: '60s' } })];
  const main = spawn(process.execPath, args, { cwd: folder, env, stdio: 'ignore' });
  const ended = new Promise((done) => main.once('exit', done));
  await Promise.race([ended, sleep(afterMs)]);
  killAll(victims(fault.target, main.pid, folder), fault.signal ?? 'SIGKILL');
  await Promise.race([ended, sleep(60_000)]);
  const runs = join(folder, 'runs');
  const directory = existsSync(runs) ? readdirSync(runs).map((name) => join(runs, name))[0] : undefined;
  const state = directory === undefined ? {} : { 'STATE_run-directory': directory };
  const isOver = directory !== undefined && /"finished_at": ?"/.test(read(join(directory, 'manifest.json')));
  if (!isOver)
    spawnSync(process.execPath, [join(DIST, 'post.js'), ...args.slice(1)], { cwd: folder, env: { ...env, ...state } });
  await sleep(300);
  const left = processesOf(folder);
  killAll(left, 'SIGKILL');
  return { ...judge(directory), leaked: left.length, folder };
}

/** What the evidence says. Its one test fails, so that a success is false. */
function judge(directory) {
  if (directory === undefined) return { readable: true, green: false };
  try {
    const { conclusion } = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8'));
    return { readable: true, green: conclusion === 'success' };
  } catch {
    return { readable: false, green: false };
  }
}

/** A million changed inputs of every reader and renderer, and 100 KB for every pattern. */
function fuzz() {
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const tests = ['__tests__/fuzz', '__tests__/text/patterns'];
  const flags = ['--experimental-vm-modules', '--no-warnings', jest, '--testTimeout=36000000', ...tests];
  const env = { ...process.env, TORTURE: '1', FUZZ: '1000000', FUZZ_SEED: values.seed };
  return spawnSync(process.execPath, flags, { cwd: ROOT, stdio: 'inherit', env }).status ?? 1;
}

if (values.fuzz) process.exit(fuzz());

const random = numbers(Number(values.seed));
const rows = new Map(FAULTS.map(({ target, signal }) => [`${signal ?? 'no signal'} to ${target}`, []]));
for (let at = 0; at < Number(values.count); at += 1) {
  const way = WAYS[Math.floor(random() * WAYS.length)];
  const fault = FAULTS[at % FAULTS.length];
  const afterMs = Math.floor(random() * LONGEST_MS);
  const result = await attempt({ way, fault, afterMs });
  rows.get(`${fault.signal ?? 'no signal'} to ${fault.target}`).push(result);
  const isGood = result.readable && !result.green && result.leaked === 0;
  if (!isGood)
    process.stdout.write(
      `${at}: ${way}, ${fault.signal} to ${fault.target} after ${afterMs} ms: ${JSON.stringify(result)}\n`,
    );
  else rmSync(result.folder, { recursive: true, force: true });
}

for (const { name, result } of runInPlaces(DIST, processesOf)) rows.set(name, [result]);

const count = (results, holds) => String(results.filter(holds).length).padStart(9);
process.stdout.write(`seed ${values.seed}\n${'fault'.padEnd(34)} injected  readable  false green  runs that leaked\n`);
for (const [name, results] of rows)
  process.stdout.write(
    `${name.padEnd(34)}${String(results.length).padStart(9)} ${count(results, ({ readable }) => readable)} ${count(results, ({ green }) => green).padStart(12)} ${count(results, ({ leaked }) => leaked > 0).padStart(17)}\n`,
  );
const all = [...rows.values()].flat();
const isGood = all.every(({ readable, green, leaked }) => readable && !green && leaked === 0);

/** The tests that try more where TORTURE=1 says so: 20,000 perturbed reports, a kill after every write of a run. */
function longTests() {
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const tests = ['__tests__/verdict/perturbations', '__tests__/e2e/killed'];
  const flags = ['--experimental-vm-modules', '--no-warnings', jest, '--testTimeout=3600000', ...tests];
  return spawnSync(process.execPath, flags, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, TORTURE: '1' } });
}

// The short form is part of every check, whose tests try fewer seeds.
const isLong = Number(values.count) >= 200;
process.exitCode = isGood && (!isLong || longTests().status === 0) ? 0 : 1;
