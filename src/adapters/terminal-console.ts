import type { Console } from '../ports.js';
import { stripAnsi } from '../text/bounds.js';
import { cutToColumns } from '../text/columns.js';

/** What is needed of `process.stdout`. */
export interface TerminalStream {
  readonly isTTY?: boolean;
  /** Width of a terminal. */
  readonly columns?: number;
  write(text: string): unknown;
}

const withoutSequences = (text: string): string => stripAnsi(text).replaceAll('\u001b', '');

/** A person's terminal, or a pipe. Nothing that a test prints can move the cursor or change colours. */
export function createTerminalConsole(out: TerminalStream): Console {
  const live = out.isTTY === true ? createLiveLines(out) : null;
  const write = (text: string): void => {
    const whole = text.endsWith('\n') ? text : `${text}\n`;
    if (live === null) out.write(whole);
    else live.writeAbove(whole);
  };
  return {
    info: write,
    untrusted: (text) => write(withoutSequences(text)),
    warning: (text) => write(`warning: ${text}`),
    error: write,
    annotate: () => undefined,
    startGroup: (name) => write(`\n── ${name}`),
    endGroup: () => undefined,
    live: live?.show ?? null,
    mask: () => undefined,
  };
}

/** Lines that stay below everything else that is written. */
function createLiveLines(out: TerminalStream) {
  let lines: readonly string[] = [];
  // Every drawn line ends with a line break: the cursor stands below the last one.
  const erased = (): string => (lines.length === 0 ? '' : `\u001b[${lines.length}A\u001b[0J`);
  const drawn = (): string => lines.map((line) => `${line}\n`).join('');
  return {
    show: (next: readonly string[]): void => {
      const erase = erased();
      // A line that wraps would not be erased whole.
      lines = next.map((line) => cutToColumns(oneLine(line), (out.columns ?? 80) - 1, ''));
      if (erase + drawn() !== '') out.write(erase + drawn());
    },
    writeAbove: (text: string): void => void out.write(erased() + text + drawn()),
  };
}

const oneLine = (text: string): string =>
  withoutSequences(text).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
