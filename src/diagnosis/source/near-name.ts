import type { Facts } from '../rules/rule.js';
import { type ByLanguage, languageOf } from './language.js';

/** Methods of built-in types that are often written in another way. */
const BUILT_IN: ByLanguage = {
  javascript:
    'toUpperCase toLowerCase toLocaleUpperCase toLocaleLowerCase startsWith endsWith includes indexOf lastIndexOf replaceAll padStart padEnd trimStart trimEnd charAt charCodeAt substring matchAll localeCompare forEach filter reduce findIndex findLast flatMap concat toSorted toISOString toLocaleString toLocaleDateString getFullYear getMonth getDate getHours getTime toFixed toPrecision hasOwnProperty hasOwn fromEntries isArray isInteger parseInt parseFloat querySelector querySelectorAll getElementById addEventListener setAttribute getAttribute textContent innerHTML classList',
  python:
    'upper lower title capitalize casefold startswith endswith strip lstrip rstrip split rsplit splitlines replace removeprefix removesuffix isdigit isalpha isnumeric isupper islower zfill ljust rjust center partition append extend insert remove index count sort reverse items keys values setdefault update popitem isoformat strftime strptime timestamp astimezone total_seconds read_text write_text read_bytes write_bytes is_file is_dir iterdir mkdir',
  ruby: 'upcase downcase capitalize start_with end_with include each_with_index map select reject inject flatten compact gsub strip length empty to_sym to_i to_f merge fetch',
};

const letters = (name: string): string => name.toLowerCase().replaceAll('_', '');

/** True when one letter is missing, added, changed, or exchanged with the next one. */
function isOneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** The one of `known` that was meant by a misspelt name: the same letters, or one letter apart; empty when none is. */
export function nearOf(misspelt: string, known: readonly string[]): string {
  const name = letters(misspelt);
  if (name.length < 4) return '';
  const others = known.filter((each) => each !== misspelt);
  const same = others.find((each) => letters(each) === name);
  return same ?? others.find((each) => each.length >= 4 && isOneApart(letters(each), name)) ?? '';
}

const MOST_TEXT = 6_000;

/** The name that was meant by a misspelt one: of a built-in method, or written so in the source; empty when none is near. */
export function nearName(misspelt: string, where: string, facts: Facts): string {
  const name = letters(misspelt);
  if (name.length < 4) return '';
  const language = languageOf(where);
  const builtIn = (language === null ? undefined : BUILT_IN[language])?.split(' ') ?? [];
  const source = `${facts.nearby()}\n${facts.productSource}\n${facts.text}`.slice(0, MOST_TEXT);
  const written = new Set(source.match(/[A-Za-z_]\w{2,60}/g) ?? []);
  const near = nearOf(misspelt, [...builtIn, ...written]);
  // `uppercase` for `upper`: the whole built-in name with a word behind it.
  return near === '' ? (builtIn.find((each) => each.length >= 4 && name === `${letters(each)}case`) ?? '') : near;
}
