/** One word as a shell reads it, quotes included; escapes count as one character of it. */
const WORD = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\;&|<>()`])+/g;
/** What only a shell can expand: variables, other commands, patterns of file names. */
const EXPANDED = /[$`*?~]/;
const SINGLE_QUOTED = /'[^']*'/g;
const QUOTED = /'[^']*'|"[^"]*"/g;

/** The words of a line as they are written; null where a shell would do more than start one program. */
export function wordsOf(line: string): readonly string[] | null {
  return line.replace(WORD, '').trim() === '' ? (line.match(WORD) ?? []) : null;
}

/** True for a word that only a shell can turn into what is meant. */
export function needsShell(word: string): boolean {
  return /[$`]/.test(word.replace(SINGLE_QUOTED, '')) || EXPANDED.test(word.replace(QUOTED, ''));
}

/** True for `NAME=value`. */
export const isAssignment = (word: string): boolean => /^[A-Za-z_]\w*=/.test(word);

/** Programs that start another one, and whose first word without a dash behind their options is that program. */
const WRAPPERS = new Set(['xvfb-run', 'time', 'nice', 'timeout', 'stdbuf', 'dbus-run-session', 'c8', 'nyc']);
/** Options of wrappers and launchers whose value is the next word. */
const VALUED = new Set(
  '-n -s -k --signal -p --package -r --reporter -e --env-file --group --extra --with --python --directory --project'.split(
    ' ',
  ),
);

/** How many words stand before the program that a line means: variables, `env`, `xvfb-run -a`, `timeout 10m`. */
export function wrapperLength(words: readonly string[]): number {
  let at = 0;
  for (;;) {
    const next = afterWrapper(words, at);
    if (next === at || next >= words.length) return at;
    at = next;
  }
}

function afterWrapper(words: readonly string[], at: number): number {
  const word = words[at] ?? '';
  if (isAssignment(word)) return at + 1;
  if (/^(env|cross-env|cross-env-shell)$/.test(word)) return words[at + 1]?.startsWith('-') === true ? at : at + 1;
  if (!WRAPPERS.has(word)) return at;
  const program = afterOptions(words, at + 1);
  return word === 'timeout' && /^\d/.test(words[program] ?? '') ? program + 1 : program;
}

/** The place of the first word that is neither an option nor the value of one. */
export function afterOptions(words: readonly string[], from: number): number {
  let at = from;
  while (words[at]?.startsWith('-') === true) at += VALUED.has(words[at] ?? '') ? 2 : 1;
  return at;
}

/** The parts of a script line that its operators separate; an operator in quotes belongs to a word. */
export function partsOf(script: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let quote = '';
  const chars = Array.from(script);
  for (const [at, char] of chars.entries()) {
    const isQuote = quote === '' ? /["']/.test(char) : char === quote;
    if (isQuote && !part.endsWith('\\')) quote = quote === '' ? char : '';
    const isRedirection = char === '&' && (part.endsWith('>') || chars[at + 1] === '>');
    const isEnd = quote === '' && /[;&|\n]/.test(char) && !isRedirection;
    if (isEnd) parts.push(part);
    part = isEnd ? '' : part + char;
  }
  return [...parts, part].map((each) => each.trim()).filter((each) => each !== '');
}
