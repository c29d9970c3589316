import { startManifest } from '../evidence/manifest.js';
import { createEvidenceRun } from '../evidence/run-directory.js';
import type { Settings } from '../model/settings.js';
import type { Run } from './run.js';
import type { Services } from './services.js';

/** State for `post`: where the run directory is. */
export const RUN_DIRECTORY = 'run-directory';

/** Writes the first manifest before anything runs, and tells `post` where it is. */
export async function startRun(settings: Settings, services: Services): Promise<Run> {
  const { context, clock, files, git, step } = services;
  const startedAt = clock.now();
  const { github } = context;
  const head = github === null ? await git.head() : { commit: github.headSha, branch: github.ref };
  const start = { createdAt: startedAt, project: settings.project, git: head, context };
  const { run, manifest } = await createEvidenceRun(files, settings.evidenceDirectory, startedAt, (runId) =>
    startManifest({ runId, ...start }),
  );
  step.saveState(RUN_DIRECTORY, run.directory);
  return { settings, directory: run, manifest, startedAt };
}
