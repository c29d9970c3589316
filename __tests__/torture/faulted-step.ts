import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStep } from '../stand-ins/mini-runner.js';
import type { StepResult } from '../stand-ins/mini-runner.js';
import { startPlatform } from '../stand-ins/platform.js';
import type { Platform, PlatformOptions } from '../stand-ins/platform.js';
import { workflowEvent } from '../stand-ins/workflow-event.js';
import { escapedIn, plant, textsWithSecrets } from './planted.js';
import type { Escaped, Planted } from './planted.js';
import { leftBehind, processesOf, signalAll } from './processes.js';
import { filesBelow, surfacesOf } from './surfaces.js';

/** One strange thing about a run. The shell finds the run directories in `$RUNS` and the folder of everything in `$TORTURE`. */
export interface Fault {
  /** What the suite does before it prints what is planted and fails. */
  readonly run?: string;
  /** How many suites do that, side by side. */
  readonly suites?: number;
  /** Folder of the workspace below that of the run. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Shell text that ends with starting what follows: `exec` by default. */
  readonly start?: string;
  /** Before the step, and after it. */
  readonly before?: (root: string, workspace: string) => void;
  readonly after?: (root: string) => void;
  /** While it runs. */
  readonly during?: (root: string, hasEnded: () => boolean) => Promise<void>;
  readonly platform?: PlatformOptions;
  /** True when the failed test must be reported in spite of the fault. */
  readonly keepsResult?: boolean;
}

/** Where the action and what the faults use is. */
export interface Place {
  /** Folder with action.yml and dist/. */
  readonly action: string;
  /** The repository. */
  readonly root: string;
}

/** What became of a run. */
export interface Outcome extends Escaped {
  /** The step ended by itself and red, and so did what runs after it. */
  readonly survived: boolean;
  readonly readable: boolean;
  readonly falseGreen: boolean;
  readonly leaked: number;
  /** For whoever looks into a fault that did harm. */
  readonly detail: string;
}

const REPOSITORY = 'octo-org/shop';
const LONGEST_MS = 900_000;
const IDENTITY = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'safe.directory=*'];

function makeWorkspace(workspace: string, planted: Planted): string {
  mkdirSync(workspace, { recursive: true });
  writeFileSync(join(workspace, 'output.txt'), planted.output);
  writeFileSync(join(workspace, 'r.txt'), planted.report);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...IDENTITY, ...args], { cwd: workspace, encoding: 'utf8' }).trim();
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'Start');
  return git('rev-parse', 'HEAD');
}

/** The suites as the input takes them: each prints what is planted and fails its one test. */
function suitesOf({ run = ':', suites = 1 }: Fault): string {
  const command = `${run}\ncat output.txt; cp r.txt "$QAAGENT_REPORT_DIR/r.xml"; exit 1`;
  const suite = { runner: 'command', run: command, timeout: '10m' };
  return JSON.stringify(Object.fromEntries(Array.from({ length: suites }, (_, at) => [`s${at}`, suite])));
}

/** Stands in for Node, so that a fault can change what the step starts in. Other shells drop the variables of inputs. */
function starter(root: string, start: string): string {
  const file = join(root, 'node');
  writeFileSync(file, `#!/bin/bash\n${start} '${process.execPath}' "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

interface Ran {
  readonly step: StepResult;
  readonly isLate: boolean;
}

async function run(fault: Fault, place: Place, root: string, planted: Planted, platform: Platform): Promise<Ran> {
  const workspace = join(root, fault.folder ?? 'w');
  const sha = makeWorkspace(workspace, planted);
  fault.before?.(root, workspace);
  const subject = { repository: REPOSITORY, headSha: sha, baseSha: sha, mergeSha: sha, branch: 'topic', pullNumber: 7 };
  const runs = join(root, 'runs');
  const inputs = { suites: suitesOf(fault), 'evidence-dir': runs, parallel: String((fault.suites ?? 1) > 1) };
  let [hasEnded, isLate] = [false, false];
  const limit = setTimeout(() => {
    isLate = true;
    signalAll(processesOf(root), 'SIGKILL');
  }, LONGEST_MS);
  const running = runStep({
    ...{ action: place.action, inputs, workspace, temp: join(root, 'temp'), repository: REPOSITORY },
    ...{ event: workflowEvent('pull_request', subject), token: 'ghs_stand_in_token' },
    env: { ...platform.env, ...planted.env, TORTURE: root, RUNS: runs, ROOT: place.root, ...fault.env },
    node: starter(root, fault.start ?? 'exec'),
  }).finally(() => {
    hasEnded = true;
    clearTimeout(limit);
  });
  await fault.during?.(root, () => hasEnded);
  return { step: await running, isLate };
}

/** True when the manifest and every record of each run can be read. */
function isReadable(files: ReadonlyMap<string, string>, mayHaveNone: boolean): boolean {
  try {
    const manifests = [...files].filter(([path]) => /^[^/]+\/manifest\.json$/.test(path));
    const records = [...files].filter(([path]) => /^[^/]+\/evidence\/[^/]+\.jsonl$/.test(path));
    for (const [, text] of manifests) JSON.parse(text);
    for (const [, text] of records) for (const line of text.split('\n').filter(Boolean)) JSON.parse(line);
    return manifests.length > 0 || (mayHaveNone && files.size === 0);
  } catch {
    return false;
  }
}

function isGreen(
  { conclusion, outputs }: StepResult,
  { github }: Platform,
  files: ReadonlyMap<string, string>,
): boolean {
  const manifests = [...files].filter(([path]) => /^[^/]+\/manifest\.json$/.test(path)).map(([, text]) => text);
  return (
    conclusion === 'success' ||
    outputs['conclusion'] === 'success' ||
    github.checks().some((check) => check.conclusion === 'success') ||
    manifests.some((text) => /"conclusion": ?"success"/.test(text))
  );
}

function judge(
  fault: Fault,
  { step, isLate }: Ran,
  platform: Platform,
  runs: string,
): Omit<Outcome, keyof Escaped | 'leaked'> {
  const files = filesBelow(runs);
  const log = step.stages.flatMap(({ log: lines }) => lines);
  const broke = log.filter((line) => line.includes('qaagent-orchestrate broke'));
  const posts = step.stages.filter(({ stage, exitCode }) => stage === 'post' && exitCode !== 0);
  const isLost = fault.keepsResult === true && Number(step.outputs['failed'] ?? 0) < (fault.suites ?? 1);
  return {
    survived: !isLate && broke.length === 0 && posts.length === 0 && !isLost,
    // A run that is killed at its start has nothing to read.
    readable: isReadable(files, fault.during !== undefined),
    falseGreen: isGreen(step, platform, files),
    detail: [
      ...broke,
      `main ${step.main.exitCode ?? step.main.signal}`,
      JSON.stringify(step.outputs).slice(0, 300),
      ...log.slice(-5),
    ].join('\n'),
  };
}

/** Runs the built action once with a fault and looks at everything that it printed, published and left. */
export async function runFault(fault: Fault, seed: number, place: Place): Promise<Outcome> {
  const planted = plant(seed);
  const root = mkdtempSync(join(tmpdir(), 'torture-'));
  chmodSync(root, 0o755);
  const platform = await startPlatform({
    ...fault.platform,
    github: {
      repository: REPOSITORY,
      pulls: [{ number: 7, headSha: '', headRef: 'topic', baseRef: 'main' }],
      ...fault.platform?.github,
    },
  });
  try {
    const ran = await run(fault, place, root, planted, platform);
    const left = await leftBehind(root);
    const runs = join(root, 'runs');
    const surfaces = surfacesOf(ran.step, platform, runs);
    const judged = judge(fault, ran, platform, runs);
    return {
      ...{ ...judged, ...escapedIn(planted, surfaces), leaked: left.length + ran.step.survivors.length },
      detail: `${judged.detail}\nsecrets in ${textsWithSecrets(planted, surfaces).join(', ')}`,
    };
  } finally {
    await platform.close();
    fault.after?.(root);
    rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
