import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGitHub } from '../../src/adapters/github/github-api.js';
import type { ApiBudget } from '../../src/adapters/github/retry.js';
import { zipArchives } from '../../src/adapters/zip.js';
import { systemClock } from '../../src/adapters/clock.js';
import { nodeFiles } from '../../src/adapters/node-files.js';
import { createWorkflowStep } from '../../src/adapters/workflow-step.js';
import type { Services } from '../../src/app/services.js';
import type { GitHubContext } from '../../src/model/context.js';
import type { Settings } from '../../src/model/settings.js';
import type { ArtifactStore, Clock } from '../../src/ports.js';
import { QUICK, gitHubContext } from '../adapters/github-access.js';
import { recordingConsole } from '../fakes/recording-console.js';
import { laptop } from '../fakes/run-contexts.js';

/** A job that publishes to stand-ins: real adapters for API, files and summary, nothing that could run a program. */
export interface PublishWorld {
  readonly services: Services;
  readonly lines: readonly string[];
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: () => string;
  readonly summaryFile: string;
  readonly folder: string;
  readonly remove: () => void;
}

interface Given {
  readonly github?: Partial<GitHubContext>;
  readonly budget?: ApiBudget;
  readonly artifacts?: ArtifactStore | null;
  /** Passes the pauses of the product; requests to the API are limited by real time. */
  readonly clock?: Clock;
}

const refuse = (what: string) => (): never => {
  throw new Error(`publishing must not ${what}`);
};

export function publishWorld(apiUrl: string, given: Given = {}): PublishWorld {
  const folder = mkdtempSync(join(tmpdir(), 'qaagent-publish-'));
  const summaryFile = join(folder, 'summary.md');
  const console = recordingConsole();
  const outputs = new Map<string, string>();
  const github = gitHubContext(apiUrl, given.github);
  const step = createWorkflowStep({ GITHUB_STEP_SUMMARY: summaryFile });
  const services: Services = {
    context: laptop({ workspace: folder, github }),
    inputs: {},
    files: nodeFiles,
    archives: zipArchives,
    processes: {
      start: refuse('start programs'),
      endAbandoned: refuse('end programs'),
      which: refuse('look for programs'),
    },
    clock: given.clock ?? systemClock,
    console,
    step: { ...step, setOutput: (name, value) => void outputs.set(name, value), saveState: () => undefined },
    git: {
      files: () => Promise.resolve({ files: [], root: '' }),
      checkout: refuse('look at the checkout'),
      checkOutBase: refuse('check out the base'),
    },
    http: { statusOf: refuse('ask other servers'), textOf: refuse('read from other servers') },
    languageModel: refuse('ask a model'),
    github: (token) => createGitHub(github, token, given.budget ?? QUICK),
    artifacts: given.artifacts ?? null,
    cancelled: new AbortController().signal,
    limitHeapGrowth: () => undefined,
  };
  const summary = (): string => readFileSync(summaryFile, 'utf8');
  const remove = (): void => rmSync(folder, { recursive: true });
  return { services: services, lines: console.lines, outputs, summary, summaryFile, folder, remove };
}

/** Settings as far as publishing reads them. */
export function publishSettings(change: Partial<Settings> = {}): Settings {
  return {
    ...{ mode: 'run', project: 'shop', suites: [], githubToken: 'ghs_token', checkName: 'QA', annotations: 50 },
    ...{ shard: null, timings: null, failOn: 'all' },
    ...{ check: true, commit: null, pullRequest: null, stepResult: 'verdict' },
    ...{ comment: 'changes', artifactName: 'qa-evidence', upload: 'always', retentionDays: null },
    ...change,
  } as Settings;
}
