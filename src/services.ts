import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { actionsConsole } from './adapters/actions-console.js';
import { createAnthropicModel } from './adapters/anthropic.js';
import { zipArchives } from './adapters/zip.js';
import { createArtifactStore } from './adapters/artifacts.js';
import { systemClock } from './adapters/clock.js';
import { createGit } from './adapters/git/git.js';
import { createGitHub } from './adapters/github/github-api.js';
import { readGitHubContext } from './adapters/github-context.js';
import { nodeHttp } from './adapters/http.js';
import { nodeFiles } from './adapters/node-files.js';
import {
  bundleDirectory,
  limitHeapGrowth,
  readActionInputs,
  readCommandLine,
  readEnvironment,
} from './adapters/process.js';
import { createProcessRunner } from './adapters/process-runner.js';
import { createTerminalConsole } from './adapters/terminal-console.js';
import { createWorkflowStep, noWorkflowStep } from './adapters/workflow-step.js';
import type { Services } from './app/services.js';
import type { RunContext } from './model/context.js';
import { INPUT_KEYS } from './settings/schema/run.js';
import { VERSION } from './version.js';

/** How the process was started. */
export interface Start {
  /** True when a runner starts it as a step; false on a command line, which publishes nothing. */
  readonly isAction: boolean;
  readonly inputs: Readonly<Record<string, string>>;
  /** Folder that paths start at; absent: the one in which the process was started. */
  readonly folder?: string;
}

/** True when a runner starts the process as a step, which has no arguments. */
export function startsAsStep(): boolean {
  return process.env['GITHUB_ACTIONS'] === 'true' && process.argv.length <= 2;
}

/** The start of a process whose arguments are inputs and nothing else. */
function startOfProcess(): Start {
  const isAction = startsAsStep();
  const read = isAction ? readActionInputs(readEnvironment()) : readCommandLine(process.argv.slice(2), INPUT_KEYS);
  return { isAction, inputs: read };
}

/** Reads the world once and connects every port to the real thing. Secrets among the inputs are masked at once. */
export function createServices(entryUrl: string, cancelled: AbortSignal, start: Start = startOfProcess()): Services {
  const { isAction, inputs } = start;
  const env = readEnvironment();
  const directory = bundleDirectory(entryUrl);
  const context = contextOf(start, env, directory);
  const { github, workspace } = context;
  const summary = isAction ? env['GITHUB_STEP_SUMMARY'] : undefined;
  const console = isAction ? actionsConsole : createTerminalConsole(process.stdout);
  for (const name of ['github-token', 'anthropic-api-key']) {
    const secret = inputs[name] ?? '';
    if (secret.trim() !== '') console.mask(secret);
  }
  return {
    context,
    inputs,
    files: nodeFiles,
    archives: zipArchives,
    processes: createProcessRunner(join(directory, 'supervise.js')),
    clock: systemClock,
    console,
    step: summary === undefined ? noWorkflowStep : createWorkflowStep(env),
    git: createGit(workspace, github === null ? '' : `${github.owner}/${github.repository}`),
    http: nodeHttp,
    languageModel: createAnthropicModel,
    github: (token) => (github === null ? null : createGitHub(github, token)),
    artifacts: !isAction || env['ACTIONS_RUNTIME_TOKEN'] === undefined ? null : createArtifactStore(),
    cancelled,
    limitHeapGrowth,
  };
}

/** Columns of a terminal. A pipe has none, and a pseudo-terminal that was given no size says 0. */
function columnsOf({ columns }: { readonly columns?: number }): number | null {
  return columns === undefined || columns === 0 ? null : columns;
}

/** The world around the process. A command line knows its folder, a step its workspace and its place in GitHub. */
function contextOf(
  { isAction, inputs, folder }: Start,
  env: Readonly<Record<string, string>>,
  directory: string,
): RunContext {
  const job = { matrix: inputs['matrix'] ?? '', checkRunId: inputs['check-run-id'] ?? '' };
  const workspace = isAction ? env['GITHUB_WORKSPACE'] : undefined;
  return {
    version: VERSION,
    nodeVersion: process.versions.node,
    workspace: resolve(workspace ?? folder ?? process.cwd()),
    platform: process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux',
    env,
    github: isAction ? readGitHubContext(env, job) : null,
    terminal: process.stdout.isTTY,
    columns: columnsOf(process.stdout),
    bundleDirectory: directory,
    temporaryDirectory: tmpdir(),
  };
}
