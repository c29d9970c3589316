import { finalStateOf } from '../../verdict/final-state.js';
import type { RunDiagnosis } from '../../model/diagnosis.js';
import type { RunReport, TestCase } from '../../model/run.js';
import { testKey } from '../../model/run.js';
import { causeViews } from './causes.js';
import type { PublishContext } from './context.js';
import type { RunReference } from '../../model/run.js';
import { isFailing, notableTests, type NotableTest } from './tests.js';
import { problemViews } from './problems.js';
import { isCoveredByHeadline } from './suite-headline.js';
import { suiteView } from './suites.js';
import { ageOf, flakyView, slowestOf, testDescriber } from './tests.js';
import { titleOf, type TitleFacts } from './title.js';
import type { CauseView, ReportView } from './view.js';

const SLOWEST_SHOWN = 10;

/** The one value that every renderer reads, from the report, its diagnosis and the world around the run. */
export function buildView(report: RunReport, diagnosis: RunDiagnosis, context: PublishContext): ReportView {
  const notable = notableTests(report);
  const failing = new Map(testsIn(notable, isFailing).map((test) => [testKey(test), test]));
  const causes = causeViews(diagnosis, failing, context, report.suites.length === 1);
  const explained = new Set(causes.flatMap((cause) => cause.tests.map(testKey)));
  const unexplained = [...failing.values()].filter((test) => !explained.has(testKey(test)));
  const places = new Map(diagnosis.diagnoses.flatMap(({ key, place }) => (place === null ? [] : [[key, place]])));
  return {
    title: titleOf(report, titleFacts(report, notable, causes, unexplained.length, context)),
    conclusion: report.conclusion,
    context,
    durationMs: report.durationMs,
    startedAt: report.startedAt,
    suites: report.suites.map(suiteView),
    problems: problemViews(report, context),
    causes,
    unexplained,
    failing: failing.size,
    fresh: [...failing.keys()].filter((key) => ageOf(key, context) === 'new').length,
    flaky: testsIn(notable, (state) => state === 'flaky').map((test) => flakyView(test, context)),
    quarantined: notable.flatMap(({ test, state }) =>
      state === 'quarantined' && test.quarantine !== null ? [{ test, quarantine: test.quarantine }] : [],
    ),
    fixed: context.baseline?.fixed ?? [],
    slowest: slowestOf(report, SLOWEST_SHOWN),
    notes: diagnosis.notes,
    describe: testDescriber(context, places),
  };
}

function testsIn(
  notable: readonly NotableTest[],
  wanted: (state: NotableTest['state']) => boolean,
): readonly TestCase[] {
  return notable.filter(({ state }) => wanted(state)).map(({ test }) => test);
}

function titleFacts(
  report: RunReport,
  notable: readonly NotableTest[],
  causes: readonly CauseView[],
  unexplained: number,
  context: PublishContext,
): TitleFacts {
  const failing = testsIn(notable, (state) => isFailing(state) && state !== 'order-dependent');
  const keys = new Set(failing.map(testKey));
  const known = failing.filter((test) => ageOf(testKey(test), context) === 'known');
  const own = causes.filter(({ tests }) => tests.some((test) => keys.has(testKey(test))));
  const counted = known.length === failing.length ? own : own.filter(({ age }) => age !== 'known');
  return {
    failing: failing.length,
    beside: unreported(report),
    known: context.baseline === null ? null : known.length,
    knownSince: onlyRun(known, context),
    lost: notable.filter(({ state }) => state === 'lost').length,
    causes: unexplained > 0 ? 0 : counted.length,
    fixed: context.baseline?.fixed.length ?? 0,
    comparedWith: context.baseline?.run ?? null,
  };
}

/** Failing tests that no headline of a suite names. */
function unreported({ suites }: RunReport): number {
  let count = 0;
  for (const suite of suites) {
    for (const test of suite.tests) {
      const state = finalStateOf(test);
      if (isFailing(state) && !isCoveredByHeadline(suite, state)) count += 1;
    }
  }
  return count;
}

/** The run since which all of them fail, when it is one and the same. */
function onlyRun(known: readonly TestCase[], { baseline }: PublishContext): RunReference | null {
  const runs = known.map((test) => baseline?.knownSince.get(testKey(test)) ?? null);
  const first = runs[0] ?? null;
  return first !== null && runs.every((run) => run?.number === first.number) ? first : null;
}
