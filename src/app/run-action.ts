import type { Problem } from '../model/problem.js';
import type { Conclusion } from '../model/run.js';
import type { Settings } from '../model/settings.js';
import { atCheckout } from './at-checkout.js';
import { ALL, chooseSuites, type Choice } from './command/choose-suites.js';
import { absentFrom } from './command/select-tests.js';
import { completeRun } from './complete-run.js';
import { redactorFor } from './evaluate/redact-run.js';
import { executeSuites } from './execute/execute-suites.js';
import { logPlan, logProblems, problemLine, reportInvalidSettings } from './log.js';
import { withoutSecrets } from './publish/final-scan.js';
import { readRunInputs } from './read/read-run-inputs.js';
import { readSettings, type ValidSettings } from './read/read-settings.js';
import { recordRun } from './run-record.js';
import type { ExecutedRun } from './run.js';
import type { Services } from './services.js';
import { startRun } from './start-run.js';

/** How it ended; `refused`: the chosen suites or tests do not exist. */
type Ended = Conclusion | 'refused';

/** The whole action, top to bottom. Resolves with the conclusion; rejects only on a bug or a broken disk. */
export async function runAction(world: Services, choice: Choice = ALL): Promise<Ended> {
  const read = await readSettings(world);
  if (!read.ok) return reportInvalidSettings(read.problems, world);
  const places = { files: world.files, workspace: world.context.workspace };
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
      return runSuites(reading, choice.only, services);
  }
}

async function plan(reading: ValidSettings, world: Services): Promise<Conclusion> {
  const { printPlan } = await import('./print-plan.js');
  return printPlan(reading, (await atCheckout(reading.settings, world)).services);
}

async function runSuites(reading: ValidSettings, only: Choice['only'], world: Services): Promise<Ended> {
  const { settings } = reading;
  logPlan(settings, reading, world.console);
  const { services, problems } = await atCheckout(settings, world);
  logProblems(problems, services.console);
  const warnings = [...reading.warnings, ...problems];
  const run = await startRun(settings, services);
  const quarantine = await services.files.readTextIfExists(settings.quarantineFile);
  await recordRun(services.files, run.directory.directory, settings, quarantine);
  const inputs = await readRunInputs(settings, quarantine, warnings, services);
  const executed = await executeSuites(run, inputs, services);
  const foreign = foreignWrites(services);
  const conclusion = await completeRun({ ...run, problems: [...run.problems, ...foreign] }, inputs, executed, services);
  logProblems(foreignWrites(services), services.console);
  const absent = await absentTests(only, executed, settings, services);
  for (const problem of absent) services.console.error(problemLine(problem).trim());
  return absent.length === 0 ? conclusion : 'refused';
}

/** Takes out of the files of the step what something else wrote to them: it would set outputs and variables of later steps. */
function foreignWrites({ step }: Services): readonly Problem[] {
  const names = step.restore();
  if (names.length === 0) return [];
  const message = `a process of a suite wrote to ${names.map((name) => `\`$${name}\``).join(', ')} of this step; it was removed`;
  const remedy = 'Look for what in the tests writes to files of the runner.';
  return [{ severity: 'warning', place: 'suites', message, remedy }];
}

/** Single tests of a command that were asked for and did not run. The other runners refuse a name that is no test themselves. */
async function absentTests(
  only: Choice['only'],
  { suites }: ExecutedRun,
  { evidenceDirectory }: Settings,
  { files, context }: Services,
): Promise<readonly Problem[]> {
  const [run] = suites;
  if (only.length === 0 || run?.suite.runner !== 'command') return [];
  return absentFrom(run, only, { files, workspace: context.workspace, evidence: evidenceDirectory });
}
