import { join } from 'node:path';
import type { SuiteSettings } from '../../model/settings.js';
import type { AttemptPlan } from '../../runners/runner.js';
import type { AttemptOutput } from '../results/attempt-output.js';
import type { SuiteServices } from '../suite-services.js';
import { stateDirectory, suiteDirectory, suiteFolder } from './attempt-files.js';
import { collectOutput } from './collect-output.js';
import { runSupervised } from './run-supervised.js';

/** Lets a runner list the tests of a suite. Its folder is beside those of the attempts; it is no attempt. */
export async function listTests(
  suite: SuiteSettings,
  planOf: (directory: string) => AttemptPlan,
  env: Readonly<Record<string, string>>,
  services: SuiteServices,
): Promise<AttemptOutput> {
  const { files, clock, runDirectory, settings } = services;
  const relative = `${suiteDirectory(suite.name)}/list`;
  const directory = join(runDirectory, relative);
  const { command, cwd, eventsFile, ...plan } = planOf(directory);
  await files.makeDirectory(directory);
  for (const file of plan.files) await files.writeWhole(file.path, file.text);
  const startedAt = clock.now();
  const spec = {
    command,
    cwd,
    env: { ...env, ...plan.env },
    timeoutMs: suite.timeoutMs,
    idleTimeoutMs: suite.idleTimeoutMs,
    graceMs: settings.graceMs,
    track: `${runDirectory.split(/[\\/]/).at(-1) ?? ''}/${suiteFolder(suite.name)}/list`,
    logFile: join(directory, 'output.log'),
    stateDirectory: stateDirectory(directory),
    eventsFile,
  };
  const exit = await runSupervised(spec, services);
  const nothing = { ownReports: [], sharedReports: [], earlierReports: {}, requested: null };
  const traces = { suite: suite.name, directory, eventsFile, cwd, ...nothing };
  return collectOutput(traces, { number: 1, mode: 'full', command, startedAt, exit, directory: relative }, files);
}
