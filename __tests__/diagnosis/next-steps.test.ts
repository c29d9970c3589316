import { describe, expect, test } from '@jest/globals';
import { stepForValue, stepFromSentence } from '../../src/diagnosis/suggestions/from-sentence.js';
import { inPlainWords } from '../../src/diagnosis/wording/tool-phrases.js';

const named = { where: 'a.py:7', target: 'GET /me', file: '/tmp/x/lock' };

describe('the next step that the sentence of a cause decides', () => {
  test.each([
    ['mock', 'Add(string) was not called: 0 of 1 expected calls came', /never makes this call before a\.py:7/],
    ['mock', 'stub was called 0 times, expected once', /never makes this call/],
    ['mock', 'list.clear() was called 1 time, expected 2 times', /only their number differs/],
    ['mock', 'Add was called with honey, expected jam', /^Pass jam where/],
    ['expected-exception', "the exception says 'a', expected it to match 'b'", /which message is right/],
    ['expected-exception', 'KeyError was raised, expected ValueError', /make a ValueError of it/],
    ['expected-exception', 'no UserWarning was emitted', /no UserWarning was emitted/],
    [
      '',
      'GET http://127.0.0.1:1/boats answered 500 Internal Server Error',
      /server logged for GET http:\/\/127\.0\.0\.1:1\/boats/,
    ],
    ['bad-credentials', "GET /me: Audience doesn't match", /token for GET \/me for the audience/],
    ['bad-credentials', 'GET /me: Signature verification failed', /^Sign the token for GET \/me/],
    [
      'test-timeout',
      'the test ran past its limit of 800 ms in `await page.waitForTimeout(3000)`',
      /fixed wait at a\.py:7/,
    ],
    ['wait-timeout', 'no response came within 500 ms', /makes the request at all/],
    ['parse-error', 'value too long for type character varying(8)', /^Shorten the value/],
    [
      'parse-error',
      'json: cannot unmarshal string into Go struct field Jar.grams of type float64',
      /^Send Jar\.grams as float64/,
    ],
    ['parse-error', 'month must be in 1..12', /^Correct the value/],
    ['duplicate-key', 'code_key: Key (code)=(A1) already exists.', /a key of its own/],
    ['missing-file', '/tmp/x/lock does not exist', /^Find why \/tmp\/x\/lock was not made/],
    ['code-error', "can't subtract offset-naive and offset-aware datetimes", /a time zone/],
    ['code-error', 'java.util.ConcurrentModificationException', /^Iterate over a copy/],
    ['code-error', 'maximum recursion depth exceeded', /an end to its recursion/],
    ['object-diff', "expected { a: 1 } to have property 'berth'", /^Add the member/],
    ['', 'the error is "jar is empty", expected "context canceled"', /returns "jar is empty" before a\.py:7/],
  ])('%s: %s', (kind, sentence, step) => {
    expect(stepFromSentence(sentence, { ...named, kind })).toMatch(step);
  });

  test.each([
    ['parse-error', 'Unexpected token < in JSON at position 0'],
    ['missing-file', 'tests/data/berths.json does not exist'],
    ['status-code', 'GET /boats answered 500'],
    ['null-deref', "Cannot read properties of null (reading 'loaves')"],
  ])('is left to the kind %s for: %s', (kind, sentence) => {
    expect(stepFromSentence(sentence, { ...named, kind })).toBeNull();
  });

  test('names the value that the code makes, unless it is true or false', () => {
    expect(stepForValue("`loaf()` is 'Rye 2.40', expected 'Rye 2.50'", { ...named, kind: '' })).toBe(
      "Find where the code makes 'Rye 2.40' before a.py:7; if it is right, correct the test.",
    );
    expect(stepForValue('`ready` is false, expected it to be true', { ...named, kind: '' })).toBeNull();
  });
});

const TESTIFY = [
  'panic: ',
  '\t',
  '\tmock: Unexpected Method Call',
  '\t-----------------------------',
  '\t',
  '\tAdd(string)',
  '\t\t\t0: "honey"',
  '\tDiff: 0: FAIL:  (string=honey) != (string=jam)',
].join('\n');

describe('what a tool writes around its message', () => {
  test.each([
    ['panic', TESTIFY, 'Add was called with honey, expected jam'],
    ['panic', 'panic: boom', 'panic'],
    [
      'The following error originated from your application code, not from Cypress. > x is not a function',
      '',
      'x is not a function',
    ],
    ['Timeout (>1.0s) from pytest-timeout.', '', 'the test ran past its limit of 1.0 s'],
    [
      "Condition with alias 'crate is packed' didn't complete within 300 milliseconds because assertion condition null.",
      '',
      "the condition 'crate is packed' was not met within 300 milliseconds",
    ],
    [
      '{"detail":[{"type":"missing","loc":["body","nights"],"msg":"Field required","input":{}}]} assert 422 == 201',
      '',
      'body.nights: Field required',
    ],
    [
      "1 validation error: {'type': 'missing', 'loc': ('response', 'depth'), 'msg': 'Field required', 'input': {}}",
      '',
      'response.depth: Field required',
    ],
    ['`total` is 3, expected 4', '', '`total` is 3, expected 4'],
  ])('is left out: %s', (sentence, text, plain) => {
    expect(inPlainWords(sentence, text)).toBe(plain);
  });
});
