import { describe, expect, test } from '@jest/globals';
import { loadFindings } from '../../src/quality/load-findings.js';
import { parseFindings } from '../../src/quality/findings.js';
import type { TestCase } from '../../src/model/run.js';
import type { ReportCase } from '../../src/model/report.js';
import { judgeLoad } from '../../src/report/load/judge.js';
import { readFolder } from '../report/load-fixtures.js';

function testOf({ name, classname, status, type, message, properties }: ReportCase): TestCase {
  return { name, classname, properties, attempts: [{ status, type, message }] } as unknown as TestCase;
}

async function testsOf(folder: string): Promise<readonly TestCase[]> {
  const limits = { p50Ms: null, p95Ms: 500, p99Ms: null, failRatio: 0.5 };
  return judgeLoad(await readFolder(folder), limits).flatMap(({ report }) => report.cases.map(testOf));
}

describe('findings of load reports', () => {
  test('are the limits that routes broke, with their numbers', async () => {
    const findings = loadFindings('command', await testsOf('locust-2.47.0'));
    expect(findings.map(({ tool, code, severity, route }) => [tool, code, severity, route])).toEqual([
      ['locust', 'fail-ratio', 'high', 'GET /pets/20000'],
      ['locust', 'fail-ratio', 'high', 'GET /pets/{id}'],
      ['locust', 'p95', 'medium', 'GET /reports/sales'],
    ]);
    expect(findings[2]).toMatchObject({
      message: 'p95 of GET /reports/sales is 600 ms, limit 500 ms',
      metadata: { requests: 25, failures: 0, 'p95-ms': 600 },
    });
    expect(parseFindings(findings.map((finding) => JSON.stringify(finding)).join('\n'))).toEqual(findings);
  });

  test('are none of other tests, nor twice those of the locust runner', async () => {
    const plain = {
      name: 'a',
      classname: 'b',
      properties: {},
      attempts: [{ status: 'failed', type: 'p95', message: '' }],
    };
    expect(loadFindings('command', [plain as unknown as TestCase])).toEqual([]);
    expect(loadFindings('locust', await testsOf('locust-2.47.0'))).toEqual([]);
  });
});
