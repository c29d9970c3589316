// Words about retries: on which attempt a test passed, and on which tests an order-dependent one depends.
import type { TestAttempt, TestCase } from '../model/run.js';
import { formatCount } from '../text/format.js';

/** When the first attempt began to run a test, in epoch milliseconds; infinite when it did not, or when that is not known. */
export function firstStart(attempts: readonly TestAttempt[]): number {
  const first = attempts.find(({ number }) => number === 1);
  if (first === undefined || first.startedAt === null) return Infinity;
  // What was skipped in no time (a mark, a whole module) ran nothing that another test could depend on.
  return first.status === 'skipped' && first.durationMs === 0 ? Infinity : first.startedAt;
}

/**
 * `, passed on attempt 2 (alone)` for every attempt of a test that passed; counted over rounds and the retries of the
 * runner alike, as a person sees them happen. Empty when none passed.
 */
export function describePasses({ attempts }: Pick<TestCase, 'attempts'>): string {
  return attempts
    .flatMap((attempt, index) =>
      attempt.status === 'passed' ? [`, passed on attempt ${index + 1}${describeSet(attempt)}`] : [],
    )
    .join('');
}

/** In which set a rerun ran; empty for the first attempt and retries within it. */
function describeSet({ number, ranWith }: TestAttempt): string {
  if (number === 1) return '';
  if (ranWith === undefined) return ' (after the same tests as before)';
  return ranWith === 1 ? ' (alone)' : ` (in a rerun of ${formatCount(ranWith, 'test')})`;
}

/** How an order-dependent test depends on others: `fails after tests/a.py::test_b, passes alone`. */
export function describeOrderDependence(test: TestCase, all: readonly TestCase[]): string {
  const at = firstStart(test.attempts);
  const before = at === Infinity ? [] : all.filter(({ attempts }) => firstStart(attempts) < at);
  const passed = test.attempts.findLast(({ status, ranWith }) => status === 'passed' && ranWith !== undefined);
  const where = passed?.ranWith === 1 ? 'alone' : `in a rerun of ${formatCount(passed?.ranWith ?? 0, 'test')}`;
  return `fails ${describeBefore(before)}, passes ${where}`;
}

function describeBefore(before: readonly TestCase[]): string {
  const [first] = before;
  if (first === undefined) return 'when the whole suite runs';
  return before.length === 1 ? `after ${first.id}` : `after ${formatCount(before.length, 'other test')}`;
}
