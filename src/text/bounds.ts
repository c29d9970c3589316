const ESCAPED_ESC = /(?:#x1B|\\u001b|\\x1b|\\e|&#27;|&#x1b;|U\+001B|\u241b)(?=\[[0-9;]{0,20}m)/gi;

/**
 * Control sequences by ECMA-48: strings (OSC, DCS and the like) with their end, CSI, and short escapes. No part matches
 * what the next one begins with and no string runs over another escape, so that the time is linear in the text. A string
 * without an end loses its opener alone.
 */
const SEQUENCES =
  /(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u0080-\u009f]*(?:\u0007|\u001b\\|\u009c)|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[ -/]*[0-~]/g;

/** Some character of every sequence, raw or escaped: most text has none. */
const SIGN = /[\\#&+\u001b\u0080-\u009f\u241b]/;

/** Text without ANSI sequences, raw or in the escaped forms that report writers leave behind (`#x1B[31m`). */
export function stripAnsi(text: string): string {
  if (!SIGN.test(text)) return text;
  const raw = text.replace(ESCAPED_ESC, '\u001b');
  return /[\u001b\u0080-\u009f]/.test(raw) ? raw.replace(SEQUENCES, '') : raw;
}

const encoder = new TextEncoder();

/** Text without these characters at its end. A pattern for it would take quadratic time. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Length in UTF-8 bytes. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text);
}

/** The longest head of `text` that fits into `maxBytes` of UTF-8 without splitting a code point. */
export function clipBytes(text: string, maxBytes: number): string {
  if (text.length * 3 <= maxBytes || byteLength(text) <= maxBytes)
    return text.isWellFormed() ? text : text.toWellFormed();
  const { read } = encoder.encodeInto(text, new Uint8Array(Math.max(0, maxBytes)));
  return text.slice(0, read).toWellFormed();
}

/** Head and tail of a long text with a line between them that says how much is missing. Bound is in characters. */
export function headAndTail(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const head = Math.floor(maxChars * 0.7);
  const tail = maxChars - head;
  const missing = text.length - maxChars;
  return `${text.slice(0, head)}\n[... ${missing} characters left out ...]\n${text.slice(-tail)}`.toWellFormed();
}

/** The text within `maxChars` UTF-16 units, an ellipsis in place of what is cut. */
export function shorten(text: string, maxChars: number): string {
  return text.length > maxChars ? `${text.slice(0, maxChars - 1).toWellFormed()}…` : text;
}

/** The first line that is not blank, trimmed and at most `maxChars` long; empty when there is none. */
export function firstLine(text: string, maxChars = 300): string {
  const line =
    text
      .slice(0, 20_000)
      .split('\n')
      .find((candidate) => candidate.trim() !== '') ?? '';
  return shorten(line.trim(), maxChars);
}
