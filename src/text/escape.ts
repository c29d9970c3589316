import { visibleLine, visibleText } from './visible.js';
import { withoutEnd } from './bounds.js';

/** A text as a part of a regular expression in which every character means itself. */
export const escapePattern = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);

/** Breaks what GitHub would find in rendered text; a blank of no width survives every later filter. */
const GAP = '\u200b';

/**
 * Text on one line of GitHub Markdown in which every character means itself: no element, emphasis, link, autolink,
 * mention, issue or commit reference, emoji code, formula or list marker. Fit for a paragraph, heading or table cell.
 */
export function markdownText(text: string): string {
  return inline(visibleLine(text)).replace(/^(?:[-+=]|\d+(?=[.)\\]))/, unmarked);
}

/** The same, with what stands between backticks as code spans: for sentences that quote. Not for table cells. */
export function markdownProse(text: string): string {
  const pieces = visibleLine(text).split(/(?<!`)`([^`]{1,500})`(?!`)/);
  const prose = pieces.map((piece, index) => (index % 2 === 1 ? quoted(piece) : inline(piece))).join('');
  return prose.replace(/^(?:[-+=]|\d+(?=[.)\\]))/, unmarked);
}

function quoted(piece: string): string {
  return piece.trim() === '' ? inline(`\`${piece}\``) : codeSpan(piece);
}

function inline(line: string): string {
  return unreferenced(line)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]~|#]/g, '\\$&')
    .replace(/\$/g, '<span>$</span>');
}

/** Nothing that looks for mentions, references, addresses or emoji codes in rendered text finds one. */
function unreferenced(line: string): string {
  return line
    .replace(/[@#]|GH-(?=\d)|:(?=\/\/|[\w+-]{1,64}:)|www(?=\.)/gi, `$&${GAP}`)
    .replace(/[0-9a-f]{20}(?=[0-9a-f]{20})/gi, `$&${GAP}`);
}

/** A marker at the start of a line would open a list, a rule or a heading. */
function unmarked(marker: string): string {
  return /\d/.test(marker) ? `${marker}${GAP}` : `\\${marker}`;
}

/** Text on one line as a code span; `(empty)` when there is none. Not for table cells. */
export function codeSpan(text: string): string {
  const line = visibleLine(text);
  if (line === '') return '(empty)';
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A code span for a table cell, where a bar ends the cell even inside backticks. */
export function cellCode(text: string): string {
  const line = visibleLine(text);
  return /[|\\]/.test(line) ? htmlCode(line) : codeSpan(line);
}

/** Text as an HTML `code` element that no Markdown parser finds anything in; for table cells and `summary`. */
export function htmlCode(text: string): string {
  // The gaps are added last of all: visible text would spell them out.
  const html = unreferenced(visibleLine(text)).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '');
  return `<code>${html.replace(/[\\`*_[\]~|$]/g, (char) => `&#${char.charCodeAt(0)};`)}</code>`;
}

/** A fenced block around text of any content: the fence is longer than any run of backticks in it. */
export function codeBlock(text: string): string {
  const body = withoutEnd(visibleText(text), '\n');
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}text\n${body}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML content and quoted attributes. */
export function htmlText(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '');
}

/** Text for a log or a terminal: no control sequence, and no line that a runner would take for a command. */
export function terminalText(text: string): string {
  return visibleText(text)
    .replace(/^([^\S\n]*):(?=:)/gm, `$1:${GAP}`)
    .replace(/##(?=\[)/g, `##${GAP}`);
}

/** The message of a workflow command. */
export function commandData(text: string): string {
  return visibleText(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** A property value of a workflow command. */
export function commandProperty(text: string): string {
  return commandData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
