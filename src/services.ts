import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { actionsConsole } from './adapters/actions-console.js';
import { createAnthropicModel } from './adapters/anthropic.js';
import { zipArchives } from './adapters/zip.js';
import { artifactStore } from './adapters/artifacts.js';
import { systemClock } from './adapters/clock.js';
import { createGit } from './adapters/git/git.js';
import { createGitHub } from './adapters/github/github-api.js';
import { readGitHubContext } from './adapters/github-context.js';
import { nodeHttp } from './adapters/http.js';
import { nodeFiles } from './adapters/node-files.js';
import { bundleDirectory, readActionInputs, readCommandLine, readEnvironment } from './adapters/process.js';
import { createProcessRunner } from './adapters/process-runner.js';
import { createTerminalConsole } from './adapters/terminal-console.js';
import { createWorkflowStep, noWorkflowStep } from './adapters/workflow-step.js';
import type { Services } from './app/services.js';
import { INPUT_KEYS } from './settings/schema/run.js';
import { VERSION } from './version.js';

/** Reads the world once and connects every port to the real thing. Secrets among the inputs are masked at once. */
export function createServices(entryUrl: string, cancelled: AbortSignal): Services {
  const env = readEnvironment();
  const isAction = env['GITHUB_ACTIONS'] === 'true';
  const inputs = isAction ? readActionInputs(env) : readCommandLine(process.argv.slice(2), INPUT_KEYS);
  const job = { matrix: inputs['matrix'] ?? '', checkRunId: inputs['check-run-id'] ?? '' };
  const github = isAction ? readGitHubContext(env, job) : null;
  const workspace = resolve(env['GITHUB_WORKSPACE'] ?? process.cwd());
  const directory = bundleDirectory(entryUrl);
  const summary = env['GITHUB_STEP_SUMMARY'];
  const console = isAction ? actionsConsole : createTerminalConsole(process.stdout);
  for (const name of ['github-token', 'anthropic-api-key']) if (inputs[name] !== undefined) console.mask(inputs[name]);
  return {
    context: {
      version: VERSION,
      workspace,
      platform: process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux',
      env,
      github,
      terminal: process.stdout.isTTY,
      bundleDirectory: directory,
      temporaryDirectory: tmpdir(),
    },
    inputs,
    files: nodeFiles,
    archives: zipArchives,
    processes: createProcessRunner(join(directory, 'supervise.js')),
    clock: systemClock,
    console,
    step: summary === undefined ? noWorkflowStep : createWorkflowStep(summary),
    git: createGit(workspace, github === null ? '' : `${github.owner}/${github.repository}`),
    http: nodeHttp,
    languageModel: createAnthropicModel,
    github: (token) => (github === null ? null : createGitHub(github, token)),
    artifacts: env['ACTIONS_RUNTIME_TOKEN'] === undefined ? null : artifactStore,
    cancelled,
  };
}
