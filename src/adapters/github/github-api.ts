import type { GitHubContext, PullRequest } from '../../model/context.js';
import type { Sent } from '../../model/publication.js';
import type { Clock, GitHub } from '../../ports.js';
import { systemClock } from '../clock.js';
import { ApiClient } from './api-client.js';
import { listArtifacts, readArtifact } from './artifacts-api.js';
import { listJobs } from './jobs.js';
import { createComment, deleteComment, ownComments, updateComment } from './comments.js';
import { publishCheck } from './publish-check.js';
import { API_BUDGET, type ApiBudget } from './retry.js';

/** GitHub's REST API for one repository. Everything it is asked shares one budget of time. */
export function createGitHub(
  { owner, repository, apiUrl }: GitHubContext,
  token: string,
  budget: ApiBudget = API_BUDGET,
  clock: Clock = systemClock,
): GitHub {
  const client = new ApiClient({ owner, repo: repository }, { apiUrl, token, budget, clock });
  return {
    publishCheck: (check) => publishCheck(client, check),
    ownComments: (pullRequest, marker) => ownComments(client, pullRequest, marker),
    createComment: (pullRequest, body, mark) => createComment(client, pullRequest, body, mark),
    updateComment: (id, body) => updateComment(client, id, body),
    deleteComment: (id) => deleteComment(client, id),
    changedFiles: (pullRequest) =>
      client.list('the changed files could not be read', async (octokit, page) =>
        (await octokit.rest.pulls.listFiles({ ...client.at, pull_number: pullRequest, ...page })).data.map(
          ({ filename, patch, additions }) => ({ path: filename, patch: patch ?? '', additions }),
        ),
      ),
    listArtifacts: (of) => listArtifacts(client, of),
    readArtifact: (artifact, limits) => readArtifact(client, artifact, limits),
    openPullRequests: (head) => openPullRequests(client, head),
    runCreatedAt: (runId) => runCreatedAt(client, runId),
    listJobs: (runId, attempt) => listJobs(client, runId, attempt),
    jobName: (checkRunId) => jobName(client, checkRunId),
  };
}

function openPullRequests(client: ApiClient, head: string | null): Promise<Sent<readonly PullRequest[]>> {
  const { owner, repo } = client.at;
  const options = { ...client.at, state: 'open' as const, ...(head === null ? {} : { head }) };
  return client.list('the pull requests could not be read', async (octokit, page) =>
    (await octokit.rest.pulls.list({ ...options, ...page })).data.map((pull) => {
      // Null when the fork has been deleted, which the description leaves out.
      const from = pull.head.repo as { readonly full_name: string } | null;
      return {
        ...{ number: pull.number, headSha: pull.head.sha, headRef: pull.head.ref },
        ...{ baseRef: pull.base.ref, baseSha: pull.base.sha },
        // The last merge that GitHub made may be of an earlier head.
        mergeSha: '',
        fork: from?.full_name !== `${owner}/${repo}`,
      };
    }),
  );
}

function runCreatedAt(client: ApiClient, runId: number): Promise<Sent<string>> {
  return client.send('the time of the run could not be read', async (octokit, signal) => {
    const at = { ...client.at, run_id: runId, request: { signal } };
    return (await octokit.rest.actions.getWorkflowRun(at)).data.created_at;
  });
}

function jobName(client: ApiClient, checkRunId: number): Promise<Sent<string>> {
  return client.send('the name of the job could not be read', async (octokit, signal) => {
    const at = { ...client.at, check_run_id: checkRunId, request: { signal } };
    return (await octokit.rest.checks.get(at)).data.name;
  });
}
