import { join } from 'node:path';
import type { SuiteProblem } from '../model/problem.js';
import type { SuiteSettings } from '../model/settings.js';
import type { PreparedSuite } from '../runners/runner.js';
import { suiteDirectory, suiteFolder } from './attempt/attempt-files.js';
import { runSupervised } from './attempt/run-supervised.js';
import type { SuiteServices } from './suite-services.js';

/** Most of five minutes: an installation that takes longer is stuck. */
const SETUP_TIMEOUT_MS = 280_000;

/** Runs what a suite needs once before its first attempt (`npm ci`); a failure is a configuration error with its last lines. */
export async function runSetup(
  suite: SuiteSettings,
  prepared: PreparedSuite,
  env: Readonly<Record<string, string>>,
  services: SuiteServices,
): Promise<SuiteProblem | null> {
  if (prepared.setup === null) return null;
  const { command, cwd } = prepared.setup;
  const directory = join(services.runDirectory, suiteDirectory(suite.name), 'setup');
  await services.files.makeDirectory(directory);
  const logFile = join(directory, 'output.log');
  const spec = {
    command,
    cwd,
    env,
    timeoutMs: SETUP_TIMEOUT_MS,
    idleTimeoutMs: null,
    graceMs: services.settings.graceMs,
    track: `${suiteFolder(suite.name)}/setup`,
    logFile,
    stateDirectory: join(directory, 'supervisor'),
    eventsFile: null,
  };
  const exit = await runSupervised(spec, services);
  if (exit.exitCode === 0 && exit.reason === null) return null;
  const line = [command[0].split(/[\\/]/).at(-1), ...command.slice(1)].join(' ');
  const last = (await services.files.readTail(logFile, 1500)).trim().split('\n').slice(-5).join('\n');
  const how = exit.reason ?? exit.signal ?? exit.startError;
  const message = `\`${line}\` failed (${how === '' ? `exit status ${String(exit.exitCode)}` : how}): ${last}`;
  return {
    severity: 'error',
    place: suite.name,
    message,
    remedy: `Run \`${line}\` in ${cwd} and fix the error that it reports.`,
    forces: 'config-error',
  };
}
