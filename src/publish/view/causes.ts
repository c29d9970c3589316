import type { Cause, RunDiagnosis } from '../../model/diagnosis.js';
import type { TestCase } from '../../model/run.js';
import { testKey } from '../../model/run.js';
import { causeClassOf } from '../../model/cause-class.js';
import type { PublishContext } from './context.js';
import type { RunReference } from '../../model/run.js';
import { ageOf, placeView } from './tests.js';
import type { Age, CauseView } from './view.js';

const ROUTES_SHOWN = 4;
const EVIDENCE_SHOWN = 3;

/** The causes of failing tests, new ones first, then by reach. A cause of flaky tests alone is none of them. */
export function causeViews(
  diagnosis: RunDiagnosis,
  failing: ReadonlyMap<string, TestCase>,
  context: PublishContext,
  isOneSuite = false,
): readonly CauseView[] {
  const views = diagnosis.causes
    .map((cause) => ({ cause, tests: testsOf(cause, failing) }))
    .filter(({ tests }) => tests.length > 0)
    .map(({ cause, tests }) => causeView(cause, tests, context, isOneSuite));
  return views.sort((a, b) => Number(b.age === 'new') - Number(a.age === 'new') || b.tests.length - a.tests.length);
}

function testsOf(cause: Cause, failing: ReadonlyMap<string, TestCase>): readonly TestCase[] {
  return cause.failures.flatMap((key) => failing.get(key) ?? []);
}

function causeView(cause: Cause, tests: readonly TestCase[], context: PublishContext, isOneSuite: boolean): CauseView {
  const age = causeAge(tests, context);
  const routes = routesOf(tests, context);
  const example = tests.find((test) => context.rerunCommand(test) !== null);
  return {
    id: cause.id,
    class: causeClassOf(cause),
    confidence: cause.confidence,
    rootCause: cause.rootCause,
    suggestion: cause.suggestion,
    quotes: decisiveLines(cause),
    fixCode: cause.fixCode,
    source: cause.source,
    age,
    since: sinceOf(age, tests, context),
    legs: context.legsOf(tests),
    changedHere: cause.place !== null && context.isChangedLine(cause.place),
    place: cause.place === null ? null : placeView(cause.place, context),
    unlocated: cause.place === null ? (cause.unlocated ?? '') : '',
    routes: routes.slice(0, ROUTES_SHOWN),
    moreRoutes: Math.max(0, routes.length - ROUTES_SHOWN),
    tests,
    suites: isOneSuite ? [] : [...new Set(tests.map(({ suite }) => suite))],
    rerun: example === undefined ? null : context.rerunCommand(example),
    evidence: [...new Set(tests.slice(0, 50).flatMap((test) => test.attachments))].slice(0, EVIDENCE_SHOWN),
  };
}

/** Characters that are read of one quote. */
const QUOTE_CHARS = 4000;

/** The quoted lines that say more than the root cause itself. */
function decisiveLines({ quotes, rootCause }: Cause): readonly string[] {
  const lines = quotes.flatMap((quote) => quote.slice(0, QUOTE_CHARS).split('\n')).filter((line) => line.trim() !== '');
  const title = plainSentence(rootCause);
  return lines.filter((line) => plainSentence(line) !== title);
}

/** A sentence without what pytest and a bare assertion put before it, and without marks of code. */
function plainSentence(text: string): string {
  const sentence = text.replace(/^E\s+/, '').trim();
  return sentence
    .replace(/^(?:AssertionError|AssertionFailedError|Error): /, '')
    .replaceAll('`', '')
    .replace(/\.$/, '')
    .trim();
}

/** A cause with one new failure is new: somebody has to look at it now. */
function causeAge(tests: readonly TestCase[], context: PublishContext): Age {
  if (context.baseline === null) return null;
  return tests.some((test) => ageOf(testKey(test), context) === 'new') ? 'new' : 'known';
}

function sinceOf(age: Age, tests: readonly TestCase[], { baseline }: PublishContext): RunReference | null {
  if (baseline === null || age === null) return null;
  return age === 'new' ? baseline.run : oldest(tests.map((test) => baseline.knownSince.get(testKey(test)) ?? null));
}

/** The oldest of the runs; null when one of them is not known, for it may be older. */
function oldest(runs: readonly (RunReference | null)[]): RunReference | null {
  const known = runs.filter((run) => run !== null);
  if (known.length < runs.length) return null;
  return known.reduce<RunReference | null>((first, run) => (first && first.number <= run.number ? first : run), null);
}

/** Bounded: a cause may have 100,000 tests and a route each. */
function routesOf(tests: readonly TestCase[], context: PublishContext): readonly string[] {
  const routes = new Set<string>();
  for (const test of tests.slice(0, 1000)) {
    const route = context.routeOf(test);
    if (route !== null) routes.add(route);
  }
  return [...routes].sort();
}
