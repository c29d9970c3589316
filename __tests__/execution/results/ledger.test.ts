import { describe, expect, test } from '@jest/globals';
import { describePasses } from '../../../src/verdict/retry-story.js';
import { finalStateOf } from '../../../src/verdict/final-state.js';
import { buildLedger } from '../../../src/execution/results/ledger.js';
import type { AttemptOutput, NamedReport } from '../../../src/execution/results/attempt-output.js';
import type { ParsedReport, ReportCase } from '../../../src/model/report.js';
import type { ProcessExit } from '../../../src/model/run.js';
import type { PreparedSuite } from '../../../src/runners/runner.js';
import { anExit, aTool, anOutput, collected, end, finish, missing, session, start } from '../an-attempt.js';

const ledger = (outputs: readonly AttemptOutput[], prepared: PreparedSuite = aTool()) =>
  buildLedger({ name: 'unit', prepared }, outputs, (path) => path.replace('/repo/', ''));
const states = (...args: Parameters<typeof ledger>) =>
  Object.fromEntries(ledger(...args).map((each) => [each.id, finalStateOf(each)]));

const aCase = (name: string, status: ReportCase['status'], change: Partial<ReportCase> = {}): ReportCase => ({
  ...{ suite: 's', name, classname: '', status, file: '', line: 0, durationMs: 1, message: '', type: '' },
  ...{ details: '', output: '', tries: [], properties: {}, attachments: [], ...change },
});
const aReport = (...cases: readonly ReportCase[]): NamedReport => ({
  name: 'junit.xml',
  report: { cases, suiteErrors: [], problems: [] } as unknown as ParsedReport,
});

const first = anOutput([
  session,
  collected(['a', 'b', 'c']),
  start('a'),
  end('a', 'failed', { message: 'one' }),
  finish(1),
]);

describe('the ledger', () => {
  test('knows what was collected and never ran', () => {
    expect(states([first])).toEqual({ a: 'failed', b: 'not-run', c: 'not-run' });
  });

  test('keeps every attempt with what it said', () => {
    const again = [session, missing([]), collected(['a']), start('a'), end('a', 'passed'), finish()];
    const [a] = ledger([first, anOutput(again, { number: 2, requested: new Set(['a']) })]);
    expect(a?.attempts).toMatchObject([
      { number: 1, status: 'failed', message: 'one' },
      { number: 2, status: 'passed', message: '' },
    ]);
  });

  test('calls lost what a rerun asked for and did not find, and changes nothing else', () => {
    const events = [session, missing(['a']), collected(['b']), start('b'), end('b', 'passed'), finish()];
    const attemptOutput = anOutput(events, { number: 2, requested: new Set(['a', 'b']) });
    expect(states([first, attemptOutput])).toEqual({ a: 'lost', b: 'passed', c: 'not-run' });
  });

  test('calls nothing lost in a rerun that broke off before it could look', () => {
    for (const exit of [anExit({ signal: 'SIGKILL' }), anExit({ reason: 'timeout' }), anExit({ exitCode: 4 })]) {
      expect(states([first, anOutput([], { number: 2, requested: new Set(['a', 'b']), exit })])).toEqual({
        ...{ a: 'failed', b: 'not-run', c: 'not-run' },
      });
    }
  });

  test('does not hear what a rerun says of tests that it was not asked for', () => {
    const events = [session, collected(['a', 'b']), start('a'), end('a', 'passed'), end('b', 'skipped'), finish()];
    expect(states([first, anOutput(events, { number: 2, requested: new Set(['a']) })])).toMatchObject({ b: 'not-run' });
  });

  test('counts the tries of the tool itself as attempts', () => {
    const tries = [start('a'), end('a', 'failed'), start('a', 1), end('a', 'passed', { retry: 1 })];
    expect(states([anOutput([session, collected(['a']), ...tries, finish()])])).toEqual({ a: 'flaky' });
  });

  test('believes events before a report, and keeps the disagreement', () => {
    const events = [session, collected(['a']), start('a'), end('a', 'timeout'), finish(1)];
    const [a] = ledger([anOutput(events, { reports: [aReport(aCase('a', 'skipped'))] })]);
    expect(a?.disagreement).toBe('the event stream reports timeout, the report skipped');
    expect(a === undefined ? '' : finalStateOf(a)).toBe('timeout');
  });

  test('has a failure that only the report knows, and no success that only the report knows', () => {
    const events = [session, collected(['a']), start('a'), end('a', 'passed'), finish()];
    const reports = [aReport(aCase('a', 'passed'), aCase('extra', 'failed'), aCase('more', 'passed'))];
    expect(states([anOutput(events, { reports })])).toEqual({ a: 'passed', extra: 'failed' });
  });

  test('counts a failure of the report though the events say passed', () => {
    const events = [session, collected(['a']), start('a'), end('a', 'passed'), finish()];
    const [a] = ledger([anOutput(events, { reports: [aReport(aCase('a', 'failed'))] })]);
    expect(a?.disagreement).toBe('the event stream reports passed, the report failed');
    expect(a === undefined ? '' : finalStateOf(a)).toBe('failed');
    const twice = [aReport(aCase('a', 'passed'), aCase('a', 'error'))];
    expect(states([anOutput(events, { reports: twice })])).toEqual({ a: 'error' });
  });

  test('takes the failures of earlier tries in the report for those of the events', () => {
    const tries = [start('a'), end('a', 'failed'), start('a', 1), end('a', 'passed', { retry: 1 })];
    const reports = [aReport(aCase('a', 'failed'), aCase('a', 'passed'))];
    expect(states([anOutput([session, collected(['a']), ...tries, finish()], { reports })])).toEqual({ a: 'flaky' });
  });

  test('keeps the failure of a test for which two ends were written', () => {
    const events = [session, collected(['a']), start('a'), end('a', 'failed'), end('a', 'passed'), finish()];
    expect(states([anOutput(events)])).toEqual({ a: 'failed' });
    expect(ledger([anOutput(events)])[0]?.disagreement).toBe('the event stream contains both failed and passed');
    const same = [session, collected(['a']), start('a'), end('a', 'passed'), end('a', 'passed'), finish()];
    expect(ledger([anOutput(same)])[0]?.disagreement).toBe('');
  });

  test('believes the report of a second tool in a command as a whole', () => {
    const events = [session, collected(['a']), start('a'), end('a', 'passed'), finish()];
    const reports = [aReport(aCase('a', 'passed')), aReport(aCase('other', 'passed'))];
    const prepared = aTool({ resultSource: 'reports' });
    expect(states([anOutput(events, { reports })], prepared)).toEqual({ a: 'passed', other: 'passed' });
  });

  test('counts what a command runs beside the test that it is asked for', () => {
    const report = (...statuses: readonly ('passed' | 'failed' | 'skipped')[]) =>
      [aReport(...statuses.map((status, at) => aCase(`t${at}`, status)))] as const;
    const first = anOutput([], { reports: report('failed', 'passed', 'passed', 'skipped') });
    const again = (...statuses: readonly ('passed' | 'failed' | 'skipped')[]) =>
      ledger(
        [first, anOutput([], { number: 2, reports: report(...statuses), requested: new Set(['t0']) })],
        aTool({ resultSource: 'reports' }),
      )[0];
    const passes = (test: ReturnType<typeof again>): string => (test === undefined ? '' : describePasses(test));
    expect(passes(again('passed', 'passed', 'passed', 'skipped'))).toBe(
      ', passed on attempt 2 (in a rerun of 3 tests)',
    );
    expect(passes(again('passed', 'skipped', 'skipped', 'skipped'))).toBe(', passed on attempt 2 (alone)');
  });

  test('distinguishes two cases of one identity ', () => {
    const reports = [aReport(aCase('a', 'passed'), aCase('a', 'failed'))];
    expect(states([anOutput([], { reports })], aTool({ resultSource: 'reports' }))).toEqual({
      a: 'passed',
      'a #2': 'failed',
    });
  });

  test('calls an interruption by our own time limit a timeout, and reports its stack location', () => {
    const events = [session, collected(['a']), start('a'), end('a', 'interrupted'), finish(130)];
    const text = 'Current thread 0x01 (most recent call first):\n  File "/repo/tests/a.py", line 6 in test_a\n';
    const exit = anExit({ reason: 'timeout' });
    const [a] = ledger([anOutput(events, { exit, stacks: [{ worker: '', text }] })]);
    expect(a?.attempts[0]).toMatchObject({
      status: 'timeout',
      message: 'still running when the time limit ended the suite at tests/a.py:6 in test_a',
      details: text.trimEnd(),
      place: { file: 'tests/a.py', line: 6 },
    });
  });
});

describe('a failure after a signal of ours', () => {
  const events = [
    ...[session, collected(['a', 'b'])],
    ...[
      start('a'),
      end('a', 'failed', { t: 1300 }),
      start('b'),
      end('b', 'failed', { t: 1700, message: 'child died' }),
    ],
  ];
  const statuses = (exit: ProcessExit): readonly string[] =>
    ledger([anOutput(events, { exit })]).map(({ id, attempts }) => `${id}: ${attempts[0].status}`);

  test('is not that of its test, one before it is', () => {
    expect(statuses(anExit({ reason: 'timeout', stoppedAt: 1500 }))).toEqual(['a: failed', 'b: timeout']);
    expect(statuses(anExit({ reason: 'cancelled', stoppedAt: 1500 }))).toEqual(['a: failed', 'b: interrupted']);
    expect(statuses(anExit())).toEqual(['a: failed', 'b: failed']);
  });
});
