import { changesOf } from '../../diagnosis/changed-lines.js';
import type { Settings } from '../../model/settings.js';
import type { UnknownChanges } from '../../coverage/thresholds.js';
import type { Services } from '../services.js';
import { within } from './within.js';

/** Lines that a pull request changes, by file relative to the repository. */
export type ChangedLines = ReturnType<typeof changesOf>;

/** What a pull request changes, or why it is unknown. */
export type Changes =
  | { readonly state: 'no-pull-request' }
  | ({ readonly state: 'unknown' } & UnknownChanges)
  | {
      readonly state: 'known';
      readonly lines: ChangedLines;
      /** Changed files that are too large for GitHub to show how. */
      readonly unshown: readonly string[];
    };

/** Longest that a report waits for the list of changed files: it is better with it and good without. */
const CHANGES_MS = 5000;
/** A threshold cannot be judged without it. */
const THRESHOLD_MS = 60_000;
const PERMISSION = 'Grant the job the permission `pull-requests: read`, or run the job again.';

/** The lines of this pull request. Never rejects. */
export async function readChanges({ githubToken, coverage }: Settings, services: Services): Promise<Changes> {
  const { pullRequest = null, untestedPullRequest = null } = services.context.github ?? {};
  if (pullRequest === null)
    return untestedPullRequest === null
      ? { state: 'no-pull-request' }
      : unknown(`pull request #${untestedPullRequest} was not tested`, 'Check out its commit.');
  const api = githubToken === null ? null : services.github(githubToken);
  if (api === null) return unknown('there is no GitHub token', 'Set `github-token`.');
  if (services.cancelled.aborted) return unknown('the run was cancelled', '');
  const limitMs = coverage.changedLines === null ? CHANGES_MS : THRESHOLD_MS;
  const answer = await within(limitMs, api.changedFiles(pullRequest.number), services);
  if (answer === null) return unknown('GitHub did not return the changed files in time', 'Run the job again.');
  if (!answer.ok) return unknown(answer.reason, answer.remedy === '' ? PERMISSION : answer.remedy);
  const unshown = answer.value.filter(({ patch, additions = 0 }) => patch === '' && additions > 0);
  return { state: 'known', lines: changesOf(answer.value), unshown: unshown.map(({ path }) => path) };
}

function unknown(reason: string, remedy: string): Changes {
  return { state: 'unknown', reason, remedy };
}
