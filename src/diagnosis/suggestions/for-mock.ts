// Next steps for calls of mocks and for exceptions that a test expects.
import { testSource } from '../source/test-lines.js';
import { sourceLine } from '../wording/sentence.js';
import type { About } from './suggestion.js';

const REQUEST = String.raw`(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (\S{1,200})`;
const NOT_MOCKED = new RegExp(`^(${REQUEST}) is not mocked`);
const NEVER_MADE = new RegExp(`^the mocked request (${REQUEST}) was never made`);
const ADDRESS = /["'`](https?:\/\/[^"'`\s]{1,160})["'`]/g;
/** The host of a mock and the path of its route, as nock and its kin are written. */
const ROUTE = /\.(get|post|put|patch|delete)\(\s?["'`](\/[^"'`\s]{0,120})["'`]/gi;

/** The first address of another path in some lines of source. */
const otherAddress = (source: string, url: string): string | undefined =>
  [...source.matchAll(ADDRESS)].map(([, found = '']) => found).find((found) => found !== url);

/** A request that no mock describes; a mock of the test for another address is named. */
function notMocked({ facts, testWhere }: About, request: string, url: string): string {
  const source = testSource(facts);
  const routes = [...source.matchAll(ROUTE)].map(([, , path = '']) => path);
  const other = routes.find((path) => !url.endsWith(path)) ?? otherAddress(source, url);
  return other === undefined
    ? `Register ${request} with the mock of ${testWhere}, or correct the address that the code asks for.`
    : `Correct one of the two addresses: the code asks for ${request}, the mock of ${testWhere} describes ${other}.`;
}

function neverMade({ facts, testWhere }: About, wanted: string, url: string): string {
  const other = otherAddress(sourceLine(facts), url) ?? otherAddress(testSource(facts), url);
  return other === undefined
    ? `Find out why the code of ${testWhere} never sends ${wanted}, or remove it from the mock.`
    : `Correct one of the two addresses: ${testWhere} asks for ${other}, the mock describes ${url}.`;
}

/** Sentences about calls, each with the step that they call for. */
const CALLS: readonly (readonly [sentence: RegExp, step: (where: string, parts: readonly string[]) => string])[] = [
  [
    /^(\S.{0,100}?) (?:was(?: not|n't) called|was called 0 times|was never called)/,
    (where, [name = '']) =>
      `Find out why the code never makes this call before ${where} (${name}): a branch that is not taken or another object; or remove the expectation.`,
  ],
  [
    /^(\S.{0,100}?) was called (\d+ times?), expected (.{1,40})$/,
    (where, [name = '', actual = '', wanted = '']) =>
      `Count the calls of ${name} that the code makes: only their number differs from what ${where} expects (${actual}, expected ${wanted}).`,
  ],
  [
    / was called with (\S.{0,80}?), expected (\S.{0,80})$/,
    (where, [actual = '', expected = '']) =>
      `Pass ${expected} where the code makes this call (now ${actual}), or correct the expectation at ${where}.`,
  ],
  [
    /^(\S.{0,100}?) was called, expected (\S.{0,100})$/,
    (where, [actual = '', expected = '']) =>
      `Change the code so that it calls ${expected} and not ${actual}, or correct the expectation at ${where}.`,
  ],
];

const texts = (match: RegExpExecArray): readonly string[] =>
  match.slice(1).map((text: string | undefined) => text ?? '');

/** Python's patch replaces a name where it is looked up, not where it is defined; empty for other mocks. */
function importedByName({ facts, rootCause }: About): string {
  const patched = /\bpatch\(\s?["']([\w.]{1,120})\.(\w{1,60})["']/.exec(`${testSource(facts)}\n${facts.text}`);
  return patched === null || !/ was called 0 times| was never called/.test(rootCause)
    ? ''
    : `. Where the calling module says \`from ${patched[1] ?? ''} import ${patched[2] ?? ''}\`, patch the name in that module instead`;
}

/** A call that came and is not described, or is described and did not come. */
export function forMock(about: About): string {
  const { rootCause, testWhere } = about;
  const request = NOT_MOCKED.exec(rootCause);
  if (request) return notMocked(about, request[1] ?? '', request[2] ?? '');
  const wanted = NEVER_MADE.exec(rootCause);
  if (wanted) return neverMade(about, wanted[1] ?? '', wanted[2] ?? '');
  for (const [sentence, step] of CALLS) {
    const match = sentence.exec(rootCause);
    if (match) return `${step(testWhere, texts(match)).replace(/\.$/, '')}${importedByName(about)}.`;
  }
  return `Compare the call that the code makes with the one that the mock at ${testWhere} describes: address or name, arguments, number of calls.`;
}

/** Sentences about exceptions, each with the step that they call for. */
const THROWN: typeof CALLS = [
  [
    /^the exception says (\S.{0,100}?), expected it to match (\S.{0,80})$/,
    (where, [actual = '', pattern = '']) =>
      `Decide which message is right: the code says ${actual}, the pattern at ${where} is ${pattern}; correct the other one.`,
  ],
  [
    /^(?!nothing\b)(\S+) was (?:thrown|raised), expected (\S+)/,
    (where, [actual = '', expected = '']) =>
      `Find the line that raises ${actual} in the code that ${where} calls: raise ${expected} there, or expect ${actual} in the test.`,
  ],
  [
    /^nothing panicked/,
    (where) =>
      `Restore the check that makes the code of ${where} panic, or remove \`#[should_panic]\`: it ends normally now.`,
  ],
  [
    /^no (\S+) was (raised|thrown|emitted)/,
    (where, [name = '', verb = '']) =>
      verb === 'emitted'
        ? `Call \`warnings.warn(..., ${name})\` in the code that ${where} runs, or remove the expectation: no ${name} was emitted.`
        : `Restore the check that makes the code of ${where} fail with ${name}, or correct the input if it is valid now: no ${name} was ${verb}.`,
  ],
  [
    /^the error says (\S.{0,100}?), expected (\S.{0,80})$/,
    (where, [actual = '', expected = '']) =>
      `Check the input before the code uses it and throw ${expected}; another error, ${actual}, comes first (${where}).`,
  ],
  [
    /^([\w.*()]{1,80}) returned no error/,
    (where, [call = '']) => `Return an error from ${call} for the input of ${where}: it accepts it now.`,
  ],
];

/** An exception that came, did not come, or says something else. */
export function forException({ rootCause, testWhere, facts }: About): string {
  for (const [sentence, step] of THROWN) {
    const match = sentence.exec(rootCause);
    if (match) return step(testWhere, texts(match));
  }
  const wanted = /(?:toThrow\w{0,5}|throws|rejects)\((?:.{0,120}, )?((?:["'`]|\/)[^)]{1,80})\)/.exec(
    sourceLine(facts),
  )?.[1];
  if (rootCause.startsWith('nothing was thrown'))
    return `Restore the check that makes the code of ${testWhere} fail${wanted === undefined ? '' : ` with ${wanted.replaceAll('`', "'")}`}, or correct the input if it is valid now: nothing was thrown.`;
  if (rootCause.startsWith('the promise resolved'))
    return `Check that the promise at ${testWhere} still rejects for this input: it resolves, so its check was removed or the input is valid now.`;
  return `Check that the code at ${testWhere} still refuses its input: nothing is thrown, so its check was removed or the input is valid now.`;
}
