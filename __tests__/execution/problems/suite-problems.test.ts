import { describe, expect, test } from '@jest/globals';
import { attemptProblems } from '../../../src/execution/problems/suite-problems.js';
import { buildLedger } from '../../../src/execution/results/ledger.js';
import type { AttemptOutput } from '../../../src/execution/results/attempt-output.js';
import type { StreamEvent } from '../../../src/model/events.js';
import type { ParsedReport } from '../../../src/model/report.js';
import type { PreparedSuite } from '../../../src/runners/runner.js';
import { anExit, aSuite, aTool, anOutput, collected, end, finish, session, start } from '../an-attempt.js';

const GOOD = [session, collected(['a', 'b']), start('a'), end('a', 'passed'), start('b'), end('b', 'passed'), finish()];
const BAD = [...GOOD.slice(0, 5), end('b', 'failed'), finish(1)];
const CUT = GOOD.slice(0, 5);
const command = aTool({ tool: 'check', resultSource: 'reports' });

function reported(attemptOutput: AttemptOutput, prepared: PreparedSuite = aTool()): readonly string[] {
  const tests = buildLedger({ name: 'unit', prepared }, [attemptOutput], (path) => path);
  const suite = aSuite({ idleTimeoutMs: 5000 });
  return attemptProblems({ suite, prepared, output: attemptOutput, tests }).map(
    ({ forces, message }) => `${String(forces)}: ${message}`,
  );
}

const error = (message: string): StreamEvent => ({ e: 'error', t: 1, message, details: '', file: '', line: 0 });

describe('what an attempt that ended by itself says beyond its tests', () => {
  test.each([
    ['nothing when all is well', GOOD, anExit(), []],
    ['nothing when its failed test explains it', BAD, anExit({ exitCode: 1 }), []],
    ['that no test failed', GOOD, anExit({ exitCode: 1 }), ['error: pytest ended with 1 although no test failed']],
    [
      'its signal and the test',
      CUT,
      anExit({ exitCode: null, signal: 'SIGSEGV' }),
      ['crashed: crashed (SIGSEGV) in b'],
    ],
    ['the signal that a shell tells', CUT, anExit({ exitCode: 137 }), ['crashed: crashed (SIGKILL) in b']],
    [
      'a signal after the end',
      GOOD,
      anExit({ exitCode: 139 }),
      ['error: crashed (SIGSEGV) after its session had ended'],
    ],
    ['that its end is missing', CUT, anExit(), ['crashed: ended with 0 before its session had ended in b']],
    [
      'that it stopped early',
      [...GOOD.slice(0, 4), finish()],
      anExit(),
      ['incomplete: ended with 0 although 1 collected test had not run'],
    ],
    ['a missing program', [], anExit({ exitCode: 127 }), ['config-error: a command was not found (exit status 127)']],
    [
      'that it did not begin',
      [],
      anExit({ exitCode: 1 }),
      ['config-error: pytest ended with 1 before its session started'],
    ],
    ['nothing of a test run that found no test', [session, collected([]), finish()], anExit(), []],
    [
      'an error outside of tests',
      [session, error('no database\nmore'), finish(1)],
      anExit({ exitCode: 1 }),
      ['error: no database'],
    ],
  ])('%s', (_, events, exit, problems) => {
    expect(reported(anOutput(events, { exit, tail: 'at the start\nSyntaxError: odd\nlast' }))).toEqual(problems);
  });

  test('that it could not be started', () => {
    const exit = anExit({ exitCode: null, startError: 'spawn ENOENT' });
    expect(reported(anOutput([], { exit }))).toEqual(['config-error: cannot be started: spawn ENOENT']);
  });

  test('a second session that never came to its end', () => {
    expect(reported(anOutput([...GOOD, session], { exit: anExit() }), command)).toEqual([
      'crashed: ended with 0 before its session had ended',
    ]);
  });

  test.each([
    ['jest', 'No tests found, exiting with code 1\nRun with `--passWithNoTests`'],
    ['vitest', 'No test files found, exiting with code 1'],
    ['mocha', 'Error: No test files found: "spec/**/*.js"'],
    ['Deno', 'error: No test modules found'],
  ])('that %s found no test', (_, tail) => {
    const output = anOutput([], { exit: anExit({ exitCode: 1 }), tail });
    expect(reported(output, command)).toEqual(['no-tests: check found no tests']);
  });

  test.each([
    ['jest', 'Tests:       1 failed, 1 passed, 2 total'],
    ['vitest', '      Tests  1 failed | 1 passed (2)'],
    ['mocha', '  2 passing (4ms)\n  1 failing'],
    ['pytest', '===== 1 failed, 2 passed in 0.03s ====='],
    ['Cargo', 'test result: FAILED. 0 passed; 1 failed;'],
  ])('that %s ran its tests and left no report', (_, tail) => {
    const output = anOutput([], { exit: anExit({ exitCode: 1 }), tail });
    expect(reported(output, command)).toEqual(['report-error: left no report ($QAAGENT_REPORT_DIR)']);
  });

  const report = (
    cases: ParsedReport['cases'],
    suiteErrors: ParsedReport['suiteErrors'] = [],
  ): AttemptOutput['reports'] => [
    { name: 'r.json', report: { ...({} as ParsedReport), cases, suiteErrors, problems: [] } },
  ];

  test('that no test ran although its tool was content', () => {
    expect(reported(anOutput([], { reports: report([]) }), command)).toEqual(['no-tests: ran no tests']);
  });

  test('a file that cannot be loaded, and not its exit status beside it', () => {
    const broken = [{ suite: 'a.test.ts', message: 'SyntaxError: odd', type: '', details: '' }];
    const output = anOutput([], { exit: anExit({ exitCode: 1 }), reports: report([], broken) });
    expect(reported(output, command)).toEqual(['error: a.test.ts: SyntaxError: odd']);
  });

  test('that a command left no report', () => {
    expect(reported(anOutput([]), command)).toEqual(['report-error: left no report ($QAAGENT_REPORT_DIR)']);
  });

  test('what its report says is wrong, unless events have reported everything', () => {
    const broken: ParsedReport = {
      ...({ cases: [], suiteErrors: [] } as unknown as ParsedReport),
      problems: [{ severity: 'error', place: 'x', message: 'ends in the middle', remedy: '' }],
    };
    const reports = [{ name: 'junit.xml', report: broken }];
    expect(reported(anOutput([], { reports }), command)).toEqual(['report-error: junit.xml: ends in the middle']);
    expect(reported(anOutput(GOOD, { reports }))).toEqual(['null: junit.xml: ends in the middle']);
  });

  test('that the workers of pytest-xdist collected different tests', () => {
    const difference: StreamEvent = {
      ...{ e: 'collect-error', t: 1, id: 'gw1', file: '', line: 0 },
      message: "To see why this happens see 'Known limitations' in documentation for pytest-xdist",
      details: 'Different tests were collected between gw0 and gw1. The difference is:\n--- gw0\n\n+++ gw1\n-a\n+b',
    };
    expect(
      reported(anOutput([session, collected(['a']), difference, finish(1)], { exit: anExit({ exitCode: 1 }) }))[0],
    ).toBe('error: Different tests were collected between gw0 and gw1');
  });

  test('which processes it left behind', () => {
    const leaked = [
      { pid: 1, name: 'sleep' },
      { pid: 2, name: 'sleep' },
    ];
    expect(reported(anOutput(GOOD, { exit: anExit({ leaked }) }))).toEqual([
      'null: left 2 processes running when it ended (sleep); they were ended',
    ]);
  });

  test('which of them could not be ended', () => {
    const leaked = [
      { pid: 1, name: 'sleep' },
      { pid: 2, name: 'sudo' },
    ];
    const remaining = [{ pid: 2, name: 'sudo' }];
    expect(reported(anOutput(GOOD, { exit: anExit({ leaked, remaining }) }))).toEqual([
      'null: left 2 processes running when it ended (sleep, sudo); 1 could not be ended and still runs (sudo, process 2)',
    ]);
  });
});

describe('what an attempt that we ended says', () => {
  test.each([
    ['timeout', 'timeout: timed out after 1m 00s while running "b" (800ms). 1 of 2 had passed, 0 not run'],
    ['idle', 'timeout: was silent for 5.0s while running "b" (800ms). 1 of 2 had passed, 0 not run'],
    ['cancelled', 'cancelled: cancelled after 1.0s. 1 of 2 had passed, 0 not run'],
    ['fail-fast', 'cancelled: cancelled after 1.0s. 1 of 2 had passed, 0 not run'],
    ['parent-died', 'cancelled: cancelled after 1.0s. 1 of 2 had passed, 0 not run'],
  ] as const)('after %s', (reason, message) => {
    expect(reported(anOutput(CUT, { exit: anExit({ exitCode: 2, reason }) }))).toEqual([message]);
  });
});

test.each([
  ['tox', '  py: FAIL code 1 (13.71=setup[12.95]+cmd[0.76] seconds)'],
  ['tox -q', '  py: FAIL code 1 (9.97 seconds)'],
])('a %s that passes no variables on gets the line for its configuration', (_, line) => {
  const prepared = aTool({ tool: 'all', resultSource: 'reports' });
  const tail = `1 failed, 1 passed in 0.04s\n${line}\n`;
  const output = { ...anOutput([], { exit: anExit({ exitCode: 1 }) }), tail };
  const [problem] = attemptProblems({ suite: aSuite(), prepared, output, tests: [] });
  expect(problem).toMatchObject({ forces: 'error', remedy: expect.stringContaining('pass_env') });
});

test('a coverage below the limit of pytest-cov says what to test or to lower', () => {
  const output = {
    ...anOutput(GOOD, { exit: anExit({ exitCode: 1 }) }),
    tail: 'FAIL Required test coverage of 95% not reached. Total coverage: 50.00%\n1 passed in 0.14s\n',
  };
  const prepared = aTool({ tool: 'pytest' });
  const tests = buildLedger({ name: 'unit', prepared }, [output], (path) => path);
  const [problem] = attemptProblems({ suite: aSuite(), prepared, output, tests });
  expect(problem).toMatchObject({ forces: 'error', remedy: expect.stringContaining('--cov-fail-under') });
});

test('a parallel run of Django that cannot pass a failure on says what it needs', () => {
  const prepared = aTool({ tool: 'django', resultSource: 'reports' });
  const output = {
    ...anOutput(CUT, { exit: anExit({ exitCode: 1 }) }),
    tail: "TypeError: cannot pickle 'traceback' object",
  };
  const tests = buildLedger({ name: 'django', prepared }, [output], (path) => path);
  const [problem] = attemptProblems({ suite: aSuite(), prepared, output, tests });
  expect(problem).toMatchObject({ forces: 'crashed', remedy: expect.stringContaining('pip install tblib') });
});
