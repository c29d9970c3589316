import { afterEach, expect, test } from '@jest/globals';
import type { Manifest } from '../../src/model/evidence.js';
import { readEvidence, runAction } from './run-action.js';
import type { ActionRecord } from './run-action.js';
import { describeWith } from './with-tools.js';

let record: ActionRecord | null = null;
afterEach(() => {
  record?.remove();
  record = null;
});

const SUITES = `web:
  runner: playwright
  working-directory: web
  path: tests
slow: command echo begun; sleep 4000000`;

describeWith([], 'a run that is cancelled after a suite could not be installed', () => {
  test('is finished by the post step with that reason, and only what was cut off is cancelled', async () => {
    const inputs = { suites: SUITES, 'suite-order': 'web, slow', grace: '1s' };
    record = await runAction({ project: 'setup-fails', inputs, cancelAt: 'begun', cancelDelayMs: 1000 });
    expect(record.step.conclusion).toBe('cancelled');
    const { suites, conclusion } = readEvidence(record, 'manifest.json') as Manifest;
    expect(suites).toMatchObject([
      { name: 'web', outcome: 'config-error', conclusion: 'failure' },
      { name: 'slow', outcome: 'cancelled' },
    ]);
    expect(suites[0]?.problems[0]?.message).toContain('npm ci');
    expect(conclusion).toBe('failure');
    expect(record.checks).toMatchObject([{ conclusion: 'failure' }]);
    expect(record.checks[0]?.output.summary).toContain('npm ci');
    expect(record.step.survivors).toEqual([]);
  });
});
