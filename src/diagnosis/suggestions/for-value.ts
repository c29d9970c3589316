import type { Comparison } from '../facts/comparison.js';
import type { Judged } from '../wording/compared.js';
import { clip, sourceLine } from '../wording/sentence.js';
import { writtenToStderr } from '../facts/captured-output.js';
import type { About } from './suggestion.js';

const number = (text: string): number =>
  /^-?\d[\d_.]*(?:e[+-]?\d+)?[fFdDL]?$/.test(text) ? Number.parseFloat(text.replaceAll('_', '')) : Number.NaN;

/** Two floats that only rounding keeps apart. */
function isRounding({ actual, expected }: Comparison): boolean {
  const [a, e] = [number(actual), number(expected)];
  return !Number.isNaN(a) && !Number.isNaN(e) && a !== e && Math.abs(a - e) <= 1e-6 * Math.max(1, Math.abs(a));
}

/** How each language compares with a tolerance, by the file of the test. */
const TOLERANT: readonly (readonly [file: RegExp, way: string])[] = [
  [/\.py\b/, '`pytest.approx` or `assertAlmostEqual`'],
  [/\.[cm]?[jt]sx?\b/, '`toBeCloseTo`'],
  [/\.(?:java|kt|scala|groovy)\b/, 'the `delta` of `assertEquals`, or `isCloseTo`'],
  [/\.rb\b/, '`be_within(delta).of`'],
  [/\.go\b/, '`assert.InDelta`'],
  [/\.rs\b/, 'a check of `(a - b).abs()`'],
  [/\.cs\b/, 'the `precision` of `Assert.Equal`'],
  [/\.php\b/, '`assertEqualsWithDelta`'],
  [/\.(?:cc|cpp|cxx)\b/, '`EXPECT_NEAR`'],
];

const EMPTY = /^(?:None|null|undefined|nil|NULL|''|""|\[\]|\{\}|0 elements?|<null>)$/;
const TRUTH = /^(?:true|false)$/i;
const EXIT = /return_?code|exit_?(?:code|status)|\$\?|\bstatus\.code\(\)/i;
const CALL = /\w\(.{0,100}\)$/;

function tolerance(where: string): string {
  const way = TOLERANT.find(([file]) => file.test(where))?.[1];
  return way === undefined ? '' : ` (${way})`;
}

const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Two texts, by the way in which they differ. */
export function differentText({ actual, expected }: Comparison, where: string): string {
  const plain = (text: string): string => text.replace(/^["'`]|["'`]$/g, '');
  const [a, e] = [plain(actual), plain(expected)];
  const fold = (text: string): string => text.replace(/\s+|\\[nrt]/g, '');
  if (a !== e && fold(a) === fold(e)) return `Correct the white space or line ends: only these differ at ${where}.`;
  if (a !== e && a.toLowerCase() === e.toLowerCase())
    return `Correct upper and lower case: only these differ at ${where}.`;
  if (TIME.test(a) && TIME.test(e))
    return `Set the time zone explicitly where ${clip(a, 40)} is computed (or \`TZ\` for the suite): ${where} expects ${clip(e, 40)}.`;
  return `Find where the code makes ${clip(actual, 60)} instead of ${clip(expected, 60)} for ${where}; if it is right, correct the test.`;
}

/** The step for a value that is printed with the one that was expected. */
export function forPair(about: About, { subject, code }: Judged, pair: Comparison): string {
  const { testWhere: where } = about;
  const [actual, expected] = [clip(pair.actual, 60), clip(pair.expected, 60)];
  if (isRounding(pair))
    return `Compare with a tolerance at ${where}${tolerance(where)}: only rounding keeps ${actual} and ${expected} apart.`;
  if (EXIT.test(code)) {
    const text = writtenToStderr(about.facts);
    return text === ''
      ? `Read the error output of the program that ${where} runs: it ended with status ${actual}, expected ${expected}.`
      : `Correct what makes the program that ${where} runs write "${text}" and end with status ${actual}, or expect this status.`;
  }
  if (/Connection refused|ECONNREFUSED|Connection reset|timed out/.test(pair.actual))
    return `Start the service that ${where} connects to and wait for its port before the comparison: the value is the error of a connection, ${actual}.`;
  if (EMPTY.test(pair.actual) && subject !== '')
    return `Find why ${subject} is ${actual} (${where} expects ${expected}): the step that should set or return it does not.`;
  if (TRUTH.test(pair.actual) && code !== '')
    return `Find what makes \`${code}\` ${actual} at ${where}, expected ${expected}: check the state that it reads.`;
  if (/^(?:not )?in$/.test(pair.relation) || /^to (?:contain|include|match)/.test(pair.relation))
    return `Find in the code that makes ${actual} why it does not agree with ${expected}; if it is right, correct ${where}.`;
  const label = /^(.{2,100}?): got /.exec(about.rootCause)?.[1] ?? '';
  if (subject === '' && label !== '')
    return `Find where the ${label.replace(/^the /i, '').replaceAll('`', "'")} becomes ${actual} instead of ${expected} (${where}); if ${actual} is right now, correct the test.`;
  if (subject === '') return differentText(pair, where);
  if (CALL.test(code) && !code.includes('`'))
    return `Follow \`${code}\` (${where}) to where it makes ${actual} instead of ${expected}; if ${actual} is right now, correct the test.`;
  return `Find where ${subject} gets ${actual} before ${where}, which expects ${expected}; if ${actual} is right now, correct the test.`;
}

/** The step for a condition that prints no values. */
export function forBare(about: About, { code }: Judged, headline: string): string {
  const { testWhere: where } = about;
  const line = sourceLine(about.facts);
  const shown = `${line} ${headline}`;
  if (/\bassert (?:0|False|false)\b|\bassert!\(false\)|assertTrue\(false\)|\bfail\(\)/.test(shown))
    return `Replace the assertion at ${where} by a check of a value: it fails on purpose, whatever the code does.`;
  const named = code === '' ? '' : code.replaceAll('`', '');
  if (/\s(?:and|or|&&|\|\|)\s/.test(named))
    return `Assert each part of \`${named}\` on a line of its own at ${where}, to see which one does not hold.`;
  if (named !== '')
    return `Find what \`${named}\` is computed from at ${where}, and print it in the message of the assertion: the condition does not hold.`;
  const told = clip(about.rootCause, 100).replaceAll('`', "'");
  return `Follow at ${where} how it comes that ${told.replace(/\.$/, '')}; if it is right, correct the test.`;
}
