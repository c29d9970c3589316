import { afterEach, expect, test } from '@jest/globals';
import { runAction } from './run-action.js';
import type { ActionRecord } from './run-action.js';
import { describeWith } from './with-tools.js';

let record: ActionRecord | null = null;
afterEach(() => {
  record?.remove();
  record = null;
});

describeWith(['python'], 'a limit for the whole run', () => {
  test('ends what runs and starts nothing more, both red by name', async () => {
    const inputs = {
      suites: 'slow: command printf x >> $LEAPS_FILE; sleep 4000000\nlater: pytest tests/unit',
      timeout: '20h',
      'run-timeout': '30m',
    };
    record = await runAction({ project: 'shop-green', inputs, leaps: true });
    expect(record.step.outputs).toMatchObject({ conclusion: 'failure' });
    expect(record.step.summary).toContain('at the limit of the run');
    expect(record.step.summary).toContain('was not started: the run had reached its limit');
    expect(record.step.main.exitCode).toBe(1);
    expect(record.step.survivors).toEqual([]);
  });
});
