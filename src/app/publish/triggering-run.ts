import type { GitHubContext, PullRequest, TriggeringRun } from '../../model/context.js';
import type { GitHub } from '../../ports.js';

/**
 * The context of the run that is published: commit, branch and pull request as GitHub tells them, never as the evidence
 * does. Without a triggering run it is this one.
 */
export async function publishedContext(github: GitHubContext, api: GitHub): Promise<GitHubContext> {
  const { triggeredBy: run } = github;
  if (run === null) return github;
  return {
    ...github,
    sha: run.headSha,
    headSha: run.headSha,
    ref: run.headBranch,
    runId: run.id,
    runNumber: run.number,
    runAttempt: run.attempt,
    workflow: run.workflow,
    pullRequest: await pullRequestOf(run, github, api),
  };
}

/** The open pull request whose head is the commit; null when there is none or the question cannot be answered. */
async function pullRequestOf(run: TriggeringRun, github: GitHubContext, api: GitHub): Promise<PullRequest | null> {
  const isHead = ({ headSha }: { readonly headSha: string }): boolean => headSha === run.headSha;
  const named = run.pullRequests.find(isHead) ?? (await askForPullRequest(run, api))?.find(isHead);
  if (named === undefined) return null;
  return { ...named, headRef: run.headBranch, baseSha: '', fork: run.headOwner !== github.owner };
}

async function askForPullRequest({ headOwner, headBranch }: TriggeringRun, api: GitHub) {
  // GitHub names no pull request of a fork in the event.
  if (headOwner === '' || headBranch === '') return null;
  const listed = await api.openPullRequests(`${headOwner}:${headBranch}`);
  return listed.ok ? listed.value : null;
}
