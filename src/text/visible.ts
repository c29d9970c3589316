import { shorten, stripAnsi } from './bounds.js';

const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029\u000b\u000c]/g;
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f]/g;
const HIGH_CONTROLS = /[\u0080-\u009f]/g;
/** Marks that reorder or hide text; joiners and variation selectors stay, emoji need them. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** Nearly every text of a large run: worth a test of its own. */
const PLAIN = /^[\n\t\x20-\x22\x24-\x5b\x5d-\x7e\xa1-\xac\xae-\u02ff›]*$/;
/** The same for a line: words with one blank between them. */
const PLAIN_LINE = /^(?:[\x21\x22\x24-\x5b\x5d-\x7e\xa1-\xac\xae-\u02ff›]| (?=[^\s]))*$/;

/**
 * Untrusted text with nothing hidden in it: no ANSI sequences, control characters shown as symbols, marks that reorder
 * or hide text spelled out (`⟨U+202E⟩`), well-formed. Newlines and tabs stay.
 */
export function visibleText(text: string): string {
  if (PLAIN.test(text)) return text;
  return stripAnsi(text)
    .toWellFormed()
    .replace(LINE_BREAKS, '\n')
    .replace(CONTROLS, (char) => (char === '\u007f' ? '\u2421' : String.fromCharCode(0x2400 + char.charCodeAt(0))))
    .replace(HIGH_CONTROLS, '\ufffd')
    .replace(INVISIBLE, (char) => `⟨U+${hex(char)}⟩`);
}

function hex(char: string): string {
  return (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

/** The same on one line: every run of white space is one blank. */
export function visibleLine(text: string): string {
  if (PLAIN_LINE.test(text) && !text.startsWith(' ')) return text;
  return visibleText(text).replace(/\s+/g, ' ').trim();
}

/** One line of at most `maxChars` that keeps its indentation: for what stands in a code block. */
export function codeLine(line: string, maxChars: number): string {
  const shown = visibleText(line.slice(0, maxChars * 2))
    .replaceAll('\n', ' ')
    .trimEnd();
  return shorten(shown, maxChars);
}

/** One line of at most `maxChars` UTF-16 units, an ellipsis in place of what is cut. */
export function shortLine(text: string, maxChars: number): string {
  // Bounded before it is cleaned: a message may have megabytes.
  const line = visibleLine(text.slice(0, maxChars * 8));
  return line.length > maxChars
    ? `${line
        .slice(0, maxChars - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`
    : line;
}
