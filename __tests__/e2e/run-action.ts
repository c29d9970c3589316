import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
import { ACTION, findTools, ROOT, toolEnvironment } from './tools.js';
import type { Tools } from './tools.js';
import { checkOut, makeWorkspace } from './workspace.js';
import type { Workspace } from './workspace.js';

/** Events whose commit is checked out as it is. */
const OF_A_COMMIT: readonly EventName[] = ['push', 'merge_group', 'schedule', 'workflow_dispatch'];

/** One run of the built action on a project. */
export interface ActionRun {
  /** Folder under fixtures/projects. */
  readonly project: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: EventName;
  /** Commit that the event is about; the workspace's own unless given. */
  readonly headSha?: string;
  /**
   * Where the shop comes from, on a free port: `started` by the action itself from the workspace, or already `running`
   * without its faults.
   */
  readonly shop?: 'started' | 'running';
  readonly token?: string;
  readonly github?: GitHubOptions;
  readonly artifacts?: ArtifactOptions;
  readonly env?: Readonly<Record<string, string>>;
  /** Folders of this machine that the workspace finds at a path of its own, as if it had installed them. */
  readonly links?: Readonly<Record<string, string>>;
  readonly cancelAt?: string;
  readonly cancelDelayMs?: number;
  /** Node that runs the action; `ACTION_NODE` or this process's own unless given. */
  readonly node?: string;
  /** True for a clock that leaps an hour for every byte that a suite appends to `$LEAPS_FILE`. */
  readonly leaps?: boolean;
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

const LEAPING_CLOCK = join(ROOT, '__tests__', 'e2e', 'clock', 'leaping-clock.mjs');
const REPOSITORY = 'octo-org/shop';
const PULL = 7;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

interface Service {
  readonly baseUrl: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** The shop as the run wants it; nothing when it wants none. */
async function serviceFor({ shop }: ActionRun, tools: Tools): Promise<Service> {
  if (shop === undefined) return { baseUrl: '', inputs: {}, stop: () => Promise.resolve() };
  if (shop === 'running') {
    const { baseUrl, stop } = await startShop({ python: tools.python ?? 'python3', fixed: true });
    return { baseUrl, inputs: { 'base-url': baseUrl }, stop };
  }
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const inputs = {
    'base-url': baseUrl,
    'start-command': `python3 -m shop --port ${port}`,
    'health-url': `${baseUrl}/health`,
  };
  return { baseUrl, inputs, stop: () => Promise.resolve() };
}

function stepOf(run: ActionRun, root: string, workspace: Workspace, env: Step['env'], inputs: Step['inputs']): Step {
  const { headSha, baseSha, mergeSha, directory } = workspace;
  const head = run.headSha ?? headSha;
  const subject = { repository: REPOSITORY, headSha: head, baseSha, mergeSha, branch: 'topic', pullNumber: PULL };
  return {
    action: ACTION,
    inputs: { ...inputs, ...run.inputs },
    workspace: directory,
    temp: join(root, 'runner-temp'),
    event: workflowEvent(run.event ?? 'pull_request', subject),
    repository: REPOSITORY,
    token: run.token ?? 'ghs_stand_in_token',
    env: { ...env, ...(run.leaps === true ? { LEAPS_FILE: join(root, 'leaps') } : {}), ...run.env },
    node: run.node ?? process.env['ACTION_NODE'] ?? process.execPath,
    ...(run.leaps === true ? { preload: LEAPING_CLOCK } : {}),
    ...(run.cancelAt === undefined ? {} : { cancelAt: run.cancelAt }),
    ...(run.cancelDelayMs === undefined ? {} : { cancelDelayMs: run.cancelDelayMs }),
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

function linkInto({ directory }: Workspace, links: Readonly<Record<string, string>>): void {
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    symlinkSync(target, join(directory, path));
  }
}

/** Runs the built action on a copy of a project, with stand-ins for the runner and for GitHub. */
export async function runAction(run: ActionRun): Promise<ActionRecord> {
  const tools = run.tools ?? findTools();
  const root = mkdtempSync(join(tmpdir(), 'qaagent-e2e-'));
  mkdirSync(join(root, 'work'));
  const workspace = makeWorkspace(run.project, join(root, 'work'));
  if (OF_A_COMMIT.includes(run.event ?? 'pull_request')) checkOut(workspace, workspace.headSha);
  linkInto(workspace, run.links ?? {});
  const platform = await startPlatform({
    github: githubOf(run, workspace),
    ...(run.artifacts === undefined ? {} : { artifacts: run.artifacts }),
  });
  const service = await serviceFor(run, tools);
  try {
    const env = { ...platform.env, ...toolEnvironment(tools) };
    const step = await runStep(stepOf(run, root, workspace, env, service.inputs));
    return {
      step,
      workspace,
      checks: platform.github.checks(),
      comments: platform.github.comments(),
      calls: platform.github.calls,
      violations: platform.github.violations,
      uploads: platform.artifacts.uploads(),
      baseUrl: service.baseUrl,
      evidence: step.outputs['evidence-dir'] ?? '',
      remove: () => rmSync(root, { recursive: true, force: true }),
    };
  } finally {
    await service.stop();
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
