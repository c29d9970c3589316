import { describe, expect, test } from '@jest/globals';
import { changesOf } from '../../src/diagnosis/changed-lines.js';
import { causeId, diagnoseRun } from '../../src/diagnosis/diagnose-run.js';
import { aFailure } from './a-failure.js';

describe('a run with one broken dependency', () => {
  const refused = (n: number) =>
    aFailure({
      key: `e2e:${n}`,
      testId: `t${n}`,
      name: `pays order ${n}`,
      message: `apiRequestContext.get: connect ECONNREFUSED 127.0.0.1:8000`,
      details: `    at /r/e2e/pay.spec.ts:${n + 5}:3`,
    });
  const failures = [
    aFailure({ key: 'unit:x', message: 'assert 1 == 2' }),
    ...Array.from({ length: 37 }, (_, n) => refused(n)),
  ];
  const run = diagnoseRun(failures);

  test('has one cause with every test it breaks, before the single one', () => {
    expect(run.causes.map(({ failures: keys }) => keys.length)).toEqual([37, 1]);
    expect(run.causes[0]).toMatchObject({
      category: 'connection',
      kind: 'refused',
      confidence: 'high',
      rootCause: '127.0.0.1:8000 refuses connections',
    });
    expect(run.causes[0]?.suggestion).toContain('127.0.0.1:8000');
  });

  test('has the same cause ids tomorrow', () => {
    expect(
      diagnoseRun([...failures].reverse())
        .causes.map(({ id }) => id)
        .sort(),
    ).toEqual(run.causes.map(({ id }) => id).sort());
    expect(causeId('connection:refused:127.0.0.1:8000')).toMatch(/^[\da-f]{12}$/);
  });
});

describe('what decides before any text', () => {
  test('a pass on retry makes a failure flaky, and nothing else does', () => {
    const failed = { message: 'assert 1 == 2' };
    expect(diagnoseRun([aFailure({ ...failed, passedOnRetry: true })]).diagnoses[0]).toMatchObject({
      category: 'flaky',
      kind: 'passed-on-retry',
    });
    expect(diagnoseRun([aFailure({ message: 'this test is flaky on CI, rerun it' })]).diagnoses[0]?.category).not.toBe(
      'flaky',
    );
  });

  test('our own deadline makes it a timeout', () => {
    expect(
      diagnoseRun([aFailure({ message: 'Error: connect ECONNREFUSED 1.2.3.4:5', timedOut: true })]).diagnoses[0],
    ).toMatchObject({ category: 'timeout', kind: 'test-timeout' });
  });
});

describe('the sentence of a cause', () => {
  test.each([
    [
      'psycopg2.OperationalError: connection to server at "localhost", port 5432 failed: Connection refused',
      '',
      'PostgreSQL at localhost:5432 refuses connections',
    ],
    ['Error: getaddrinfo ENOTFOUND orders.internal', '', 'orders.internal cannot be resolved'],
    [
      'AssertionError: assert 404 == 200\n +  where 404 = <Response [404]>.status_code',
      ">   assert client.get('/pets/7').status_code == 200",
      'expected 200, got 404 from GET /pets/7',
    ],
    [
      'locator.click: Timeout 30000ms exceeded.',
      '    TimeoutError: locator.click: Timeout 30000ms exceeded.\n    Call log:\n      - waiting for locator(\'#pay\')\n          - <div class="spinner"></div> intercepts pointer events',
      'locator(\'#pay\') is covered by <div class="spinner"> for 30 s',
    ],
    ["ModuleNotFoundError: No module named 'redis'", '', "module 'redis' cannot be found"],
    ["fixture 'db' not found", '', "fixture 'db' does not exist"],
    ['Error: DATABASE_URL is not set', '', 'environment variable DATABASE_URL is not set'],
    ["FileNotFoundError: [Errno 2] No such file or directory: 'data/in.csv'", '', 'data/in.csv does not exist'],
    ["KeyError: 'price'", '', "there is no key 'price'"],
    ['AssertionError: 2 != 3', '', 'the compared value is 2, expected 3'],
    ['AssertionError: Lists differ: [1, 2] != [1, 2, 3]', '', 'the compared value is [1, 2], expected [1, 2, 3]'],
    [
      'Failed',
      'E   AssertionError: Lists differ: [1, 2] != [1, 2, 3]\nE   \nE   - [1, 2]\nE   + [1, 2, 3]',
      'the compared value is [1, 2], expected [1, 2, 3]',
    ],
    ["assert 'paid' in {'open': 1}", '', "'paid' is not in {'open': 1}"],
    ['boom', '> 5 |     sail(boat);\n    at x (a.test.js:5:3)', 'boom in `sail(boat)`'],
    ['boom', '> 5 |     // sail\n    at x (a.test.js:5:3)', 'boom'],
  ])('%s', (message, details, cause) => {
    expect(diagnoseRun([aFailure({ message, details })]).diagnoses[0]?.rootCause).toBe(cause);
  });
});

describe('the diff of a pull request', () => {
  test('gives the changed lines of the new file', () => {
    const patch = '@@ -1,4 +1,5 @@ def f():\n a\n-b\n+B\n+C\n d\n@@ -20 +21,2 @@\n x\n+y\n\\ No newline at end of file';
    const changes = changesOf([
      { path: 'a.py', patch },
      { path: 'b.png', patch: '' },
    ]);
    expect(changes.get('a.py')).toEqual([
      { from: 2, to: 3 },
      { from: 22, to: 22 },
    ]);
    expect(changes.get('b.png')).toEqual([]);
  });
});
