import { describe, expect, test } from '@jest/globals';
import { diagnoseRun } from '../../src/diagnosis/diagnose-run.js';
import type { Failure } from '../../src/model/diagnosis.js';
import type { LoadLimits } from '../../src/model/load.js';
import { judgeLoad } from '../../src/report/load/judge.js';
import { identifyCase } from '../../src/runners/identity.js';
import { expectLinearCost } from '../linear-cost.js';
import { readFolder } from '../report/load-fixtures.js';
import { aFailure } from './a-failure.js';

const LIMITS: LoadLimits = { p50Ms: null, p95Ms: 500, p99Ms: null, failRatio: 0.1 };

async function failuresOf(folder: string, runner: string): Promise<readonly Failure[]> {
  const cases = judgeLoad(await readFolder(folder), LIMITS).flatMap(({ report }) => report.cases);
  return cases
    .filter(({ status }) => status !== 'passed')
    .map((each) => {
      const testId = identifyCase(each).id;
      const { name, classname, type, message, details } = each;
      return aFailure({ key: testId, suite: 'load', runner, testId, name, classname, type, message, details });
    });
}

const causesOf = (failures: readonly Failure[]): readonly string[] =>
  diagnoseRun(failures).causes.map(({ category, kind, rootCause }) => `${category}/${kind}: ${rootCause}`);

describe('a load report that a command left', () => {
  test.each(['command', 'junit'])(
    'of Locust is read as the words of its runner are, in a suite of %s',
    async (runner) => {
      expect(causesOf(await failuresOf('locust-2.47.0', runner))).toEqual([
        'unknown/custom-error: the locustfile raised an error 12 times: the basket, "empty"',
        'connection/5xx: GET /pets/20000 fails 100 % of 8 requests (the threshold is 10 %): 500 Server Error: Internal Server Error',
        'connection/5xx: GET /pets/{id} fails 100 % of 20 requests (the threshold is 10 %): 500 Server Error: Internal Server Error',
        'assertion/latency: p95 of GET /reports/sales is 600 ms, the threshold is 500 ms',
      ]);
    },
  );

  test('of JMeter says which route is slow, failing, or not there', async () => {
    expect(causesOf(await failuresOf('jmeter-5.6.3', 'command'))).toEqual([
      'connection/refused: GET /nobody fails 100 % of 18 requests (the threshold is 10 %): Connect to 127.0.0.1:9 [/127.0.0.1] failed: Connection refused',
      'connection/5xx: GET /pets/{id} fails 100 % of 18 requests (the threshold is 10 %): 500 Server Error: Internal Server Error',
      expect.stringContaining(
        'the sales, by day fails 100 % of 18 requests (the threshold is 10 %): Test failed: text expected',
      ),
    ]);
  });

  test('of k6 joins a threshold with the route it is about', async () => {
    const causes = causesOf(await failuresOf('k6-1.8.1-summary-export', 'command'));
    expect(causes).toContain('assertion/latency: p95 of GET /reports/sales is 604.2 ms, the threshold is 500 ms');
    expect(causes.filter((cause) => cause.includes('GET /reports/sales'))).toHaveLength(1);
    expect(causes).toContain("assertion/threshold: checks breaks k6's threshold rate>0.5 (rate is 0.5)");
    expect(causes).toContain(
      'assertion/fail-ratio: pets › the pet is there fails 100 % of 27 checks (the threshold is 10 %)',
    );
  });

  test('of Artillery where nobody listens is one cause', async () => {
    expect(causesOf(await failuresOf('artillery-2.0.21-refused', 'command'))).toEqual([
      'connection/refused: all routes fails 100 % of 6 requests (the threshold is 10 %): ECONNREFUSED',
    ]);
  });

  test('that does not report what a limit asks for says how to get it', () => {
    const message = 'p99 of GET / is not in the report, limit 500 ms';
    const failure = aFailure({ runner: 'command', testId: 'k6 › GET /', type: 'p99', message, details: message });
    const [cause] = diagnoseRun([failure]).causes;
    expect(cause).toMatchObject({ rootCause: message });
    expect(cause?.suggestion).toContain('summaryTrendStats');
  });

  test('is not seen in other tests of a command, whatever they say', () => {
    const message = 'p95 of GET / is 900 ms, limit 500 ms';
    const failure = aFailure({ runner: 'command', testId: 'checkout › p95', type: 'p95', message, details: '' });
    expect(diagnoseRun([failure]).diagnoses[0]?.rule).not.toBe('locust/latency');
  });

  const UNITS = [
    ...['p95 of ', 'requests to ', 'checks of a ', '100 % of 9 checks of ', '9 times: '],
    ' is not in the report, limit ',
  ];
  const hostileFailures = (times: number): readonly Failure[] =>
    UNITS.map((unit) => unit.repeat(times)).flatMap((text) =>
      ['p95', 'fail-ratio', 'threshold', 'exception'].map((type) =>
        aFailure({ runner: 'command', type, testId: `locust › ${text}`, message: text, details: text }),
      ),
    );

  test('with hostile text becomes one bounded diagnosis', () => {
    for (const failure of hostileFailures(50_000))
      expect(diagnoseRun([failure]).diagnoses[0]?.rootCause.length).toBeLessThanOrEqual(240);
  });

  test('with hostile text costs no more than the text is long', () => {
    expectLinearCost(1_000, (times) => {
      for (const failure of hostileFailures(times)) diagnoseRun([failure]);
    });
  });
});
