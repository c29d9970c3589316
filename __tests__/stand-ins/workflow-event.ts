/** The events whose handling differs for the product. `fork` is a pull request from a fork: read-only token. */
export type EventName =
  | 'pull_request'
  | 'fork'
  | 'push'
  | 'merge_group'
  | 'schedule'
  | 'workflow_dispatch'
  | 'workflow_run'
  | 'issue_comment';

/** The repository and commits that an event speaks of. */
export interface EventSubject {
  /** `owner/name`. */
  readonly repository: string;
  readonly headSha: string;
  readonly baseSha: string;
  /** The merge commit that a pull request is tested as; what GITHUB_SHA says then. */
  readonly mergeSha: string;
  readonly branch: string;
  readonly pullNumber: number;
  /** Branch that the pull request or the merge queue aims at; the default one unless given. */
  readonly baseBranch?: string;
  /** True for a push that drops commits. */
  readonly isForced?: boolean;
}

/** An event as a step sees it: its payload and the variables that go with it. */
export interface WorkflowEvent {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string>>;
}

const DEFAULT_BRANCH = 'main';

function repositoryOf(fullName: string): Readonly<Record<string, unknown>> {
  const [owner = '', name = ''] = fullName.split('/');
  return {
    id: 1_296_269,
    name,
    full_name: fullName,
    private: false,
    fork: false,
    default_branch: DEFAULT_BRANCH,
    html_url: `https://github.com/${fullName}`,
    owner: { login: owner, type: 'Organization' },
  };
}

function pullRequest(subject: EventSubject, isFork: boolean): Readonly<Record<string, unknown>> {
  const { repository, headSha, baseSha, branch, pullNumber, baseBranch = DEFAULT_BRANCH } = subject;
  const fork = { ...repositoryOf(`contributor/${repository.split('/')[1] ?? ''}`), fork: true };
  return {
    number: pullNumber,
    state: 'open',
    draft: false,
    title: 'Change the prices',
    user: { login: 'contributor', type: 'User' },
    html_url: `https://github.com/${repository}/pull/${pullNumber}`,
    head: { sha: headSha, ref: branch, repo: isFork ? fork : repositoryOf(repository) },
    base: { sha: baseSha, ref: baseBranch, repo: repositoryOf(repository) },
  };
}

function pullEvent(subject: EventSubject, isFork: boolean): WorkflowEvent {
  return {
    payload: {
      action: 'synchronize',
      number: subject.pullNumber,
      pull_request: pullRequest(subject, isFork),
    },
    env: {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_SHA: subject.mergeSha,
      GITHUB_REF: `refs/pull/${subject.pullNumber}/merge`,
      GITHUB_REF_NAME: `${subject.pullNumber}/merge`,
      GITHUB_HEAD_REF: subject.branch,
      GITHUB_BASE_REF: subject.baseBranch ?? DEFAULT_BRANCH,
    },
  };
}

const branchEvent = (
  name: string,
  sha: string,
  branch: string,
  payload: Readonly<Record<string, unknown>>,
): WorkflowEvent => ({
  payload,
  env: {
    GITHUB_EVENT_NAME: name,
    GITHUB_SHA: sha,
    GITHUB_REF: `refs/heads/${branch}`,
    GITHUB_REF_NAME: branch,
    GITHUB_HEAD_REF: '',
    GITHUB_BASE_REF: '',
  },
});

function runEvent({ headSha, baseSha, branch, repository }: EventSubject): WorkflowEvent {
  const fork = { ...repositoryOf(`contributor/${repository.split('/')[1] ?? ''}`), fork: true };
  const run = {
    id: 30_433_642,
    name: 'Tests',
    head_sha: headSha,
    head_branch: branch,
    head_repository: { ...fork, owner: { login: 'contributor', type: 'User' } },
    event: 'pull_request',
    run_number: 811,
    run_attempt: 1,
  };
  return branchEvent('workflow_run', baseSha, DEFAULT_BRANCH, {
    action: 'completed',
    workflow_run: { ...run, conclusion: 'failure', pull_requests: [] },
  });
}

function eventOf(name: EventName, subject: EventSubject): WorkflowEvent {
  const { headSha, baseSha, branch, baseBranch = DEFAULT_BRANCH, isForced = false, pullNumber } = subject;
  switch (name) {
    case 'pull_request':
      return pullEvent(subject, false);
    case 'fork':
      return pullEvent(subject, true);
    case 'push':
      return branchEvent('push', headSha, branch, {
        ...{ ref: `refs/heads/${branch}`, before: baseSha, after: headSha, forced: isForced },
      });
    case 'merge_group':
      return branchEvent('merge_group', headSha, `gh-readonly-queue/${baseBranch}/pr-${pullNumber}`, {
        action: 'checks_requested',
        merge_group: { head_sha: headSha, base_sha: baseSha, base_ref: `refs/heads/${baseBranch}` },
      });
    case 'schedule':
      return branchEvent('schedule', headSha, DEFAULT_BRANCH, { schedule: '0 3 * * *' });
    case 'workflow_dispatch':
      return branchEvent('workflow_dispatch', headSha, branch, { inputs: {}, ref: `refs/heads/${branch}` });
    case 'issue_comment':
      return branchEvent('issue_comment', baseSha, DEFAULT_BRANCH, {
        action: 'created',
        issue: { number: pullNumber, pull_request: { url: `https://api.github.com/pulls/${pullNumber}` } },
        comment: { body: '/test' },
      });
    case 'workflow_run':
      return runEvent(subject);
  }
}

/** What a step sees of an event: the fields of GitHub's payloads that actions commonly read. */
export function workflowEvent(name: EventName, subject: EventSubject): WorkflowEvent {
  const { payload, env } = eventOf(name, subject);
  const sender = { login: 'contributor', type: 'User' };
  return { payload: { ...payload, repository: repositoryOf(subject.repository), sender }, env };
}
