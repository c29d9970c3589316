import { describe, expect, test } from '@jest/globals';
import { runSummary } from '../../src/evidence/manifest.js';
import { attempt, diagnosisOf, runDiagnosis, runReport, suiteRun, testCase } from '../publish/build.js';

const failed = (id: string) => testCase(id, { attempts: [attempt('failed', { message: 'x' })] });

describe('the summary of a run', () => {
  test('counts failures and causes, names the largest cause and the next step, then every cause', () => {
    const tests = [failed('a'), failed('b'), failed('c'), testCase('d')];
    const one = {
      id: '1',
      category: 'connection',
      rootCause: 'db:5432 refuses connections',
      suggestion: 'Start it.',
    } as const;
    const two = { id: '2', rootCause: 'expected 1, got 2' };
    const diagnosis = runDiagnosis([diagnosisOf(one, tests.slice(0, 2)), diagnosisOf(two, tests.slice(2, 3))]);
    expect(runSummary(runReport([suiteRun('unit', tests)]), diagnosis)).toEqual([
      '3 of 4 tests failed (2 causes). The largest is connection: db:5432 refuses connections (2 tests). Start it.',
      'connection: db:5432 refuses connections (2 tests)',
      'assertion: expected 1, got 2 (1 test)',
    ]);
  });

  test('of a run with flaky tests alone says that all ended well', () => {
    const flaky = testCase('a', { attempts: [attempt('failed', { number: 1 }), attempt('passed', { number: 2 })] });
    const [lead] = runSummary(
      runReport([suiteRun('unit', [flaky])]),
      runDiagnosis([diagnosisOf({ category: 'flaky' }, [flaky])]),
    );
    expect(lead).toMatch(/^The only test passed on a retry\. The largest is flaky/);
  });

  test('of a run without causes is empty', () => {
    expect(runSummary(runReport([suiteRun('unit', [testCase('a')])]), runDiagnosis([]))).toEqual([]);
  });
});
