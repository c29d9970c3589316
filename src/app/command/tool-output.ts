import { join } from 'node:path';
import { envOf, type PreparationServices } from '../../execution/prepare-suite.js';
import type { SuiteSettings } from '../../model/settings.js';
import type { Services } from '../services.js';

/** What the examination of a tool needs. */
export type ToolServices = Services & PreparationServices;

/** Runs a program as the suite would, for half a minute at most; its exit status and the end of its output. */
export async function outputOf(
  command: readonly [string, ...string[]],
  suite: SuiteSettings,
  services: ToolServices,
): Promise<{ readonly exit: number | null; readonly output: string }> {
  const { processes, context, files, clock } = services;
  const directory = join(context.temporaryDirectory, `qaagent-doctor-${clock.now()}`, suite.name);
  const logFile = join(directory, 'output.log');
  await files.makeDirectory(directory);
  const running = processes.start({
    command,
    cwd: suite.workingDirectory,
    env: envOf(suite, services),
    timeoutMs: 30_000,
    idleTimeoutMs: null,
    graceMs: 1000,
    track: `doctor-${suite.name}`,
    logFile,
    stateDirectory: directory,
    eventsFile: null,
  });
  const { exitCode } = await running.finished;
  return { exit: exitCode, output: await files.readTail(logFile, 4000) };
}
