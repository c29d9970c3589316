import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowEvent } from './workflow-event.js';

/** One step that uses a JavaScript action. */
export interface Step {
  /** Folder with `action.yml`; absolute. */
  readonly action: string;
  /** Input values as the workflow gives them. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly workspace: string;
  /** The runner's folder for this job; must be fresh. */
  readonly temp: string;
  readonly event: WorkflowEvent;
  readonly repository: string;
  /** The job's token; empty when it has none. */
  readonly token: string;
  /** More variables of the job: addresses of services, PATH of the tools. */
  readonly env: Readonly<Record<string, string>>;
  /** Node that runs the action; the one of this process unless given. */
  readonly node?: string;
  /** Module that the Node.js of each stage loads first. */
  readonly preload?: string;
  readonly runAttempt?: number;
  /** Cancels the job as soon as the main stage prints a line that contains this. */
  readonly cancelAt?: string;
  /** Milliseconds between that line and the first signal; 0 unless given. */
  readonly cancelDelayMs?: number;
  /** Sees each line of the log as it is written. */
  readonly onLine?: (line: string) => void;
}

/** The variables of a job, and its event file in the temporary folder. */
export function jobEnvironment(step: Step, trackingId: string): Readonly<Record<string, string>> {
  const { workspace, temp, event, repository } = step;
  const [owner = ''] = repository.split('/');
  const eventPath = join(temp, 'event.json');
  writeFileSync(eventPath, JSON.stringify(event.payload));
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? temp,
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTION_PATH: step.action,
    GITHUB_ACTOR: 'contributor',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_JOB: 'qa',
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_RUN_ATTEMPT: String(step.runAttempt ?? 1),
    GITHUB_RUN_ID: '30433642',
    GITHUB_RUN_NUMBER: '812',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKFLOW: 'Tests',
    GITHUB_WORKFLOW_REF: `${repository}/.github/workflows/tests.yml@refs/heads/main`,
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'stand-in',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(temp, 'tools'),
    RUNNER_TRACKING_ID: trackingId,
    ...event.env,
    ...step.env,
  };
}
