import { stripAnsi } from '../text/bounds.js';

/** Bounds on what is ever looked at. They make every later step linear in a constant, whatever a test printed. */
export const LIMITS = { headChars: 300_000, tailChars: 100_000, lineChars: 1_000, headLines: 3_000, tailLines: 1_000 };

const TIMESTAMP =
  /^(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?|\[?\d\d:\d\d:\d\d(?:\.\d{1,6})?\]?)(?: |$)/;

function boundedText(text: string): string {
  if (text.length <= LIMITS.headChars + LIMITS.tailChars) return text;
  return `${text.slice(0, LIMITS.headChars)}\n${text.slice(-LIMITS.tailChars)}`;
}

/** Log viewers put a time before every line; it is dropped only where most lines have one. */
function withoutTimestamps(lines: readonly string[]): readonly string[] {
  const sample = lines.slice(0, 40).filter((line) => line.trim() !== '');
  const stamped = sample.filter((line) => TIMESTAMP.test(line)).length;
  if (stamped === 0 || stamped * 2 < sample.length) return lines;
  return lines.map((line) => line.replace(TIMESTAMP, ''));
}

function collapseBlank(lines: readonly string[]): readonly string[] {
  return lines.filter((line, index) => line !== '' || lines[index - 1] !== '');
}

/**
 * A text as lines that are safe to match: no ANSI, no CR, no log timestamps, no runs of blank lines, every line and
 * the whole bounded by `LIMITS` (head and tail are kept).
 */
export function boundedLines(text: string): readonly string[] {
  if (text === '') return [];
  const all = stripAnsi(boundedText(text)).split(/\r?\n|\r/);
  const { headLines, tailLines, lineChars } = LIMITS;
  const kept = all.length > headLines + tailLines ? [...all.slice(0, headLines), ...all.slice(-tailLines)] : all;
  const cut = kept.map((line) => (line.length > lineChars ? line.slice(0, lineChars) : line).trimEnd());
  return collapseBlank(withoutTimestamps(cut));
}
