import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArtifactOptions, Uploaded } from '../stand-ins/artifact-service.js';
import type { GitHubCall, GitHubOptions } from '../stand-ins/github-api.js';
import type { StoredCheck, StoredComment } from '../stand-ins/github-state.js';
import { runStep } from '../stand-ins/mini-runner.js';
import type { StepResult } from '../stand-ins/mini-runner.js';
import type { Step } from '../stand-ins/job-environment.js';
import { startPlatform } from '../stand-ins/platform.js';
import { workflowEvent } from '../stand-ins/workflow-event.js';
import type { EventName } from '../stand-ins/workflow-event.js';
import { startShop } from './start-shop.js';
import { ROOT, findTools, toolEnvironment } from './tools.js';
import type { Tools } from './tools.js';
import { makeWorkspace } from './workspace.js';
import type { Workspace } from './workspace.js';

/** One run of the built action on a project. */
export interface ActionRun {
  /** Folder under fixtures/projects. */
  readonly project: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: EventName;
  /** Starts the shop and passes its address as `base-url`: with its faults, or without. */
  readonly shop?: 'faulty' | 'fixed';
  readonly token?: string;
  readonly github?: GitHubOptions;
  readonly artifacts?: ArtifactOptions;
  readonly env?: Readonly<Record<string, string>>;
  readonly cancelAt?: string;
  /** Node that runs the action; `ACTION_NODE` or this process's own unless given. */
  readonly node?: string;
  readonly onLine?: (line: string) => void;
  /** Found on the machine unless given. */
  readonly tools?: Tools;
}

/** Everything that is left to look at after a run, until `remove` is called. */
export interface ActionRecord {
  readonly step: StepResult;
  readonly workspace: Workspace;
  readonly checks: readonly StoredCheck[];
  readonly comments: readonly StoredComment[];
  readonly calls: readonly GitHubCall[];
  readonly violations: readonly string[];
  readonly uploads: readonly Uploaded[];
  readonly baseUrl: string;
  /** The run directory; empty when the action named none. */
  readonly evidence: string;
  readonly remove: () => void;
}

const REPOSITORY = 'octo-org/shop';
const PULL = 7;

function stepOf(run: ActionRun, root: string, workspace: Workspace, env: Step['env'], baseUrl: string): Step {
  const { headSha, baseSha, mergeSha, directory } = workspace;
  const subject = { repository: REPOSITORY, headSha, baseSha, mergeSha, branch: 'topic', pullNumber: PULL };
  return {
    action: ROOT,
    inputs: { ...(baseUrl === '' ? {} : { 'base-url': baseUrl }), ...run.inputs },
    workspace: directory,
    temp: join(root, 'runner-temp'),
    event: workflowEvent(run.event ?? 'pull_request', subject),
    repository: REPOSITORY,
    token: run.token ?? 'ghs_stand_in_token',
    env: { ...env, ...run.env },
    node: run.node ?? process.env['ACTION_NODE'] ?? process.execPath,
    ...(run.cancelAt === undefined ? {} : { cancelAt: run.cancelAt }),
    ...(run.onLine === undefined ? {} : { onLine: run.onLine }),
  };
}

/** What the API knows of the workspace's commits and pull request. */
function githubOf(run: ActionRun, workspace: Workspace): GitHubOptions {
  const { headSha, baseSha, mergeSha, pullFiles } = workspace;
  return {
    repository: REPOSITORY,
    commits: new Set([headSha, baseSha, mergeSha]),
    pulls: [{ number: PULL, headSha, headRef: 'topic', baseRef: 'main' }],
    pullFiles,
    permissions: run.event === 'fork' ? 'read' : 'write',
    ...run.github,
  };
}

/** Runs the built action on a copy of a project, with stand-ins for the runner and for GitHub. */
export async function runAction(run: ActionRun): Promise<ActionRecord> {
  const tools = run.tools ?? findTools();
  const root = mkdtempSync(join(tmpdir(), 'qaagent-e2e-'));
  mkdirSync(join(root, 'work'));
  const workspace = makeWorkspace(run.project, join(root, 'work'));
  const platform = await startPlatform({
    github: githubOf(run, workspace),
    ...(run.artifacts === undefined ? {} : { artifacts: run.artifacts }),
  });
  const shop =
    run.shop === undefined ? null : await startShop({ python: tools.python ?? 'python3', fixed: run.shop === 'fixed' });
  const baseUrl = shop?.baseUrl ?? '';
  try {
    const env = { ...platform.env, ...toolEnvironment(tools) };
    const step = await runStep(stepOf(run, root, workspace, env, baseUrl));
    return {
      step,
      workspace,
      checks: platform.github.checks(),
      comments: platform.github.comments(),
      calls: platform.github.calls,
      violations: platform.github.violations,
      uploads: platform.artifacts.uploads(),
      baseUrl,
      evidence: step.outputs['evidence-dir'] ?? '',
      remove: () => rmSync(root, { recursive: true, force: true }),
    };
  } finally {
    await shop?.stop();
    await platform.close();
  }
}

/** A JSON file of the run directory. */
export function readEvidence(record: ActionRecord, file: string): unknown {
  return JSON.parse(readFileSync(join(record.evidence, file), 'utf8'));
}

/** The records of a JSON Lines file of the run directory. */
export function readRecords(record: ActionRecord, file: string): readonly Readonly<Record<string, unknown>>[] {
  return readFileSync(join(record.evidence, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}
