import { startManifest } from '../evidence/manifest.js';
import { createEvidenceRun, type EvidenceRun } from '../evidence/run-directory.js';
import type { Manifest } from '../model/evidence.js';
import type { Conclusion } from '../model/run.js';
import type { Settings } from '../model/settings.js';
import { conclude } from './complete-run.js';
import { evaluateRun } from './evaluate/evaluate-run.js';
import { planRun } from './print-plan.js';
import { publishEvidence } from './publish/publish-evidence.js';
import { readApi } from './read/read-openapi.js';
import { readQuarantine } from './read/read-quarantine.js';
import { readSettings } from './read/read-settings.js';
import { executeSuites } from './execute/execute-suites.js';
import { redactRuns, redactorFor } from './evaluate/redact-run.js';
import { reportInvalidSettings, logPlan, logProblems } from './log.js';
import type { Services } from './services.js';

/** State for `post`: where the run directory is. */
export const RUN_DIRECTORY = 'run-directory';

/** The whole action, top to bottom. Resolves with the conclusion; rejects only for bugs and a broken disk. */
export async function runAction(services: Services): Promise<Conclusion> {
  const reading = await readSettings(services);
  if (!reading.ok) return reportInvalidSettings(reading.problems, services);
  const { settings, warnings } = reading;
  logProblems(warnings, services.console);
  if (settings.mode === 'publish') return publishEvidence(settings, services);
  logPlan(settings, reading, services.console);
  if (settings.mode === 'plan') {
    await planRun(settings, services);
    return 'neutral';
  }
  const startedAt = services.clock.now();
  const { run, manifest } = await begin(settings, startedAt, services);
  const api = await readApi(settings, services);
  const quarantine = await readQuarantine(settings, services);
  const { runs, app } = await executeSuites({ settings, run, api, quarantineOf: quarantine.find }, services);
  const redactor = redactorFor(settings, services);
  const time = { startedAt, durationMs: services.clock.now() - startedAt };
  const judged = await evaluateRun(redactRuns(runs, redactor), { settings, run, time }, services);
  const problems = [...warnings, ...quarantine.problems, ...judged.problems];
  await conclude({ settings, run, manifest, ...judged, app, api, redactor, problems }, services);
  return judged.report.conclusion;
}

/** The manifest is there before anything runs, and `post` knows where. */
async function begin(
  settings: Settings,
  startedAt: number,
  services: Services,
): Promise<{ run: EvidenceRun; manifest: Manifest }> {
  const { github } = services.context;
  const git = github === null ? await services.git.head() : { commit: github.headSha, branch: github.ref };
  const { project, evidenceDirectory } = settings;
  const start = { createdAt: startedAt, project, git, context: services.context };
  const { run, manifest } = await createEvidenceRun(services.files, evidenceDirectory, startedAt, (runId) =>
    startManifest({ runId, ...start }),
  );
  services.step.saveState(RUN_DIRECTORY, run.directory);
  return { run, manifest };
}
