// Names in what two printed values differ, and what usually mends such a difference.
import { decodeReferences } from '../../../text/xml-characters.js';
import { type ByLanguage, inLanguage } from '../../source/language.js';
import { clip } from '../../wording/sentence.js';
import { differenceOfTimes } from './times.js';
import { differenceOfNumbers, type Difference } from './numbers.js';

/** Both values without quotes, and as they are printed. */
interface Sides {
  readonly a: string;
  readonly e: string;
  readonly actual: string;
  readonly expected: string;
  /** The file of the test: its language decides which function a remedy names. */
  readonly file: string;
}

type Reading = (sides: Sides) => Difference | null;

const QUOTED = /^([bru]?["'`])([\s\S]*)["'`]$/;
const unquoted = (text: string): string => QUOTED.exec(text)?.[2] ?? text;

/** How each language pads a number. */
const PADS: ByLanguage = {
  python: '`zfill` or `f"{n:02}"`',
  javascript: '`padStart`',
  java: '`String.format("%02d", n)`',
  kotlin: '`padStart`',
  scala: '`f"$n%02d"`',
  ruby: '`rjust` or `format("%02d", n)`',
  go: '`fmt.Sprintf("%02d", n)`',
  rust: '`format!("{:02}", n)`',
  php: "`sprintf('%02d', $n)`",
  csharp: '`ToString("D2")`',
};

/** How each language makes a number of a text, and a text of a number. */
const CONVERTS: ByLanguage = {
  python: '`int(...)`, `float(...)` or `str(...)`',
  javascript: '`Number(...)` or `String(...)`',
  java: '`Integer.parseInt` or `String.valueOf`',
  kotlin: '`toInt()` or `toString()`',
  scala: '`toInt` or `toString`',
  ruby: '`to_i`, `to_f` or `to_s`',
  go: '`strconv`',
  rust: '`parse` or `to_string`',
  php: '`(int)`, `(float)` or `(string)`',
  csharp: '`int.Parse` or `ToString`',
};

const NUMBER = /^-?\d+(?:\.\d+)?$/;

function type({ a, e, actual, expected, file }: Sides): Difference | null {
  if (a !== e || QUOTED.test(actual) === QUOTED.test(expected) || !NUMBER.test(a)) return null;
  const [got, wanted] = QUOTED.test(actual) ? ['text', 'a number'] : ['a number', 'text'];
  return { remedy: `Convert the value${inLanguage(CONVERTS, file)}`, what: `it is ${got}, not ${wanted}` };
}

function space({ a, e }: Sides): Difference | null {
  const fold = (text: string): string => text.replace(/\s+|\\[nrt]/g, '');
  if (a === e || fold(a) !== fold(e)) return null;
  const [extra, rest] = a.length > e.length ? [a, e] : [e, a];
  const end = extra.startsWith(rest) ? extra.slice(rest.length) : '';
  const verb = extra === a ? 'Remove' : 'Add';
  if (/^(?:\n|\\n|\\r\\n)+$/.test(end))
    return { remedy: `${verb} the newline at the end`, what: 'only this newline differs' };
  return { remedy: 'Correct the white space or line ends', what: 'only these differ' };
}

const letters: Reading = ({ a, e }) =>
  a !== e && a.toLowerCase() === e.toLowerCase()
    ? { remedy: 'Correct upper and lower case', what: 'only these differ' }
    : null;

function padding({ a, e, file }: Sides): Difference | null {
  const plain = (text: string): string => text.replace(/(?<![\d.])0+(?=\d)/g, '');
  if (a === e || plain(a) !== plain(e)) return null;
  return a.length < e.length
    ? {
        remedy: `Pad the number with zeros${inLanguage(PADS, file)}`,
        what: 'only the zeros before the number are missing',
      }
    : { remedy: 'Print the number without padding', what: 'only the zeros before the number are too many' };
}

function decodedUrl(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function encoding({ a, e }: Sides): Difference | null {
  if (a === e) return null;
  if (decodeReferences(a) === e)
    return { remedy: 'Escape the text for HTML once and only where it is shown', what: 'it is escaped' };
  if (decodeReferences(e) === a) return { remedy: 'Escape the text for HTML', what: 'only the escaping is missing' };
  if (decodedUrl(a) === e) return { remedy: 'Decode the text', what: 'it is still encoded for a URL' };
  if (decodedUrl(e) === a) return { remedy: 'Encode the text for a URL', what: 'only this encoding is missing' };
  if (/Ã[\u0080-\u00BF¤©¨¼¶Ÿ]|â€/.test(a) && !/Ã|â€/.test(e))
    return { remedy: 'Read the text as UTF-8', what: 'its bytes were read in another encoding' };
  return null;
}

const URL_PARTS = /^(?:([a-z]{2,8}):\/\/([^/?#\s]{1,120}))?(\/[^?#\s]{0,200})?(\?\S{0,200})?$/;

function address({ a, e }: Sides): Difference | null {
  const [actual, expected] = [URL_PARTS.exec(a), URL_PARTS.exec(e)];
  if (!actual || !expected || a === e || !/\//.test(a) || !/\//.test(e)) return null;
  const slash = (text: string): string => text.replace(/\/$/, '');
  if (slash(a) === slash(e)) return { remedy: 'Add or remove the slash at the end', what: 'only this slash differs' };
  const [, scheme, host, path, query] = actual;
  const pairs: readonly (readonly [part: string, actual: string | undefined, expected: string | undefined])[] = [
    ['scheme', scheme, expected[1]],
    ['host', host, expected[2]],
    ['path', path, expected[3]],
    ['query', query, expected[4]],
  ];
  const [one, ...others] = pairs.filter(([, x, y]) => x !== y);
  if (one === undefined || others.length > 0) return null;
  const [part, x = 'none', y = 'none'] = one;
  return { remedy: `Correct the ${part} of the address`, what: `only the ${part} differs (${x}, expected ${y})` };
}

/** One text begins or ends with the other. */
function ends({ a, e }: Sides): Difference | null {
  if (a === e || a.length < 2 || e.length < 2 || NUMBER.test(a) || NUMBER.test(e)) return null;
  const cut = a.replace(/(?:\.\.\.|…)$/, '');
  if (cut !== a && cut !== '' && e !== cut && e.startsWith(cut))
    return { remedy: 'Raise the length at which the text is cut', what: `it is cut after ${cut.length} characters` };
  const part = (text: string): string => `'${clip(text, 40)}'`;
  if (e.startsWith(a))
    return { remedy: `Add ${part(e.slice(a.length))} at the end`, what: 'only this part is missing' };
  if (e.endsWith(a))
    return { remedy: `Add ${part(e.slice(0, -a.length))} at the start`, what: 'only this part is missing' };
  if (a.startsWith(e))
    return { remedy: `Remove ${part(a.slice(e.length))} from the end`, what: 'only this part is extra' };
  if (a.endsWith(e))
    return { remedy: `Remove ${part(a.slice(0, -e.length))} from the start`, what: 'only this part is extra' };
  return null;
}

/** Two texts of several words of which one differs. */
function word({ a, e, file }: Sides): Difference | null {
  const [words, wanted] = [a.split(/\s+/), e.split(/\s+/)];
  if (words.length !== wanted.length || words.length < 2) return null;
  const differing = words.flatMap((each, at) => (each === wanted[at] ? [] : [at]));
  const [at] = differing;
  if (at === undefined || differing.length > 1) return null;
  const [x = '', y = ''] = [words[at], wanted[at]];
  const inner = differenceBetween(x, y, file);
  return inner ?? { remedy: `Correct '${clip(x, 40)}' to '${clip(y, 40)}'`, what: 'only this word differs' };
}

const READINGS: readonly Reading[] = [
  type,
  space,
  letters,
  padding,
  encoding,
  ({ a, e }) => differenceOfTimes(a, e),
  address,
  ({ a, e }) => differenceOfNumbers(a, e),
  ends,
  word,
];

/** In what two printed values differ; null when nothing more than the values can be named. */
export function differenceBetween(actual: string, expected: string, file: string): Difference | null {
  const sides: Sides = { a: unquoted(actual), e: unquoted(expected), actual, expected, file };
  for (const read of READINGS) {
    const found = read(sides);
    if (found !== null) return found;
  }
  return null;
}
