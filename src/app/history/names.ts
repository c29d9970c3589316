// Names of history artifacts, and the branch to compare with.
import { slug } from '../../execution/attempt/attempt-files.js';
import type { GitHubContext } from '../../model/context.js';
import type { Settings } from '../../model/settings.js';
import { hashOf, identityOf, type JobIdentity, partsOf } from '../job-identity.js';

/**
 * `qa-history-<workflow>-<job>-<hash>`: exact, so that one request finds it in the whole repository. Every event has
 * the same: a pull request is compared with what a push has left.
 */
export function historyName(identity: JobIdentity): string {
  const { workflow, job } = identity;
  const hash = hashOf(partsOf({ ...identity, event: '' }));
  return `qa-history-${slug(workflow).slice(0, 60)}-${slug(job).slice(0, 60)}-${hash}`;
}

/**
 * `qa-history-<workflow>-merged-<hash>`: where a merge leaves its history, and where its shards look for durations. All jobs
 * of a workflow with one `artifact-name` belong together.
 */
export function mergedHistoryName(
  { artifactName }: Pick<Settings, 'artifactName'>,
  { workflow }: GitHubContext,
): string {
  return `qa-history-${slug(workflow).slice(0, 60)}-merged-${hashOf([workflow, artifactName])}`;
}

/** Name of the history of a run. A merge has that of all jobs that it joins, whatever it is called itself; its shards read the same. */
export function nameOfHistory(settings: Settings, github: GitHubContext): string {
  const isMerged = settings.mode === 'merge' || settings.shard !== null;
  return isMerged ? mergedHistoryName(settings, github) : historyName(identityOf(github, []));
}

/** Branch to compare with: the one that a pull request or a merge queue aims at, else the default one; empty when it is not known. */
export function baseBranch({ pullRequest, mergeQueueBranch, defaultBranch }: GitHubContext): string {
  return pullRequest === null ? mergeQueueBranch || defaultBranch : pullRequest.baseRef;
}
