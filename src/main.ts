import { join, resolve } from 'node:path';
import { actionsConsole } from './adapters/actions-console.js';
import { artifactStore } from './adapters/artifacts.js';
import { systemClock } from './adapters/clock.js';
import { createGit } from './adapters/git.js';
import { createGitHub } from './adapters/github/github-api.js';
import { readGitHubContext } from './adapters/github-context.js';
import { nodeHttp } from './adapters/http.js';
import { nodeFiles } from './adapters/node-files.js';
import {
  bundleDirectory,
  exitAfterFlush,
  readActionInputs,
  readCommandLine,
  readEnvironment,
} from './adapters/node-world.js';
import { createProcessRunner } from './adapters/process-runner.js';
import { createTerminalConsole } from './adapters/terminal-console.js';
import { createWorkflowStep, noWorkflowStep } from './adapters/workflow-step.js';
import { runAction } from './app/run-action.js';
import type { World } from './app/world.js';
import { INPUT_KEYS } from './settings/run-schema.js';
import { VERSION } from './version.js';

/** Entry of the step: reads the world once, runs the action, sets the exit status. */
async function main(): Promise<number> {
  const cancellation = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancellation.abort('cancelled'));
  const world = readWorld(cancellation.signal);
  for (const name of ['github-token', 'anthropic-api-key']) {
    const secret = world.inputs[name];
    if (secret !== undefined) world.console.mask(secret);
  }
  const conclusion = await runAction(world);
  return conclusion === 'success' || conclusion === 'neutral' ? 0 : 1;
}

function readWorld(cancelled: AbortSignal): World {
  const env = readEnvironment();
  const isAction = env['GITHUB_ACTIONS'] === 'true';
  const inputs = isAction ? readActionInputs(env) : readCommandLine(process.argv.slice(2), INPUT_KEYS);
  const github = isAction ? readGitHubContext(env, inputs['matrix'] ?? '') : null;
  const workspace = resolve(env['GITHUB_WORKSPACE'] ?? process.cwd());
  const directory = bundleDirectory(import.meta.url);
  return {
    context: {
      version: VERSION,
      workspace,
      platform: process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux',
      env,
      github,
      terminal: process.stdout.isTTY,
      bundleDirectory: directory,
    },
    inputs,
    files: nodeFiles,
    processes: createProcessRunner(join(directory, 'supervise.js')),
    clock: systemClock,
    console: isAction ? actionsConsole : createTerminalConsole(),
    step: env['GITHUB_STEP_SUMMARY'] === undefined ? noWorkflowStep : createWorkflowStep(env['GITHUB_STEP_SUMMARY']),
    git: createGit(workspace),
    http: nodeHttp,
    github: (token) => (github === null ? null : createGitHub(github, token)),
    artifacts: env['ACTIONS_RUNTIME_TOKEN'] === undefined ? null : artifactStore,
    cancelled,
  };
}

main().then(exitAfterFlush, (error: unknown) => {
  // A bug: whatever was written stays, and the step is red.
  console.error(error instanceof Error ? error.stack : error);
  exitAfterFlush(1);
});
