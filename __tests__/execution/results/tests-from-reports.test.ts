import { describe, expect, test } from '@jest/globals';
import { buildLedger } from '../../../src/execution/results/ledger.js';
import { attemptProblems } from '../../../src/execution/problems/suite-problems.js';
import type { AttemptOutput } from '../../../src/execution/results/attempt-output.js';
import type { ProcessExit } from '../../../src/model/run.js';
import { readReport } from '../../../src/report/read-report.js';
import { chunksOf } from '../../report/chunks.js';
import { anExit, aSuite, aTool, anOutput } from '../an-attempt.js';

const command = aTool({ tool: 'check', resultSource: 'reports' });

/** An attempt that left this report; without an exit status the report was only read. */
async function outputOf(content: string, exit: ProcessExit | null): Promise<AttemptOutput> {
  const reports = [
    { name: 'out.xml', report: await readReport(chunksOf(content), { name: 'out.xml', place: 'unit' }) },
  ];
  return exit === null ? { ...anOutput([], { reports }), attempt: null } : anOutput([], { reports, exit });
}

async function statusesOf(content: string, exit: ProcessExit | null = null): Promise<readonly string[]> {
  const output = await outputOf(content, exit);
  return buildLedger({ name: 'unit', prepared: command }, [output], (path) => path).map(
    ({ name, attempts }) => `${name}: ${attempts.at(-1)?.status ?? ''}`,
  );
}

const PYTEST = (cases: string): string =>
  `<testsuite name="pytest"><testcase classname="t" name="a"/>${cases}</testsuite>`;

describe('tests of a report alone', () => {
  test.each([
    ['crashed when pytest ended by itself', anExit({ exitCode: 2 }), 'crashed'],
    ['crashed when nobody knows how pytest ended', null, 'crashed'],
    ['timed out when we ended it', anExit({ exitCode: 2, reason: 'timeout' }), 'timeout'],
    ['were interrupted when the run was cancelled', anExit({ exitCode: 2, reason: 'cancelled' }), 'interrupted'],
  ])('%s while they were running', async (_, exit, status) => {
    const name = 'the test that was running when pytest ended';
    expect(await statusesOf(PYTEST('<testcase time="12"/>'), exit)).toEqual(['a: passed', `${name}: ${status}`]);
  });

  const RISKY = String.raw`<testsuite><testcase name="a"><error type="PHPUnit\Framework\RiskyTestError">A::a
no assertions</error></testcase></testsuite>`;

  test.each([
    ['passed when PHPUnit ended with 0', anExit(), 'a: passed'],
    ['passed when only the report is known', null, 'a: passed'],
    ['are errors when PHPUnit ended with 1', anExit({ exitCode: 1 }), 'a: error'],
  ])('%s and called them risky', async (_, exit, status) => {
    expect(await statusesOf(RISKY, exit)).toEqual([status]);
  });

  test('do not hide that pytest itself broke down', async () => {
    const broken = PYTEST(
      '<testcase classname="pytest" name="internal"><error message="internal error">conftest.py:2: in f\nKeyError: plugin bug</error></testcase>',
    );
    const output = await outputOf(broken, anExit());
    const problems = attemptProblems({ suite: aSuite(), prepared: command, output, tests: [] });
    expect(problems.map(({ forces, message }) => `${String(forces)}: ${message}`)).toEqual([
      'error: pytest ended with an internal error: KeyError: plugin bug',
    ]);
    expect(await statusesOf(broken)).toEqual(['a: passed']);
  });
});

describe('a failure that our own signal caused', () => {
  const failed = (message: string): string =>
    PYTEST(`<testcase classname="t" name="b"><failure message="${message}">text</failure></testcase>`);
  const MESSAGES = [
    'signal: interrupt',
    'signal: terminated',
    'page.goto: Target page, context or browser has been closed',
    'subprocess.CalledProcessError: Command sleep died with &lt;Signals.SIGINT: 2&gt;.',
    'KeyboardInterrupt',
  ];

  test.each(MESSAGES)('is not the failure of its test: %s', async (message) => {
    const stopped = anExit({ exitCode: 2, reason: 'timeout' });
    expect(await statusesOf(failed(message), stopped)).toEqual(['a: passed', 'b: timeout']);
    const cancelled = anExit({ exitCode: 2, reason: 'cancelled' });
    expect(await statusesOf(failed(message), cancelled)).toEqual(['a: passed', 'b: interrupted']);
  });

  test.each(MESSAGES)('is one when no signal was ours: %s', async (message) => {
    expect(await statusesOf(failed(message), anExit({ exitCode: 1 }))).toEqual(['a: passed', 'b: failed']);
  });

  test('is distinguished from a failure with another message', async () => {
    const stopped = anExit({ exitCode: 2, reason: 'timeout' });
    expect(await statusesOf(failed('assert 1 == 2'), stopped)).toEqual(['a: passed', 'b: failed']);
  });
});
