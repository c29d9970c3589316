import { afterEach, expect, test } from '@jest/globals';
import type { Manifest } from '../../src/model/evidence.js';
import { readEvidence, readRecords, runAction } from './run-action.js';
import type { ActionRecord } from './run-action.js';
import { describeWith } from './with-tools.js';

let record: ActionRecord | null = null;
afterEach(() => {
  record?.remove();
  record = null;
});

const manifestOf = (run: ActionRecord): Manifest => readEvidence(run, 'manifest.json') as Manifest;

describeWith(['python'], 'the action on a suite that hangs', () => {
  test('ends it in time with everything it started, keeps what had passed and names the test', async () => {
    record = await runAction({ project: 'pytest-hang', inputs: { timeout: '30m', grace: '1s' }, leaps: true });
    expect(record.step.main.exitCode).toBe(1);
    expect(manifestOf(record).suites).toMatchObject([{ outcome: 'timeout', conclusion: 'failure', passed: 1 }]);
    const finals = readRecords(record, 'evidence/tests.jsonl').map(({ name, metadata }) => [
      name,
      (metadata as { readonly final: string }).final,
    ]);
    expect(Object.fromEntries(finals)).toEqual({ test_before: 'passed', test_hangs: 'timeout', test_after: 'not-run' });
    expect(record.checks[0]?.output.title).toMatch(/timed out.*test_hangs/);
    expect(record.step.survivors).toEqual([]);
  });

  test('leaves a verdict, evidence and no process when the job is cancelled', async () => {
    record = await runAction({
      project: 'pytest-hang',
      cancelAt: 'collected 3 items',
      cancelDelayMs: 2000,
    });
    expect(record.step.conclusion).toBe('cancelled');
    expect(record.checks.map(({ conclusion, status }) => [status, conclusion])).toEqual([['completed', 'cancelled']]);
    expect(record.step.survivors).toEqual([]);
  });
});

describeWith(['python', 'playwright'], 'the action on a suite that does not start', () => {
  test.each([
    ['pytest-collection-error', /redis_that_nobody_installed/],
    ['playwright-load-error', /no-such-page/],
    ['behave-hook-error', /test database could not be migrated/],
  ])('makes %s red and says why', async (project, reason) => {
    record = await runAction({ project, inputs: { retries: '1' } });
    expect(record.step.main.exitCode).toBe(1);
    expect(record.step.outputs).toMatchObject({ conclusion: 'failure', passed: '0' });
    expect(record.checks).toMatchObject([{ conclusion: 'failure' }]);
    const { output, annotations } = record.checks[0] ?? { output: {}, annotations: [] };
    expect(`${output.title ?? ''}\n${output.summary ?? ''}\n${JSON.stringify(annotations)}`).toMatch(reason);
    expect(manifestOf(record).suites).toMatchObject([{ conclusion: 'failure' }]);
    expect(record.violations).toEqual([]);
    expect(record.step.survivors).toEqual([]);
  });
});
