// Parts of the terminal report: locations, quoted lines, next steps, indentation.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cutToColumns } from '../../text/columns.js';
import { hyperlink, paint, safeLine, wrap, type TerminalOptions } from './style.js';
import type { PlaceView } from '../view/view.js';
import { shortLine, visibleText } from '../../text/visible.js';

export type Lines = readonly string[];

/** A place as `path:line`, a link to the file where the terminal can. */
export function placeText(place: PlaceView | null, options: TerminalOptions): string {
  if (place === null) return '';
  const label = safeLine(`${shortLine(place.path, 200)}${place.line > 0 ? `:${place.line}` : ''}`);
  const painted = paint('cyan', label, options);
  return hyperlink(painted, pathToFileURL(join(options.workspace, place.path)).href, options);
}

/** Untrusted lines behind a bar, blank ones left out. */
export function quoted(lines: readonly string[], limit: number, options: TerminalOptions, by: number): Lines {
  const bar = paint('dim', '│', options);
  const full = lines
    .map((line) => visibleText(line.slice(0, 2000)).replaceAll('\t', '    '))
    .filter((line) => line.trim() !== '');
  return indent(
    full.slice(0, limit).map((line) => `${bar} ${cutToColumns(safeQuote(line), options.width - by - 2)}`),
    by,
  );
}

/** Indentation of a quoted line is part of what it says. */
function safeQuote(line: string): string {
  const indented = line.length - line.trimStart().length;
  return ' '.repeat(Math.min(indented, 40)) + safeLine(line);
}

/** The next step, wrapped under its label. */
export function next(text: string, options: TerminalOptions, by: number): Lines {
  if (text.trim() === '') return [];
  const lines = text.split('\n').flatMap((line) => wrap(safeQuote(line.slice(0, 1000)), options.width - by - 6));
  return indent(
    lines.map((line, index) => `${paint('bold', index === 0 ? 'Next:' : '     ', options)} ${line}`),
    by,
  );
}

/** Every line moved to the right. */
export function indent(lines: readonly string[], by: number): Lines {
  return lines.map((line) => ' '.repeat(by) + line);
}
