import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { violations } from '../evidence/schemas.js';
import { runAction } from './run-action.js';
import type { ActionRecord } from './run-action.js';
import { describeWith } from './with-tools.js';

let record: ActionRecord | null = null;
afterEach(() => {
  record?.remove();
  record = null;
});

const linesOf = (evidence: string, name: string): Record<string, unknown>[] =>
  readFileSync(join(evidence, 'evidence', name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describeWith(['python'], 'the action beside an OpenAPI file', () => {
  test('joins tests to operations, names the untested ones, and writes tests for them when asked', async () => {
    const inputs = { suites: 'unit: pytest tests/unit', generate: 'true' };
    record = await runAction({ project: 'shop', shop: 'running', inputs });
    const { outputs, summary } = record.step;
    // Counted by hand: 14 operations, of which POST /quotes and GET /delivery have no test of their own; the
    // generated one for GET runs, the one for POST is only written down.
    expect(outputs).toMatchObject({ 'route-coverage': '92.8' });
    expect(summary).toContain('Routes: 13 of 14 tested (92.8 %)');
    const manifest = JSON.parse(readFileSync(join(record.evidence, 'manifest.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(violations('manifest', manifest)).toEqual([]);
    expect(manifest['suites']).toMatchObject([
      { name: 'unit' },
      { name: 'generated', conclusion: 'success', passed: 1, skipped: 1 },
    ]);
    const [whole] = linesOf(record.evidence, 'coverage.jsonl');
    expect(whole).toMatchObject({
      type: 'route',
      component: '__overall__',
      total_statements: 14,
      covered_statements: 13,
    });
    expect(linesOf(record.evidence, 'apis.jsonl')).toHaveLength(14);
    const generated = linesOf(record.evidence, 'tests.jsonl').filter(({ kind }) => kind === 'generated');
    expect(generated.map(({ name, status, route }) => [name, status, route]).toSorted()).toEqual([
      ['test_get_delivery_success', 'passed', 'GET /delivery'],
      ['test_post_quotes_success', 'skipped', 'POST /quotes'],
    ]);
    expect(record.step.survivors).toEqual([]);
  });
});

describeWith(['python', 'playwright', 'chromium'], 'the action on browser tests that record what they send', () => {
  test('counts the operations that the page asked for, test by test', async () => {
    const inputs = { suites: 'e2e: playwright tests/e2e --trace on' };
    record = await runAction({ project: 'shop', shop: 'running', inputs });
    // Counted by hand: every test that runs opens the shop, which asks for its pets; a basket is priced by four tests, two
    // of which log in, one pays; one asks for the delivery time. One test waits for a page that is not there.
    const touched = {
      'GET /pets': { tests_run: 8, passed: 7, failed: 1, known_from: ['request', 'title'] },
      'POST /quotes': { tests_run: 4, passed: 4, failed: 0, known_from: ['request'] },
      'POST /login': { tests_run: 2, passed: 2, failed: 0, known_from: ['request'] },
      'POST /orders': { tests_run: 1, passed: 1, failed: 0, known_from: ['request'] },
      'GET /delivery': { tests_run: 1, passed: 1, failed: 0, known_from: ['request'] },
    };
    const records = linesOf(record.evidence, 'apis.jsonl').map(({ metadata }) => metadata as Record<string, unknown>);
    const tested = records.filter((metadata) => metadata['tested'] === true);
    const counted = tested.map(({ route, tests_run, passed, failed, known_from }) => [
      String(route),
      { tests_run, passed, failed, known_from },
    ]);
    expect(Object.fromEntries(counted)).toEqual(touched);
    expect(records.flatMap(({ suites }) => suites)).toEqual([]);
    expect(record.step.outputs).toMatchObject({ 'route-coverage': '35.7' });
    expect(record.step.summary).toContain('Routes: 5 of 14 tested (35.7 %)');
    expect(record.step.summary).toContain('| `POST /quotes` | 4 of 4 passed, known from recorded requests |');
  });

  test('writes no test for what a recorded request has touched', async () => {
    const only = 'e2e: playwright tests/e2e/pets.spec.ts --trace on --grep delivery';
    record = await runAction({ project: 'shop', shop: 'running', inputs: { suites: only, generate: 'true' } });
    const names = linesOf(record.evidence, 'tests.jsonl').map(({ name }) => name);
    expect(names).toContain('test_get_health_success');
    expect(names).not.toContain('test_get_delivery_success');
    expect(names).not.toContain('test_get_pets_success');
  });
});
