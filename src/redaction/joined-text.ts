/** Colours and other control sequences of a terminal, raw or escaped. */
const SEQUENCE = String.raw`(?:\u001b|\\u001[bB]|\\x1[bB]|\\033|\\e|#x1B|&#27;|&#x1[bB];)(?:\[[0-?]{0,40}[ -/]{0,4}[@-~]|[ -/]{0,4}[0-Z\\^-~])`;
/** Line breaks, also as JSON, JavaScript, Python and XML write them. */
const BREAK = String.raw`(?:\r?\n|(?:\\+r)?\\+n|&(?:amp;)*#10;)`;
/** What programs put at the beginning of a line: pytest's `E`, the border of a box, quotation. */
const MARGIN = String.raw`(?:E(?=[ \t]))?[ \t]{0,200}(?:[│|>][ \t]{0,200})?`;
/** A character that JSON, JavaScript, Python, XML or HTML write in another way, however often it was encoded. */
const ESCAPED = String.raw`\\+u[0-9a-fA-F]{4}|&(?:amp;)*(?:amp|lt|gt|quot|apos|#39|#x27);`;
/** Each part excludes what ends it: linear. What remains are the backslashes before quotes and backslashes. */
const SPECIAL = new RegExp(`(?<colour>${SEQUENCE})|(?<break>${BREAK}${MARGIN})|(?<escaped>${ESCAPED})|\\\\+`, 'g');
/** What goes without anything in its place. */
const DROPPED = new RegExp(String.raw`${SEQUENCE}|${BREAK}${MARGIN}|\\+`, 'g');
const HAS_SPECIAL = /[\n\u001b\\&]|#x1B/;

/**
 * The text as `joinText` joins it, where each letter comes from left aside, in a fraction of the time. Entities stay:
 * they end a token as the marks do that they stand for. Null when the text has what takes a closer look.
 */
export function quicklyJoined(original: string): string | null {
  if (original.includes('│') || original.includes('\\u')) return null;
  return original.replace(DROPPED, '');
}

const CHARACTERS: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", '#x27': "'" },
};

/** Text as it was before programs coloured, wrapped and encoded it, and where each of its letters comes from. */
export interface JoinedText {
  readonly text: string;
  /** Where a letter of `text` begins in the original. */
  readonly startOf: (index: number) => number;
  /** Where a letter of `text` ends in the original. */
  readonly endOf: (index: number) => number;
}

interface Piece {
  /** Index of its first letter in the joined text. */
  readonly start: number;
  /** How many letters of the joined text it is. */
  readonly length: number;
  /** Its place in the original. */
  readonly from: number;
  readonly to: number;
}

/** Text without colours, line breaks, what stands at the beginning of lines, and escapes. */
export function joinText(original: string): JoinedText {
  if (!HAS_SPECIAL.test(original)) return { text: original, startOf: (index) => index, endOf: (index) => index + 1 };
  const texts: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  const add = (text: string, from: number, to: number): void => {
    if (text === '') return;
    texts.push(text);
    pieces.push({ start: length, length: text.length, from, to });
    length += text.length;
  };
  let at = 0;
  for (const { 0: special, index, groups } of original.matchAll(SPECIAL)) {
    const end = groups?.['break'] === undefined ? index : withoutBorder(original, at, index);
    add(original.slice(at, end), at, end);
    at = index + special.length;
    if (groups?.['escaped'] !== undefined) add(characterOf(special), index, at);
  }
  add(original.slice(at), at, original.length);
  return { text: texts.join(''), ...placesOf(pieces) };
}

function placesOf(pieces: readonly Piece[]): Pick<JoinedText, 'startOf' | 'endOf'> {
  const startOf = (index: number): number => {
    const { start, from, to } = pieceAt(pieces, index);
    return Math.min(from + index - start, to);
  };
  const endOf = (index: number): number => {
    const { length, start, from, to } = pieceAt(pieces, index);
    return index === start + length - 1 ? to : from + index - start + 1;
  };
  return { startOf, endOf };
}

/** The letter that an escape or an entity stands for. */
function characterOf(escaped: string): string {
  if (escaped.startsWith('\\')) return String.fromCharCode(Number.parseInt(escaped.slice(-4), 16));
  const name = escaped.slice(escaped.lastIndexOf(';', escaped.length - 2) + 1, -1).replace('&', '');
  return CHARACTERS[name] ?? escaped;
}

/** The end of a line without the border of a box and what fills it. */
function withoutBorder(text: string, from: number, to: number): number {
  if (to <= from || text.charAt(to - 1) !== '│') return to;
  let last = to - 1;
  while (last > from && /[ \t]/.test(text.charAt(last - 1))) last -= 1;
  return last;
}

function pieceAt(pieces: readonly Piece[], index: number): Piece {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.start ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return pieces[low] ?? { start: 0, length: 0, from: 0, to: 0 };
}

/** The line with which a text begins. */
export function firstLineOf(text: string): string {
  return text.split(/\r?\n|\\n/, 1)[0] ?? '';
}

/** Part of a text, and what comes in its place. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** Replaces ranges of a text, given in their order; a range that overlaps the one before is left out. */
export function replaceRanges(text: string, ranges: readonly Range[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, by } of ranges) {
    if (from < at) continue;
    parts.push(text.slice(at, from), by);
    at = to;
  }
  return parts.length === 0 ? text : `${parts.join('')}${text.slice(at)}`;
}
