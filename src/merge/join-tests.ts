import { keysOf, repeatedKeys } from '../shards/canonical-order.js';
import type { NonEmpty, TestAttempt, TestCase } from '../model/run.js';
import { finalStateOf, isBad } from '../verdict/final-state.js';
import { countedAs } from '../verdict/totals.js';

/**
 * The tests of one suite over all legs of a group. A test that several legs report (a set-up that each of them needs, a file
 * that none can load) counts by its worst result.
 */
export function joinTests(parts: readonly (readonly TestCase[])[]): readonly TestCase[] {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  // One allocation: `flat` makes a larger list again and again.
  const tests = new Array<TestCase>().concat(...parts);
  const keys = keysOf(tests.length, (at) => tests[at]?.id ?? '');
  const repeated = repeatedKeys(keys.toSorted());
  if (repeated.size === 0) return tests;
  const joined: TestCase[] = [];
  // Only tests that may be reported again are looked up: a merge has a million of them.
  const places = new Map<string, number>();
  for (const [at, test] of tests.entries()) {
    const isRepeated = repeated.has(keys[at] ?? 0);
    const place = (isRepeated ? places.get(test.id) : undefined) ?? joined.length;
    const known = joined[place];
    if (known === undefined || rank(test) < rank(known)) joined[place] = test;
    if (isRepeated) places.set(test.id, place);
  }
  return joined;
}

function rank(test: TestCase): number {
  const state = finalStateOf(test);
  const counted = countedAs(state);
  if (counted === 'failed') return state === 'quarantined' ? 3 : 0;
  if (counted === 'error') return state === 'not-run' ? 5 : 1;
  if (counted === 'passed') return state === 'flaky' ? 2 : 4;
  return 6;
}

/**
 * A test with what earlier attempts of its job saw: one that failed then and passes now is flaky, as it was on one commit.
 * Passes of before say nothing of a failure now.
 */
export function withEarlier(test: TestCase, earlier: readonly TestCase[]): TestCase {
  const failed = earlier.flatMap(({ attempts }) => attempts.filter(({ status }) => isBad(status)));
  if (failed.length === 0) return test;
  const all = [...failed, ...test.attempts].map((attempt, at): TestAttempt => ({ ...attempt, number: at + 1 }));
  return { ...test, attempts: all as unknown as NonEmpty<TestAttempt> };
}
