import { describe, expect, test } from '@jest/globals';
import { buildRunReport } from '../../../src/verdict/verdict.js';
import type { Baseline, RunReport } from '../../../src/model/run.js';
import { byteLength } from '../../../src/text/bounds.js';
import { testKey } from '../../../src/model/run.js';
import { buildView } from '../../../src/publish/view/build-view.js';
import {
  NOT_DIAGNOSED,
  START,
  attempt,
  exit,
  passing,
  problem,
  publishContext,
  round,
  runReport,
  suiteRun,
  testCase,
} from '../build.js';

const broken = testCase('tests/a.py::test_1', { attempts: [attempt('failed')] });
const second = testCase('tests/a.py::test_2', { attempts: [attempt('failed')] });
const lost = testCase('tests/a.py::test_3[0x7f]', { attempts: [attempt('failed'), attempt('lost', { number: 2 })] });
const flaky = testCase('tests/a.py::test_4', { attempts: [attempt('failed'), attempt('passed', { number: 2 })] });
const skipped = testCase('tests/a.py::test_5', { attempts: [attempt('skipped')] });

const unloadable = testCase('tests/b.py', { attempts: [attempt('error')] });
const waiting = testCase('tests/c.py::test_1', { attempts: [attempt('not-run')] });

function titleOf(report: RunReport, baseline: Baseline | null = null): string {
  return buildView(report, NOT_DIAGNOSED, publishContext({ baseline })).title;
}

const run = { number: 811, url: null };
const since = { number: 790, url: null };
const baseline = (change: Partial<Baseline>): Baseline => ({
  run,
  newKeys: new Set(),
  knownSince: new Map(),
  fixed: [],
  flakiness: new Map(),
  ...change,
});
const idle = { ...suiteRun('e2e', []).suite, idleTimeoutMs: 60_000 };
const strict = { flakyResult: 'fail', orderDependentResult: 'fail', noTests: 'warn' } as const;
const time = { startedAt: START, durationMs: 130_000 };
const knownSince = new Map([broken, second].map((test) => [testKey(test), since]));

/** The report of a run that misses a threshold. */
const missing = (report: RunReport): RunReport => ({
  ...report,
  conclusion: 'failure',
  problems: [{ severity: 'error', place: '', headline: 'coverage is 60 %', message: 'more', remedy: '' }],
});

const CASES: readonly (readonly [string, string])[] = [
  [titleOf(runReport([suiteRun('unit', passing(412))], 182_000)), '412 passed in 3m 02s'],
  [titleOf(runReport([suiteRun('unit', [...passing(2), flaky, skipped])])), '3 passed in 2m 10s, 1 flaky, 1 skipped'],
  [
    titleOf(runReport([suiteRun('unit', [...passing(240), broken, second])]), baseline({ knownSince })),
    '2 known failures (since run 790), 240 passed in 2m 10s',
  ],
  [
    titleOf(
      runReport([suiteRun('unit', [...passing(240), broken, second])]),
      baseline({ newKeys: new Set([testKey(broken)]) }),
    ),
    '1 new failure, 1 known, 240 passed in 2m 10s',
  ],
  [
    titleOf(runReport([suiteRun('unit', passing(240))]), baseline({ fixed: ['a', 'b', 'c'] })),
    '240 passed in 2m 10s, 3 fixed since run 811',
  ],
  [
    titleOf(runReport([suiteRun('unit', [...passing(3), lost])])),
    '1 failed test did not run again, 3 passed in 2m 10s',
  ],
  [
    titleOf(
      runReport([
        suiteRun('unit', passing(3), {
          problems: [problem('error', 'pytest ended with 3 (internal error) although no test failed')],
        }),
      ]),
    ),
    'unit: pytest ended with 3 (internal error) although no test failed',
  ],
  [
    titleOf(
      runReport([
        suiteRun('unit', [], {
          problems: [problem('error', "tests/unit/test_a.py cannot be imported (No module named 'redis')")],
        }),
      ]),
    ),
    "unit did not start: tests/unit/test_a.py cannot be imported (No module named 'redis')",
  ],
  [
    titleOf(
      runReport([
        suiteRun('unit', passing(3), {
          problems: [problem('report-error', 'junit.xml ends in the middle of a test; 3 of at least 4 results kept')],
        }),
      ]),
    ),
    'unit: junit.xml ends in the middle of a test; 3 of at least 4 results kept',
  ],
  [
    titleOf(
      runReport([suiteRun('unit', passing(3), { problems: [problem('incomplete', 'shard 3 of 4 is missing')] })]),
    ),
    'unit: shard 3 of 4 is missing',
  ],
  [
    titleOf(
      runReport([
        suiteRun('e2e', [], {
          suite: idle,
          attempts: [round(1, { exit: exit({ reason: 'idle' }) })],
          problems: [problem('timeout', 'x')],
        }),
        suiteRun('unit', [broken], { problems: [problem('crashed', 'y')] }),
      ]),
    ),
    'e2e was silent for 1m 00s; unit crashed; 1 failure, 0 passed in 2m 10s',
  ],
  [
    titleOf(buildRunReport([suiteRun('unit', [...passing(2), flaky])], strict, time)),
    '1 flaky test fails the run, 3 passed in 2m 10s',
  ],
  [titleOf(buildRunReport([suiteRun('unit', [])], strict, time)), 'unit ran no tests'],
  [titleOf(missing(runReport([suiteRun('unit', passing(240))]))), 'coverage is 60 %; 240 passed in 2m 10s'],
  [
    titleOf(missing(runReport([suiteRun('unit', [...passing(3), broken])]))),
    '1 failure, 3 passed in 2m 10s; coverage is 60 %',
  ],
  [
    titleOf(missing(runReport([suiteRun('unit', [], { problems: [problem('config-error', 'npx not found')] })]))),
    'unit not run: npx not found; coverage is 60 %',
  ],
  [
    titleOf(
      runReport([
        suiteRun('unit', [unloadable, waiting], { problems: [problem('error', 'tests/b.py cannot be loaded')] }),
      ]),
    ),
    'unit did not start: tests/b.py cannot be loaded',
  ],
  [
    titleOf(
      runReport(
        ['a', 'b', 'c'].map((name) => suiteRun(name, [], { problems: [problem('config-error', 'tool not found')] })),
      ),
    ),
    'a not run: tool not found; 2 more suites broken',
  ],
  [titleOf(runReport([])), 'no tests ran'],
];

describe('the title', () => {
  for (const [actual, expected] of CASES) test(`says: ${expected}`, () => expect(actual).toBe(expected));

  test('is never longer than 255 bytes, nor cut inside a character', () => {
    const name = '漢'.repeat(400);
    const title = titleOf(runReport([suiteRun(name, [], { problems: [problem('config-error', name)] })]));
    expect(byteLength(title)).toBeLessThanOrEqual(255);
    expect(title.isWellFormed()).toBe(true);
    expect(title).toMatch(/…$/);
  });
});
