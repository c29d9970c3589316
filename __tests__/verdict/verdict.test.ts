import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildRunReport, runConclusion, suiteConclusion, outcomeOf } from '../../src/verdict/verdict.js';
import type { SuiteProblem } from '../../src/model/problem.js';
import type { AttemptStatus, Conclusion, SuiteRun } from '../../src/model/run.js';
import { anAttempt, aSuite, aTest } from '../execution/an-attempt.js';

const STRICT = { flakyResult: 'pass', orderDependentResult: 'fail', noTests: 'fail' } as const;
const problem = (forces: SuiteProblem['forces']): SuiteProblem => ({
  ...{ severity: 'error', place: 'unit', message: 'it broke', remedy: '', forces },
});
const run = (tests: SuiteRun['tests'], problems: readonly SuiteProblem[] = [], enabled = true): SuiteRun => ({
  ...{ suite: aSuite({ enabled }), attempts: [], tests, problems, startedAt: 0, durationMs: 0, tool: null },
});
const entry = { reason: 'known', owner: 'ada', issue: '', expires: '2999-01-01' };
const FORCED: readonly SuiteProblem['forces'][] = [
  ...(['config-error', 'cancelled', 'timeout', 'crashed', 'incomplete', 'error', 'report-error'] as const),
];

test('reports that were only read give the time of their tests, and suites the time they took', () => {
  const attempts = [anAttempt('failed', { durationMs: 300 }), anAttempt('passed', { durationMs: 200 })] as const;
  const read = { ...run([aTest('a', ['passed'], { attempts })]), suite: aSuite({ runner: 'junit' }), durationMs: 3 };
  const report = buildRunReport([read, { ...run([aTest('a', ['passed'])]), durationMs: 70 }], STRICT, {
    startedAt: 0,
    durationMs: 80,
  });
  expect(report.suites.map(({ durationMs }) => durationMs)).toEqual([500, 70]);
  expect(report.durationMs).toBe(580);
});

describe('the outcome of a suite', () => {
  test.each([
    ['all passed', [aTest('a', ['passed'])], 'passed'],
    ['one flaky', [aTest('a', ['failed', 'passed'])], 'passed'],
    ['one failed', [aTest('a', ['passed']), aTest('b', ['failed'])], 'failed'],
    ['one lost', [aTest('a', ['passed']), aTest('b', ['failed', 'lost'])], 'failed'],
    ['one not run', [aTest('a', ['passed']), aTest('b', ['not-run'])], 'failed'],
    ['one interrupted', [aTest('a', ['passed']), aTest('b', ['interrupted'])], 'failed'],
    ['some skipped', [aTest('a', ['passed']), aTest('b', ['skipped'])], 'passed'],
    ['all skipped', [aTest('a', ['skipped'])], 'no-tests'],
    ['an expected failure', [aTest('a', ['xfailed'])], 'passed'],
    ['no test', [], 'no-tests'],
    ['a known-bad test', [aTest('a', ['failed'], { quarantine: entry })], 'passed'],
    ['a known-bad test that crashes', [aTest('a', ['crashed'], { quarantine: entry })], 'failed'],
    ['a known-bad test that hangs', [aTest('a', ['timeout'], { quarantine: entry })], 'failed'],
  ] as const)('with %s', (_, tests, outcome) => {
    expect(outcomeOf(run(tests), STRICT)).toBe(outcome);
  });

  test('with a flaky test is the decision of the user', () => {
    const flaky = run([aTest('a', ['failed', 'passed'])]);
    expect(outcomeOf(flaky, { ...STRICT, flakyResult: 'fail' })).toBe('failed');
  });

  test.each(FORCED.map((forces) => [forces]))('is %s when a problem of the suite says so, and then red', (forces) => {
    const outcome = outcomeOf(run([aTest('a', ['passed'])], [problem(forces)]), STRICT);
    expect(outcome).toBe(forces);
    expect(['failure', 'cancelled']).toContain(suiteConclusion(outcome, { ...STRICT, noTests: 'pass' }));
  });

  test('is no forgivable one while a test is red', () => {
    const policy = { ...STRICT, noTests: 'pass' } as const;
    expect(outcomeOf(run([aTest('a', ['failed', 'lost'])], [problem('no-tests')]), policy)).toBe('failed');
    expect(outcomeOf(run([], [problem('no-tests')]), policy)).toBe('no-tests');
  });

  test('is skipped when it is disabled', () => {
    expect(outcomeOf(run([], [], false), STRICT)).toBe('skipped');
  });
});

describe('the conclusion of a run', () => {
  const conclusions = fc.array(fc.constantFrom<Conclusion>('success', 'failure', 'neutral', 'cancelled'));

  test('is success only when at least one suite is and none is worse', () => {
    fc.assert(
      fc.property(conclusions, (all) => {
        const isGreen = all.includes('success') && !all.includes('failure') && !all.includes('cancelled');
        expect(runConclusion(all) === 'success').toBe(isGreen);
      }),
    );
  });

  test('does not depend on the order of the suites', () => {
    fc.assert(fc.property(conclusions, (all) => expect(runConclusion(all.toReversed())).toBe(runConclusion(all))));
  });

  test('is never success with a problem that forces an outcome, whatever the tests say', () => {
    const status = fc.constantFrom<AttemptStatus>('passed', 'skipped', 'failed');
    fc.assert(
      fc.property(fc.array(status), fc.constantFrom(...FORCED), (statuses, forces) => {
        const tests = statuses.map((each, at) => aTest(`t${at}`, [each]));
        const time = { startedAt: 0, durationMs: 1 };
        const report = buildRunReport(
          [run(tests, [problem(forces)])],
          { flakyResult: 'pass', orderDependentResult: 'fail', noTests: 'pass' },
          time,
        );
        expect(report.conclusion).not.toBe('success');
        expect(report.totals.total).toBe(statuses.length);
      }),
    );
  });
});
