// Runs of the bundle in places that lack something or hold something strange; part of `npm run torture`.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FAILED = '<testsuite tests="1"><testcase classname="c" name="t"><failure message="no"/></testcase></testsuite>';
const RUN = 'cp r.txt "$QAAGENT_REPORT_DIR/r.xml"; exit 1';
const suite = (run = RUN) => ({ runner: 'command', run, timeout: '60s' });

/** What is strange about a place: its folder, its environment, its suites. `isWritable` says that the workspace is not. */
const PLACES = {
  'no HOME': { env: { HOME: undefined } },
  'no git': { env: { PATH: '' }, isBare: true },
  'no temp folder': { env: { TMPDIR: '/nowhere/at/all', RUNNER_TEMP: '' } },
  'umask 077': { umask: 0o077 },
  'unicode path': { folder: 'grün 漢字 👩‍👧 $(x) `y`' },
  'path of 800 letters': { folder: Array.from({ length: 4 }, () => 'x'.repeat(200)).join('/') },
  'loop of links': { before: (folder) => symlinkSync('.', join(folder, 'loop')) },
  'read-only workspace': { before: (folder) => chmodSync(folder, 0o555) },
  'run directory deleted': { run: `rm -rf "$RUNS"/*/evidence; ${RUN}` },
  'run directory read-only': { run: `chmod -R a-w "$RUNS"; ${RUN}` },
  'reports that are links out': { run: `ln -s /etc/passwd "$QAAGENT_REPORT_DIR/p.xml"; ${RUN}` },
  'flood without a line break': { run: `head -c 100000000 /dev/zero | tr '\\0' x; ${RUN}` },
  'flood of lines': { run: `timeout 3 yes; ${RUN}` },
  'binary output': { run: `head -c 5000000 /dev/urandom; ${RUN}` },
  'fork storm': { run: `for i in $(seq 200); do sleep 30 & done; ${RUN}` },
  '20 parallel suites': { suites: 20 },
};

/** One run in each place: whether its evidence can be read, whether it is green, how many processes it left. */
export function runInPlaces(dist, processesOf) {
  return Object.entries(PLACES).map(([name, place]) => ({ name, result: runIn(place, dist, processesOf) }));
}

function runIn({ folder = 'w', env = {}, umask, before, run, suites = 1, isBare = false }, dist, processesOf) {
  const root = mkdtempSync(join(tmpdir(), 'torture-'));
  const workspace = join(root, folder);
  mkdirSync(workspace, { recursive: true });
  writeFileSync(join(workspace, 'r.txt'), FAILED);
  before?.(workspace);
  const names = Array.from({ length: suites }, (_, at) => [`s${at}`, suite(run)]);
  const runs = join(root, 'runs');
  const args = [join(dist, 'index.js'), '--suites', JSON.stringify(Object.fromEntries(names))];
  const old = umask === undefined ? undefined : process.umask(umask);
  const path = isBare ? withoutGit(root) : process.env.PATH;
  const all = { ...process.env, TORTURE: root, RUNS: runs, QAAGENT_RUNS_DIR: runs, ...env, PATH: path };
  const options = { cwd: workspace, env: all, stdio: 'ignore', timeout: 120_000 };
  const { status } = spawnSync(process.execPath, suites > 1 ? [...args, '--parallel', 'true'] : args, options);
  if (old !== undefined) process.umask(old);
  const left = processesOf(root);
  spawnSync('chmod', ['-R', 'u+w', root]);
  const judged = { ...judge(runs), isGreenStep: status === 0, leaked: left.length };
  rmSync(root, { recursive: true, force: true });
  return { readable: judged.readable, green: judged.green || judged.isGreenStep, leaked: judged.leaked };
}

/** A PATH with the shell's own tools and without git. */
function withoutGit(root) {
  const bin = join(root, 'bin');
  mkdirSync(bin);
  for (const tool of ['sh', 'bash', 'cp', 'rm', 'env']) symlinkSync(`/bin/${tool}`, join(bin, tool));
  return bin;
}

function judge(runs) {
  try {
    const [run = ''] = readdirSync(runs);
    const { conclusion } = JSON.parse(readFileSync(join(runs, run, 'manifest.json'), 'utf8'));
    return { readable: true, green: conclusion === 'success' };
  } catch {
    return { readable: false, green: false };
  }
}
