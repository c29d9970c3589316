import type { Comparison } from '../facts/comparison.js';
import type { Judged } from '../wording/compared.js';
import { clip, sourceLine } from '../wording/sentence.js';
import { type ByLanguage, inLanguage } from '../source/language.js';
import { writtenToStderr } from '../facts/captured-output.js';
import type { About } from './suggestion.js';
import { differenceBetween } from './assertions/difference.js';

const number = (text: string): number =>
  /^-?\d[\d_.]*(?:e[+-]?\d+)?[fFdDL]?$/.test(text) ? Number.parseFloat(text.replaceAll('_', '')) : Number.NaN;

/** pytest prints the operands of a sum that it compares. */
export const ARITHMETIC = /^\(?\d[\d.]{0,20}(?: [-+*/] \d[\d.]{0,20}){1,4}\)?$/;

/** Two floats that only rounding keeps apart. */
function isRounding({ actual, expected }: Comparison): boolean {
  const [a, e] = [number(actual), number(expected)];
  if (!Number.isNaN(e) && ARITHMETIC.test(actual) && actual.includes('.')) return true;
  if (Number.isInteger(a) && Number.isInteger(e)) return false;
  return !Number.isNaN(a) && !Number.isNaN(e) && a !== e && Math.abs(a - e) <= 1e-6 * Math.max(1, Math.abs(a));
}

/** How each language compares with a tolerance. */
const DELTA = 'the `delta` of `assertEquals`, or `isCloseTo`';
const TOLERANT: ByLanguage = {
  python: '`pytest.approx` or `assertAlmostEqual`',
  javascript: '`toBeCloseTo`',
  java: DELTA,
  kotlin: DELTA,
  scala: DELTA,
  ruby: '`be_within(delta).of`',
  go: '`assert.InDelta`',
  rust: 'a check of `(a - b).abs()`',
  csharp: 'the `precision` of `Assert.Equal`',
  php: '`assertEqualsWithDelta`',
  cpp: '`EXPECT_NEAR`',
};

const EMPTY = /^(?:None|null|undefined|nil|NULL|''|""|\[\]|\{\}|0 elements?|<null>)$/;
const TRUTH = /^(?:true|false)$/i;
const EXIT = /return_?code|exit_?(?:code|status)|\$\?|\bstatus\.code\(\)/i;
const CALL = /\w\(.{0,100}\)$/;

/** Two values of a thing, by the way in which they differ. */
export function differentText(
  { actual, expected }: Comparison,
  where: string,
  thing = 'the compared value',
  shown = [clip(actual, 60), clip(expected, 60)],
): string {
  const found = differenceBetween(actual, expected, where);
  const [a = '', e = ''] = shown;
  return found === null
    ? `Decide which value is right at ${where}: ${thing} is ${a}, expected ${e}; correct the code that builds it, or the expectation.`
    : `${found.remedy} where the code builds ${thing}, or correct ${where}: it is ${a}, expected ${e}; ${found.what}.`;
}

/** What a step for two values is made of. */
interface Pair {
  readonly about: About;
  readonly pair: Comparison;
  readonly subject: string;
  readonly code: string;
  readonly where: string;
  /** Both values cut to a length that a sentence can hold; an order stands before the expected one. */
  readonly actual: string;
  readonly expected: string;
  /** What the test itself calls the value. */
  readonly label: string;
}

function ofProgram({ about, where, actual, expected }: Pair): string {
  const text = writtenToStderr(about.facts);
  return text === ''
    ? `Read the error output of the program that ${where} runs: it ended with status ${actual}, expected ${expected}.`
    : `Fix the error "${text}" of the program that ${where} runs (it ends with status ${actual}), or expect this status.`;
}

function ofMember({ pair, subject, where }: Pair): string {
  const isNot = /^not |not to /.test(pair.relation);
  const isPython = /^(?:not )?in$/.test(pair.relation);
  const [part, whole] = isPython ? [pair.actual, pair.expected] : [pair.expected, pair.actual];
  const name = subject === '' ? clip(whole, 60) : `${subject} (${clip(whole, 60)})`;
  return isNot
    ? `Find the code that puts ${clip(part, 60)} into ${name}; if it belongs there, correct ${where}.`
    : `Find out why ${name} does not contain ${clip(part, 60)}: the code that builds it leaves it out; if that is intended, correct ${where}.`;
}

const DOCKER = /org\.testcontainers|\bRyuk\b|docker container/i;

/** Testcontainers checks the Docker host with assertions of its own. */
function ofDocker(where: string): string {
  return `Let the job reach the ports of the Docker host (set \`DOCKER_HOST\`, and \`TESTCONTAINERS_HOST_OVERRIDE\` where the job runs in a container): the check that Testcontainers makes before ${where} fails, not a value of the product.`;
}

const CONNECTION = /Connection refused|ECONNREFUSED|Connection reset|timed out/;
export const MEMBERSHIP = /^(?:not )?in$|^(?:not )?(?:to )?(?:contains?|includes?)\b/;

/** The first that holds decides. */
const PAIR_STEPS: readonly (readonly [holds: (pair: Pair) => boolean, step: (pair: Pair) => string])[] = [
  [
    ({ pair }) => /^(?:\w{1,40}\.)?Err[A-Z]\w{1,60}$/.test(pair.expected),
    ({ where, actual, expected }) =>
      /^<?nil>?$/.test(actual)
        ? `Return ${expected} for the input of ${where}: the code returns no error.`
        : `Return ${expected} where the code makes the error "${actual.replaceAll('"', "'")}", or wrap it with \`%w\`, so that \`errors.Is\` at ${where} finds it.`,
  ],
  [
    ({ pair }) => isRounding(pair),
    ({ where, actual, expected }) =>
      `Compare with a tolerance at ${where}${inLanguage(TOLERANT, where)}: only rounding keeps ${actual} and ${expected} apart.`,
  ],
  [({ code }) => EXIT.test(code), ofProgram],
  [
    ({ pair }) => CONNECTION.test(pair.actual),
    ({ about, where, actual }) =>
      DOCKER.test(about.facts.text)
        ? ofDocker(where)
        : `Start the service that ${where} connects to and wait for its port before the comparison: the value is the error of a connection, ${actual}.`,
  ],
  [
    ({ pair }) => /^(?:!=|is not)$/.test(pair.relation),
    ({ subject, where, actual }) =>
      `Find out why ${subject === '' ? 'the value' : subject} is still ${actual}, the value that ${where} refuses: the step that should change it has no effect.`,
  ],
  [({ pair }) => MEMBERSHIP.test(pair.relation), ofMember],
  [
    ({ pair, subject }) => EMPTY.test(pair.actual) && subject !== '',
    ({ subject, where, actual, expected }) =>
      `Find out why ${subject} is ${actual} (${where} expects ${expected}): the step that should set or return it does not.`,
  ],
  [
    ({ pair, code }) => TRUTH.test(pair.actual) && code !== '',
    ({ code, where, actual, expected }) =>
      `Find out why \`${code}\` is ${actual} at ${where}, expected ${expected}: check the state that it reads.`,
  ],
  [
    ({ code }) => /\b(?:info|testInfo|result)\.(?:retry|retries|attempt)\b/.test(code),
    ({ code, where, actual, expected }) =>
      `Remove the check of \`${code}\` at ${where}, and fix the reason why the test needs a retry: it is the number of the attempt (${actual}, expected ${expected}).`,
  ],
  [
    ({ label }) => label.startsWith('JSON path '),
    ({ about, label, where, actual, expected }) =>
      `Correct the value at ${label.replace('JSON path ', '')} in the answer${about.request === '' ? '' : ` to ${about.request}`}, or the expectation at ${where}: it is ${actual}, expected ${expected}.`,
  ],
  [(made) => passedIn(made) !== '', ofArgument],
  [({ subject }) => subject === '', (made) => differentText(made.pair, made.where, thingOf(made), shownOf(made))],
  [
    (made) => differenceBetween(made.pair.actual, made.pair.expected, made.where) !== null && isEqual(made.pair),
    (made) => differentText(made.pair, made.where, thingOf(made), shownOf(made)),
  ],
  [
    ({ code, subject }) => (CALL.test(code) && !code.includes('`')) || CALL.test(subject),
    ({ code, subject, where, actual, expected }) =>
      `Decide which side is right: \`${(code === '' ? subject : code).replaceAll('`', '')}\` returns ${actual}, ${where} expects ${expected}; correct the body of ${calledIn(code === '' ? subject : code)}, or this expectation.`,
  ],
];

/** The number that the call takes from the test and that the actual value shows; empty when there is none. */
function passedIn({ code, pair }: Pair): string {
  if (!CALL.test(code) || code.includes('`')) return '';
  const numbersIn = (text: string): readonly string[] => text.match(/(?<![\w.])\d{1,12}(?:\.\d{1,9})?(?![\w.])/g) ?? [];
  const [, given = ''] = /\((.{1,100})\)$/.exec(code) ?? [];
  const shown = numbersIn(pair.actual).filter((text) => !numbersIn(pair.expected).includes(text));
  const [only = '', ...others] = shown.length === 1 ? shown : [];
  if (others.length > 0 || !/^["'`]/.test(pair.actual)) return '';
  return numbersIn(given).find((text) => only !== '' && Number(text) === Number(only)) ?? '';
}

function ofArgument(made: Pair): string {
  const { code, where, actual, expected } = made;
  return `Correct the argument ${passedIn(made)} or the expectation at ${where}: the test itself passes it to ${calledIn(code)}, which turns it into ${actual}, expected ${expected}.`;
}

const isEqual = ({ relation }: Comparison): boolean =>
  /^(?:==|===|=|equals?|to (?:\w{1,8} )?(?:equal|eql|be))$/.test(relation);
const shownOf = ({ actual, expected }: Pair): string[] => [actual, expected];

const thingOf = ({ label, subject }: Pair): string =>
  label === '' ? (subject === '' ? 'the compared value' : subject) : `the ${label}`;

/** `charge` of `self.gate.charge("truck", 4)`. */
function calledIn(code: string): string {
  const name = /(\w{1,60}[?!]?)\([^()]{0,100}\)`?$/.exec(code)?.[1];
  return name === undefined ? 'the function that it calls' : `\`${name}\``;
}

const ORDER = /^(?:[<>]=?|(?:be )?(?:greater|less|above|below|at least|at most|within)\b.{0,30})$/;

/** The step for a value that is printed with the one that was expected. */
export function forPair(about: About, { subject, code }: Judged, pair: Comparison): string {
  const { testWhere: where } = about;
  const label = (/^(.{2,100}?): got /.exec(about.rootCause)?.[1] ?? '').replace(/^the /i, '').replaceAll('`', "'");
  const order = ORDER.test(pair.relation) ? `${pair.relation} ` : '';
  const [actual, expected] = [clip(pair.actual, 60), clip(order + pair.expected, 60)];
  const made: Pair = { about, pair, subject, code, where, actual, expected, label };
  const [, step] = PAIR_STEPS.find(([holds]) => holds(made)) ?? [];
  const others = / (also .{1,120})$/.exec(about.rootCause)?.[1] ?? '';
  const advice =
    step?.(made) ??
    `Decide which side is right: ${subject} is ${actual}, ${where} expects ${expected}; correct the code that sets ${subject}, or this expectation.`;
  return others === '' ? advice : advice.replace(/\.$/, ` (${others}).`);
}

/** Conditions that a framework answers with true or false, each with what says why. */
function ofFramework({ testWhere: where, request, rootCause }: About, code: string): string {
  const [, queries = '', wanted = ''] = /^(\d+) database queries were made, expected (\d+)/.exec(rootCause) ?? [];
  if (queries !== '')
    return Number(queries) > Number(wanted)
      ? `Load in one query the rows that the code reads one by one (\`select_related\`, \`prefetch_related\`): ${queries} queries are made inside of ${where}, expected ${wanted}; the message lists them.`
      : `Correct the number at ${where}: only ${queries} queries are made, expected ${wanted}.`;
  const missing = /^the answer does not contain '(.{1,120}?)'/.exec(rootCause)?.[1];
  if (missing !== undefined)
    return `Correct the code that renders the answer${request === '' ? '' : ` to ${request}`}, or the text '${missing}' at ${where}: compare it with the body in the message.`;
  if (/\.is_valid\(\)$|\.valid\?$/.test(code))
    return `Print \`${code.replace(/\.is_valid\(\)$|\.valid\?$/, '.errors')}\` at ${where}: it names the fields that are refused; correct the data of the test or the rule of the field.`;
  if (/\.login\(.{0,120}\)$/.test(code))
    return `Log in at ${where} with the password that the set-up gave the user (\`create_user\` hashes it; a plain \`password=\` of \`create\` does not), and check that the user is active.`;
  if (/\.ok(?:\(\))?$/.test(code) && request !== '')
    return `Print status and body of the answer to ${request} (${where}): \`${code}\` is false for every status outside of 200 to 299.`;
  return '';
}

/** The step for a condition that prints no values. */
export function forBare(about: About, { code }: Judged, headline: string): string {
  const { testWhere: where } = about;
  const framework = ofFramework(about, code);
  if (framework !== '') return framework;
  const line = sourceLine(about.facts);
  const shown = `${line} ${headline}`;
  if (/\bassert (?:0|False|false)\b|\bassert!\(false\)|assertTrue\(false\)|\bfail\(\)/.test(shown))
    return `Replace the assertion at ${where} by a check of a value: it fails on purpose, whatever the code does.`;
  const named = code === '' ? '' : code.replaceAll('`', '');
  if (/\s(?:and|or|&&|\|\|)\s/.test(named))
    return `Assert each part of \`${named}\` on a line of its own at ${where}, to see which one does not hold.`;
  const cause = clip(about.rootCause, 100).replaceAll('`', "'").replace(/[.:]$/, '');
  if (named !== '') return `Print \`${named}\` at ${where} and follow it to where it is set: ${cause}.`;
  return `Find out why at ${where}: ${cause}; if that is intended, correct the test.`;
}
