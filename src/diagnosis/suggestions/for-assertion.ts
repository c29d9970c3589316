import { judgedBy, type Judged } from '../wording/compared.js';
import { memberOf } from '../wording/pair.js';
import { clip, first, plainHeadline, sourceLine } from '../wording/sentence.js';
import type { Facts } from '../rules/rule.js';
import type { About } from './suggestion.js';
import { differentText, forBare, forPair } from './for-value.js';

type Step = (about: About, judged: Judged) => string;

/** Commands that store snapshots, by the runner or by its own words. */
const UPDATE: readonly (readonly [runner: RegExp, command: string])[] = [
  [/vitest|Snapshot `[^`]{1,160}` mismatched/, 'npx vitest -u'],
  [
    /playwright|toHaveScreenshot|toMatchAriaSnapshot|snapshot doesn't exist at/,
    'npx playwright test --update-snapshots',
  ],
  [/pytest|Snapshot '[^']{1,160}' does not exist/, 'pytest --snapshot-update'],
  [/jest|toMatch(?:Inline)?Snapshot/, 'npx jest -u'],
];

/** A stored value that differs or is missing, with the command that stores it. */
function snapshot({ runner, testWhere, rootCause, facts }: About, { pair }: Judged): string {
  const command = UPDATE.find(([known]) => known.test(runner === 'junit' || runner === '' ? facts.text : runner))?.[1];
  const how = command === undefined ? 'update the snapshot' : `update it with \`${command}\``;
  if (/^there is no stored snapshot/.test(rootCause))
    return `Commit the missing snapshot: ${how === 'update the snapshot' ? 'write it' : how.replace('update', 'write')} and check its content (${testWhere}).`;
  const what = pair === null ? 'Look at the difference' : `Check whether ${clip(pair.actual, 60)} is right`;
  return `${what}; if it is wanted, ${how} and commit it (${testWhere}), else correct the code that makes it.`;
}

const NOT_MOCKED = /^((?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \S{1,200}) is not mocked/;
const NEVER_MADE = /^the mocked request ((?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (\S{1,200})) was never made/;

/** A call that came and is not described, or is described and did not come. */
function mock({ rootCause, testWhere, facts }: About): string {
  const request = NOT_MOCKED.exec(rootCause)?.[1];
  if (request !== undefined)
    return `Register ${request} with the mock of ${testWhere}, or correct the address that the code asks for.`;
  const [, wanted, url = ''] = NEVER_MADE.exec(rootCause) ?? [];
  if (wanted !== undefined) {
    const asked = [...sourceLine(facts).matchAll(/["'](https?:\/\/[^"']{1,160})["']/g)].map(([, found = '']) => found);
    const other = asked.find((found) => found !== url);
    return other === undefined
      ? `Find why the code of ${testWhere} never sends ${wanted}, or remove it from the mock.`
      : `Correct one of the two addresses: ${testWhere} asks for ${other}, the mock describes ${url}.`;
  }
  const [, actual, expected] = /^(\S.{0,100}?) was called, expected (\S.{0,100})$/.exec(rootCause) ?? [];
  if (actual !== undefined)
    return `Change the code so that it calls ${expected ?? ''} and not ${actual}, or correct the expectation at ${testWhere}.`;
  return `Compare the call that the code makes with the one that the mock at ${testWhere} describes: address or name, arguments, number of calls.`;
}

const exception: Step = ({ rootCause, testWhere }) => {
  const [, actual, expected] = /^the error says (\S.{0,100}?), expected (\S.{0,80})$/.exec(rootCause) ?? [];
  if (actual !== undefined)
    return `Check the input before the code uses it and throw ${expected ?? ''}; another error, ${actual}, comes first (${testWhere}).`;
  const call = /^([\w.*()]{1,80}) returned no error/.exec(rootCause)?.[1];
  if (call !== undefined) return `Return an error from ${call} for the input of ${testWhere}: it accepts it now.`;
  return `Check that the code at ${testWhere} still refuses its input: nothing is thrown, so its check was removed or the input is valid now.`;
};

/** A redirect that came instead of an answer, most often to a log-in. */
function redirected(facts: Facts, what: string, code: string): string {
  const to = /\burl="([^"]{1,120})"|[Ll]ocation:? ["']?([^\s"']{1,120})/.exec(facts.text);
  const target = first(to?.[1] ?? '', to?.[2] ?? '');
  return /log.?in|sign.?in|auth/i.test(target)
    ? `Log the client in before ${what}: it is sent to ${target}.`
    : `Follow the redirect of ${what}${target === '' ? '' : ` to ${target}`}, or expect ${code}.`;
}

/** An answer with another status, by what the status means. */
function status(about: About, { pair, subject }: Judged): string {
  const { request, testWhere, facts } = about;
  const code = /[1-5]\d\d/.exec(pair?.actual ?? about.rootCause)?.[0] ?? '';
  const what = request === '' ? `the request of ${testWhere}` : `${request} (${testWhere})`;
  const wanted = pair?.expected ?? 'another status';
  if (/^30\d/.test(code)) return redirected(facts, what, code);
  if (code === '404')
    return `Check that the route of ${what} is registered and its record exists: the answer is 404, expected ${wanted}.`;
  if (/^4(?:00|22)$/.test(code))
    return `Print the body of the answer to ${what}: it names the field that was refused (${code}, expected ${wanted}).`;
  if (code.startsWith('5'))
    return `Read the stack trace that the server logged for ${what}: it failed with ${code}, expected ${wanted}.`;
  return `Print the body of the answer to ${what}: ${subject === '' ? 'its status' : subject} is ${code === '' ? 'another one' : code}, expected ${wanted}.`;
}

/** An element that has another text, value or number than expected. */
const web: Step = ({ testWhere, ask, rootCause }, { pair, subject }) => {
  const what = first(ask('locator'), subject, 'the element');
  if (/not found/i.test(rootCause)) return missingElement(first(locatorIn(rootCause), what), testWhere);
  if (/\bURL\b|https?:|data:/.test(rootCause) && pair !== null && /page/.test(subject))
    return `Find in the trace why the page is still at ${clip(pair.actual, 60)} before ${testWhere}: the log-in or click that should lead to ${clip(pair.expected, 60)} did not take effect.`;
  return pair === null
    ? `Open the trace or screenshot of ${testWhere}, and find what should have changed ${what}: ${clip(rootCause, 100)}.`
    : `Find where the page gets ${clip(pair.actual, 60)} for ${what}, expected ${clip(pair.expected, 60)} (trace or screenshot of ${testWhere}): its data, or an action that is missing.`;
};

const locatorIn = (text: string): string => /locator '([^']{1,120})'/.exec(text)?.[1] ?? '';

function missingElement(what: string, where: string): string {
  return `Open the page as the test sees it (${where}): nothing matches ${what}; correct the locator, or find why the page does not render it.`;
}

/** The items of a printed list, sorted; null for other values. */
function items(text: string): readonly string[] | null {
  const inner = /^\[(.{1,200})\]$/.exec(text.trim())?.[1];
  return inner === undefined || /[[\]{}…]|\.\.\./.test(inner) ? null : inner.split(',').map((item) => item.trim());
}

/** Two objects or lists, by the member or order that differs. */
const objects: Step = ({ testWhere, rootCause }, { pair, subject }) => {
  if (pair === null)
    return `Print both objects at ${testWhere} one member a line; follow the first that differs to where it is set.`;
  const member = memberOf(pair);
  const of = subject === '' ? 'the object' : subject;
  if (member)
    return `Find where \`${member.name}\` of ${of} gets ${member.actual} instead of ${member.expected}; if it is right, correct ${testWhere}.`;
  const property = /\bto have (?:own )?(?:property|key) (\S{1,60})/.exec(rootCause)?.[1];
  if (property !== undefined) return `Add the member ${property} where the object is built, or correct ${testWhere}.`;
  const [actual, expected] = [items(pair.actual), items(pair.expected)];
  if (actual !== null && expected !== null) {
    const sorted = (list: readonly string[]): string => [...list].sort().join();
    if (sorted(actual) === sorted(expected))
      return `Sort ${of} by the right key (numbers as numbers): it has the expected items in another order (${testWhere}).`;
    const extra = actual.filter((item) => !expected.includes(item));
    const missing = expected.filter((item) => !actual.includes(item));
    return `Find in what makes ${of} why ${[missing.length > 0 ? `${missing.slice(0, 3).join(', ')} is missing` : '', extra.length > 0 ? `${extra.slice(0, 3).join(', ')} is there` : ''].filter((part) => part !== '').join(' and ')} (${testWhere}).`;
  }
  return `Find where ${of} becomes ${clip(pair.actual, 60)} instead of ${clip(pair.expected, 60)}; if it is right, correct ${testWhere}.`;
};

const STEPS: Readonly<Record<string, Step>> = {
  snapshot,
  'snapshot-missing': snapshot,
  mock,
  'expected-exception': exception,
  'status-code': status,
  'element-not-found': ({ ask, testWhere }) => missingElement(first(ask('locator'), 'the element'), testWhere),
  'web-assertion': web,
  'object-diff': objects,
  'text-diff': ({ testWhere }, { pair }) =>
    pair === null ? `Compare both texts at ${testWhere} line by line.` : differentText(pair, testWhere),
  'unexpected-pass': ({ testWhere }) =>
    `Remove the mark that expects the failure (${testWhere}): the test passes now, so what it waited for is repaired.`,
};

const FOR_SENTENCE: readonly (readonly [sentence: RegExp, kind: string])[] = [
  [/ is not mocked$|^the mocked request .{1,240} was never made/, 'mock'],
  [/^nothing was thrown|^no promise was rejected/, 'expected-exception'],
  [/to have (?:response )?status code/, 'status-code'],
];

/** The next step for an expectation that does not hold, by what was compared. */
export function forAssertion(about: About): string {
  const judged = judgedBy(about.kind, about.facts, about.ask);
  const kind = FOR_SENTENCE.find(([sentence]) => sentence.test(about.rootCause))?.[1] ?? about.kind;
  const step = STEPS[kind];
  if (step) return step(about, judged);
  return judged.pair === null
    ? forBare(about, judged, plainHeadline(about.facts))
    : forPair(about, judged, judged.pair);
}
