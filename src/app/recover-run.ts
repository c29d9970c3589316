// What `post` does with a run whose own process is gone: rebuilds it from what it recorded, completes it as main would
// have.
import { openEvidenceDirectory } from '../evidence/run-directory.js';
import { readApplicationEnd } from '../execution/application-record.js';
import { cutOff, recoverSuite, type RecoveryServices } from '../execution/recover-suite.js';
import type { Manifest } from '../model/evidence.js';
import type { Problem } from '../model/problem.js';
import type { Conclusion, SuiteRun } from '../model/run.js';
import type { Settings, SuiteSettings } from '../model/settings.js';
import type { Checkout } from '../ports.js';
import { qualityPreparer } from '../quality/registry.js';
import { atCheckout } from './at-checkout.js';
import { completeRun } from './complete-run.js';
import { redactorFor } from './evaluate/redact-run.js';
import { skipUnavailable } from './execute/proposed-suites.js';
import { logProblems } from './log.js';
import { withoutSecrets } from './publish/final-scan.js';
import { readRunInputs } from './read/read-run-inputs.js';
import { readSettings, settingsOfInputs, type ValidSettings } from './read/read-settings.js';
import type { ExecutedRun, Run, RunInputs } from './run.js';
import { GENERATED, GENERATED_SUITE, readGenerated, readRunRecord, type RecordedSettings } from './run-record.js';
import type { Services } from './services.js';

/**
 * Finishes a run whose own process is gone: rebuilds it from what it recorded, completes it as main would have. A run
 * that was cut off is never green. Null when there is nothing to finish.
 */
export async function finishInterrupted(runDirectory: string, world: Services): Promise<Conclusion | null> {
  const opened = await openEvidenceDirectory(world.files, runDirectory);
  const record = await readRunRecord(world.files, runDirectory);
  const now = await settingsNow(record, world);
  if (opened === null || now === null) {
    const message = `${runDirectory} cannot be completed: it has no manifest, or the settings have changed.`;
    logProblems([{ severity: 'warning', place: 'post', message, remedy: '' }], world.console);
    return null;
  }
  world.console.info('The run was cut off. Completing its evidence and its report from the files that it left.');
  const settings = recordedSettings(now.settings, record);
  const clean = withoutSecrets(world, redactorFor(settings, world));
  const { services, problems } = await atCheckout(settings, clean, checkoutOf(opened.manifest));
  const startedAt = Date.parse(opened.manifest.created_at);
  const run: Run = { settings, directory: opened.run, manifest: opened.manifest, startedAt, problems: [] };
  const quarantine =
    record === null ? await services.files.readTextIfExists(settings.quarantineFile) : record.quarantine;
  const inputs = await readRunInputs(settings, quarantine, [...now.warnings, ...problems], services);
  return completeRun(run, inputs, await recoverRun(run, inputs, services), services);
}

/** What was checked out when the run began; suites and later steps can check out something else. */
function checkoutOf({ target }: Manifest): Checkout {
  const { commit = '', branch = '' } = target.git;
  const reason = commit === '' ? 'the run did not determine it' : '';
  return { commit: commit === '' ? null : commit, branch, parents: [], reason };
}

/** The settings as they can be read now; those of the inputs alone where the run recorded the rest. */
async function settingsNow(
  record: RecordedSettings | null,
  services: Services,
): Promise<Pick<ValidSettings, 'settings' | 'warnings'> | null> {
  const reading = await readSettings(services);
  if (reading.ok) return reading;
  const settings = record === null ? null : settingsOfInputs(services);
  return settings === null ? null : { settings, warnings: reading.problems.map(asWarning) };
}

function asWarning(problem: Problem): Problem {
  return { ...problem, severity: 'warning' };
}

/** What the run recorded before its first suite, over what can be read now: a suite can change any file. */
function recordedSettings(now: Settings, record: RecordedSettings | null): Settings {
  if (record === null) return now;
  const envOf = (name: string): SuiteSettings['env'] => now.suites.find((suite) => suite.name === name)?.env ?? {};
  const suites = record.suites.map((suite) => ({ ...suite, env: envOf(suite.name) }));
  return { ...now, ...record.settings, suites };
}

async function recoverRun(run: Run, { quarantine }: RunInputs, services: Services): Promise<ExecutedRun> {
  const { files, processes, context, clock } = services;
  const { settings, directory, startedAt } = run;
  const recovery = {
    ...{ files, processes, context, clock, settings, startedAt },
    runDirectory: directory.directory,
    prepareQuality: qualityPreparer(`${context.bundleDirectory}/drivers`),
    quarantineOf: quarantine.find,
  };
  const recovered = await Promise.all(settings.suites.map((suite) => recoverSuite(suite, recovery)));
  const planned = recovered.map((each) => skipUnavailable(each, settings.suites));
  const suites = [...planned, ...(await recoverGenerated(planned, recovery))];
  const durationMs = Math.max(...suites.map((each) => each.startedAt + each.durationMs), startedAt) - startedAt;
  return { suites, application: await readApplicationEnd(recovery), durationMs };
}

/** The suite of generated tests, when the settings ask for one and the run did not decide that there is none. */
async function recoverGenerated(
  planned: readonly SuiteRun[],
  recovery: RecoveryServices,
): Promise<readonly SuiteRun[]> {
  const { files, runDirectory, settings, startedAt } = recovery;
  if (!settings.generate || planned.some(({ suite }) => suite.name === GENERATED)) return [];
  const suite = await readGenerated(files, runDirectory);
  if (suite === null) return [];
  if (suite !== undefined) return [await recoverSuite(suite, recovery)];
  // The run ended before it generated any.
  const undecided = { ...GENERATED_SUITE, workingDirectory: settings.workingDirectory };
  const nothing = { attempts: [], tests: [], tool: null, startedAt, durationMs: 0 };
  return [{ ...nothing, suite: undecided, problems: [cutOff(undecided)] }];
}
