import { afterEach, describe, expect, test } from '@jest/globals';
import { runAction } from './run-action.js';
import type { ActionRecord, ActionRun } from './run-action.js';

/** A suite that needs no tool: one test, which fails. */
const SUITES =
  'api: {runner: command, run: "printf \'<testsuite><testcase classname=\\"c\\" name=\\"a\\"><failure message=\\"no\\"/></testcase></testsuite>\' > $QAAGENT_REPORT_DIR/junit.xml; exit 1"}';

let record: ActionRecord | null = null;
afterEach(() => {
  record?.remove();
  record = null;
});

async function run(inputs: ActionRun['inputs'], more: Partial<ActionRun> = {}): Promise<ActionRecord> {
  return (record = await runAction({ project: 'shop-green', inputs: { suites: SUITES, ...inputs }, ...more }));
}

describe('a red run on a pull request', () => {
  test('has a red check, a comment and a red step', async () => {
    const { checks, comments, step } = await run({});
    expect([checks.map(({ conclusion }) => conclusion), comments.length, step.main.exitCode]).toEqual([
      ['failure'],
      1,
      1,
    ]);
  });

  test('has no check with `check: false`, and everything else', async () => {
    const { checks, comments, step, uploads } = await run({ check: 'false' });
    expect([checks.length, comments.length, uploads.length, step.main.exitCode]).toEqual([0, 1, 1, 1]);
    expect(step.summary).toContain('1 failure');
  });

  test('has no comment with `comment: off`, and everything else', async () => {
    const { checks, comments, uploads, step } = await run({ comment: 'off' });
    expect([checks.length, comments.length, uploads.length, step.main.exitCode]).toEqual([1, 0, 1, 1]);
  });

  test('has a green step with `step-result: always-success`, and the check stays red', async () => {
    const { checks, step } = await run({ 'step-result': 'always-success' });
    expect([checks.map(({ conclusion }) => conclusion), step.main.exitCode]).toEqual([['failure'], 0]);
    expect(step.outputs['conclusion']).toBe('failure');
  });

  test('keeps its red step with `step-result: always-success` where no check can be written', async () => {
    const { checks, step } = await run({ 'step-result': 'always-success' }, { event: 'fork' });
    expect([checks.length, step.main.exitCode]).toEqual([0, 1]);
    expect(step.main.issues.map(({ message }) => message).join('\n')).toContain(
      'there is no check run that shows the failure',
    );
  });
});
