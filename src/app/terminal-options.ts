import type { RunContext } from '../model/context.js';
import type { TerminalOptions } from '../publish/terminal/style.js';

/** Width of a log, and of a terminal that does not know its own. */
const WIDTH = 100;
/** Wider lines are hard to read. */
const WIDEST = 120;
const NARROWEST = 40;

/** How the report is printed here: in colour for a person at a terminal, unless `NO_COLOR` or `TERM=dumb` is set. */
export function terminalOptions({
  env,
  terminal,
  columns,
  workspace,
}: Pick<RunContext, 'env' | 'terminal' | 'columns' | 'workspace'>): TerminalOptions {
  const isStyled = terminal && env['TERM'] !== 'dumb';
  const named = Number(env['COLUMNS'] ?? '');
  const width = columns ?? (Number.isInteger(named) && named > 0 ? named : WIDTH);
  return {
    colour: isStyled && (env['NO_COLOR'] ?? '') === '',
    width: Math.max(NARROWEST, Math.min(width, WIDEST)),
    hyperlinks: isStyled,
    workspace,
  };
}
