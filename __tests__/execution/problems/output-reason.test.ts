import { describe, expect, test } from '@jest/globals';
import { findReason } from '../../../src/execution/problems/output-reason.js';

describe('the line of an output that says why a program ended', () => {
  test.each([
    [
      'a killed worker of jest',
      'FAIL ./a.test.js\n  ● Test suite failed to run\n\n    A jest worker process (pid=7) was terminated by another process: signal=SIGKILL\n\nTests: 1 passed\nTime: 1 s',
      'A jest worker process (pid=7) was terminated by another process: signal=SIGKILL',
    ],
    [
      'a failed test of jest, which shows its source',
      "FAIL ./a.test.js\n  ✕ pays (4 ms)\n\n  ● till › pays\n\n    cold\n\n    > 1 | throw new Error('cold');\n        |       ^\n      2 | test('missing');\n\n      at cold (a.test.js:1:28)\n\nTests: 1 failed, 1 total\nTime: 1 s",
      'till › pays: cold',
    ],
    [
      'a syntax error in jest',
      '  Jest encountered an unexpected token\n\n    SyntaxError: /w/a.test.js: Unexpected token (2:0)\n\n      at x (y.js:1:2)',
      'SyntaxError: /w/a.test.js: Unexpected token (2:0)',
    ],
    [
      'an unhandled error in vitest',
      '⎯⎯⎯ Unhandled Errors ⎯⎯⎯\nError: late socket error\n ❯ a.test.js:2:50\n Test Files  1 passed',
      'Error: late socket error',
    ],
    [
      'a coverage gate',
      '1 passed in 0.1s\nFAIL Required test coverage of 90% not reached. Total coverage: 60.00%\n=== 1 passed ===',
      'FAIL Required test coverage of 90% not reached. Total coverage: 60.00%',
    ],
    [
      'an unknown option',
      'usage: pytest [options]\npytest: error: unrecognized arguments: --cov=shop\n  inifile: /w/pytest.ini\n  rootdir: /w',
      'pytest: error: unrecognized arguments: --cov=shop',
    ],
    [
      'a session timeout',
      'tests/a.py ..\n!!!!!!!!!! session-timeout: 2.0 sec exceeded !!!!!!!!!!\n2 passed in 2s',
      'session-timeout: 2.0 sec exceeded',
    ],
    [
      'a compile error of Maven',
      '[INFO] Compiling\n[ERROR] /x/src/Cart.java:[3,9] cannot find symbol\n[ERROR] -> [Help 1]',
      '/x/src/Cart.java:[3,9] cannot find symbol',
    ],
    [
      'a compile error of Maven without a place',
      '[ERROR] COMPILATION ERROR : \n[INFO] ------\n[ERROR] Source option 5 is no longer supported. Use 7 or later.\n[INFO] 1 error',
      'Source option 5 is no longer supported. Use 7 or later.',
    ],
    [
      'a build error in the JSON of Go',
      '{"Action":"build-output","Output":"# shop\\n"}\n{"Action":"build-output","Output":"./a_test.go:3:30: undefined: thing\\n"}\n{"Action":"fail","Package":"shop"}',
      './a_test.go:3:30: undefined: thing',
    ],
    [
      'a missing script of npm',
      'npm error Missing script: "nosuch"\nnpm error\nnpm error To see a list of scripts, run:\nnpm error   npm run',
      'Missing script: "nosuch"',
    ],
    [
      'an application that Playwright starts',
      '[WebServer] Error: config missing: PORT\n[WebServer]     at x\nError: Process from config.webServer was not able to start. Exit code: 1',
      '[WebServer] Error: config missing: PORT',
    ],
    [
      'a crash of Python',
      'Fatal Python error: Segmentation fault\n\nCurrent thread 0x1 (most recent call first):\n  File "/w/a.py", line 2 in f',
      'Fatal Python error: Segmentation fault',
    ],
    [
      'its last line, when nothing is known',
      'starting\nregistry.local:5000 went away\n',
      'registry.local:5000 went away',
    ],
  ])('is that of %s', (_, output, line) => {
    expect(findReason(output)?.line).toBe(line);
    expect(findReason(output)?.quote).toContain(line.slice(-12).split(': ').at(-1));
  });

  test('is none of what pytest prints before its first test', () => {
    const header =
      '==== test session starts ====\nplatform linux -- Python 3.11.7, pytest-9.2.0, pluggy-1.7.0\nrootdir: /w\nconfigfile: pytest.ini\nplugins: bdd-9.0.1, cov-7.0\ncollecting ... collected 2 items\n';
    expect(findReason(header)).toBeNull();
    expect(findReason(`${header}shop: no licence\n`)?.line).toBe('shop: no licence');
  });

  test('is none of an output without words', () => {
    expect(findReason('\n=====\n  \n')).toBeNull();
  });

  test('is found in bounded time, whatever is printed', () => {
    const hostile = [':'.repeat(16_000), 'a.'.repeat(8_000), `${'x'.repeat(8_000)}Error`, '\n'.repeat(16_000)].join(
      '\n',
    );
    expect(findReason(hostile)?.line.length).toBeLessThanOrEqual(300);
  });
});
