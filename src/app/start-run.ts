import { startManifest } from '../evidence/manifest.js';
import { createEvidenceRun } from '../evidence/run-directory.js';
import type { GitHubContext } from '../model/context.js';
import type { Settings } from '../model/settings.js';
import type { Checkout } from '../ports.js';
import type { Run } from './run.js';
import type { Services } from './services.js';

/** State for `post`: where the run directory is. */
export const RUN_DIRECTORY = 'run-directory';

/** Commit and branch of the results. */
function testedState({ headSha, sha, ref, pullRequest }: GitHubContext): Pick<Checkout, 'commit' | 'branch'> {
  const branch = pullRequest?.headRef ?? (headSha === sha ? ref : '');
  return { commit: headSha === '' ? null : headSha, branch };
}

/** Writes the first manifest before anything runs, and tells `post` where it is. */
export async function startRun(settings: Settings, services: Services): Promise<Run> {
  const { context, clock, files, git, step } = services;
  const startedAt = clock.now();
  const { github } = context;
  const { commit, branch } = github === null ? await git.checkout([settings.workingDirectory]) : testedState(github);
  const state = commit === null ? null : { commit, branch };
  const start = { createdAt: startedAt, project: settings.project, git: state, context };
  const { run, manifest } = await createEvidenceRun(files, settings.evidenceDirectory, startedAt, (runId) =>
    startManifest({ runId, ...start }),
  );
  step.saveState(RUN_DIRECTORY, run.directory);
  return { settings, directory: run, manifest, startedAt };
}
