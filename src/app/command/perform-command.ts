import { resolve } from 'node:path';
import type { Conclusion } from '../../model/run.js';
import { settingsError } from '../../settings/schema/issues.js';
import { settingsMessage } from '../log.js';
import { runAction } from '../run-action.js';
import type { Services } from '../services.js';
import { ALL } from './choose-suites.js';
import { examine } from './doctor.js';
import { initialize } from './init.js';
import { reportAgain } from './report-again.js';

/** A command of the command line, with its arguments. */
export type CommandRequest =
  | { readonly command: 'run'; readonly suites: readonly string[]; readonly only: readonly string[] }
  | { readonly command: 'plan' | 'doctor'; readonly suites: readonly string[] }
  | { readonly command: 'init'; readonly yes: boolean }
  | { readonly command: 'report' | 'merge'; readonly directory: string };

/** Asks a person at a terminal; null when there is none. */
export type Ask = ((question: string) => Promise<boolean>) | null;

/** Exit status of a command that could not be carried out as it was given. */
const USAGE = 2;

/** Carries out a command and resolves with its exit status. */
export async function performCommand(request: CommandRequest, services: Services, ask: Ask): Promise<number> {
  switch (request.command) {
    case 'run':
      return statusOf(await runAction(services, request));
    case 'plan':
      return statusOf(
        await runAction(
          { ...services, inputs: { ...services.inputs, mode: 'plan' } },
          { ...ALL, suites: request.suites },
        ),
      );
    case 'doctor':
      return { nothing: 0, something: 1, 'command line': USAGE }[await examine(request.suites, services)];
    case 'init': {
      const ended = await initialize(request.yes, ask, services);
      return { written: 0, declined: 0, nothing: 1, unasked: USAGE }[ended];
    }
    case 'merge':
      return inFolder(request.directory, services, (folder) => mergeFolder(folder, services));
    case 'report':
      return inFolder(request.directory, services, (folder) => reportAgain(folder, services));
  }
}

/** Carries out a command in the folder that is its argument; one that is not there is refused. */
async function inFolder(
  directory: string,
  { context, files, console }: Services,
  work: (folder: string) => Promise<Conclusion | 'refused'>,
): Promise<number> {
  const folder = resolve(context.workspace, directory);
  if (await files.isDirectory(folder)) return statusOf(await work(folder));
  const remedy = 'Specify the folder that contains the runs. The default is .qaagent/runs.';
  console.error(settingsMessage([settingsError('<directory>', `the folder ${folder} does not exist.`, remedy)]));
  return USAGE;
}

function mergeFolder(folder: string, services: Services): Promise<Conclusion | 'refused'> {
  const inputs = { ...services.inputs, mode: 'merge', 'evidence-dir': folder };
  return runAction({ ...services, inputs });
}

function statusOf(ended: Conclusion | 'refused'): number {
  if (ended === 'refused') return USAGE;
  return ended === 'success' || ended === 'neutral' ? 0 : 1;
}
