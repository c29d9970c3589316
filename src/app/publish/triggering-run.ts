// For `workflow_run`: the run whose evidence is published, its commit and its open pull request.
import type { GitHubContext, PullRequest, TriggeringRun } from '../../model/context.js';
import type { Settings } from '../../model/settings.js';
import type { GitHub } from '../../ports.js';

/**
 * The context of the run that is published: commit, branch and pull request as GitHub reports them, never as the evidence
 * does. Without a triggering run it is this one.
 */
export async function publishedContext(
  github: GitHubContext,
  settings: Pick<Settings, 'commit' | 'pullRequest'>,
  api: GitHub,
): Promise<GitHubContext> {
  const run = await withRun(github, api);
  const number = settings.pullRequest;
  const pullRequest = number === null || number === run.pullRequest?.number ? run.pullRequest : { ...NAMED, number };
  return { ...run, pullRequest, headSha: settings.commit ?? run.headSha };
}

/** A pull request of which a user gave the number. */
const NAMED = { headSha: '', headRef: '', baseRef: '', baseSha: '', mergeSha: '', fork: false } as const;

async function withRun(github: GitHubContext, api: GitHub): Promise<GitHubContext> {
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
    pullRequest: await pullRequestOfRun(run, github, api),
  };
}

/** The open pull request whose head is the commit; null when there is none or the question cannot be answered. */
export async function pullRequestOfRun(
  run: TriggeringRun,
  github: GitHubContext,
  api: GitHub,
): Promise<PullRequest | null> {
  const isHead = ({ headSha }: { readonly headSha: string }): boolean => headSha === run.headSha;
  const named = run.pullRequests.find(isHead) ?? (await askForPullRequest(run, api))?.find(isHead);
  if (named === undefined) return null;
  return { baseSha: '', mergeSha: '', ...named, headRef: run.headBranch, fork: run.headOwner !== github.owner };
}

async function askForPullRequest({ headOwner, headBranch }: TriggeringRun, api: GitHub) {
  // GitHub names no pull request of a fork in the event.
  if (headOwner === '' || headBranch === '') return null;
  const listed = await api.openPullRequests(`${headOwner}:${headBranch}`);
  return listed.ok ? listed.value : null;
}
