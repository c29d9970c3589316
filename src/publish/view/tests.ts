import type { SourcePlace } from '../../model/report.js';
import { type FinalState, type RunReport, type TestAttempt, type TestCase, testKey } from '../../model/run.js';
import { firstLine } from '../../text/bounds.js';
import { formatCount, formatDuration } from '../../text/format.js';
import { shortLine } from '../../text/visible.js';
import { describePasses } from '../../verdict/retry-story.js';
import { decisiveAttempt, finalStateOf } from '../../verdict/final-state.js';
import { permalink } from '../link.js';
import type { PublishContext } from './context.js';
import type { Age, FlakyView, PlaceView, TestView } from './view.js';

/** Shorter durations are not worth listing. */
const NOTABLE_MS = 1000;

/** A function that describes one test for a reader. Places that the diagnosis knows go before the declared one. */
export function testDescriber(
  context: PublishContext,
  places: ReadonlyMap<string, SourcePlace>,
): (test: TestCase) => TestView {
  return (test) => {
    const key = testKey(test);
    const state = finalStateOf(test);
    return {
      key,
      suite: test.suite,
      id: test.id,
      name: test.name,
      state,
      age: isFailing(state) ? ageOf(key, context) : null,
      place: placeView(places.get(key) ?? decisiveAttempt(test).place ?? test, context),
      route: context.routeOf(test),
      message: firstLine(decisiveAttempt(test).message),
      durationMs: longestMs(test),
    };
  };
}

/**
 * A test as people read it. An id that is only a place (Behave's `features/cart.feature:7`) stands behind the title that
 * the author gave it.
 */
export function labelOf({ id, name }: Pick<TestCase, 'id' | 'name'>): string {
  const isPlace = /:\d+(?: -- @\S+)?$/.test(id);
  return isPlace && name !== '' && !id.includes(name) ? `${name} (${id})` : id;
}

/** New or known; null when there is nothing to compare with. */
export function ageOf(key: string, { baseline }: PublishContext): Age {
  if (baseline === null) return null;
  return baseline.newKeys.has(key) ? 'new' : 'known';
}

/** A place a person can click, when the file is in the repository; its bare path when it is not. */
export function placeView(place: SourcePlace, context: PublishContext): PlaceView | null {
  if (place.file === '') return null;
  const tracked = context.resolvePath(place.file);
  if (tracked === null || context.repositoryUrl === null || context.headSha === '') {
    return { path: tracked ?? place.file, line: place.line, url: null };
  }
  return {
    path: tracked,
    line: place.line,
    url: permalink(context.repositoryUrl, context.headSha, tracked, place.line),
  };
}

/** Milliseconds of the longest attempt. */
function longestMs(test: TestCase): number {
  return test.attempts.reduce((longest, { durationMs }) => Math.max(longest, durationMs), 0);
}

/** What happened to a flaky test, from its attempts alone. */
export function flakyView(test: TestCase, context: PublishContext): FlakyView {
  const bad = test.attempts.filter(({ status }) => status !== 'passed');
  const times = bad.length === 1 ? 'once' : formatCount(bad.length, 'time');
  return {
    test,
    story: `failed ${times}${why(bad[0])}${describePasses(test)}`,
    history: context.baseline?.flakiness.get(testKey(test)) ?? '',
  };
}

function why(attempt: TestAttempt | undefined): string {
  if (attempt === undefined) return '';
  const message = shortLine(firstLine(attempt.message), 160);
  if (message !== '') return ` (${message})`;
  return attempt.status === 'timeout' ? ` (still running after ${formatDuration(attempt.durationMs)})` : '';
}

/** The tests that took longest, a second at least, at most `limit`, the longest first; a single pass. */
export function slowestOf({ suites }: RunReport, limit: number): readonly TestCase[] {
  const slowest: { readonly test: TestCase; readonly ms: number }[] = [];
  const add = (test: TestCase): void => {
    const ms = longestMs(test);
    if (ms < NOTABLE_MS || (slowest.length === limit && ms <= (slowest.at(-1)?.ms ?? 0))) return;
    const at = slowest.findIndex((other) => other.ms < ms);
    slowest.splice(at < 0 ? slowest.length : at, 0, { test, ms });
    slowest.length = Math.min(slowest.length, limit);
  };
  for (const { tests } of suites) tests.forEach(add);
  return slowest.map(({ test }) => test);
}

/** A test that did not just pass, with its final state. */
export interface NotableTest {
  readonly test: TestCase;
  readonly state: Exclude<FinalState, 'passed'>;
}

const FAILING: ReadonlySet<FinalState> = new Set(['failed', 'order-dependent', 'error', 'lost', 'timeout', 'crashed']);

/** True for a state that speaks against the test. A test that never ran is missing, not failing. */
export function isFailing(state: FinalState): boolean {
  return FAILING.has(state);
}

/** The tests that did not just pass, in the order of the report. A large run has few of them. */
export function notableTests({ suites }: RunReport): readonly NotableTest[] {
  const notable: NotableTest[] = [];
  for (const { tests } of suites)
    for (const test of tests) {
      const state = finalStateOf(test);
      if (state !== 'passed') notable.push({ test, state });
    }
  return notable;
}
