import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Manifest } from '../../src/model/evidence.js';
import type { FindingRecord } from '../../src/model/quality.js';
import { qualityTools } from '../quality/tools.js';
import { violations } from '../evidence/schemas.js';
import { readEvidence, readRecords } from './run-action.js';
import type { ActionRecord } from './run-action.js';
import { runQualitySuites, SHOP_TOKEN } from './quality-suites.js';
import { findTools } from './tools.js';
import { describeWithFound } from './with-tools.js';

const QUALITY_TOOLS = ['schemathesis', 'axe', 'lighthouse', 'locust'];

/** Counted by hand: the suites of quality-suites.ts on the shop, `expected.json` without the tests that are left out. */
const UNIT = { outcome: 'passed', passed: 33, failed: 0, skipped: 2 };
const GENERATED = { outcome: 'passed', passed: 1, failed: 0, skipped: 1 };

const { missing, ...quality } = qualityTools();
const tools = { ...findTools(), ...quality, pytest: findTools().python, missing: [...findTools().missing, ...missing] };

const describeRun = (title: string, body: () => void): void =>
  describeWithFound(tools, ['pytest', 'python', 'site', 'chromium'], title, body);

const suitesOf = ({ suites }: Manifest): Readonly<Record<string, object>> =>
  Object.fromEntries(suites.map(({ name, ...suite }) => [name, suite]));

function filesOf({ uploads }: ActionRecord): Readonly<Record<string, Uint8Array>> {
  return uploads[0]?.files() ?? {};
}

/** Names of the files in which the text stands, the log of the step and what was published among them. */
function placesOf(text: string, record: ActionRecord): readonly string[] {
  const { step, checks, comments } = record;
  const reported = { log: step.stages.flatMap(({ log }) => log), summary: step.summary, checks, comments };
  const texts = Object.entries(reported).map(([name, value]) => [name, Buffer.from(JSON.stringify(value))] as const);
  const all = [...Object.entries(filesOf(record)), ...texts];
  return all.filter(([, bytes]) => Buffer.from(bytes).includes(text)).map(([name]) => name);
}

describeRun('the action with all quality tools on a shop with a defect for each', () => {
  let record: ActionRecord;
  let manifest: Manifest;
  let findings: readonly FindingRecord[];
  beforeAll(async () => {
    record = await runQualitySuites(true);
    manifest = readEvidence(record, 'manifest.json') as Manifest;
    findings = readRecords(record, 'evidence/quality.jsonl') as unknown as readonly FindingRecord[];
  });
  afterAll(() => record.remove());

  const found = (tool: string, suite: string): readonly FindingRecord[] =>
    findings.filter((finding) => finding.tool === tool && finding.metadata['suite'] === suite);

  test('is red by the suites whose thresholds the defects break, and by no other', () => {
    expect(record.step.outputs).toMatchObject({ conclusion: 'failure', total: '85', passed: '76', failed: '6' });
    expect(record.step.main.exitCode).toBe(1);
    expect(suitesOf(manifest)).toMatchObject({
      unit: UNIT,
      api: { outcome: 'failed', conclusion: 'failure', passed: 34, failed: 2, attempts: 2 },
      a11y: { outcome: 'failed', conclusion: 'failure', passed: 1, failed: 1 },
      speed: { outcome: 'failed', conclusion: 'failure', passed: 1, failed: 1 },
      load: { outcome: 'failed', conclusion: 'failure', passed: 1, failed: 2 },
      generated: GENERATED,
    });
  });

  test('lets the same defects pass where the threshold is looser', () => {
    expect(suitesOf(manifest)).toMatchObject({
      'lenient-a11y': { outcome: 'passed', conclusion: 'success', passed: 1 },
      'lenient-speed': { outcome: 'passed', conclusion: 'success', passed: 1 },
      'lenient-load': { outcome: 'passed', conclusion: 'success', passed: 3 },
    });
    expect(found('axe', 'lenient-a11y').map(({ code, selector }) => [code, selector])).toEqual([
      ['color-contrast', '.note'],
    ]);
  });

  test('finds the undocumented 500 with its route and a request that shows it', () => {
    const reported = found('schemathesis', 'api').map(({ code, severity, route }) => [code, severity, route]);
    expect(reported).toEqual([
      ['not_a_server_error', 'critical', 'GET /pets/{pet_id}'],
      ['status_code_conformance', 'medium', 'GET /pets/{pet_id}'],
    ]);
    for (const { metadata } of found('schemathesis', 'api')) {
      expect(metadata).toMatchObject({ status_code: 500 });
      expect(metadata['curl']).toMatch(/^curl -X GET .*\/pets\/\d{5,6}$/);
    }
  });

  test('finds the missing label and the pale text with impact, selector, page and a picture', () => {
    const reported = found('axe', 'a11y').map(({ code, selector, route, metadata }) => [
      code,
      selector,
      route,
      metadata['impact'],
    ]);
    expect(reported).toEqual([
      ['label', '#amount', '/gift-card', 'critical'],
      ['color-contrast', '.note', '/gift-card', 'serious'],
    ]);
    const pictures = found('axe', 'a11y').flatMap((finding) => finding.evidence_refs);
    expect(pictures).toHaveLength(2);
    for (const path of pictures) expect(path).toMatch(/^artifacts\/a11y\/attempt-1\/screenshots\/.*\.png$/);
  });

  test('finds the slow page by its score, and what made it slow', () => {
    const [score, ...audits] = found('lighthouse', 'speed');
    expect(score).toMatchObject({ code: 'performance', severity: 'high', route: '/gallery', metadata: { limit: 75 } });
    expect(score?.metadata['score']).toBeLessThan(75);
    expect(audits.map(({ code }) => code)).toContain('total-blocking-time');
  });

  test('finds the slow route and the failing one by the limit that each broke', () => {
    expect(found('locust', 'load').map(({ code, route }) => [code, route])).toEqual([
      ['fail-ratio', 'GET /pets/{id}'],
      ['p95', 'GET /reports/sales'],
    ]);
    const [, slow] = found('locust', 'load');
    expect(slow?.metadata['p95-ms']).toBeGreaterThanOrEqual(3000);
  });

  test('says why a load is not repeated', () => {
    const { problems } = manifest.suites.find(({ name }) => name === 'load') ?? { problems: [] };
    expect(problems.map(({ message }) => message)).toEqual(['nothing is rerun: this suite only runs as a whole']);
  });

  test('records every tool with version, execution and exit status', () => {
    const wanted = Object.fromEntries(
      QUALITY_TOOLS.map((tool) => [tool, { executed: true, exit_code: 1, error: null }]),
    );
    expect(manifest.tools).toMatchObject({ ...wanted, pytest: { executed: true, exit_code: 0, error: null } });
    for (const { version } of Object.values(manifest.tools)) expect(version).toMatch(/^\d+\.\d+/);
  });

  test('counts what its files hold', () => {
    expect(violations('manifest', manifest)).toEqual([]);
    expect(manifest.counts).toMatchObject({
      tests: readRecords(record, 'evidence/tests.jsonl').length,
      findings: findings.length,
      coverage_components: readRecords(record, 'evidence/coverage.jsonl').length,
      test_suites: 9,
      tests_passed: 76,
      tests_failed: 6,
      tests_skipped: 3,
    });
  });

  test('keeps what each tool wrote under the name of its suite, and nothing points beside it', () => {
    const files = Object.keys(filesOf(record));
    expect(files).toEqual(
      expect.arrayContaining([
        'artifacts/unit/attempt-1/junit.xml',
        'artifacts/api/attempt-1/junit.xml',
        'artifacts/api/attempt-2/junit.xml',
        'artifacts/speed/attempt-1/gallery.report.html',
        'artifacts/speed/attempt-1/gallery.report.json',
        'artifacts/load/attempt-1/locust_stats_history.csv',
        'artifacts/load/attempt-1/locust.html',
        'artifacts/generated/attempt-1/junit.xml',
        'artifacts/generated/tests/test_smoke_delivery.py',
        'artifacts/application/output.log',
      ]),
    );
    for (const { evidence_refs: refs, metadata } of findings) {
      expect(refs.length).toBeGreaterThan(0);
      for (const path of refs) {
        expect(files).toContain(path);
        expect(path.startsWith(`artifacts/${String(metadata['suite'])}/`)).toBe(true);
      }
    }
  });

  test('joins the tests of every tool to the operations, whatever a parameter is called', () => {
    // Of 14 operations only POST /quotes has no test that runs: its generated one is written down alone.
    expect(record.step.outputs).toMatchObject({ 'route-coverage': '92.8' });
    const operations = readRecords(record, 'evidence/apis.jsonl').map(({ metadata }) => metadata);
    expect(operations).toHaveLength(14);
    // Two unit tests, three checks, two load suites that say {id}: both checks of status and one load failed.
    expect(operations).toContainEqual(
      expect.objectContaining({ route: 'GET /pets/{pet_id}', tests_run: 7, passed: 4, failed: 3 }),
    );
    // One unit test, three checks, two load suites.
    expect(operations).toContainEqual(
      expect.objectContaining({ route: 'GET /reports/sales', tests_run: 5, passed: 4, failed: 1 }),
    );
    const untested = operations.filter((operation) => !(operation as { tested: boolean }).tested);
    expect(untested).toMatchObject([{ route: 'POST /quotes' }]);
  });

  test('shows findings, scores and the course of the load in its report', () => {
    const html = Buffer.from(filesOf(record)['report.html'] ?? []).toString('utf8');
    for (const text of ['#amount', 'color-contrast', 'performance of /gallery is', 'Requests per second'])
      expect(html).toContain(text);
  });

  test('lets no credential out and leaves no process behind', () => {
    expect(placesOf(SHOP_TOKEN, record)).toEqual([]);
    expect(record.violations).toEqual([]);
    expect(record.step.survivors).toEqual([]);
  });
});

describeRun('the action with all quality tools on the shop without the defects', () => {
  let record: ActionRecord;
  let manifest: Manifest;
  beforeAll(async () => {
    record = await runQualitySuites(false);
    manifest = readEvidence(record, 'manifest.json') as Manifest;
  });
  afterAll(() => record.remove());

  test('is green in every suite, with nothing found', () => {
    expect(record.step.outputs).toMatchObject({ conclusion: 'success', total: '80', passed: '77', skipped: '3' });
    expect(record.step.main.exitCode).toBe(0);
    expect(suitesOf(manifest)).toMatchObject({
      unit: UNIT,
      api: { conclusion: 'success', passed: 36 },
      a11y: { conclusion: 'success', passed: 2 },
      speed: { conclusion: 'success', passed: 2 },
      load: { conclusion: 'success', passed: 3 },
      generated: GENERATED,
    });
    expect(manifest.counts).toMatchObject({ findings: 0, tests: 80, test_suites: 6 });
    expect(manifest.evidence_files).not.toHaveProperty('quality');
    const statuses = Object.values(manifest.tools).map(({ exit_code: status }) => status);
    expect(statuses).toEqual([0, 0, 0, 0, 0]);
  });

  test('lets no credential out and leaves no process behind', () => {
    expect(placesOf(SHOP_TOKEN, record)).toEqual([]);
    expect(record.violations).toEqual([]);
    expect(record.step.survivors).toEqual([]);
  });
});

describe('the token of these runs', () => {
  test('would be noticed', () => {
    const step = { stages: [], summary: SHOP_TOKEN };
    const record = { step, checks: [], comments: [], uploads: [] } as unknown as ActionRecord;
    expect(placesOf(SHOP_TOKEN, record)).toEqual(['summary']);
  });
});
