import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, delimiter, join } from 'node:path';
import { parseEvents } from '../../../src/execution/attempt/event-reader.js';
import type { StreamEvent } from '../../../src/model/events.js';
import type { Manifest } from '../../../src/model/evidence.js';
import { PLAYWRIGHT_MODULES } from '../../runners/streams/playwright.js';
import { PYTHON } from '../../runners/streams/python.js';
import { cleanEnvironment } from '../../runners/streams/stream-run.js';
import { processesMarked } from '../../stand-ins/process-scan.js';
import type { Survivor } from '../../stand-ins/process-scan.js';
import { ACTION, ROOT } from '../tools.js';

const BUNDLE = join(ACTION, 'dist');
const CLOCK = join(ROOT, '__tests__', 'e2e', 'clock', 'leaping-clock.mjs');
export const PROGRAMS = join(ROOT, 'fixtures', 'programs');

/** A project in a folder of its own, with the evidence beside it. */
export interface Place {
  readonly root: string;
  readonly project: string;
  readonly evidence: string;
}

/** Copies a folder of fixtures/programs, with Playwright at hand where it has a package.json. */
export function makePlace(program: string): Place {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'qaagent-truth-')));
  const project = join(root, 'project');
  cpSync(join(PROGRAMS, program), project, { recursive: true, filter: (path) => !path.endsWith('__pycache__') });
  if (existsSync(join(project, 'package.json'))) symlinkSync(PLAYWRIGHT_MODULES, join(project, 'node_modules'));
  return { root, project, evidence: join(root, 'runs') };
}

export function removePlace({ root }: Place): void {
  rmSync(root, { recursive: true, force: true });
}

export type Inputs = Readonly<Record<string, string>>;

/** How the program is started on a laptop: outside GitHub, everything said on the command line. */
export function localCommand({ evidence, root }: Place, inputs: Inputs) {
  const args = Object.entries({ 'evidence-dir': evidence, ...inputs }).flatMap(([name, value]) => [`--${name}`, value]);
  return {
    program: process.execPath,
    args: ['--import', CLOCK, join(BUNDLE, 'index.js'), ...args],
    env: environment({ LEAPS_FILE: join(root, 'leaps'), LEAPING_CLOCK: CLOCK }),
  };
}

/** Starts the program as on a laptop. */
export function startLocal(place: Place, inputs: Inputs, extra: Inputs = {}): ChildProcess {
  const { program, args, env } = localCommand(place, inputs);
  return spawn(program, args, { cwd: place.project, env: { ...env, ...extra }, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs the `post` step of the run that a process left behind. */
export function startPost({ project }: Place, runDirectory: string, inputs: Inputs): ChildProcess {
  const args = Object.entries(inputs).flatMap(([name, value]) => [`--${name}`, value]);
  return spawn(process.execPath, [join(BUNDLE, 'post.js'), ...args], {
    cwd: project,
    env: { ...environment({}), 'STATE_run-directory': runDirectory },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function environment(env: Inputs): Record<string, string> {
  const kept = Object.entries(cleanEnvironment()).filter(([name]) => !/^(GITHUB_|ACTIONS_|RUNNER_|INPUT_)/.test(name));
  const path = [dirname(PYTHON), process.env['PATH'] ?? ''].join(delimiter);
  return { ...Object.fromEntries(kept), PATH: path, PYTHONDONTWRITEBYTECODE: '1', ...env };
}

export interface Ended {
  readonly exit: number | null;
  readonly signal: string | null;
  readonly output: string;
}

/** What a process said until its end. */
export async function endOf(child: ChildProcess): Promise<Ended> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (output += data.toString()));
  const [exit, signal] = await new Promise<[number | null, string | null]>((done) => {
    child.once('close', (code, name) => done([code, name]));
  });
  return { exit, signal, output };
}

/** One test as the evidence reports it. */
export interface UntrustedTest {
  readonly name: string;
  readonly suite_name: string;
  readonly status: string;
  readonly metadata: {
    readonly id: string;
    readonly final: string;
    readonly attempts: readonly { readonly n: number; readonly status: string; readonly message: string }[];
  };
}

export interface LocalRun extends Ended {
  readonly directory: string;
  readonly manifest: Manifest;
  readonly tests: readonly UntrustedTest[];
  readonly survivors: readonly Survivor[];
}

/** The one run directory of a place; empty before there is one. */
export function runDirectoryOf({ evidence }: Place): string {
  const [name] = existsSync(evidence) ? readdirSync(evidence).filter((entry) => !entry.startsWith('.')) : [];
  return name === undefined ? '' : join(evidence, name);
}

export function readManifest(directory: string): Manifest {
  return JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as Manifest;
}

export function readTests(directory: string): readonly UntrustedTest[] {
  const file = join(directory, 'evidence', 'tests.jsonl');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as UntrustedTest);
}

/** Processes that carry this place in their environment. */
export function survivorsOf({ root }: Place): readonly Survivor[] {
  return processesMarked([root]);
}

/** Runs the program in a place to its end and reads what it left. */
export async function runLocal(place: Place, inputs: Inputs, env: Inputs = {}): Promise<LocalRun> {
  const ended = await endOf(startLocal(place, inputs, env));
  const directory = runDirectoryOf(place);
  if (directory === '') throw new Error(`no run directory: ${ended.output}`);
  const [manifest, tests] = [readManifest(directory), readTests(directory)];
  return { ...ended, directory, manifest, tests, survivors: survivorsOf(place) };
}

/** Events of each attempt of a suite, in order. */
function eventsOf(directory: string, suite: string): readonly (readonly StreamEvent[])[] {
  const attempts: (readonly StreamEvent[])[] = [];
  for (let number = 1; ; number += 1) {
    const folder = join(directory, 'artifacts', suite, `attempt-${number}`);
    if (!existsSync(folder)) return attempts;
    const file = join(folder, 'events.jsonl');
    attempts.push(existsSync(file) ? parseEvents(readFileSync(file, 'utf8')).events : []);
  }
}

/** Ids that really ran in each attempt of a suite, sorted, each once. */
export function ranIn(directory: string, suite: string): readonly (readonly string[])[] {
  return eventsOf(directory, suite).map((events) => {
    return [...new Set(events.flatMap((event) => (event.e === 'start' ? [event.id] : [])))].toSorted();
  });
}
