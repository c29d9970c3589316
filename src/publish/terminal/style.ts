import { columns } from '../../text/columns.js';
import { terminalText } from '../../text/escape.js';
import { visibleLine } from '../../text/visible.js';

/** What a terminal can do and how wide it is, in columns. */
export interface TerminalOptions {
  readonly colour: boolean;
  readonly width: number;
  /** OSC 8 links on places and addresses. */
  readonly hyperlinks: boolean;
  /** Absolute folder that paths in the repository are relative to. */
  readonly workspace: string;
}

export type Tone = 'red' | 'green' | 'yellow' | 'cyan' | 'bold' | 'dim';

const CODES: Readonly<Record<Tone, readonly [number, number]>> = {
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
  bold: [1, 22],
  dim: [2, 22],
};

/** Text in a tone, or as it is when colours are off. */
export function paint(tone: Tone, text: string, { colour }: TerminalOptions): string {
  const [on, off] = CODES[tone];
  return colour && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
}

/** A label that opens an address when clicked, in terminals that know how. */
export function hyperlink(label: string, url: string | null, { hyperlinks }: TerminalOptions): string {
  return hyperlinks && url !== null ? `\u001b]8;;${url}\u001b\\${label}\u001b]8;;\u001b\\` : label;
}

/** Untrusted text on one line, safe in a terminal and in a runner's log. */
export function safeLine(text: string): string {
  return terminalText(visibleLine(text));
}

/** Text broken between words into lines of at most `width` columns, its indentation kept; a longer word keeps a line to itself. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  const margin = ' '.repeat(text.length - text.trimStart().length);
  let line = '';
  for (const word of text.trimStart().split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columns(longer) + margin.length > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((full) => margin + full);
}

/** Text filled with blanks to `width` columns. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}
