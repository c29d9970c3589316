import { describe, expect, test } from '@jest/globals';
import { skipUnavailable } from '../../../src/app/execute/proposed-suites.js';
import { outcomeOf } from '../../../src/verdict/verdict.js';
import type { SuiteProblem } from '../../../src/model/problem.js';
import type { SuiteRun } from '../../../src/model/run.js';
import type { SuiteSettings } from '../../../src/model/settings.js';
import { passing, problem, suiteRun } from '../../publish/build.js';

const unit = suiteRun('unit', passing(3));
const missing = problem('config-error', 'schemathesis is not installed', 'Run `pip install schemathesis==4.0.0`.');

function proposal(problems: readonly SuiteProblem[], change: Partial<SuiteSettings> = {}): SuiteRun {
  const suite = { ...unit.suite, name: 'api', runner: 'schemathesis', detected: true, ...change } as SuiteSettings;
  return suiteRun('api', [], { suite, problems });
}

const policy = { flakyResult: 'pass', orderDependentResult: 'fail', noTests: 'fail' } as const;
const outcome = (run: SuiteRun, suites: readonly SuiteSettings[] = [unit.suite, run.suite]): string =>
  outcomeOf(skipUnavailable(run, suites), policy);

describe('a proposed suite that cannot run', () => {
  test('is skipped, with the reason and the line to install as a note', () => {
    const run = proposal([problem('report-error', 'there is no report'), missing]);
    expect(outcome(run)).toBe('skipped');
    const message =
      'skipped, because it was only proposed: schemathesis is not installed. Run `pip install schemathesis==4.0.0`.';
    expect(skipUnavailable(run, [unit.suite, run.suite]).problems).toMatchObject([{ severity: 'note', message }]);
  });

  test('is red when somebody has written it down, and when it is a suite of tests', () => {
    expect(outcome(proposal([missing], { detected: false }))).toBe('config-error');
    expect(outcome(proposal([missing], { runner: 'pytest' }))).toBe('config-error');
  });

  test('is red when nothing but proposals would run', () => {
    const run = proposal([missing]);
    expect(outcome(run, [run.suite])).toBe('config-error');
  });

  test('is as red as any other for what happens once it runs', () => {
    expect(outcome(proposal([problem('timeout', 'timed out')]))).toBe('timeout');
    expect(outcome({ ...proposal([missing]), tests: passing(1, 'api') })).toBe('config-error');
  });
});
