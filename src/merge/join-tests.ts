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
  const joined = new Map<string, TestCase>();
  for (const part of parts)
    for (const test of part) {
      const known = joined.get(test.id);
      if (known === undefined || rank(test) < rank(known)) joined.set(test.id, test);
    }
  return [...joined.values()];
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
