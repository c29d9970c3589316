import { delimiter, dirname } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import type { Manifest } from '../../src/model/evidence.js';
import { qualityTools } from '../quality/tools.js';
import { describeWith as describeWithQuality } from '../quality/with-tools.js';
import { readEvidence, runAction } from './run-action.js';
import type { ActionRecord } from './run-action.js';
import { describeWith } from './with-tools.js';

let record: ActionRecord | null = null;
afterEach(() => {
  record?.remove();
  record = null;
});

const manifestOf = (run: ActionRecord): Manifest => readEvidence(run, 'manifest.json') as Manifest;
const outcomesOf = (run: ActionRecord): Readonly<Record<string, string>> =>
  Object.fromEntries(manifestOf(run).suites.map(({ name, outcome }) => [name, outcome]));
const logOf = ({ step }: ActionRecord): string => step.stages.flatMap(({ log }) => log).join('\n');

describeWith(['python'], 'the action in a repository that asks for quality suites without naming any', () => {
  test('proposes them, and skips with the line to install those whose tool is missing', async () => {
    record = await runAction({ project: 'proposals', shop: 'started' });
    const log = logOf(record);
    for (const found of [
      /Found suite api \(schemathesis\): openapi\.yaml, and this run starts http:\/\/127\.0\.0\.1:\d+/,
      /Found suite accessibility \(axe\): \.pa11yci, at http/,
      /Found suite performance \(lighthouse\): lighthouserc\.json, at http/,
      /Found suite load \(locust\): locustfile\.py, and this run starts http/,
    ])
      expect(log).toMatch(found);
    expect(outcomesOf(record)).toEqual({
      unit: 'passed',
      api: 'skipped',
      accessibility: 'skipped',
      performance: 'skipped',
      load: 'skipped',
    });
    expect(record.step.outputs).toMatchObject({ conclusion: 'success', passed: '1', failed: '0', errors: '0' });
    const { axe, locust, schemathesis } = manifestOf(record).tools;
    for (const tool of [axe, locust, schemathesis]) expect(tool?.error).toContain('is not installed');
    for (const line of ['pip install schemathesis==', 'npm install --no-save axe-core@', 'pip install locust=='])
      expect(record.step.summary).toContain(line);
    expect(record.step.main.exitCode).toBe(0);
    expect(record.step.survivors).toEqual([]);
  });

  test('is red when somebody has written the suite down', async () => {
    const suites = 'unit: pytest tests/unit\napi: schemathesis openapi.yaml\nload: locust locustfile.py';
    record = await runAction({ project: 'proposals', shop: 'started', inputs: { suites } });
    expect(outcomesOf(record)).toEqual({ unit: 'passed', api: 'config-error', load: 'config-error' });
    expect(record.step.main.exitCode).toBe(1);
  });

  test('plans them without starting anything, and says which would be skipped', async () => {
    const inputs = { mode: 'plan', 'base-url': 'http://127.0.0.1:9', 'start-command': 'echo never' };
    record = await runAction({ project: 'proposals', inputs });
    const log = logOf(record);
    expect(log).toMatch(/First: echo never/);
    expect(log).toMatch(/load \(locust\): .*after unit, api, accessibility, performance\n {2}\$ .*locust/);
    expect(log).toMatch(
      /accessibility \(axe\): .*\n {2}would be skipped, because it is only proposed:\n.*not installed/,
    );
    expect(record.evidence).toBe('');
  });

  test.each([
    ['that answers elsewhere', { 'base-url': 'https://shop.example' }, 'this run does not start the application at'],
    ['that is already running', { 'base-url': 'http://127.0.0.1:9' }, 'this run does not start the application at'],
    ['that has no address', {}, 'there is no `base-url`'],
  ])('never proposes requests that write or load for a service %s', async (_which, inputs, reason) => {
    record = await runAction({ project: 'proposals', inputs: { ...inputs, mode: 'plan' } });
    const log = logOf(record);
    expect(log).toContain(`schemathesis is not proposed for openapi.yaml: ${reason}`);
    expect(log).toContain(`locust is not proposed for locustfile.py: ${reason}`);
    expect(log).not.toMatch(/Found suite (api|load)/);
    expect(record.step.main.exitCode).toBe(0);
  });
});

describeWithQuality(['python'], 'the action with the tools of proposed suites', () => {
  test('runs them against the application that it has started, after everything else', async () => {
    const PATH = [dirname(qualityTools().python ?? ''), process.env['PATH'] ?? ''].join(delimiter);
    record = await runAction({ project: 'proposals', shop: 'started', env: { PATH } });
    expect(outcomesOf(record)).toMatchObject({ unit: 'passed', api: 'passed', load: 'passed' });
    expect(manifestOf(record).suites.at(-1)).toMatchObject({ name: 'load', runner: 'locust' });
    expect(record.step.outputs).toMatchObject({ conclusion: 'success' });
    expect(record.step.survivors).toEqual([]);
  });
});
