import { afterEach, expect, test } from '@jest/globals';
import type { Manifest } from '../../src/model/evidence.js';
import { violations } from '../evidence/schemas.js';
import { readEvidence, runAction } from './run-action.js';
import type { ActionRecord, ActionRun } from './run-action.js';
import { describeWith } from './with-tools.js';

let record: ActionRecord | null = null;
afterEach(() => {
  record?.remove();
  record = null;
});

const SUITES = `unit:
  runner: command
  run: pytest tests --junitxml="$QAAGENT_REPORT_DIR/junit.xml" && cp recorded-coverage.xml coverage.xml
  artifacts: coverage.xml`;

/** A test that fails once; the rerun, which runs it alone, writes a poorer report over the first. */
const OVERWRITING = `unit:
  runner: command
  run: |
    printf 'import os\\n\\ndef test_once():\\n    assert os.path.exists("seen")\\n' > tests/test_once.py
    pytest tests && code=0 || code=$?
    if [ -e seen ]; then printf '<coverage line-rate="0"><packages/></coverage>' > coverage.xml
    else cp recorded-coverage.xml coverage.xml; touch seen; fi
    exit $code
  artifacts: coverage.xml`;

/** The pull request rewrites `discounted`, lines 5 to 10. */
const NEW_LINES = Array.from({ length: 6 }, (_, line) => `+new ${line}`).join('\n');
const PULL_FILES = [
  { filename: 'stall/prices.py', status: 'modified' as const, patch: `@@ -4,2 +4,7 @@\n \n-old\n${NEW_LINES}` },
];

async function run(inputs: Readonly<Record<string, string>>, more: Partial<ActionRun> = {}): Promise<ActionRecord> {
  const github = { pullFiles: PULL_FILES };
  const done = await runAction({ project: 'covered', github, ...more, inputs: { suites: SUITES, ...inputs } });
  record = done;
  expect(done.violations).toEqual([]);
  expect(violations('manifest', readEvidence(done, 'manifest.json'))).toEqual([]);
  return done;
}

const logOf = ({ step }: ActionRecord): string => step.stages.flatMap(({ log }) => log).join('\n');
const plain = (text: string | undefined): string => (text ?? '').replaceAll('\\', '').replace(/\s+/g, ' ');

describeWith(['python'], 'the action with thresholds for coverage', () => {
  const lines = 'coverage of lines is 50 % (6 of 12), the threshold is 60 %';
  const changed = 'coverage of changed lines is 66.66 % (4 of 6), the threshold is 80 %';

  test('is red below them though every test passed, and says what is missing wherever people look', async () => {
    const done = await run({ 'coverage-threshold': '60', 'changed-coverage-threshold': '80%' });
    const { step, checks, comments } = done;
    expect(step.main.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ conclusion: 'failure', passed: '2', failed: '0' });
    expect(checks).toMatchObject([{ conclusion: 'failure' }]);
    expect(checks[0]?.output.title).toMatch(/^coverage of lines .*; coverage of changed lines .*; 2 passed in /);
    for (const text of [checks[0]?.output.summary, step.summary, comments[0]?.body, logOf(done)].map(plain)) {
      expect(text).toContain(lines);
      expect(text).toContain(changed);
      expect(text).toContain('Uncovered: stall/prices.py:7, 9');
    }
  });

  test('writes the same into its evidence, beside suites that are green', async () => {
    const done = await run(
      { 'coverage-threshold': '60', 'changed-coverage-threshold': '80%' },
      { event: 'pull_request' },
    );
    const { conclusion, diagnostics, problems, suites } = readEvidence(done, 'manifest.json') as Manifest;
    expect({ conclusion, suites }).toMatchObject({ conclusion: 'failure', suites: [{ conclusion: 'success' }] });
    expect(diagnostics).toEqual(
      expect.arrayContaining([
        `${lines}. Most uncovered lines are in stall/stock.py (4), stall/prices.py (2)`,
        `${changed}. Uncovered: stall/prices.py:7, 9`,
      ]),
    );
    expect(problems?.map(({ place }) => place)).toEqual(['coverage-threshold', 'changed-coverage-threshold']);
  });

  test('believes what the whole suite covered, though a rerun wrote over its report', async () => {
    const { step } = await run({ suites: OVERWRITING, retries: '1', 'coverage-threshold': '50' });
    expect(step.outputs).toMatchObject({ conclusion: 'success', passed: '3', flaky: '1' });
  });

  test('is green when they are reached', async () => {
    const { step } = await run({ 'coverage-threshold': '50', 'changed-coverage-threshold': '66.6' });
    expect(step.outputs).toMatchObject({ conclusion: 'success', passed: '2' });
    expect(step.main.exitCode).toBe(0);
  });

  test('asks nothing of changed lines without a pull request, and says so', async () => {
    const done = await run({ 'changed-coverage-threshold': '100' }, { event: 'push' });
    expect(done.step.outputs).toMatchObject({ conclusion: 'success' });
    expect(logOf(done)).toContain('does not apply: this is not a pull request');
  });

  test('plans them without running anything', async () => {
    const inputs = { suites: SUITES, mode: 'plan', 'coverage-threshold': '60', 'changed-coverage-threshold': '80' };
    record = await runAction({ project: 'covered', event: 'push', inputs });
    const wanted =
      'Coverage must reach 60 % of lines and 80 % of changed lines (not checked: this is not a pull request)';
    expect(logOf(record)).toContain(wanted);
    expect(record.step.main.exitCode).toBe(0);
  });

  test('is red by name when there is no coverage report', async () => {
    const { step, checks } = await run({ suites: 'unit: pytest tests', 'coverage-threshold': '10' });
    expect(step.outputs).toMatchObject({ conclusion: 'failure', passed: '2', failed: '0' });
    expect(checks[0]?.output.title).toMatch(/^no coverage report was found; 2 passed in /);
    expect(step.summary).toContain('artifacts');
    expect(step.main.exitCode).toBe(1);
  });
});
