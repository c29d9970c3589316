import { describe, expect, test } from '@jest/globals';
import type { ReportCase } from '../../src/model/report.js';
import { readReport } from '../../src/report/read-report.js';
import { chunksOf } from './chunks.js';

const readCases = async (content: string): Promise<readonly ReportCase[]> =>
  (await readReport(chunksOf(content), { name: 'a', place: 'unit' })).cases;
const junit = (text: string, message = ''): string =>
  `<testsuite name="s"><testcase classname="c" name="n"><failure${message === '' ? '' : ` message="${message}"`}>${text}</failure></testcase></testsuite>`;

describe('the message of a failure', () => {
  test.each([
    ["PHPUnit's name of the test", 'CartTest::testAdds\nsum is off\nFailed asserting that 3 is 4.', '', 'sum is off'],
    [
      "PHPUnit's data provider",
      'Error\nThe data provider specified for CartTest::testRows is invalid.\nRuntimeException: provider broke',
      '',
      'RuntimeException: provider broke',
    ],
    ["bats' place", "(in test file test/cart.bats, line 8)\n  `[[ a == b ]]' failed", '', "`[[ a == b ]]' failed"],
    [
      "bats' place in a function",
      "(from function `check' in file test/lib.bash, line 3,\n in test file test/cart.bats, line 8)\n  `check' failed",
      '',
      "`check' failed",
    ],
    ["hspec's place", 't/PSpec.hs:193:11\npredicate failed on: 4', '', 'predicate failed on: 4'],
    [
      "gotestsum's word and Go's framing",
      '=== RUN   TestA\n    cart_test.go:5: first time\n--- FAIL: TestA (0.00s)\n',
      'Failed',
      'first time',
    ],
    [
      "testify's table",
      '=== RUN   TestA\n    a_test.go:64: \n        \tError Trace:\t/x/a_test.go:64\n        \tError:      \tNot equal: \n        \t            \texpected: 3\n',
      'Failed',
      'Not equal:',
    ],
    ['nothing but a place', 't/PSpec.hs:193:11', '', 't/PSpec.hs:193:11'],
    ['a message that says something', 'at line 3', 'status is 500', 'status is 500'],
  ])('is not %s', async (_, text, message, headline) => {
    const [reported] = await readCases(junit(text, message));
    expect(reported?.message).toBe(headline);
  });

  const goOf = (...events: readonly object[]): string =>
    events.map((event) => `${JSON.stringify({ Package: 'shop', ...event })}\n`).join('');
  const said = (test: string, line: string): object => ({ Action: 'output', Test: test, Output: `${line}\n` });

  test('is what Go says is wrong, not what was logged after it', async () => {
    const [reported] = await readCases(
      goOf(
        { Action: 'run', Test: 'TestA' },
        said('TestA', '    a_test.go:7: status = 500, want 200'),
        said('TestA', '    a_test.go:6: stopping the fake server'),
        { Action: 'fail', Test: 'TestA' },
      ),
    );
    expect(reported?.message).toBe('status = 500, want 200');
  });

  test('of a parent that fails through its subtest is that of the subtest', async () => {
    const cases = await readCases(
      goOf(
        { Action: 'run', Test: 'TestA' },
        { Action: 'run', Test: 'TestA/empty' },
        said('TestA/empty', '    a_test.go:4: sub broke'),
        { Action: 'fail', Test: 'TestA/empty' },
        said('TestA', '--- FAIL: TestA (0.00s)'),
        { Action: 'fail', Test: 'TestA' },
      ),
    );
    expect(cases.map(({ name, message }) => [name, message])).toEqual([
      ['TestA/empty', 'sub broke'],
      ['TestA', 'sub broke'],
    ]);
    expect(cases[1]?.details).toBe(cases[0]?.details);
  });
});
