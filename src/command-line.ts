import {
  type InputOption,
  type Invocation,
  type ParsedCommandLine,
  parseCommandLine,
} from './adapters/terminal/command-line.js';
import { relative, resolve } from 'node:path';
import { idsFrom, settingsRoot } from './adapters/terminal/settings-root.js';
import { SETTINGS_FILES } from './app/read/find-settings-file.js';
import { askAtTerminal } from './adapters/terminal/ask-at-terminal.js';
import { performCommand } from './app/command/perform-command.js';
import { suggestCommand } from './app/command/unknown-word.js';
import type { Services } from './app/services.js';
import { createServices } from './services.js';
import { COMMAND_LINE_INPUTS } from './settings/command-line-inputs.js';
import { VERSION } from './version.js';

/** What the entry hands over. */
export interface CommandLineWorld {
  readonly entryUrl: string;
  readonly cancelled: AbortSignal;
  readonly guarded: (services: Services, work: () => Promise<number>) => Promise<number>;
}

/** Reads the arguments, carries out the command and resolves with the exit status. */
export async function runCommandLine(args: readonly string[], world: CommandLineWorld): Promise<number> {
  const options: readonly InputOption[] = COMMAND_LINE_INPUTS;
  const parsed = parseCommandLine(args, { version: VERSION, inputs: options });
  if (!parsed.ok) {
    process.stdout.write(parsed.output);
    process.stderr.write(parsed.unknown === undefined ? parsed.error : await withSuggestion(parsed, world));
    return parsed.exit;
  }
  const { invocation } = parsed;
  const here = process.cwd();
  // Paths that a person types start where they are typed.
  const isPlaced = PATH_OPTIONS.some((name) => name in invocation.inputs);
  const { folder, file } = isPlaced ? { folder: here, file: '' } : settingsRoot(here, SETTINGS_FILES);
  const start = { isAction: false, inputs: invocation.inputs, folder };
  const services = createServices(world.entryUrl, world.cancelled, start);
  if (folder !== here && !('directory' in invocation))
    services.console.info(`Settings: ${relative(here, file)}; paths in it start at its folder`);
  const request = typedIn(here, folder, invocation);
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  return world.guarded(services, () => performCommand(request, services, isTerminal ? askAtTerminal : null));
}

/** The message about a word that is no command, with what the project suggests in place of a command that looks like it. */
async function withSuggestion(
  { error, unknown = [] }: Extract<ParsedCommandLine, { ok: false }>,
  world: CommandLineWorld,
): Promise<string> {
  const services = createServices(world.entryUrl, world.cancelled, { isAction: false, inputs: {} });
  const suggestion = await suggestCommand(unknown, services);
  const [own] = /^\(Did you mean .*\)\n/m.exec(error) ?? [];
  if (suggestion === '' || (own !== undefined && !suggestion.includes('Did you mean'))) return error;
  return `${error.replace(own ?? '', '')}${suggestion}\n`;
}

/** Options with paths, which start in the folder of the process. */
const PATH_OPTIONS = ['config', 'working-directory', 'suites'];

/** A command with what it names in one folder, as another folder calls it. */
function typedIn(here: string, folder: string, invocation: Invocation): Invocation {
  if ('directory' in invocation) return { ...invocation, directory: resolve(here, invocation.directory) };
  const prefix = relative(folder, here).replaceAll('\\', '/');
  return 'only' in invocation ? { ...invocation, only: idsFrom(invocation.only, here, prefix) } : invocation;
}
