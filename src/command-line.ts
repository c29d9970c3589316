import { type InputOption, parseCommandLine } from './adapters/terminal/command-line.js';
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
    process.stderr.write(parsed.error);
    if (parsed.unknown === undefined) return parsed.exit;
    const services = createServices(world.entryUrl, world.cancelled, { isAction: false, inputs: {} });
    const suggestion = await suggestCommand(parsed.unknown, services);
    if (suggestion !== '') process.stderr.write(`${suggestion}\n`);
    return parsed.exit;
  }
  const { invocation } = parsed;
  const services = createServices(world.entryUrl, world.cancelled, { isAction: false, inputs: invocation.inputs });
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  return world.guarded(services, () => performCommand(invocation, services, isTerminal ? askAtTerminal : null));
}
