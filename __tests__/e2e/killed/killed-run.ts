import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Manifest } from '../../../src/model/evidence.js';
import { findTools, ROOT, toolEnvironment } from '../tools.js';

/** Inputs and files of a run that ends with `failure` when nothing interrupts it. */
export interface Scenario {
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
}

/** What an interrupted run and its `post` came to. */
export interface Interrupted {
  /** Null when the run was killed before it had a run directory that `post` knows of. */
  readonly conclusion: string | null;
  /** Of the killed step itself: null stands for a signal. */
  readonly status: number | null;
  readonly outcomes: readonly string[];
}

/** A bundle of the sources with an entry more that kills itself. */
export function buildKilledMain(): string {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  const entry = `killed-main=${join(import.meta.dirname, 'killed-main.ts')}`;
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs'), join(folder, 'dist'), entry], { stdio: 'pipe' });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Runs a scenario that is killed after its `killAfter`-th write, then `post` as the runner would. */
export function runKilled(
  folder: string,
  { inputs, files }: Scenario,
  killAfter: number,
): Interrupted & { writes: number } {
  const workspace = mkdtempSync(join(tmpdir(), 'killed-run-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), text);
  }
  const names = ['state', 'summary', 'output', 'writes'].map((name) => join(workspace, `.${name}`));
  const [state = '', summary = '', output = '', log = ''] = names;
  for (const file of [state, summary, output]) writeFileSync(file, '');
  const env = {
    ...process.env,
    ...toolEnvironment(findTools()),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    'INPUT_EVIDENCE-DIR': join(workspace, 'runs'),
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_STATE: state,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_OUTPUT: output,
  };
  const options = { cwd: workspace, encoding: 'utf8', stdio: 'ignore' } as const;
  const killed = { ...env, KILL_AFTER: String(killAfter), WRITE_LOG: log };
  const { status } = spawnSync(process.execPath, [join(folder, 'dist', 'killed-main.js')], { ...options, env: killed });
  const directory = /run-directory<<(\S+)\n(.*)\n\1/.exec(readFileSync(state, 'utf8'))?.[2] ?? null;
  const writes = existsSync(log) ? readFileSync(log, 'utf8').split('\n').length - 1 : 0;
  const after = { ...env, ...(directory === null ? {} : { 'STATE_run-directory': directory }) };
  spawnSync(process.execPath, [join(folder, 'dist', 'post.js')], { ...options, env: after });
  const manifest =
    directory === null ? null : (JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as Manifest);
  rmSync(workspace, { recursive: true, force: true });
  const outcomes = manifest?.suites.map(({ name, outcome }) => `${name}: ${outcome}`) ?? [];
  return { conclusion: manifest?.conclusion ?? null, status, outcomes, writes };
}
