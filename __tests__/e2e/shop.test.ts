import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Manifest } from '../../src/model/evidence.js';
import { readEvidence, readRecords, runAction } from './run-action.js';
import type { ActionRecord } from './run-action.js';
import { ROOT } from './tools.js';
import { describeWith } from './with-tools.js';

interface Expected {
  readonly retries: string;
  readonly totals: Readonly<Record<string, number>>;
  readonly suites: Readonly<Record<string, object>>;
  readonly notPassed: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly final: string; readonly category?: string; readonly at?: string }>>
    >
  >;
  readonly routes: Readonly<Record<string, string>>;
}

const EXPECTED = JSON.parse(
  readFileSync(join(ROOT, 'fixtures', 'projects', 'shop', 'expected.json'), 'utf8'),
) as Expected;
const TOKEN = 'ghs_3fF6kz0Wb1Qm9cXyTn5Lr8Vd2Gh7JpSa4EuK';

const stateOf = (record: Readonly<Record<string, unknown>>): { readonly id: string; readonly final: string } =>
  record['metadata'] as { readonly id: string; readonly final: string };

describeWith(['python', 'playwright', 'chromium'], 'the action on the shop', () => {
  let record: ActionRecord;
  let manifest: Manifest;
  let tests: readonly Readonly<Record<string, unknown>>[];
  let diagnostics: readonly Readonly<Record<string, unknown>>[];

  beforeAll(async () => {
    record = await runAction({ project: 'shop', shop: 'started', inputs: { retries: EXPECTED.retries }, token: TOKEN });
    manifest = readEvidence(record, 'manifest.json') as Manifest;
    tests = readRecords(record, 'evidence/tests.jsonl');
    diagnostics = readRecords(record, 'evidence/diagnostics.jsonl');
  });
  afterAll(() => record.remove());

  const notPassed = (suite: string): Readonly<Record<string, string>> => {
    const found = tests.filter(({ kind }) => kind === suite).filter((one) => stateOf(one).final !== 'passed');
    return Object.fromEntries(
      found.map((one) => [suite === 'e2e' ? String(one['name']) : stateOf(one).id, stateOf(one).final]),
    );
  };

  test('ends with 1, the conclusion failure and the totals counted by hand', () => {
    const { outputs, main } = record.step;
    expect(main.exitCode).toBe(1);
    expect(outputs['conclusion']).toBe('failure');
    const reported = Object.fromEntries(Object.keys(EXPECTED.totals).map((name) => [name, Number(outputs[name])]));
    expect(reported).toEqual(EXPECTED.totals);
  });

  test('gives every suite the outcome and counts of its own tool', () => {
    const suites = Object.fromEntries(manifest.suites.map(({ name, ...suite }) => [name, suite]));
    expect(suites).toMatchObject(EXPECTED.suites);
    expect(manifest.conclusion).toBe('failure');
  });

  test.each(Object.keys(EXPECTED.notPassed))(
    'reports the truth about every test of %s that did not simply pass',
    (suite) => {
      const wanted = Object.entries(EXPECTED.notPassed[suite] ?? {}).map(([id, { final }]) => [id, final] as const);
      const ended =
        suite === 'e2e'
          ? Object.entries(notPassed(suite)).map(([name, final]) => [name.split(' › ').at(-1) ?? '', final] as const)
          : Object.entries(notPassed(suite));
      expect(Object.fromEntries(ended)).toEqual(Object.fromEntries(wanted));
    },
  );

  test('names the route of tests whose name reports it', () => {
    const found = Object.fromEntries(tests.map(({ name, route }) => [String(name), route]));
    expect(found).toMatchObject(EXPECTED.routes);
  });

  test('gives every failure its category', () => {
    const ids = new Map(tests.map((one) => [one['test_id'], stateOf(one).id.split(' › ').at(-1) ?? '']));
    const found = Object.fromEntries(diagnostics.map((one) => [ids.get(one['test_id']) ?? '', one['category']]));
    const wanted = Object.values(EXPECTED.notPassed).flatMap((suite) =>
      Object.entries(suite).flatMap(([id, { category }]) => (category === undefined ? [] : [[id, category] as const])),
    );
    expect(found).toMatchObject(Object.fromEntries(wanted));
  });

  test('publishes one check on the head commit with an annotation at every place a person would click', () => {
    expect(record.violations).toEqual([]);
    expect(record.checks).toHaveLength(1);
    const [check] = record.checks;
    expect(check).toMatchObject({ conclusion: 'failure', headSha: record.workspace.headSha, status: 'completed' });
    const places = new Set(check?.annotations.map(({ path, start_line: line }) => `${path}:${line}`));
    const wanted = Object.values(EXPECTED.notPassed).flatMap((suite) =>
      Object.values(suite).flatMap(({ at }) => at ?? []),
    );
    for (const place of wanted) expect(places).toContain(place);
  });

  test('writes the job summary, one comment and at most 10 annotations of a level', () => {
    const { step, checks, comments } = record;
    expect(step.summary).toContain('test_post_orders_with_voucher_success');
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).not.toBe('');
    expect(checks[0]?.output.title).toMatch(/failure/);
    expect(step.main.droppedIssues).toBe(0);
    expect(step.main.commandsLeftStopped).toBe(false);
    expect(step.main.refused).toEqual([]);
  });

  test('uploads the run directory as one artifact and says where', () => {
    expect(record.uploads).toHaveLength(1);
    const [upload] = record.uploads;
    const names = Object.keys(upload?.files() ?? {});
    expect(names).toEqual(expect.arrayContaining(['manifest.json', 'evidence/tests.jsonl', 'report.md']));
    expect(record.step.outputs).toMatchObject({ 'artifact-id': String(upload?.id) });
    expect(record.step.outputs['artifact-digest']).toContain(upload?.digest.replace('sha256:', '') ?? 'no digest');
  });

  test('lets no secret out and leaves no process behind', () => {
    const everything = Object.entries(record.uploads[0]?.files() ?? {});
    const leaking = everything.filter(([, bytes]) => Buffer.from(bytes).includes(TOKEN)).map(([name]) => name);
    expect(leaking).toEqual([]);
    expect(record.step.stages.flatMap(({ log }) => log).join('\n')).not.toContain(TOKEN);
    expect(record.step.survivors).toEqual([]);
  });
});
