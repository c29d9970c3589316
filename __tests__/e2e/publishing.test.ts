import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { runAction } from './run-action.js';
import type { ActionRecord } from './run-action.js';
import { describeWith } from './with-tools.js';

let record: ActionRecord | null = null;
afterEach(() => {
  record?.remove();
  record = null;
});

describeWith(['python', 'playwright', 'chromium'], 'the action on a green project', () => {
  test('ends with 0, publishes a green check and says nothing alarming', async () => {
    record = await runAction({ project: 'shop-green', shop: 'running' });
    expect(record.step.main.log.filter((line) => line.startsWith('##[error]'))).toEqual([]);
    expect(record.step.main.exitCode).toBe(0);
    expect(record.step.outputs).toMatchObject({
      conclusion: 'success',
      total: '5',
      passed: '5',
      failed: '0',
      errors: '0',
    });
    expect(record.checks).toMatchObject([{ conclusion: 'success', annotations: [] }]);
    expect(record.checks[0]?.output.title).toMatch(/^5 passed/);
    expect(record.violations).toEqual([]);
    expect(record.step.survivors).toEqual([]);
  });
});

describeWith(['python'], 'the action with little to publish with', () => {
  const SUITES = { suites: 'unit: pytest tests/unit' };

  // It waits for more than a minute, and does so beside the others.
  let unanswered: Promise<ActionRecord>;
  beforeAll(() => {
    unanswered = runAction({
      project: 'shop-green',
      shop: 'running',
      inputs: SUITES,
      github: { fault: () => 'hang' },
    });
  });

  test('keeps its verdict without a token and says which permissions are missing', async () => {
    record = await runAction({
      project: 'shop-green',
      shop: 'running',
      token: '',
      inputs: { ...SUITES, 'github-token': '' },
    });
    expect(record.step.outputs).toMatchObject({ conclusion: 'success', passed: '3' });
    expect(record.step.main.exitCode).toBe(0);
    expect(record.checks).toEqual([]);
    expect(record.step.summary).toContain('3 passed');
    expect(record.step.survivors).toEqual([]);
  });

  test('keeps its verdict on a pull request from a fork, where the token may only read', async () => {
    record = await runAction({ project: 'shop', shop: 'started', event: 'fork', inputs: SUITES });
    expect(record.step.outputs).toMatchObject({ conclusion: 'failure' });
    expect(record.step.main.exitCode).toBe(1);
    expect(record.checks).toEqual([]);
    expect(record.comments).toEqual([]);
    expect(record.uploads).toHaveLength(1);
    const warnings = record.step.main.issues.filter(({ level }) => level === 'warning');
    expect(warnings.map(({ message }) => message).join('\n')).toMatch(/checks: write/);
    expect(record.step.main.issues.some(({ level, file }) => level === 'error' && file !== '')).toBe(true);
    expect(record.violations).toEqual([]);
    expect(record.step.survivors).toEqual([]);
  });

  test('keeps its verdict when the artifact service is down', async () => {
    record = await runAction({
      project: 'shop-green',
      shop: 'running',
      inputs: SUITES,
      artifacts: { fault: () => ({ status: 403, body: '{"code":"permission_denied","msg":"no"}' }) },
    });
    expect(record.step.outputs).toMatchObject({ conclusion: 'success' });
    expect(record.step.main.exitCode).toBe(0);
    expect(record.checks).toMatchObject([{ conclusion: 'success' }]);
    expect(record.step.survivors).toEqual([]);
  });

  test('publishes although the API answers 502 once', async () => {
    record = await runAction({
      project: 'shop-green',
      shop: 'running',
      inputs: SUITES,
      github: {
        fault: ({ method }, earlier) =>
          method === 'POST' && !earlier.some(({ status }) => status === 502)
            ? { status: 502, body: '<html>' }
            : undefined,
      },
    });
    expect(record.checks).toMatchObject([{ conclusion: 'success' }]);
    expect(record.calls.some(({ status }) => status === 502)).toBe(true);
    expect(record.step.survivors).toEqual([]);
  });

  test('finds another artifact name when another job has taken the first', async () => {
    const taken = ['qa-evidence-qa-attempt1'];
    record = await runAction({ project: 'shop-green', shop: 'running', inputs: SUITES, artifacts: { taken } });
    const names = record.uploads.map(({ name }) => name);
    expect(names).toEqual([expect.stringMatching(/^qa-evidence-qa-attempt1-./)]);
    expect(record.step.main.exitCode).toBe(0);
    expect(record.step.survivors).toEqual([]);
  });

  test('ends by itself, with its verdict and a warning, when the API never answers', async () => {
    record = await unanswered;
    expect(record.step.outputs).toMatchObject({ conclusion: 'success', passed: '3' });
    expect(record.step.main.exitCode).toBe(0);
    expect(record.step.main.issues.some(({ level }) => level === 'warning')).toBe(true);
    expect(record.step.summary).toContain('3 passed');
    expect(record.uploads).toHaveLength(1);
    expect(record.step.survivors).toEqual([]);
  });
});
