import { linesAbove, typedLine } from '../source/test-lines.js';
import { type Comparison, statusCompared } from '../facts/comparison.js';
import { judgedBy, type Judged } from '../wording/compared.js';
import { ABSENT, type Member } from '../facts/members.js';
import { errorAnswer, isUnawaited, memberOf, othersInWords } from '../wording/pair.js';
import { clip, first, plainHeadline } from '../wording/sentence.js';
import type { Facts } from '../rules/rule.js';
import type { About } from './suggestion.js';
import { forCount } from './assertions/counted.js';
import { writtenInTest } from './assertions/written-in-test.js';
import { missingOnOwnPage } from './for-browser.js';
import { forException, forMock } from './for-mock.js';
import { forStatus } from './for-status.js';
import { differentText, forBare, forPair, MEMBERSHIP } from './for-value.js';

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
  const image = /Snapshot: (\S{1,100}\.png)|toHaveScreenshot\(['"]?([^'")\s]{1,100}\.png)/.exec(facts.text);
  const name = first(image?.[1] ?? '', image?.[2] ?? '');
  const difference =
    name === ''
      ? 'Look at the difference'
      : `Compare ${name.replace(/\.png$/, '-diff.png')} with ${name} in the test results`;
  const what = pair === null ? difference : `Check whether ${clip(pair.actual, 60)} is right`;
  return `${what}; if it is wanted, ${how} and commit it (${testWhere}), else correct the code that makes it.`;
}

/** Where the page can be seen as the test saw it, by its library. */
const seenIn = (facts: Facts): string =>
  /testing-library|jest-dom|jsdom|Ignored nodes/.test(facts.text) ? '`screen.debug()`' : 'trace or screenshot';

/** A field that holds what the test itself typed; empty for other values. */
function typedByTest({ facts, place, testWhere }: About, what: string, pair: Comparison): string {
  const typed = typedLine(pair.actual.replace(/^["'`](.*)["'`]$/, '$1'), linesAbove(facts, place));
  return typed === null || place === null
    ? ''
    : `Correct one of the two lines of the test: ${place.file}:${typed.number} writes ${clip(pair.actual, 60)} into ${what}, and ${testWhere} expects ${clip(pair.expected, 60)}.`;
}

/** States of an element that a test may wait for in vain. */
const STATE = /^(?:hidden|visible|enabled|disabled|checked|unchecked|editable|focused|attached|detached|empty)$/;

/** An element that has another text, value or number than expected. */
const web: Step = (about, { pair, subject }) => {
  const { testWhere, ask, rootCause, facts } = about;
  const what = first(ask('locator'), subject, 'the element');
  const seen = `${seenIn(facts)} of ${testWhere}`;
  if (/not found/i.test(rootCause)) return missingElement(first(locatorIn(rootCause), what), about);
  const typed = pair === null ? '' : typedByTest(about, what, pair);
  if (typed !== '') return typed;
  if (pair !== null && STATE.test(pair.actual))
    return `Do what makes ${what} ${pair.expected} before ${testWhere} (an action or a condition that the page waits for), or correct the page: it stays ${pair.actual} (${seen}).`;
  if (pair !== null && /^\d+$/.test(pair.actual) && /^\d+$/.test(pair.expected))
    return `Find why the page shows ${pair.actual} of ${what}, expected ${pair.expected} (${seen}): the data that it loads, a filter, or a locator that fits ${Number(pair.actual) > Number(pair.expected) ? 'too much' : 'too little'}.`;
  if (/\bURL\b|https?:|data:/.test(rootCause) && pair !== null && /page/.test(subject))
    return `Find in the trace why the page is still at ${clip(pair.actual, 60)} before ${testWhere}: the log-in or click that should lead to ${clip(pair.expected, 60)} did not take effect.`;
  const element = /^expected (.{1,100}?) (to have \w{1,30}) (.{1,80}), got (.{1,80})$/.exec(rootCause);
  if (element)
    return `Find what should give ${element[1] ?? ''} the expected ${(element[2] ?? '').replace('to have ', '')} ${element[3] ?? ''} (${seen}): it has ${element[4] ?? ''}.`;
  return pair === null
    ? `Look at ${seen}, and find what should have changed ${what}: ${clip(rootCause, 100)}.`
    : `Find where the page gets ${clip(pair.actual, 60)} for ${what}, expected ${clip(pair.expected, 60)} (${seen}): its data, or an action that is missing.`;
};

const locatorIn = (text: string): string => /locator '([^']{1,120})'/.exec(text)?.[1] ?? '';

function missingElement(what: string, about: About): string {
  const own = missingOnOwnPage(about, what);
  const { testWhere: where } = about;
  return own !== ''
    ? own
    : `Open the page as the test sees it (${where}): nothing matches ${what}; correct the locator, or find why the page does not render it.`;
}

/** The items of a printed list, sorted; null for other values. */
function items(text: string): readonly string[] | null {
  const inner = /^\[(.{1,200})\]$/.exec(text.trim())?.[1];
  return inner === undefined || /[[\]{}…]|\.\.\./.test(inner) ? null : inner.split(',').map((item) => item.trim());
}

/** The step for one member: from where it comes, or why it is missing. */
function memberStep({ name, actual, expected }: Member, of: string): string {
  if (actual === ABSENT) return `Find why ${of} has no \`${name}\`, expected ${expected}`;
  return expected === ABSENT
    ? `Find what adds \`${name}\` (${actual}) to ${of}`
    : `Find where \`${name}\` of ${of} gets ${actual} instead of ${expected}`;
}

/** The step for the members that differ: the first, with the names of the others. */
function ofMembers([member, ...others]: readonly Member[], of: string, where: string): string {
  if (member === undefined) return '';
  const also = othersInWords(others);
  return `${memberStep(member, of)}${also === '' ? '' : ` (${also})`}; if it is right, correct ${where}.`;
}

/** Two objects or lists, by the member or order that differs. */
const objects: Step = (about, judged) => {
  const { testWhere, rootCause } = about;
  const { pair, subject, members } = judged;
  const of = subject === '' ? 'the object' : subject;
  const error = pair === null ? '' : errorAnswer(pair);
  if (error !== '')
    return `Find why ${about.request === '' ? of : `${about.request}, whose answer is ${of},`} is an error before ${testWhere} compares it: ${clip(error, 100)}.`;
  if (members.length > 0) return ofMembers(members, of, testWhere);
  if (pair !== null && MEMBERSHIP.test(pair.relation)) return forPair(about, judged, pair);
  if (pair === null)
    return `Print both objects at ${testWhere} one member a line; follow the first that differs to where it is set.`;
  if (/ in a part that the report leaves out/.test(rootCause))
    return `Compare the members of ${of} one by one at ${testWhere}, or run this test alone and read its diff: the report shows only the first of them, and these are equal.`;
  const member = memberOf(pair);
  if (member) return ofMembers([member], of, testWhere);
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

const NO_FILE =
  /open (\S{1,160}): no such file|No such file or directory: '?([^\s']{1,160})|(\S{1,160}) does not exist/;

/** An error that is not the expected one. */
function errorText(about: About): string {
  const { rootCause, testWhere } = about;
  const [, actual = '', expected = ''] =
    /^the error (?:is|says) (".{1,160}?"), expected (.{1,120})$/.exec(rootCause) ?? [];
  const missing = NO_FILE.exec(actual);
  if (missing && /permission|denied|EACCES/i.test(expected)) {
    const file = first(missing[1] ?? '', missing[2] ?? '', missing[3] ?? '');
    return `Probe a file that exists and may not be read at ${testWhere}: ${file} does not exist, so its rights are never checked.`;
  }
  if (rootCause.startsWith('the error says')) return forException(about);
  return `Find where the code returns ${actual} before ${testWhere} is reached, or expect this error there (now ${expected}).`;
}

/** Marks of tests that are expected to fail, by the words or files of the runners. */
const MARKS: readonly (readonly [shown: RegExp, mark: string])[] = [
  [/XPASS/, '`@pytest.mark.xfail`'],
  [/Unexpected success/i, '`@unittest.expectedFailure`'],
  [/pending/, '`pending`'],
  [/\.fails|toFail/, '`test.fails`'],
  [/Expected to fail, but passed/, '`test.fail()`'],
];

/** A test that passes although it is marked as failing, with the ticket that its reason names. */
function unexpectedPass({ rootCause, testWhere, name, facts }: About): string {
  const mark = MARKS.find(([shown]) => shown.test(facts.text))?.[1] ?? 'the mark that expects the failure';
  const reason = / passed: (.{1,100})$/.exec(rootCause)?.[1] ?? '';
  const ticket = /(?:bug|issue|ticket|GH-?|#) ?#?\d+|\b[A-Z]{2,10}-\d+\b/i.exec(reason)?.[0] ?? '';
  const own = (name.split(/::| › /).at(-1) ?? '').replace(/["'`]/g, '');
  const where = testWhere.startsWith('the test') || own === '' ? testWhere : `'${clip(own, 80)}' (${testWhere})`;
  const close = ticket === '' ? '' : `, and close ${ticket} if the repair is meant`;
  return `Remove ${mark}${reason === '' ? '' : ` (reason: ${reason})`} from ${where}${close}: the test passes now.`;
}

/** A call whose result is compared before it is awaited. */
function forUnawaited({ testWhere, facts }: About, { code }: Judged): string {
  const call = code === '' ? 'the call' : `\`${code}\``;
  const isPython = /coroutine/.test(facts.text);
  return `Await ${call} at ${testWhere} (${isPython ? 'in an `async def` test with a plugin such as pytest-asyncio, or through `asyncio.run`' : '`await`, or `.resolves`, in an `async` test'}): the test compares the ${isPython ? 'coroutine' : 'promise'} and not its result.`;
}

const STEPS: Readonly<Record<string, Step>> = {
  snapshot,
  'snapshot-missing': snapshot,
  mock: forMock,
  'expected-exception': forException,
  'status-code': forStatus,
  'element-not-found': (about) => missingElement(first(about.ask('locator'), 'the element'), about),
  'web-assertion': web,
  'object-diff': objects,
  'text-diff': ({ testWhere }, { pair }) =>
    pair === null ? `Compare both texts at ${testWhere} line by line.` : differentText(pair, testWhere),
  'unexpected-pass': unexpectedPass,
  'error-text': errorText,
  contract: ({ rootCause, testWhere }) =>
    `Let the provider answer as the contract of ${testWhere} asks (${clip(rootCause, 120)}), or change the contract on the consumer's side.`,
};

const FOR_SENTENCE: readonly (readonly [sentence: RegExp, kind: string])[] = [
  [/ is not mocked$|^the mocked request .{1,240} was never made/, 'mock'],
  [
    /^nothing was thrown|^the promise resolved, expected|^the exception says |^no \S{1,80} was (?:raised|emitted)$/,
    'expected-exception',
  ],
  [/to have (?:response )?status code|^(?:[A-Z]{3,7} )?\S{1,200} answered \d{3}\b/, 'status-code'],
  [/^\$\S{0,80} -> /, 'contract'],
  [/^the error (?:is|says) ".{1,160}?", expected /, 'error-text'],
];

/** The next step for an expectation that does not hold, by what was compared. */
export function forAssertion(about: About): string {
  const judged = judgedBy(about.kind, about.facts, about.ask);
  const isStatus = /(?:status|code)(?:_?code)?(?:\(\))?$/i.test(judged.code) && statusCompared(judged.pair) !== null;
  const said = FOR_SENTENCE.find(([sentence]) => sentence.test(about.rootCause))?.[1];
  const kind = said ?? (isStatus ? 'status-code' : about.kind);
  const isValue = STEPS[kind] === undefined || /^(?:object|text)-diff$/.test(kind);
  const special = isValue ? first(writtenInTest(about, judged), forCount(about, judged)) : '';
  if (judged.pair !== null && isUnawaited(judged.pair)) return forUnawaited(about, judged);
  if (special !== '') return special;
  const step = STEPS[kind];
  if (step) return step(about, judged);
  return judged.pair === null
    ? forBare(about, judged, plainHeadline(about.facts))
    : forPair(about, judged, judged.pair);
}
