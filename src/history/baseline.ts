// Which failures are new, known since an earlier run or fixed, and which tests were flaky lately, by the history of a branch.
import { finalStateOf } from '../verdict/final-state.js';
import type { Baseline, FinalState, RunReference, RunReport, TrendPoint } from '../model/run.js';
import { testKey } from '../model/run.js';
import {
  MOST_RUNS,
  testDigest,
  UNKNOWN_RUN,
  type History,
  type PastFailure,
  type PastRun,
  type PastTotals,
} from './history-file.js';
import { formatCount } from '../text/format.js';

const FAILING: ReadonlySet<FinalState> = new Set(['failed', 'order-dependent', 'error', 'lost', 'timeout', 'crashed']);
const SILENT: ReadonlySet<FinalState> = new Set(['not-run', 'cancelled']);
const MOST_STEADY = 999;
const GOOD: ReadonlySet<FinalState> = new Set(['passed', 'flaky']);

interface Remembered {
  readonly key: string;
  readonly id: string;
  readonly digest: string;
  readonly state: FinalState;
}

/** Tests whose state matters beside a history: without failures and flaky tests in it, those that passed do not. */
function remembered({ suites }: RunReport, past: History | null): readonly Remembered[] {
  const isAny = past !== null && past.failing.size + past.flaky.size > 0;
  const found: Remembered[] = [];
  for (const { tests } of suites)
    for (const test of tests) {
      const state = finalStateOf(test);
      if (state === 'passed' && !isAny) continue;
      const key = testKey(test);
      found.push({ key, id: test.id, digest: testDigest(key), state });
    }
  return found;
}

/** New, known and fixed, by comparing sets of failing tests. `urlOf` leads to a run. */
export function compareWithHistory(
  report: RunReport,
  history: History,
  urlOf: (run: PastRun) => string | null,
): Baseline {
  const tests = remembered(report, history);
  const refer = (run: PastRun): RunReference => ({ number: run.number, url: urlOf(run) });
  const failing = tests.filter(({ state }) => FAILING.has(state));
  const known = failing.flatMap(({ key, digest }) => {
    const past = history.failing.get(digest);
    return past === undefined
      ? []
      : [[key, past.since.number === UNKNOWN_RUN.number ? null : refer(past.since)] as const];
  });
  const knownSince = new Map(known);
  return {
    run: refer(history.run),
    newKeys: new Set(failing.flatMap(({ key }) => (knownSince.has(key) ? [] : [key]))),
    knownSince,
    fixed: tests.flatMap(({ id, digest, state }) => (GOOD.has(state) && history.failing.has(digest) ? [id] : [])),
    flakiness: new Map(
      tests.flatMap(({ key, digest }) => {
        const runs = history.flaky.get(digest)?.length ?? 0;
        return runs === 0
          ? []
          : [[key, `${runs} of the last ${formatCount(Math.max(runs, history.recent.length), 'run')}`] as const];
      }),
    ),
  };
}

/** This run, to be remembered by later ones. */
export interface HistoryEntry {
  readonly sha: string;
  readonly run: PastRun;
  /** Cause id by test key. */
  readonly causes: ReadonlyMap<string, string>;
  /** False where an earlier history could not be read: a failure may be older than this run. */
  readonly isPastKnown: boolean;
}

/** The history with this run in it. A test that gave no verdict, because its suite was cut off, stays as it was. */
export function extendHistory(report: RunReport, previous: History | null, now: HistoryEntry): History {
  const { sha, run, causes, isPastKnown } = now;
  const first = isPastKnown ? run : UNKNOWN_RUN;
  const tests = remembered(report, previous);
  const recent = [run.number, ...(previous?.recent ?? []).filter((number) => number !== run.number)];
  const kept = recent.slice(0, MOST_RUNS);
  const failing = new Map(stillUnknown(tests, previous, report));
  for (const { key, digest, state } of tests) {
    if (!FAILING.has(state)) continue;
    failing.set(digest, { since: previous?.failing.get(digest)?.since ?? first, cause: causes.get(key) ?? '' });
  }
  const flaky = flakyRuns(tests, previous, run.number, kept);
  const totals = [
    { ...run, ...totalsOf(report) },
    ...(previous?.totals ?? []).filter(({ number }) => number !== run.number),
  ];
  return {
    sha,
    run,
    failing,
    recent: kept,
    flaky,
    totals: totals.slice(0, MOST_RUNS),
    steady: steadyRuns(report, previous),
  };
}

/** How many tests of a run passed, and how many did not. */
function totalsOf({ suites, totals, durationMs }: RunReport): Omit<PastTotals, keyof PastRun> {
  const { total, passed, skipped, quarantined } = totals;
  const isComplete = suites.every(({ outcome }) => outcome === 'passed' || outcome === 'failed');
  const failed = total - passed - skipped - quarantined;
  return { passed, failed, isComplete, durationMs: Math.max(0, Math.round(durationMs)) };
}

/** The last runs of a history, the oldest first, then this one. */
export function trendOf(
  report: RunReport,
  history: History,
  now: RunReference,
  urlOf: (run: PastRun) => string | null,
): readonly TrendPoint[] {
  const past = history.totals.map(({ number, id, ...totals }) => ({
    run: { number, url: urlOf({ number, id }) },
    ...totals,
  }));
  return [...past.toReversed(), { run: now, ...totalsOf(report) }];
}

/** Quarantined tests, with the number of runs in a row that they have passed. */
function steadyRuns({ suites }: RunReport, previous: History | null): ReadonlyMap<string, number> {
  const quarantined = suites.flatMap(({ tests }) => tests.filter(({ quarantine }) => quarantine !== null));
  return new Map(
    quarantined.flatMap((test) => {
      const digest = testDigest(testKey(test));
      const before = previous?.steady.get(digest) ?? 0;
      const state = finalStateOf(test);
      if (state === 'passed') return [[digest, Math.min(MOST_STEADY, before + 1)] as const];
      return SILENT.has(state) && before > 0 ? [[digest, before] as const] : [];
    }),
  );
}

/** Failures of before whose tests said nothing this time. Those of a complete run are gone: removed or renamed. */
function stillUnknown(
  tests: readonly Remembered[],
  previous: History | null,
  { suites }: RunReport,
): readonly (readonly [string, PastFailure])[] {
  if (previous === null) return [];
  const isComplete = suites.every(({ outcome }) => outcome === 'passed' || outcome === 'failed');
  const reported = new Set(tests.flatMap(({ digest, state }) => (SILENT.has(state) ? [] : [digest])));
  const present = new Set(tests.map(({ digest }) => digest));
  return [...previous.failing].filter(([digest]) => !reported.has(digest) && (!isComplete || present.has(digest)));
}

function flakyRuns(
  tests: readonly Remembered[],
  previous: History | null,
  number: number,
  kept: readonly number[],
): ReadonlyMap<string, readonly number[]> {
  const flaky = new Map<string, readonly number[]>();
  for (const [digest, runs] of previous?.flaky ?? []) {
    const still = runs.filter((run) => kept.includes(run) && run !== number);
    if (still.length > 0) flaky.set(digest, still);
  }
  for (const { digest, state } of tests) {
    if (state === 'flaky') flaky.set(digest, [number, ...(flaky.get(digest) ?? [])]);
  }
  return flaky;
}
