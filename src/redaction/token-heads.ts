/** How many characters of a token decide whether it is worth a look. */
const HEAD = 3;

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

/** Tells by its first three characters, ASCII codes of seven bits each, whether an expression can match a text. */
function tableOf(expressions: readonly string[]): Uint8Array {
  const table = new Uint8Array(1 << (7 * HEAD));
  for (const head of expressions.flatMap((expression) => headsOf(expression, HEAD))) {
    const [first = [], second = [], third = []] = head.map(codesOf);
    for (const a of first) for (const b of second) for (const c of third) table[(a << 14) | (b << 7) | c] = 1;
  }
  return table;
}

const WORD = Uint8Array.from(ASCII, (character) => (/[A-Za-z0-9]/.test(character) ? 1 : 0));
const [BACKSLASH, N, R, T] = [92, 110, 114, 116];

/**
 * A search for the first of many expressions that matches at the beginning of a word, or after an escaped line break: most
 * words are passed over by their first three characters. Every match begins with an ASCII letter or digit.
 */
export function wordSearch(expressions: readonly string[]): (text: string) => boolean {
  const table = tableOf(expressions);
  const match = new RegExp(expressions.map((expression) => `(?:${expression})`).join('|'), 'y');
  const matchesAt = (text: string, at: number): boolean => {
    match.lastIndex = at;
    return match.test(text);
  };
  return (text) => {
    let [inWord, last] = [0, 0];
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const isWord = code < 128 ? (WORD[code] ?? 0) : 0;
      if (isWord > inWord) {
        const head = (code << 14) | (text.charCodeAt(at + 1) << 7) | text.charCodeAt(at + 2);
        if (table[head] === 1 && matchesAt(text, at)) return true;
      }
      const isBreak = last === BACKSLASH && (code === N || code === R || code === T);
      inWord = isBreak ? 0 : isWord;
      last = code;
    }
    return false;
  };
}
