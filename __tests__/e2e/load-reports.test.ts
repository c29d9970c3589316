import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Manifest } from '../../src/model/evidence.js';
import { violations } from '../evidence/schemas.js';
import { ENOUGH_LOAD, SLOW_SECONDS } from '../quality/start-planted.js';
import { qualityTools } from '../quality/tools.js';
import { readEvidence, readRecords, runAction } from './run-action.js';
import type { ActionRecord } from './run-action.js';
import { findTools } from './tools.js';
import { describeWithFound } from './with-tools.js';

const { missing, python } = qualityTools();
const tools = { locust: python, python: findTools().python, missing: [...findTools().missing, ...missing] };

/** Locust as any other program: all that is known of the load is in the files that it writes itself. */
function locust(thresholds: Readonly<Record<string, unknown>>, name = 'load'): Readonly<Record<string, unknown>> {
  const options = '--headless --only-summary --users 4 --spawn-rate 4 --run-time 1h --exit-code-on-error 0';
  const csv = `--csv "$QAAGENT_REPORT_DIR/${name}"`;
  return {
    runner: 'command',
    run: `"${python ?? ''}" -B -m locust -f enough_load.py ${options} --host "$BASE_URL" ${csv}`,
    thresholds,
  };
}

const LOOSE = { p95: '20s', 'fail-ratio': '100%' };
const STRICT = { p95: ENOUGH_LOAD.thresholds.p95Ms, 'fail-ratio': '100%' };

const SUITES = {
  strict: locust(STRICT),
  loose: locust(LOOSE),
  unjudged: {
    runner: 'command',
    run: 'printf "<testsuite><testcase name=\'a\'/></testsuite>" > "$QAAGENT_REPORT_DIR/a.xml"',
    thresholds: LOOSE,
  },
  foreign: {
    runner: 'command',
    run: 'printf "id,name\\n1,Rex\\n" > "$QAAGENT_REPORT_DIR/pets.csv"',
    thresholds: LOOSE,
  },
};

const run = (suites: object): Promise<ActionRecord> =>
  runAction({
    project: 'shop',
    shop: 'started',
    inputs: { suites: JSON.stringify(suites) },
    env: { SHOP_FIXED: '1', SHOP_DEFECTS: '1', SHOP_SLOW_SECONDS: String(SLOW_SECONDS) },
  });

describeWithFound(tools, ['locust', 'python'], 'the action with Locust in a command', () => {
  let record: ActionRecord;
  let manifest: Manifest;
  beforeAll(async () => {
    record = await run(SUITES);
    manifest = readEvidence(record, 'manifest.json') as Manifest;
  });
  afterAll(() => record.remove());

  const problemsOf = (suite: string): readonly string[] =>
    (manifest.suites.find(({ name }) => name === suite)?.problems ?? []).map(({ message }) => message);

  test('is red where a route breaks the threshold, and green beside it where the same load keeps a looser one', () => {
    expect(record.step.main.exitCode).toBe(1);
    expect(manifest.suites).toMatchObject([
      { name: 'strict', outcome: 'failed', conclusion: 'failure', passed: 2, failed: 1 },
      { name: 'loose', outcome: 'passed', conclusion: 'success', passed: 3, failed: 0 },
      { name: 'unjudged', outcome: 'report-error', conclusion: 'failure' },
      { name: 'foreign', outcome: 'report-error', conclusion: 'failure' },
    ]);
    expect([record.violations, violations('manifest', manifest)]).toEqual([[], []]);
  });

  test('says of thresholds what they were not judged by', () => {
    expect(problemsOf('unjudged')).toEqual([
      'has `thresholds`, but none of its reports contains load results (read: reports/a.xml)',
    ]);
    expect(problemsOf('foreign')).toContain('reports/pets.csv contains no test results');
  });

  test('keeps the numbers of every route, joined to its operation', () => {
    const tests = readRecords(record, 'evidence/tests.jsonl').filter((each) => each['kind'] === 'strict');
    expect(tests.map((each) => [each['name'], each['status'], each['route']])).toEqual([
      ['GET /health', 'passed', 'GET /health'],
      ['GET /pets/{id}', 'passed', 'GET /pets/{pet_id}'],
      ['GET /reports/sales', 'failed', 'GET /reports/sales'],
    ]);
    expect(String(tests[2]?.['error_message'])).toMatch(/^p95 of GET \/reports\/sales is \d+ ms, limit 6000 ms$/);
  });

  test('finds the slow route, as the locust runner does', () => {
    const findings = readRecords(record, 'evidence/quality.jsonl');
    expect(findings).toMatchObject([
      { tool: 'locust', code: 'p95', route: 'GET /reports/sales', metadata: { suite: 'strict', failures: 0 } },
    ]);
  });

  test('names the slow route as the cause, and draws the load in its report', () => {
    const [cause] = JSON.parse(record.step.outputs['diagnosis'] ?? '[]') as readonly Readonly<
      Record<string, unknown>
    >[];
    expect(JSON.stringify(cause)).toMatch(/p95 of GET \/reports\/sales is [\d.]+ s, the threshold is 6 s/);
    const html = Buffer.from(record.uploads[0]?.files()['report.html'] ?? []).toString('utf8');
    for (const text of ['Routes in the load test strict', 'Routes in the load test loose', 'Requests per second'])
      expect(html).toContain(text);
  });
});

describeWithFound(
  tools,
  ['locust', 'python'],
  'the action with Locust in a command and a looser threshold alone',
  () => {
    test('is green', async () => {
      const record = await run({ load: locust(LOOSE, 'deep/load') });
      try {
        expect(record.step.outputs).toMatchObject({ conclusion: 'success', total: '3', passed: '3', failed: '0' });
        expect(record.step.main.exitCode).toBe(0);
        expect(record.step.survivors).toEqual([]);
      } finally {
        record.remove();
      }
    });
  },
);
