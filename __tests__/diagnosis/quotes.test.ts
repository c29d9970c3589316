import { describe, expect, test } from '@jest/globals';
import { diagnoseFailure } from '../../src/diagnosis/diagnose-failure.js';
import { aFailure } from './a-failure.js';

const FRAMES =
  '\n    at TestContext.<anonymous> (file:///repo/a.test.mjs:3:51)\n    at Test.run (node:internal/test_runner/test:631:25)';

describe('a quote whose first line only introduces the values has the values', () => {
  test.each([
    [
      'node:assert',
      'Expected values to be strictly equal:1 !== 2',
      `AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:\n\n1 !== 2\n${FRAMES}`,
      ['AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:\n1 !== 2'],
    ],
    [
      'a difference of node:assert',
      'Expected values to be strictly deep-equal:',
      `Error [ERR_TEST_FAILURE]: Expected values to be strictly deep-equal:\n+ actual - expected\n\n  {\n    a: 1,\n+   b: 2\n-   b: 3\n  }\n${FRAMES}`,
      ['Error [ERR_TEST_FAILURE]: Expected values to be strictly deep-equal:\n+   b: 2\n-   b: 3'],
    ],
    [
      'a refused promise of node:assert',
      'The input did not match the regular expression /late/. Input:',
      `AssertionError [ERR_ASSERTION]: The input did not match the regular expression /late/. Input:\n\n'Error: early'\n${FRAMES}`,
      ["AssertionError [ERR_ASSERTION]: The input did not match the regular expression /late/. Input:\n'Error: early'"],
    ],
    [
      'testify',
      'Failed',
      '    cart_test.go:9: \n        \tError Trace:\tcart_test.go:9\n        \tError:      \tNot equal: \n        \t            \texpected: 3\n        \t            \tactual  : 4\n        \tTest:       \tTestTotal',
      [expect.stringMatching(/Not equal:\nexpected: 3\nactual {2}: 4/)],
    ],
    [
      'jest',
      'expect(received).toBe(expected) // Object.is equality',
      'Error: expect(received).toBe(expected) // Object.is equality\n\nExpected: 2\nReceived: 1\n    at Object.toBe (a.test.js:1:1)',
      [expect.stringMatching(/toBe\(expected\) \/\/ Object\.is equality\nExpected: 2\nReceived: 1$/)],
    ],
    [
      'Rust',
      'assertion `left == right` failed',
      "thread 't' panicked at src/a.rs:3:5:\nassertion `left == right` failed\n  left: 1\n right: 2",
      [expect.stringMatching(/failed\nleft: 1\nright: 2$/)],
    ],
    [
      'a message that has its values',
      'expected 1 to equal 2',
      'AssertionError: expected 1 to equal 2\n    at a.js:1:1',
      ['expected 1 to equal 2'],
    ],
  ])('%s', (_, message, details, quotes) => {
    const found = diagnoseFailure(aFailure({ message, details, type: '' })).quotes;
    for (const quote of found) expect(`${message}\n${details}`).toContain(quote);
    expect(found.join('\n')).toEqual(quotes[0]);
  });
});
