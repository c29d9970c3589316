// Splits an expression or a printed value at separators of its top level.
const OPEN = '([{';
const CLOSE = ')]}';

/** What every separator begins with. */
const SEPARATOR_STARTS = ' ,';
/** So far a separator looks ahead. */
const SEPARATOR_CHARS = 64;

/** Splits at the top level, outside of brackets and quotes. */
export function splitTop(text: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === quote && text[at - 1] !== '\\') quote = '';
      continue;
    }
    if (`"'\``.includes(char)) quote = char;
    else if (OPEN.includes(char)) depth += 1;
    else if (CLOSE.includes(char)) depth -= 1;
    const mayBegin = depth === 0 && quote === '' && SEPARATOR_STARTS.includes(char);
    const match = mayBegin ? separator.exec(text.slice(at, at + SEPARATOR_CHARS)) : null;
    if (match?.index === 0) {
      parts.push(text.slice(from, at));
      from = at + match[0].length;
      at = from - 1;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim());
}

/** The text between the bracket at `from` and its partner; empty when it does not close. */
export function bracketed(text: string, from: number): string {
  let depth = 0;
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === quote && text[at - 1] !== '\\') quote = '';
    } else if (`"'\``.includes(char)) quote = char;
    else if (OPEN.includes(char)) depth += 1;
    else if (CLOSE.includes(char)) {
      depth -= 1;
      if (depth === 0) return text.slice(from + 1, at);
    }
  }
  return '';
}
