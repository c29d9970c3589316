/** How many characters of a token decide whether it is worth a look. */
const HEAD = 3;
/** Characters that are looked at twice, where one part of a text ends and the next begins. */
const OVERLAP = 2 * (HEAD + 2);

/** One step of a simple regular expression: a group of alternatives, perhaps optional; or a letter or class, perhaps repeated. */
const GROUP = /^\(\?:([^()]*)\)(\??)/;
const ATOM = /^(\[(?:[^\]\\]|\\.){0,80}\]|\\.|.)(?:\{(\d{1,6})[^}]{0,20}\})?/s;

/** What the first `count` characters of a match can be, as letters or classes of a regular expression. */
function headsOf(expression: string, count: number): readonly (readonly string[])[] {
  if (count === 0 || expression === '') return [[]];
  const group = GROUP.exec(expression);
  if (group !== null) {
    const [all, alternatives = '', optional] = group;
    const rest = expression.slice(all.length);
    const without = optional === '?' ? headsOf(rest, count) : [];
    return [...alternatives.split('|').flatMap((each) => headsOf(each + rest, count)), ...without];
  }
  const [all = '', atom = '', times = '1'] = ATOM.exec(expression) ?? [];
  const first = Array.from({ length: Math.min(Number(times), count) }, () => atom);
  return headsOf(expression.slice(all.length), count - first.length).map((rest) => [...first, ...rest]);
}

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const codesOf = (atom: string): readonly number[] => {
  const match = new RegExp(`^${atom}$`);
  return ASCII.flatMap((character, code) => (match.test(character) ? [code] : []));
};

/** Reports by its first three characters, ASCII codes of seven bits each, whether an expression can match a text. */
function tableOf(expressions: readonly string[]): Uint8Array {
  const table = new Uint8Array(1 << (7 * HEAD));
  for (const head of expressions.flatMap((expression) => headsOf(expression, HEAD))) {
    const [first = [], second = [], third = []] = head.map(codesOf);
    for (const a of first) for (const b of second) for (const c of third) table[(a << 14) | (b << 7) | c] = 1;
  }
  return table;
}

/** Which UTF-16 units are letters or digits, so that no look needs a bound. */
function wordUnits(): Uint8Array {
  const table = new Uint8Array(1 << 16);
  for (const code of codesOf('[A-Za-z0-9]')) table[code] = 1;
  return table;
}

const [BACKSLASH, N, R, T] = [92, 110, 114, 116];

/** Texts are looked through as numbers, many at a time: a look at each character of a string takes several times as long. */
const UNITS = 1 << 15;

/**
 * A search for the first of many expressions that matches at the beginning of a word, or after an escaped line break: most
 * words are passed over by their first three characters. Every match begins with an ASCII letter or digit.
 */
export function wordSearch(expressions: readonly string[]): (text: string) => boolean {
  const table = tableOf(expressions);
  const letters = wordUnits();
  const buffer = Buffer.alloc(2 * UNITS);
  const units = new Uint16Array(buffer.buffer, buffer.byteOffset, UNITS);
  const match = new RegExp(expressions.map((expression) => `(?:${expression})`).join('|'), 'y');
  const matchesAt = (text: string, at: number): boolean => {
    match.lastIndex = at;
    return match.test(text);
  };
  const isHead = (at: number): boolean =>
    table[((units[at] ?? 0) << 14) | ((units[at + 1] ?? 0) << 7) | (units[at + 2] ?? 0)] === 1;
  /** Looks at the words that begin among the units before `end`; `shift` is the place of the first unit in the text. */
  const findBefore = (end: number, text: string, shift: number): boolean => {
    let before = 0;
    for (let at = 0; at < end; at += 1) {
      const code = units[at] ?? 0;
      const isWord = letters[code] ?? 0;
      if (isWord > before && isHead(at) && matchesAt(text, shift + at)) return true;
      before = isWord;
      if (code !== BACKSLASH) continue;
      const next = units[at + 1];
      if ((next === N || next === R || next === T) && isHead(at + 2) && matchesAt(text, shift + at + 2)) return true;
    }
    return false;
  };
  return (text) => {
    for (let from = 0; from < text.length; from += UNITS - OVERLAP) {
      const filled = buffer.write(text.slice(from, from + UNITS), 'utf16le') / 2;
      units.fill(0, filled, filled + HEAD + 1);
      if (findBefore(Math.min(filled, UNITS - HEAD - 1), text, from)) return true;
    }
    return false;
  };
}
