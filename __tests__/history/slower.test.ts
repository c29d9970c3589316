import { expect, test } from '@jest/globals';
import { slowerTests } from '../../src/history/slower.js';
import { addTimings, NO_TIMINGS } from '../../src/history/timings.js';
import { buildView } from '../../src/publish/view/build-view.js';
import { renderSummary } from '../../src/publish/markdown/report.js';
import { attempt, NOT_DIAGNOSED, publishContext, runReport, suiteRun, testCase } from '../publish/build.js';

const TESTS = 300;

/** A reproducible source of numbers between 0 and 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Durations of all tests in one run: from 0.1 to 10 s, each with up to 40 % of noise. */
function durations(next: () => number, machine = 1): readonly number[] {
  return Array.from({ length: TESTS }, (_, at) => machine * 100 * 1.0155 ** at * (0.8 + 0.4 * next()));
}

function past(next: () => number, runs: number) {
  let timings = NO_TIMINGS;
  for (let run = 0; run < runs; run += 1)
    timings = addTimings(
      timings,
      durations(next).map((durationMs, at) => ({ suite: 'unit', id: `t${at}`, durationMs })),
      TESTS,
    );
  return timings;
}

function reportOf(times: readonly number[], status: 'passed' | 'failed' = 'passed') {
  const tests = times.map((durationMs, at) => testCase(`t${at}`, { attempts: [attempt(status, { durationMs })] }));
  return runReport([suiteRun('unit', tests)]);
}

test('noise makes no test slower, nor does a machine that is slow as a whole', () => {
  const next = numbers(1);
  const timings = past(next, 20);
  for (let run = 0; run < 50; run += 1)
    expect([...slowerTests(reportOf(durations(next, 1 + (run % 5) / 2)), timings).keys()]).toEqual([]);
});

test('a test that takes three times as long is named, also on a slow machine, and those that lost most come first', () => {
  const next = numbers(2);
  const timings = past(next, 20);
  for (const machine of [1, 2]) {
    const times = durations(next, machine).map((ms, at) => (at === 200 || at === 250 ? 3 * ms : ms));
    expect([...slowerTests(reportOf(times), timings).keys()]).toEqual(['unit\nt250', 'unit\nt200']);
  }
});

test('nothing is said of few runs, of failures, and of milliseconds', () => {
  const next = numbers(3);
  const times = durations(next);
  const slow = times.map((ms, at) => (at === 250 ? 3 * ms : ms));
  expect(slowerTests(reportOf(slow), past(next, 4)).size).toBe(0);
  expect(slowerTests(reportOf(slow, 'failed'), past(next, 20)).size).toBe(0);
  const tiny = times.map((ms, at) => (at === 0 ? 4 * ms : ms));
  expect(slowerTests(reportOf(tiny), past(next, 20)).size).toBe(0);
});

test('the job summary reports how long it usually takes', () => {
  const slower = new Map([['unit\nt1', { durationMs: 12_000, usualMs: 3000, runs: 20 }]]);
  const compared = { run: { number: 1, url: null }, newKeys: new Set<string>(), knownSince: new Map(), fixed: [] };
  const baseline = { ...compared, flakiness: new Map<string, string>(), slower };
  const view = buildView(reportOf([1]), NOT_DIAGNOSED, publishContext({ baseline }));
  const summary = renderSummary(view, 60_000);
  expect(summary).toContain('1 test slower than in earlier runs');
  expect(summary).toContain('- 12s, usually 3.0s (20 runs) `t1` (unit)');
});
