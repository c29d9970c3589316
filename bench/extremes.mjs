// npm run bench:extremes: what extreme input costs our own processes: a flood of output, an output without a line break, many small
// artifacts. Each is a whole step (settings, run, evidence) less the same step without that input, medians of interleaved runs.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compare, cost } from './measure.mjs';

const ROOT = resolve(process.env.ACTION_FOLDER ?? join(import.meta.dirname, '..'));
const ROUNDS = 3;
const GB = 1_000_000_000;
const ARTIFACT_FILES = 20_000;
const REPORT = `printf '<testsuite><testcase classname="c" name="t"/></testsuite>' > "$QAAGENT_REPORT_DIR/r.xml"`;

const folder = mkdtempSync(join(tmpdir(), 'qaagent-bench-'));

/** One step with a command suite, in a folder of its own, as a person starts it. */
function step(name, run, more = {}) {
  const cwd = join(folder, name);
  mkdirSync(cwd, { recursive: true });
  const suites = JSON.stringify({ unit: { runner: 'command', run: `${run}\n${REPORT}`, ...more } });
  const env = { GITHUB_ACTIONS: '', QAAGENT_RUNS_DIR: join(cwd, 'runs') };
  return () => {
    rmSync(join(cwd, 'runs'), { recursive: true, force: true });
    const spent = cost([process.execPath, join(ROOT, 'dist/index.js'), '--suites', suites], { cwd, env });
    if (spent.code !== 0) throw new Error(`the step ${name} ended with ${spent.code}`);
    return spent;
  };
}

/** The same program alone, its output read by `cat`. */
const alone = (run) => () => cost(['bash', '-c', `{ ${run}; } | cat > /dev/null`]);

function writeArtifacts() {
  const target = join(folder, 'artifacts', 'out');
  mkdirSync(target, { recursive: true });
  for (let at = 0; at < ARTIFACT_FILES; at += 1)
    writeFileSync(join(target, `page-${at}.txt`), `${'step passed\n'.repeat(200)}${at}\n`);
}

function print(name, costs, raw, goal) {
  const ours = costs.with.cpu - costs.without.cpu - raw;
  console.log(`| ${name} | ${ours.toFixed(2)} s | ${costs.with.rss.toFixed(0)} MB | ${goal} |`);
}

const FLOODS = {
  '1 GB of lines': `head -c ${GB} < <(yes 'a line of output that a test prints again and again')`,
  '100 MB without a line break': `tr '\\0' x < <(head -c 100000000 /dev/zero)`,
};

try {
  console.log('| input | CPU of our processes | largest process | goal |\n| --- | --- | --- | --- |');
  for (const [name, run] of Object.entries(FLOODS)) {
    const costs = compare({ with: step('flood', run), without: step('quiet', 'true'), alone: alone(run) }, ROUNDS);
    print(name, costs, costs.alone.cpu, '0.5 s, 100 MB');
  }
  writeArtifacts();
  const costs = compare(
    { with: step('artifacts', 'true', { artifacts: ['out/**'] }), without: step('quiet', 'true') },
    ROUNDS,
  );
  print(`${ARTIFACT_FILES.toLocaleString('en')} artifact files, 48 MB`, costs, 0, '2 s before the network');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
