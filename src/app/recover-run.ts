import { recoverSuite } from '../execution/recover-suite.js';
import { openEvidenceRun } from '../evidence/run-directory.js';
import { qualityPreparer } from '../quality/registry.js';
import { conclude } from './complete-run.js';
import { evaluateRun } from './evaluate/evaluate-run.js';
import { skipUnavailable } from './execute/proposed-suites.js';
import { readApi } from './read/read-openapi.js';
import { readQuarantine } from './read/read-quarantine.js';
import { readSettings } from './read/read-settings.js';
import { redactRuns, redactorFor } from './evaluate/redact-run.js';
import { logProblems } from './log.js';
import type { Services } from './services.js';

/**
 * Finishes what main could not: rebuilds the report from what the attempts left, closes the evidence, publishes. A run
 * that was cut off is never green.
 */
export async function finishInterrupted(runDirectory: string, services: Services): Promise<void> {
  const opened = await openEvidenceRun(services.files, runDirectory);
  const reading = await readSettings(services);
  if (opened === null || !reading.ok) {
    const message = `${runDirectory} cannot be finished: it has no manifest, or the settings have changed.`;
    logProblems([{ severity: 'warning', place: 'post', message, remedy: '' }], services.console);
    return;
  }
  services.console.info('The run was cut off; finishing its evidence and its report from what it left.');
  const { run, manifest } = opened;
  const { settings, warnings } = reading;
  const startedAt = Date.parse(manifest.created_at);
  const { files, processes, context, clock } = services;
  const api = await readApi(settings, services);
  const quarantine = await readQuarantine(settings, services);
  const recovery = {
    files,
    processes,
    context,
    clock,
    settings,
    runDirectory,
    startedAt,
    prepareQuality: qualityPreparer(`${context.bundleDirectory}/drivers`),
    quarantineOf: quarantine.find,
  };
  const recovered = await Promise.all(settings.suites.map((suite) => recoverSuite(suite, recovery)));
  const runs = recovered.map((each) => skipUnavailable(each, settings.suites));
  const durationMs = Math.max(...runs.map((each) => each.startedAt + each.durationMs), startedAt) - startedAt;
  const redactor = redactorFor(settings, services);
  const judged = await evaluateRun(
    redactRuns(runs, redactor),
    { settings, run, time: { startedAt, durationMs } },
    services,
  );
  const problems = [...warnings, ...quarantine.problems, ...judged.problems];
  await conclude({ settings, run, manifest, ...judged, app: null, api, redactor, problems }, services);
}
