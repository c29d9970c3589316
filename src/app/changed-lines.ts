import { changesOf } from '../diagnosis/changed-lines.js';
import type { Settings } from '../model/settings.js';
import type { World } from './world.js';

/** Lines that a pull request changes, by file relative to the repository. */
export type ChangedLines = ReturnType<typeof changesOf>;

/** Longest that a report waits for the list of changed files: it is better with it and good without. */
const CHANGES_MS = 5000;

/** The lines of this pull request; null without one, without a token, or when GitHub does not tell in time. */
export async function readChangedLines({ githubToken }: Settings, world: World): Promise<ChangedLines | null> {
  const pullRequest = world.context.github?.pullRequest ?? null;
  const api = githubToken === null || pullRequest === null ? null : world.github(githubToken);
  if (api === null || pullRequest === null || world.cancelled.aborted) return null;
  const answer = await Promise.race([api.changedFiles(pullRequest.number), world.clock.sleep(CHANGES_MS)]);
  return answer?.ok === true ? changesOf(answer.value) : null;
}
