import { afterEach, expect, test } from '@jest/globals';
import { readRecords, runAction } from './run-action.js';
import type { ActionRecord } from './run-action.js';
import { describeWith } from './with-tools.js';

let record: ActionRecord | null = null;
afterEach(() => {
  record?.remove();
  record = null;
});

interface Told {
  readonly name: string;
  readonly metadata: { readonly final: string; readonly attempts: readonly { readonly ran_with?: number }[] };
}

const finalsOf = (run: ActionRecord): Readonly<Record<string, string>> => {
  const records = readRecords(run, 'evidence/tests.jsonl') as unknown as readonly Told[];
  return Object.fromEntries(records.map(({ name, metadata }) => [name, metadata.final]));
};

describeWith(['python'], 'retries of pytest', () => {
  test('report a failing, a flaky and an order-dependent test apart', async () => {
    record = await runAction({ project: 'pytest-order', inputs: { retries: '1' } });
    expect(finalsOf(record)).toEqual({
      test_rate_is_set: 'passed',
      test_price: 'failed',
      test_sell_all: 'passed',
      test_stock_is_full: 'order-dependent',
      test_cold_start: 'flaky',
    });
    expect(record.step.outputs).toMatchObject({ conclusion: 'failure', failed: '2', flaky: '1', passed: '3' });
    const { title, summary } = record.checks[0]?.output ?? {};
    expect(title).toMatch(/^1 failure.*, 1 order-dependent, 1 flaky, 3 passed/);
    expect(summary).toMatch(/fails after 3 other tests, passes in a rerun of 3 tests/);
    expect(summary).not.toMatch(/dependence on timing/);
  });
});

describeWith([], 'retries of a command', () => {
  test('run the whole line again after the failing part has passed by itself', async () => {
    record = await runAction({ project: 'command-chain', inputs: { retries: '1' } });
    expect(finalsOf(record)).toEqual({ pays: 'flaky', refunds: 'failed' });
    expect(record.step.outputs).toMatchObject({ conclusion: 'failure' });
  });
});
