import { stripVTControlCharacters } from 'node:util';
import type { Console } from '../ports.js';

/** A person's terminal, or a pipe. Nothing that a test prints can move the cursor or change colours. */
export function createTerminalConsole(): Console {
  const write = (text: string): void => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return {
    info: write,
    untrusted: (text) => write(stripVTControlCharacters(text)),
    warning: (text) => write(`warning: ${text}`),
    error: (text) => write(text),
    annotate: () => undefined,
    startGroup: (name) => write(`\n── ${name}`),
    endGroup: () => undefined,
    mask: () => undefined,
  };
}
