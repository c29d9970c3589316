import { Dice } from '../verdict/perturbations.js';

/** A text after some changes. */
export interface Mutated {
  readonly text: string;
  /** True when the only change is that its end is missing. */
  readonly isCut: boolean;
}

/** What parsers of our formats treat in a way of its own. */
const TOKENS: readonly [string, ...string[]] = [
  '<',
  ...[
    '>',
    '</',
    '/>',
    '"',
    "'",
    '&',
    '&#0;',
    '&#x110000;',
    '&amp;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<!DOCTYPE x [',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '{}',
    '[]',
    'null',
    '-1',
    '1e999',
    '99999999999999999999',
    '"__proto__":',
    '"constructor":',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\u0000',
    '\u001b[31m',
    '\u001b]8;;',
    '\u2028',
    '\u202e',
    '\ufeff',
    '\ud800',
    '😀',
    '\\',
    '\\u',
    '::error::',
  ],
  ...[
    'not ok 1',
    '1..9',
    'ok',
    '---',
    '...',
    '*a',
    '&a',
    '- ',
    '? ',
    '|',
    '@team',
    '<testcase',
    '<failure',
    '"status":"passed"',
  ],
  ...['[[[[[[[[[[[[[[[[[[[[', '<a><a><a><a><a>', '((((((((((', '{"a":{"a":{"a":', 'x'.repeat(300), '9'.repeat(40)],
];

type Change = (text: string, dice: Dice, other: string) => string;

function range(text: string, dice: Dice, most = 200): readonly [from: number, to: number] {
  const from = dice.below(text.length + 1);
  return [from, Math.min(text.length, from + 1 + dice.below(most))];
}

const CHANGES: readonly [Change, ...Change[]] = [
  (text, dice) => text.slice(0, dice.below(text.length + 1)),
  (text, dice) => {
    const at = dice.below(text.length + 1);
    const code = (text.charCodeAt(at) || 0) ^ (1 << dice.below(8));
    return `${text.slice(0, at)}${String.fromCharCode(code)}${text.slice(at + 1)}`;
  },
  (text, dice) => {
    const [from, to] = range(text, dice);
    return text.slice(0, from) + text.slice(to);
  },
  (text, dice) => {
    const [from, to] = range(text, dice);
    return text.slice(0, to) + text.slice(from, to).repeat(1 + dice.below(8)) + text.slice(to);
  },
  (text, dice) => {
    const at = dice.below(text.length + 1);
    return text.slice(0, at) + dice.pick(TOKENS).repeat(1 + dice.below(3)) + text.slice(at);
  },
  (text, dice) => {
    const at = dice.below(text.length + 1);
    return (
      text.slice(0, at) + text.slice(at).replace(/\d+/, dice.pick(['-1', '0', '1e400', '9'.repeat(30), 'NaN', '']))
    );
  },
  (text, dice) => {
    const lines = text.split('\n');
    const [from, to] = [dice.below(lines.length), dice.below(lines.length)];
    [lines[from], lines[to]] = [lines[to] ?? '', lines[from] ?? ''];
    return lines.join('\n');
  },
  (text, dice, other) => {
    const [from, to] = range(other, dice, 2_000);
    const at = dice.below(text.length + 1);
    return text.slice(0, at) + other.slice(from, to) + text.slice(at);
  },
];

/** Changes a text in one to four ways. The same seed changes it in the same way; `other` is a text to splice in. */
export function mutate(text: string, other: string, seed: number): Mutated {
  const dice = new Dice(seed);
  const count = 1 + (dice.below(3) === 0 ? dice.below(4) : 0);
  let changed = text;
  let isCut = true;
  for (let at = 0; at < count; at += 1) {
    const change = dice.pick(CHANGES);
    isCut = isCut && change === CHANGES[0];
    changed = change(changed, dice, other);
  }
  return { text: changed, isCut };
}
