import { startManifest } from '../evidence/manifest.js';
import { createEvidenceRun, type EvidenceRun } from '../evidence/run-directory.js';
import type { Manifest } from '../model/evidence.js';
import type { Conclusion } from '../model/run.js';
import type { Settings } from '../model/settings.js';
import { conclude } from './complete-run.js';
import { judgeRun } from './evaluate/evaluate-run.js';
import { planRun } from './print-plan.js';
import { publishEvidence } from './publish/publish-evidence.js';
import { readApi } from './read/read-openapi.js';
import { readQuarantine } from './read/read-quarantine.js';
import { readSettings } from './read/read-settings.js';
import { runEverything } from './execute/execute-suites.js';
import { redactRuns, redactorFor } from './evaluate/redact-run.js';
import { refuseSettings, tellPlan, tellProblems } from './log.js';
import type { World } from './services.js';

/** State for `post`: where the run directory is. */
export const RUN_DIRECTORY = 'run-directory';

/** The whole action, top to bottom. Resolves with the conclusion; rejects only for bugs and a broken disk. */
export async function runAction(world: World): Promise<Conclusion> {
  const reading = await readSettings(world);
  if (!reading.ok) return refuseSettings(reading.problems, world);
  const { settings, warnings } = reading;
  tellProblems(warnings, world.console);
  if (settings.mode === 'publish') return publishEvidence(settings, world);
  tellPlan(settings, reading, world.console);
  if (settings.mode === 'plan') {
    await planRun(settings, world);
    return 'neutral';
  }
  const startedAt = world.clock.now();
  const { run, manifest } = await begin(settings, startedAt, world);
  const api = await readApi(settings, world);
  const quarantine = await readQuarantine(settings, world);
  const { runs, app } = await runEverything({ settings, run, api, quarantineOf: quarantine.find }, world);
  const redactor = redactorFor(settings, world);
  const time = { startedAt, durationMs: world.clock.now() - startedAt };
  const judged = await judgeRun(redactRuns(runs, redactor), { settings, run, time }, world);
  const problems = [...warnings, ...quarantine.problems, ...judged.problems];
  await conclude({ settings, run, manifest, ...judged, app, api, redactor, problems }, world);
  return judged.report.conclusion;
}

/** The manifest is there before anything runs, and `post` knows where. */
async function begin(
  settings: Settings,
  startedAt: number,
  world: World,
): Promise<{ run: EvidenceRun; manifest: Manifest }> {
  const { github } = world.context;
  const git = github === null ? await world.git.head() : { commit: github.headSha, branch: github.ref };
  const { project, evidenceDirectory } = settings;
  const start = { createdAt: startedAt, project, git, context: world.context };
  const { run, manifest } = await createEvidenceRun(world.files, evidenceDirectory, startedAt, (runId) =>
    startManifest({ runId, ...start }),
  );
  world.step.saveState(RUN_DIRECTORY, run.directory);
  return { run, manifest };
}
