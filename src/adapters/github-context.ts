import { readFileSync } from 'node:fs';
import type { GitHubContext, PullRequest, TriggeringRun } from '../model/context.js';
import { withoutEnd } from '../text/bounds.js';

type Environment = Readonly<Record<string, string>>;

/** Inputs whose defaults are expressions: what no variable holds. */
interface JobInputs {
  /** JSON of the matrix. */
  readonly matrix: string;
  readonly checkRunId: string;
}

/** Where in GitHub this process runs, from the environment and the event file; null outside of a workflow. */
export function readGitHubContext(env: Environment, inputs: JobInputs): GitHubContext | null {
  const read = (name: string, otherwise = ''): string => env[`GITHUB_${name}`] ?? otherwise;
  const [owner = '', repository = ''] = read('REPOSITORY').split('/');
  if (read('ACTIONS') !== 'true' || repository === '') return null;
  const event = readEvent(read('EVENT_PATH'));
  const mergeSha = read('EVENT_NAME') === 'pull_request' ? read('SHA') : '';
  const pullRequest = pullRequestOf(event, `${owner}/${repository}`, mergeSha);
  return {
    serverUrl: withoutEnd(read('SERVER_URL', 'https://github.com'), '/'),
    apiUrl: withoutEnd(read('API_URL', 'https://api.github.com'), '/'),
    owner,
    repository,
    sha: read('SHA'),
    headSha: pullRequest?.headSha ?? headOf(event) ?? read('SHA'),
    ref: read('HEAD_REF') || read('REF_NAME'),
    branch: branchOf(read('REF')),
    testedBranch: '',
    eventName: read('EVENT_NAME'),
    runId: Number(read('RUN_ID', '0')),
    runNumber: Number(read('RUN_NUMBER', '0')),
    runAttempt: Number(read('RUN_ATTEMPT', '1')),
    workflow: read('WORKFLOW'),
    job: read('JOB'),
    matrix: describeMatrix(inputs.matrix),
    step: read('ACTION'),
    checkRunId: /^[1-9]\d{0,15}$/.test(inputs.checkRunId) ? Number(inputs.checkRunId) : null,
    caller: '',
    pullRequest,
    untestedPullRequest: null,
    commentedOn: commentedOn(event),
    defaultBranch: text(at(event, 'repository', 'default_branch')) ?? '',
    mergeQueueBranch: branchOf(text(at(event, 'merge_group', 'base_ref')) ?? ''),
    triggeredBy: triggeringRunOf(event),
  };
}

/** Events about a commit that GITHUB_SHA does not name. */
const SUBJECTS = ['workflow_run', 'merge_group', 'check_suite', 'check_run'];

function headOf(event: unknown): string | null {
  const heads = SUBJECTS.map((subject) => text(at(event, subject, 'head_sha')));
  return heads.find((head) => head !== null) ?? text(at(event, 'deployment', 'sha'));
}

function branchOf(ref: string): string {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : '';
}

function commentedOn(event: unknown): number | null {
  const number = at(event, 'issue', 'number');
  return typeof number === 'number' && at(event, 'issue', 'pull_request') !== undefined ? number : null;
}

function readEvent(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Environment)[key] : undefined),
    value,
  );
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function pullRequestOf(event: unknown, repository: string, mergeSha: string): PullRequest | null {
  const number = at(event, 'pull_request', 'number');
  const headSha = text(at(event, 'pull_request', 'head', 'sha'));
  if (typeof number !== 'number' || headSha === null) return null;
  return {
    number,
    headSha,
    headRef: text(at(event, 'pull_request', 'head', 'ref')) ?? '',
    baseRef: text(at(event, 'pull_request', 'base', 'ref')) ?? '',
    baseSha: text(at(event, 'pull_request', 'base', 'sha')) ?? '',
    mergeSha,
    fork: text(at(event, 'pull_request', 'head', 'repo', 'full_name')) !== repository,
  };
}

function triggeringRunOf(event: unknown): TriggeringRun | null {
  const run = at(event, 'workflow_run');
  const id = at(run, 'id');
  const headSha = text(at(run, 'head_sha'));
  if (typeof id !== 'number' || headSha === null) return null;
  const listed = at(run, 'pull_requests');
  return {
    id,
    number: Number(at(run, 'run_number') ?? 0),
    attempt: Number(at(run, 'run_attempt') ?? 1),
    workflow: text(at(run, 'name')) ?? '',
    headSha,
    headBranch: text(at(run, 'head_branch')) ?? '',
    headOwner: text(at(run, 'head_repository', 'owner', 'login')) ?? '',
    pullRequests: (Array.isArray(listed) ? listed : []).flatMap((pull) => {
      const number = at(pull, 'number');
      const sha = text(at(pull, 'head', 'sha'));
      const baseRef = text(at(pull, 'base', 'ref')) ?? '';
      // GitHub also names pull requests of other repositories that share the commit.
      const isOurs = at(pull, 'base', 'repo', 'id') === at(event, 'repository', 'id');
      return typeof number === 'number' && sha !== null && isOurs ? [{ number, headSha: sha, baseRef }] : [];
    }),
  };
}

/** `os=linux, py=3.12` of the JSON that `${{ toJSON(matrix) }}` gives; empty without a matrix. */
function describeMatrix(input: string): string {
  try {
    const matrix = JSON.parse(input) as unknown;
    if (typeof matrix !== 'object' || matrix === null) return '';
    return Object.entries(matrix)
      .map(([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
      .join(', ');
  } catch {
    return '';
  }
}
