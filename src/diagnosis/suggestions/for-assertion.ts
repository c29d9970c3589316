import { statusCompared } from '../facts/comparison.js';
import { clockLine, linesAbove } from '../source/test-lines.js';
import { judgedBy, type Judged } from '../wording/compared.js';
import { isUnawaited } from '../wording/pair.js';
import { clip, first, plainHeadline } from '../wording/sentence.js';
import type { About } from './suggestion.js';
import { forCount } from './assertions/counted.js';
import { writtenInTest } from './assertions/written-in-test.js';
import { forException, forMock } from './for-mock.js';
import { forObjects } from './assertions/objects.js';
import { forWeb, missingElement } from './for-page.js';
import { forStatus } from './for-status.js';
import { ARITHMETIC, differentText, forBare, forPair, MEMBERSHIP } from './for-value.js';

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
  return `${what}; if it is wanted, ${how} and commit it (${testWhere}), otherwise correct the code that produces it.`;
}

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

const DATED = /\d{4}[-/, ]{1,2}\d{1,2}[-/, ]{1,2}\d{1,2}|\d{1,2}:\d{2}/;

/** A date or time that depends on the clock or the time zone that the test itself sets; empty for other values. */
function forClock({ facts, place, testWhere }: About, { pair }: Judged): string {
  if (pair === null || place === null || !DATED.test(pair.actual) || !DATED.test(pair.expected)) return '';
  const line = clockLine(linesAbove(facts, place));
  return line === null
    ? ''
    : `Correct the expectation at ${testWhere} or the clock that ${place.file}:${line.number} sets (\`${clip(line.text.replaceAll('`', "'"), 80)}\`): with it the value is ${clip(pair.actual, 50)}, expected ${clip(pair.expected, 50)}.`;
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
  'web-assertion': forWeb,
  'object-diff': (about, judged) =>
    forObjects(about, judged, (pair) =>
      MEMBERSHIP.test(pair.relation) || ARITHMETIC.test(pair.actual) ? forPair(about, judged, pair) : '',
    ),
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
  [
    /to have (?:response )?status code|^the status is \d{3}, expected a redirect|^(?:[A-Z]{3,7} )?\S{1,200} answered \d{3}\b/,
    'status-code',
  ],
  [/^\$\S{0,80} -> /, 'contract'],
  [/^the error (?:is|says) ".{1,160}?", expected /, 'error-text'],
];

/** The next step for an expectation that does not hold, by what was compared. */
export function forAssertion(about: About): string {
  const judged = judgedBy(about.kind, about.facts, about.ask);
  const isStatus = /(?:status|code)(?:_?code)?(?:\(\))?$/i.test(judged.code) && statusCompared(judged.pair) !== null;
  const ofSentence = FOR_SENTENCE.find(([sentence]) => sentence.test(about.rootCause))?.[1];
  const kind = ofSentence ?? (isStatus ? 'status-code' : about.kind);
  const isValue = STEPS[kind] === undefined || /^(?:object|text)-diff$/.test(kind);
  const special = isValue ? first(writtenInTest(about, judged), forCount(about, judged)) : '';
  if (judged.pair !== null && isUnawaited(judged.pair)) return forUnawaited(about, judged);
  if (special !== '') return special;
  const clock = forClock(about, judged);
  if (clock !== '') return clock;
  const step = STEPS[kind];
  if (step) return step(about, judged);
  return judged.pair === null
    ? forBare(about, judged, plainHeadline(about.facts))
    : forPair(about, judged, judged.pair);
}
