import { describe, expect, test } from '@jest/globals';
import type { AttemptStatus, RunReport, SuiteRun } from '../../src/model/run.js';
import { forgiveKnown } from '../../src/verdict/forgive-known.js';
import { attempt, problem, runReport, suiteRun, testCase } from '../publish/build.js';

const POLICY = { flakyResult: 'pass', orderDependentResult: 'fail', noTests: 'fail' } as const;
const known = new Set(['unit\na', 'unit\nb']);

function report(states: Readonly<Record<string, AttemptStatus>>, change: Partial<SuiteRun> = {}): RunReport {
  const tests = Object.entries(states).map(([id, status]) => testCase(id, { attempts: [attempt(status)] }));
  return runReport([suiteRun('unit', tests, change)]);
}

describe('a run that only new failures make red', () => {
  test.each([
    ['green with known failures alone', { a: 'failed', b: 'error', c: 'passed' }, {}, 'success'],
    ['red with a new one', { a: 'failed', c: 'failed' }, {}, 'failure'],
    ['red with a test that did not run', { a: 'failed', b: 'not-run' }, {}, 'failure'],
    ['red with a suite that timed out', { a: 'failed' }, { problems: [problem('timeout', 'no time')] }, 'failure'],
  ] as const)('is %s', (_what, states, change, conclusion) => {
    expect(forgiveKnown(report(states, change), known, POLICY).conclusion).toBe(conclusion);
  });

  test('keeps the outcome of its suites', () => {
    const [suite] = forgiveKnown(report({ a: 'failed' }), known, POLICY).suites;
    expect([suite?.outcome, suite?.conclusion]).toEqual(['failed', 'success']);
  });

  test('is red for what makes it red beside its suites', () => {
    const missed = { severity: 'error', place: 'coverage', headline: 'too little', message: '', remedy: '' } as const;
    const red: RunReport = { ...report({ a: 'failed' }), conclusion: 'failure', problems: [missed] };
    expect(forgiveKnown(red, known, POLICY).conclusion).toBe('failure');
  });
});
