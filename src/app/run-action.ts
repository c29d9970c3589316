import type { Problem } from '../model/problem.js';
import type { Conclusion } from '../model/run.js';
import type { Settings, SuiteSettings } from '../model/settings.js';
import { atCheckout } from './at-checkout.js';
import { ALL, chooseSuites, type Choice } from './command/choose-suites.js';
import { collectTests } from './command/only/collect-tests.js';
import { executeOnly } from './command/only/execute-only.js';
import type { KnownTest } from './command/only/known-tests.js';
import type { Places } from './command/only/select-tests.js';
import { completeRun } from './complete-run.js';
import { redactorFor } from './evaluate/redact-run.js';
import { logPlan, logProblems, reportInvalidSettings, settingsMessage } from './log.js';
import { withoutSecrets } from './publish/final-scan.js';
import { readRunInputs } from './read/read-run-inputs.js';
import { readSettings, type ValidSettings } from './read/read-settings.js';
import { recordRun } from './run-record.js';
import type { Services } from './services.js';
import { startRun } from './start-run.js';

/** How it ended; `refused`: the command line is wrong, or names suites or tests that do not exist. */
type Ended = Conclusion | 'refused';

/** The whole action, top to bottom. Resolves with the conclusion; rejects only on a bug or a broken disk. */
export async function runAction(world: Services, choice: Choice = ALL): Promise<Ended> {
  const read = await readSettings(world);
  if (!read.ok) {
    const conclusion = await reportInvalidSettings(read.problems, world);
    return read.isArgument ? 'refused' : conclusion;
  }
  const places = placesOf(read.settings, world);
  const chosen = await chooseSuites(read.settings, choice, places);
  if (!chosen.ok) {
    await reportInvalidSettings(chosen.problems, world);
    return 'refused';
  }
  const services = withoutSecrets(world, redactorFor(chosen.settings, world));
  const reading = { ...read, settings: chosen.settings };
  logProblems(reading.warnings, services.console);
  switch (reading.settings.mode) {
    case 'publish':
      return (await import('./publish/publish-evidence.js')).publishEvidence(reading.settings, services);
    case 'plan':
      return plan(reading, services);
    case 'merge':
      return (await import('./merge/merge-runs.js')).mergeRuns(reading.settings, reading.warnings, services);
    case 'run':
      return runSuites(reading, { only: choice.only, places }, services);
  }
}

async function plan(reading: ValidSettings, world: Services): Promise<Conclusion> {
  const { printPlan } = await import('./print-plan.js');
  return printPlan(reading, (await atCheckout(reading.settings, world)).services);
}

async function runSuites(
  reading: ValidSettings,
  { only, places }: Pick<Choice, 'only'> & { readonly places: Places },
  world: Services,
): Promise<Ended> {
  const { settings } = reading;
  logPlan(settings, reading, world.console);
  const { services, problems } = await atCheckout(settings, world);
  logProblems(problems, services.console);
  const warnings = [...reading.warnings, ...problems];
  const run = await startRun(settings, services);
  const quarantine = await services.files.readTextIfExists(settings.quarantineFile);
  await recordRun(services.files, run.directory.directory, settings, quarantine);
  const inputs = await readRunInputs(settings, quarantine, warnings, services);
  const { executed, absent, isVain } = await executeOnly(only, { run, inputs, places }, services);
  const foreign = foreignWrites(services);
  const finished = { ...run, problems: [...run.problems, ...foreign] };
  const conclusion = await completeRun(finished, inputs, executed, isVain ? silent(services) : services);
  logProblems(foreignWrites(services), services.console);
  if (absent.length === 0) return conclusion;
  services.console.error(settingsMessage(absent));
  if (isVain) services.console.untrusted(`Evidence: ${run.directory.directory}`);
  return 'refused';
}

/** Takes out of the files of the step what something else wrote to them: it would set outputs and variables of later steps. */
function foreignWrites({ step }: Services): readonly Problem[] {
  const names = step.restore();
  if (names.length === 0) return [];
  const message = `a process of a suite wrote to ${names.map((name) => `\`$${name}\``).join(', ')} of this step; the content was removed`;
  const remedy = 'Find the test that writes to the files of the runner.';
  return [{ severity: 'warning', place: 'suites', message, remedy }];
}

/** The services with a console that shows nothing: one message stands for all that a vain run would print. */
function silent(services: Services): Services {
  const nothing = (): void => undefined;
  const shown = { info: nothing, untrusted: nothing, warning: nothing, startGroup: nothing, endGroup: nothing };
  return { ...services, console: { ...services.console, ...shown, live: null } };
}

/** Where single tests are looked for, by the settings as they are for all tests. */
function placesOf(settings: Settings, services: Services): Places {
  const { files, context } = services;
  const collect = async ({ name }: Pick<SuiteSettings, 'name'>): Promise<readonly KnownTest[]> => {
    const suite = settings.suites.find((each) => each.name === name);
    return suite === undefined ? [] : collectTests(suite, settings, services);
  };
  return { files, workspace: context.workspace, evidence: settings.evidenceDirectory, collect };
}
