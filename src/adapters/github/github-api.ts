import type { GitHubContext } from '../../model/context.js';
import type { GitHub } from '../../ports.js';
import { ApiClient } from './api-client.js';
import { listArtifacts, readArtifact } from './artifacts-api.js';
import { createComment, findComment, updateComment } from './comments.js';
import { publishCheck } from './publish-check.js';
import { API_BUDGET, type ApiBudget } from './retry.js';

/** GitHub's REST API for one repository. Everything it is asked shares one budget of time. */
export function createGitHub(
  { owner, repository, apiUrl }: GitHubContext,
  token: string,
  budget: ApiBudget = API_BUDGET,
): GitHub {
  const client = new ApiClient({ owner, repo: repository }, { apiUrl, token, budget });
  return {
    publishCheck: (check) => publishCheck(client, check),
    findComment: (pullRequest, marker) => findComment(client, pullRequest, marker),
    createComment: (pullRequest, body) => createComment(client, pullRequest, body),
    updateComment: (id, body) => updateComment(client, id, body),
    changedFiles: (pullRequest) =>
      client.list('the changed files could not be read', async (octokit, page) =>
        (await octokit.rest.pulls.listFiles({ ...client.at, pull_number: pullRequest, ...page })).data.map(
          ({ filename, patch, additions }) => ({ path: filename, patch: patch ?? '', additions }),
        ),
      ),
    listArtifacts: (of) => listArtifacts(client, of),
    readArtifact: (artifact, limits) => readArtifact(client, artifact, limits),
    openPullRequests: (head) =>
      client.list('the pull requests could not be read', async (octokit, page) =>
        (await octokit.rest.pulls.list({ ...client.at, state: 'open', head, ...page })).data.map((pull) => ({
          number: pull.number,
          headSha: pull.head.sha,
          baseRef: pull.base.ref,
        })),
      ),
  };
}
