// Words mocks and matchers that failed: which call came or did not come, which element is missing.
import { execIfThere } from '../facts/required-text.js';
import { lastKnown } from '../../locate/last-known.js';
import type { Facts } from '../rules/rule.js';

/** A snapshot that was never stored; empty when there is one. */
export function missingSnapshot(facts: Facts): string {
  const name = /Snapshot '([^']{1,160})' does not exist|snapshot doesn't exist at (\S{1,200}?),/.exec(facts.text);
  return name ? `there is no stored snapshot ${name[1] ?? name[2] ?? ''}` : '';
}

const join = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A form of words and the sentence it makes. */
interface Wording {
  /** Words of every match, looked for first where `match` begins with a pattern that is tried at each character. */
  readonly words?: RegExp;
  readonly match: RegExp;
  readonly say: (groups: readonly string[]) => string;
}

/** The words of mocking libraries, from the most exact to the least. */
const MOCKS: readonly Wording[] = [
  {
    words: /Expectation failed for method name is/,
    match:
      /method name is (?:equal to )?["'](\w{1,80})["'][\s\S]{0,200}?was expected to be called (\d+ times?|at least \w+|never), actually called (\d+ times?)/,
    say: ([call = '', wanted = '', actual = '']) => `${call}() was called ${actual}, expected ${wanted}`,
  },
  {
    match: /No match for request \{[\s\S]{0,40}?"method": "(\w{3,7})"[\s\S]{0,40}?"url": "([^"]{1,200})"/,
    say: ([method = '', url = '']) => `${method} ${url} is not mocked`,
  },
  {
    words: /doesn't match any registered mock/,
    match: /Request: ?\n\s{0,8}(?:E\s{1,8})?- (\w{3,7}) (\S{1,200})/,
    say: ([method = '', url = '']) => `${method} ${url} is not mocked`,
  },
  {
    words:
      /No mock address|NoMockAddress|No response can be found for|Unregistered request:|without a matching request handler/i,
    match:
      /(?:No mock address:|NoMockAddress:|No response can be found for|[Uu]nregistered request:|•) (\w{3,7})(?: request)?(?: on)? (https?:\/\/[^\s"']{1,200}|\/\S{0,200})/,
    say: ([method = '', url = '']) => `${method} ${url} is not mocked`,
  },
  {
    match: /<Request\('(\w{3,7})', '([^']{1,200})'\)> not mocked/,
    say: ([method = '', url = '']) => `${method} ${url} is not mocked`,
  },
  {
    match: /Not all requests have been executed[\s\S]{0,40}?\('(\w{3,7})', '([^']{1,200})'\)/,
    say: ([method = '', url = '']) => `the mocked request ${method} ${url} was never made`,
  },
  {
    words: /expected call not found/,
    match: /Expected: ([^\n]{1,120})\n\s{0,12}(?:E\s{1,8})?Actual: ([^\n]{1,120})/,
    say: ([wanted = '', actual = '']) => `${actual} was called, expected ${wanted}`,
  },
  {
    match:
      /[Ee]xpected ['"]?([\w.]{1,80}(?:\(\))?)['"]? to (?:have been|be) called( once| \d+ times?)?[.,]? ?(?:but got|Called) (\d+ times?)/,
    say: ([name = '', wanted = '', actual = '']) =>
      `${name} was called ${actual}, expected ${wanted === '' ? 'a call' : wanted.trim()}`,
  },
  {
    match:
      /Expected ['"]([\w.]{1,80})['"] to (?:have been|be) (?:called|awaited)(?: once)?\.?(?: Awaited 0 times)?(?=\s|$)/,
    say: ([name = '']) => `${name} was never called`,
  },
  {
    match: /Wanted:\s{1,8}([^\n]{1,160});\s[\s\S]{0,200}?different arguments:\s{1,8}([^\n]{1,160});/,
    say: ([wanted = '', actual = '']) => `${actual} was called, expected ${wanted}`,
  },
  {
    words: /Wanted \d/,
    match: /([\w.]{1,80}\([^\n]{0,80}\));\s{1,4}Wanted (\d+ times?):?[\s\S]{0,200}?[Bb]ut was (\d+ times?)/,
    say: ([call = '', wanted = '', actual = '']) => `${call} was called ${actual}, expected ${wanted}`,
  },
  {
    match: /Wanted but not invoked:\s{1,8}([^\n]{1,160});/,
    say: ([wanted = '']) => `${wanted} was never called`,
  },
  {
    match: /FAIL:\s{1,8}(\w{1,80}\([^)\n]{0,80}\))[\s\S]{0,300}?(\d+) out of (\d+) expectation/,
    say: ([call = '', met = '', all = '']) => `${call} was not called: ${met} of ${all} expected calls came`,
  },
  {
    match:
      /closest call I have is:\s{1,8}(\w{1,80}\([^\n]{0,120})(?:[^c]|c(?!losest call I have)){0,600}?PASS|mock: I don't know what to return[^\n]{0,80}/,
    say: ([call = '']) => (call === '' ? '' : `the mock expects ${call} and was called with other arguments`),
  },
  {
    match:
      /expected (\S{1,60}) to (?:be|have been) called ((?:at least |at most |exactly )?(?:once|twice|thrice|\d+ times?)) (?:but|with)? ?(?:was|got) called (\d+ times?)/,
    say: ([name = '', wanted = '', actual = '']) => `${name} was called ${actual}, expected ${wanted}`,
  },
  {
    words: /called with (?:exact )?arguments/,
    match:
      /expected (\w{1,60}) to (?:be|have been) called with (?:exact )?arguments\s[\s\S]{0,200}?'"?([^'"\n]{1,80})"?' '"?([^'"\n]{1,80})"?'/,
    say: ([name = '', actual = '', wanted = '']) => `${name} was called with "${actual}", expected "${wanted}"`,
  },
  {
    match:
      /expect\((?:jest\.fn\(\)|[\w.]{1,60})\)\.((?:not\.)?toHaveBeenCalled\w{0,20}|(?:last|nth)CalledWith)[\s\S]{0,200}?Expected(?: number of calls)?: ([^\n]{1,120})\n\s{0,12}Received(?: number of calls)?: ([^\n]{1,120})/,
    say: ([matcher = '', wanted = '', actual = '']) =>
      /Times|called$/i.test(matcher)
        ? `the mock was called ${actual} times, expected ${wanted}`
        : `the mock was called with ${actual}, expected ${wanted}`,
  },
  {
    words: /to (?:be|have been) called with arguments/,
    match:
      /expected "?([\w.]{1,60}(?:\(\))?)"? to (?:be|have been) called with arguments: ([^\n]{1,100})[\s\S]{0,200}?\n\s{0,8}- {1,8}([^\n]{1,100})\n\s{0,8}\+ {1,8}([^\n]{1,100})/,
    say: ([name = '', , wanted = '', actual = '']) =>
      `${name.replace(/\(\)$/, '')} was called with ${actual.replace(/,$/, '')}, expected ${wanted.replace(/,$/, '')}`,
  },
];

/** Which call came or did not come; empty when the library's words are not known. */
export function mocked(facts: Facts): string {
  return wordedBy(MOCKS, textOf(facts));
}

/** Expectations that tools spread over lines. */
const STATED: readonly Wording[] = [
  {
    match: /Couldn't find '([^'\n]{1,120})' in the following response\s{1,4}b?['"]?([^\n]{1,160})/,
    say: ([wanted = '', body = '']) => `the answer does not contain '${wanted}': ${body.replace(/['"]$/, '')}`,
  },
  {
    match: /(\d{1,6}) queries executed, (\d{1,6}) expected/,
    say: ([actual = '', wanted = '']) => `${actual} database queries were made, expected ${wanted}`,
  },
  {
    match: /Response didn't redirect as expected: Response code was (\d{3}) \(expected (\d{3})\)/,
    say: ([actual = '', wanted = '']) => `the status is ${actual}, expected a redirect (${wanted})`,
  },
  {
    match: /Response redirected to '([^'\n]{1,160})', expected '([^'\n]{1,160})'/,
    say: ([actual = '', wanted = '']) => `the answer redirects to ${actual}, expected ${wanted}`,
  },
  {
    match: /Target error should be in err chain:\s{1,40}expected: ("[^"\n]{1,160}")\s{1,40}in chain: ("[^"\n]{1,160}")/,
    say: ([wanted = '', actual = '']) => `the error is ${actual}, expected ${wanted}`,
  },
  {
    match: /Expected (?:the )?element (to have [\w ]{1,40}):\n\s{1,8}(.{0,160})\nReceived:\n(?:\s{1,8}(\S.{0,160}))?/,
    say: ([what = '', wanted = '', actual = '']) =>
      `expected the element ${what} ${wanted}, got ${actual === '' || actual.startsWith('Ignored') ? 'nothing' : actual}`,
  },
  {
    match: /toBeOK\(\)[^→]{0,400}→ (\w{3,7} (?=(\S{1,160}))\2)[^←]{0,600}← (\d{3} ?[\w ]{0,40})/,
    say: ([request = '', , status = '']) => `${request} answered ${status}`,
  },
  {
    match: /toHaveScreenshot\([\s\S]{0,600}?(\d{1,9}) pixels/,
    say: ([pixels = '']) => `the page differs from its screenshot by ${pixels} pixels`,
  },
  {
    match: /Expected example to fail since it is pending, but it passed/,
    say: () => 'a test marked as pending passed',
  },
  {
    words: /^Got:/m,
    match:
      /^(?:\d{0,6} {0,8})?>>> ([^\n]{1,120})\n[\s\S]{0,400}?Expected:\n\s{1,8}([^\n]{1,120})\nGot:\n\s{1,8}([^\n]{1,120})/m,
    say: ([code = '', wanted = '', actual = '']) => `\`${code}\` is ${actual}, expected ${wanted}`,
  },
  {
    match: /Received element is (not [\w ]{1,30}|[\w ]{1,30}):\s{1,8}(<[^>\n]{1,120}>)/,
    say: ([state = '', element = '']) => `the element ${element} is ${state}`,
  },
  {
    match: /Expecting(?: actual)?:\s{1,8}(\S[^\n]{0,120})\s{1,8}(to [\w ()]{3,60}):?\s{1,8}(\S[^\n]{0,120})/,
    say: ([actual = '', relation = '', wanted = '']) =>
      `expected ${actual} ${relation.replace(/ \(and in same order\)/, ' in order')} ${wanted}`,
  },
  {
    match:
      /expect\(received\)\.(not\.)?toBe(Defined|Undefined|Truthy|Falsy|Null|NaN)\(\)\s{1,8}Received: {1,4}([^\n]{1,120})/,
    say: ([not = '', what = '', actual = '']) =>
      `the received value is ${actual}, expected it ${not === '' ? '' : 'not '}to be ${what === 'NaN' ? what : what.toLowerCase()}`,
  },
  {
    match:
      /Got (\d{1,3}) failures from failure aggregation block:?\s{1,8}1\)\s{1,8}expected: ([^\n]{1,80}?)\s{1,8}got: ([^\n]{1,80}?)\s{1,8}\(compared/,
    say: ([count = '', wanted = '', actual = '']) =>
      `${count} expectations do not hold: the first got ${actual}, expected ${wanted}`,
  },
  {
    words: /Body had differences|has a matching body/,
    match: /^\s{0,16}(\$\S{0,80} -> \S[^\n]{2,160})$/m,
    say: ([difference = '']) => difference,
  },
  {
    match: /^\[XPASS\(strict\)\] ?(.{0,160})/m,
    say: ([reason = '']) => `a test marked as failing passed${reason === '' ? '' : `: ${reason}`}`,
  },
];

/** An expectation in the words of its tool; empty when the form is not known. */
export function stated(facts: Facts): string {
  return wordedBy(STATED, textOf(facts));
}

const PATTERN =
  /Regex pattern did not match\.?\s{0,8}(?:Expected regex|Regex|Pattern): {0,4}(.{1,120}?)\s{1,8}(?:Actual message|Input|String): {0,4}(.{1,160})$/m;

/** Exceptions that came or did not come, in the words of the tools. */
const EXCEPTIONS: readonly Wording[] = [
  {
    words: /wantErr /,
    match: /([\w.*()]{1,80}) error = (.{1,160}), wantErr (true|false)/,
    say: ([call = '', error = '', wanted = '']) =>
      wanted === 'true'
        ? `${call} returned no error, expected one`
        : `${call} failed with "${error}", expected no error`,
  },
  {
    match: PATTERN,
    say: ([wanted = '', actual = '']) => `the exception says ${actual}, expected it to match ${wanted}`,
  },
  {
    words: /DID NOT RAISE|not raised|is thrown/,
    match:
      /DID NOT RAISE (?:any of \(?)?<?(?:class ')?([\w.]{1,100})|([\w.]{1,80}) not raised|exception of type "([\w\\]{1,120})" is thrown/,
    say: (names) => `no ${names.find((name) => name !== '') ?? 'exception'} was raised`,
  },
  {
    words: /does not match/,
    match: /^(?:AssertionError: )?"([^"\n]{1,120})" does not match "([^"\n]{1,160})"$/m,
    say: ([wanted = '', actual = '']) => `the exception says ${actual}, expected it to match '${wanted}'`,
  },
  {
    words: /but nothing was raised/,
    match: /expected ([\w:]{1,100})(?: with .{1,160})? but nothing was raised/,
    say: ([name = '']) => `no ${name} was raised`,
  },
  {
    match: /Expected ([\w.$]{1,160}) to be thrown, but nothing was thrown/,
    say: ([name = '']) => `no ${name} was thrown`,
  },
  {
    words: /did not throw|\[Function/,
    match:
      /Expected constructor: ([\w.]{1,80})\n[\s\S]{0,40}Received function did not throw|expected \[Function.{0,40}\] to throw (?:an? )?(?!error)([A-Z]\w{1,60})/,
    say: (names) => `no ${names.find((name) => name !== '') ?? 'error'} was thrown`,
  },
  {
    match: /Received function did not throw|expected (?:\[Function.{0,40}\]|function) to throw/,
    say: () => 'nothing was thrown, expected an error',
  },
  {
    match: /Received promise resolved instead of rejected/,
    say: () => 'the promise resolved, expected it to be rejected',
  },
  { match: /test did not panic as expected/, say: () => 'nothing panicked, and the test expects a panic' },
  {
    match: /Expecting message to be:\s{1,8}("[^"\n]{1,160}")\s{1,8}but was:\s{1,8}("[^"\n]{1,160}")/,
    say: ([wanted = '', actual = '']) => `the error says ${actual}, expected ${wanted}`,
  },
  { match: /Missing expected rejection/, say: () => 'the promise resolved, expected it to be rejected' },
  {
    match: /Missing expected exception|Expecting code to raise a throwable/,
    say: () => 'nothing was thrown, expected an error',
  },
  {
    match: /DID NOT WARN\. No warnings of type \(<class '([\w.]{1,100})'>/,
    say: ([name = '']) => `no ${name} was emitted`,
  },
  {
    match: /Unexpected exception type thrown(?:,| ==>) expected: <([\w.$]{1,160})> but was: <([\w.$]{1,160})>/,
    say: ([wanted = '', actual = '']) => `${actual} was thrown, expected ${wanted}`,
  },
  {
    match: /Expected (?:substring|message|pattern): {0,4}(.{1,160})\n(?:Received (?:message|value): {0,8})(.{1,200})/,
    say: ([wanted = '', actual = '']) => `the error says ${actual}, expected ${wanted}`,
  },
];

/** Which exception came or did not come; empty when the sentence of the tool is good enough. */
export function expectedException(facts: Facts): string {
  const lines = facts.lines.slice(0, 40).map((line) => line.replace(/^E\s{1,8}/, '').trim());
  return wordedBy(EXCEPTIONS, lines.join('\n').replace(/\n(?=(?:Actual|Input|String))/g, ' '));
}

function wordedBy(forms: readonly Wording[], text: string): string {
  for (const { words, match, say } of forms) {
    if (words?.test(text) === false) continue;
    const found = execIfThere(match, text);
    const sentence = found ? join(say(found.slice(1).map((group: string | undefined) => group ?? ''))) : '';
    if (sentence !== '') return sentence;
  }
  return '';
}

const textOf: (facts: Facts) => string = lastKnown(({ lines }) => lines.slice(0, 80).join('\n').slice(0, 6_000));
