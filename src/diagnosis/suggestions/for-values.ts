import type { Ask } from '../facts/entities.js';
import type { Comparison } from '../facts/comparison.js';

const number = (text: string): number =>
  /^-?\d[\d_.]*(?:e[+-]?\d+)?[fFdDL]?$/.test(text) ? Number.parseFloat(text.replaceAll('_', '')) : Number.NaN;

/** Two floats that only rounding keeps apart. */
function isRounding({ actual, expected }: Comparison): boolean {
  const [a, e] = [number(actual), number(expected)];
  return !Number.isNaN(a) && !Number.isNaN(e) && a !== e && Math.abs(a - e) <= 1e-6 * Math.max(1, Math.abs(a));
}

const EMPTY = /^(?:None|null|undefined|nil|NULL|''|""|\[\]|\{\}|0 elements?|<null>)$/;
const TEXT = /^["'`].{2,}/;

function forValue(pair: Comparison | null, where: string): string {
  if (pair === null) return `Print the parts of the condition at ${where} to see which one does not hold.`;
  if (isRounding(pair))
    return `Compare with a tolerance at ${where} (\`pytest.approx\`, \`toBeCloseTo\`, \`assertAlmostEqual\`): only rounding differs.`;
  if (EMPTY.test(pair.actual))
    return `Find out why nothing came back where ${where} expects ${pair.expected}: the call before it is where to look.`;
  if (/^(?:true|false|True|False)$/.test(pair.actual))
    return `Print the parts of the condition at ${where} to see which one does not hold.`;
  if (!Number.isNaN(number(pair.actual)) && !Number.isNaN(number(pair.expected)))
    return `Follow how the number at ${where} is computed; if ${pair.actual} is right, correct the test.`;
  if (TEXT.test(pair.actual))
    return `Compare both texts at ${where} (white space, case, time zone); if the new one is right, correct the test.`;
  return `See what changed in the value at ${where}; if the new one is right, correct the test.`;
}

interface Expectation {
  readonly where: string;
  readonly locator: string;
  readonly endpoint: string;
  readonly actual: string;
}

const snapshot = ({ where }: Expectation): string =>
  `Look at the difference; if it is wanted, update the snapshot and commit it (${where}).`;

const ASSERTIONS: Readonly<Record<string, (about: Expectation) => string>> = {
  snapshot,
  'snapshot-missing': snapshot,
  mock: ({ where }) =>
    `Compare the call that the code makes with the one that the mock at ${where} describes: address or name, arguments, number of calls.`,
  'expected-exception': ({ where }) =>
    `Check whether the code under test still raises what ${where} expects, or raises it before or after that line.`,
  'status-code': ({ where, endpoint, actual }) =>
    `Read what the server logged for ${endpoint === '' ? `the request at ${where}` : endpoint}; it answers ${actual} now.`,
  'element-not-found': ({ where, locator }) =>
    `Open the page as the test sees it (${where}): ${locator === '' ? 'the element' : locator} is not there; correct the locator or the page.`,
  'web-assertion': ({ where }) =>
    `Open the trace or screenshot of ${where}: the page shows something else than the test expects.`,
  'object-diff': ({ where }) =>
    `Only the named members differ at ${where}; follow them to where the object is built, or correct the test.`,
  'text-diff': ({ where }) => `Compare both texts at ${where} line by line; if the new one is right, correct the test.`,
  'unexpected-pass': () => 'Remove the mark that expects the failure: the test passes now.',
};

/** The next step for an expectation that does not hold, by what was compared. */
export function forAssertion(kind: string, ask: Ask, pair: Comparison | null, place: string): string {
  const where = place === '' ? 'the failing line' : place;
  const about = { where, locator: ask('locator'), endpoint: ask('endpoint'), actual: pair?.actual ?? 'another status' };
  return ASSERTIONS[kind]?.(about) ?? forValue(pair, where);
}

const DATA: Readonly<Record<string, (line: string, ask: Ask) => string>> = {
  'missing-file': (line, ask) =>
    `Commit or create ${ask('file') === '' ? 'the file' : ask('file')}, or make the path in ${line} independent of the working directory.`,
  'duplicate-key': (line, ask) =>
    `Use fresh data or clean up: a record for ${ask('constraint') === '' ? 'the key' : ask('constraint')} is left from an earlier test (${line}).`,
  'missing-column': (line) => `Run the migrations against the database of the tests before ${line}.`,
  'missing-table': (line) => `Run the migrations against the database of the tests before ${line}.`,
  'missing-database': (line) => `Create the database of the tests before ${line}.`,
  'null-deref': (line, ask) =>
    `Look at ${line}: the value before ${ask('key') === '' ? 'the access' : `'${ask('key')}'`} is missing; check where it is loaded.`,
  'parse-error': (line) =>
    `Print what is parsed at ${line}: it has another form than expected (an error page instead of JSON is common).`,
  'missing-key': (line, ask) =>
    ask('key') === ''
      ? `Print what ${line} looks in: it has no such entry; create the record or element first, or handle its absence.`
      : `Print the keys of what ${line} reads: '${ask('key')}' is not among them; add it to the data, or use a default.`,
  'not-found': (line) => `Create the record before ${line} asks for it, or correct its id or address.`,
  schema: (line) =>
    `Compare the document at ${line} with its schema: the named fields are missing or have another type.`,
  validation: (line) => `Send what the validation asks for in the request at ${line}: the answer names the field.`,
  encoding: (line) => `Name the encoding where ${line} reads the text, or store the file as UTF-8.`,
  'foreign-key': (line) => `Create the record that is referred to before ${line} inserts its child.`,
  constraint: (line) => `Give the column a value that its constraint allows (${line}).`,
  'bad-argument': (line) => `Look at the argument that ${line} passes; the function refuses it by name in the message.`,
  'db-error': (line) => `Run the statement of ${line} by hand: the database names the part that it refuses.`,
};

/** The next step for data that is missing or has another form. */
export function forData(kind: string, ask: Ask, where: string): string {
  const line = where === '' ? 'the failing line' : where;
  return (
    DATA[kind]?.(line, ask) ?? `Print the data that ${line} works on, and compare it with what the fixtures provide.`
  );
}
