import type { Ask } from '../facts/entities.js';
import type { Facts } from '../rules/rule.js';
import { nearName } from '../source/near-name.js';
import { clip } from '../wording/sentence.js';
import { type ByLanguage, inLanguage } from '../source/language.js';
import { ofThrown } from './for-thrown.js';
import type { About } from './suggestion.js';

/** How each language copies a value that cannot be changed. */
const COPIES: ByLanguage = {
  java: '`new ArrayList<>(...)`, `new HashMap<>(...)`',
  kotlin: '`toMutableList()`',
  javascript: '`[...list]`, `{ ...object }`',
  python: '`list(...)`, `dataclasses.replace(...)`',
  ruby: '`dup`',
  csharp: '`ToList()`',
};

const quoted = (text: string, max: number): string => clip(text, max).replaceAll('`', "'");

/** A misspelt name of which the right one is known; empty for others. */
function renamed(written: string, line: string, facts: Facts): string {
  const name = written.split('.').at(-1) ?? written;
  const meant = nearName(name, line, facts);
  return meant === ''
    ? ''
    : `Write \`${meant}\` in place of \`${name}\` at ${line}: there is no \`${name}\`, and \`${meant}\` is near it.`;
}

/** What a language says of a defect, with the step that repairs it; `parts` are what the words name. */
const STEPS: readonly (readonly [
  words: RegExp,
  step: (line: string, parts: readonly string[], facts: Facts) => string,
])[] = [
  [
    /([\w.$]{1,80}) is not a (?:function|constructor)/,
    (line, [method = ''], facts) =>
      renamed(method, line, facts) ||
      `Correct the name \`${method}\` at ${line} (spelling, upper and lower case, import): there is no such function.`,
  ],
  [
    /'([\w.]{1,60})'(?: object| module)? has no attribute '(\w{1,60})'/,
    (line, [owner = '', name = ''], facts) =>
      renamed(name, line, facts) ||
      `Correct the attribute '${name}' at ${line}, or add it to ${owner}: it has none of that name.`,
  ],
  [
    /offset-naive and offset-aware/,
    (line) => `Give both times at ${line} a time zone, for example \`datetime.now(timezone.utc)\`.`,
  ],
  [
    /ConcurrentModification|changed size during iteration|modified during iteration/,
    (line) => `Iterate over a copy at ${line}, or remove elements through the iterator.`,
  ],
  [
    /^(\S{1,80}\(\)) calls itself/,
    (line, [name = '']) => `Give ${name} (${line}) a condition that ends its recursion: it calls itself without one.`,
  ],
  [
    /recursion|stack overflow|StackOverflow|call stack/i,
    (line) => `Give the function that ${line} calls a condition that ends its recursion: it calls itself without one.`,
  ],
  [
    /tried to change|frozen|Frozen|does not support item assignment|read only property|not extensible|fixed size|read-only/,
    (line) => `Change a copy at ${line}${inLanguage(COPIES, line)}, or build the value as one that can be changed.`,
  ],
  [
    /Argument #\d+ \((\$\w{1,60})\) must be of type ([\w|?\\]{1,60}), (\w{1,40}) given, called in (\S{1,160}) on line (\d+)/,
    (_, [name = '', type = '', given = '', file = '', at = '']) =>
      `Pass ${type} for ${name} in the call at ${file}:${at}: it gets ${given}.`,
  ],
  [
    /division by zero|divide by zero|ZeroDivision/i,
    (line) => `Check the divisor before ${line} divides, or refuse the input that makes it zero.`,
  ],
  [
    /with overflow|OverflowError|[Ii]nteger overflow/,
    (line) => `Use a wider type or checked arithmetic at ${line}: the result does not fit its type.`,
  ],
];

/** A defect of the code itself, by what the language says of it. */
export function forCodeError(line: string, ask: Ask, about: About): string {
  const { rootCause, facts } = about;
  for (const [words, step] of STEPS) {
    const match = words.exec(rootCause) ?? words.exec(facts.type);
    if (match)
      return step(
        line,
        match.slice(1).map((text: string | undefined) => text ?? ''),
        facts,
      );
  }
  if (/^(?:document|window|navigator|localStorage|sessionStorage|HTMLElement|Element|Node)$/.test(ask('name')))
    return `Run the test of ${line} in a DOM: \`testEnvironment: 'jsdom'\` of jest, \`environment: 'jsdom'\` of vitest (or \`// @vitest-environment jsdom\` at the start of the file); \`${ask('name')}\` exists only in browsers.`;
  if (ask('name') !== '') return `Define or import \`${ask('name')}\` before ${line} uses it, or correct its spelling.`;
  if (/index out of (?:bounds|range)|IndexOutOfBounds/i.test(rootCause))
    return `Check the length before ${line} takes the element, or correct the index (the first is 0): ${quoted(facts.headline, 80)}.`;
  if (/RangeError|IllegalState|InvalidOperation|InvalidState/.test(facts.type)) return ofThrown(about);
  return `Correct the code at ${line}: ${quoted(rootCause, 100)}.`;
}
