import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import type { LoadLimits, LoadMeasure } from '../../src/model/load.js';
import { brokenLimits } from '../../src/report/load/limits.js';
import { DRIVERS, qualityTools } from './tools.js';
import { describeWithFound } from '../e2e/with-tools.js';

const { missing, python } = qualityTools();

interface Case {
  readonly route: string;
  readonly count: number;
  readonly failures: number;
  readonly times: readonly [number, number, number];
}

const CASES: readonly Case[] = [
  { route: 'GET /report', count: 80, failures: 0, times: [500, 601.5, 1_204.5] },
  { route: 'POST /pay', count: 80, failures: 10, times: [100.1, 500, 12_345.6] },
  { route: 'GET /a', count: 3, failures: 1, times: [1_000, 123_456.7, 600_000] },
  { route: 'GET /all', count: 9, failures: 9, times: [2, 3, 4] },
  { route: 'GET /fine', count: 1_000, failures: 10, times: [2, 3, 4] },
];
const LIMITS: LoadLimits = { p50Ms: 500, p95Ms: 500, p99Ms: 1_200.5, failRatio: 0.0125 };

const PROGRAM = `
import json, sys
sys.path.insert(0, ${JSON.stringify(DRIVERS)})
from qaagent_locust import broken_limits
cases, limits = json.load(sys.stdin)
print(json.dumps([list(broken_limits(case["route"], case["numbers"], limits)) for case in cases]))
`;

/** What the driver of the locust runner says of the same numbers. */
function driverWords(): unknown {
  const cases = CASES.map(({ route, count, failures, times: [p50, p95, p99] }) => {
    const ratio = Math.round((failures / count) * 1e6) / 1e6;
    return { route, numbers: { requests: count, 'fail-ratio': ratio, 'p50-ms': p50, 'p95-ms': p95, 'p99-ms': p99 } };
  });
  const input = JSON.stringify([cases, LIMITS]);
  return JSON.parse(execFileSync(python ?? '', ['-B', '-c', PROGRAM], { input, encoding: 'utf8', timeout: 1_800_000 }));
}

describeWithFound({ locust: python, missing }, ['locust'], 'limits that a load report breaks', () => {
  test('are reported in the words of the locust runner, so that both are diagnosed alike', () => {
    const ours = CASES.map(({ route, count, failures, times: [p50Ms, p95Ms, p99Ms] }) => {
      const numbers = { count, failures, p50Ms, p95Ms, p99Ms };
      const measure: LoadMeasure = { of: 'requests', perSecond: null, errors: [], ownLimit: 'none', ...numbers };
      return brokenLimits(route, measure, LIMITS).map(({ code, text }) => [code, text]);
    });
    expect(ours.flat()).toHaveLength(9);
    expect(ours).toEqual(driverWords());
  });
});
