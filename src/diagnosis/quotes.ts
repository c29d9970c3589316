import type { Classification, Facts } from './rules/rule.js';

const MAX_QUOTES = 3;
const MAX_CHARS = 300;
/** Lines that may follow one that only introduces them. */
const MOST_VALUES = 4;
const SEARCHED = 24;

/**
 * Verbatim lines that the judgement rests on: the line with the rule's words first, then how the failure speaks. A line that
 * only introduces the compared values is quoted with them.
 */
export function quotesOf(verdict: Classification, facts: Facts): readonly string[] {
  const lines = [...facts.lines.slice(0, 400), ...facts.captured.split('\n').slice(-80)].map((line) => line.trim());
  const words = verdict.evidence.split('\n')[0]?.trim() ?? '';
  const exact = words.length < 3 ? '' : bestQuote(lines, words);
  const { headline } = facts;
  // The headline of a table joins its cells.
  const spoken = bestQuote(lines, headline.slice(0, 30)) || bestQuote(lines, /^[^:]{5,30}:/.exec(headline)?.[0] ?? '');
  const found = [exact, spoken].filter((quote) => quote !== '');
  const quotes = withoutFolded([...new Set(found)]).slice(0, MAX_QUOTES);
  return [...new Set(quotes.flatMap((quote) => quote.split('\n')))];
}

/** The first line with these words, or the first that is followed by values; empty when no line has them. */
function bestQuote(lines: readonly string[], words: string): string {
  if (words === '') return '';
  let first = '';
  for (const [at, line] of lines.entries()) {
    if (!line.includes(words)) continue;
    const quote = quoteAt(lines, at);
    if (quote.includes('\n')) return quote;
    first ||= quote;
  }
  return first;
}

const FRAME = /^(?:at |❯ |\.\.\. \d|code: '|generatedMessage)/;
const SIDE = /^[+\-]?\s{0,4}(?:expected|received|actual|left|right|got|want|but was|returned)\b.{0,40}?:/i;
const CHANGED = /^[+-](?!.*(?:actual - expected|expected - actual|Expected\s|Received\s|\+\+|--))/;

function quoteAt(lines: readonly string[], at: number): string {
  const line = lines[at] ?? '';
  const below = lines.slice(at + 1, at + 1 + SEARCHED);
  const end = below.findIndex((each) => FRAME.test(each));
  const values = (end < 0 ? below : below.slice(0, end)).filter((each) => each !== '');
  // The same message again, with its class.
  if (values[0]?.includes(line) === true) return line.slice(0, MAX_CHARS);
  const introduces = line.endsWith(':') || SIDE.test(values[0] ?? '');
  const changed = values.filter((each) => CHANGED.test(each));
  const shown = changed.length > 0 && line.endsWith(':') ? changed : values.filter(isValue(line));
  const quoted = introduces ? [line, ...shown.slice(0, MOST_VALUES)] : [line];
  return quoted.map((each) => each.slice(0, MAX_CHARS)).join('\n');
}

/** Below a colon everything belongs to it; below another line only what is marked as a side of the comparison. */
const isValue =
  (line: string) =>
  (text: string): boolean =>
    line.endsWith(':') || SIDE.test(text);

const bare = (text: string): string => text.replace(/\s+/g, '');

/** An attribute folds the lines of a message into one: the one with the lines is enough. */
function withoutFolded(quotes: readonly string[]): readonly string[] {
  return quotes.filter((quote) => !quotes.some((other) => other !== quote && bare(other).includes(bare(quote))));
}
