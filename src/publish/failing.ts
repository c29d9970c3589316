import { finalStateOf } from '../execution/final-state.js';
import type { FinalState, RunReport, TestCase } from '../model/run.js';

/** A test with its final state, worked out once. */
export interface StatedTest {
  readonly test: TestCase;
  readonly state: FinalState;
}

const FAILING: ReadonlySet<FinalState> = new Set(['failed', 'error', 'lost', 'timeout', 'crashed']);

/** True for a state that speaks against the test. A test that never ran is missing, not failing. */
export function isFailing(state: FinalState): boolean {
  return FAILING.has(state);
}

/** Every test of the run with its state, in the order of the report. */
export function stateTests(report: RunReport): readonly StatedTest[] {
  return report.suites.flatMap((suite) => suite.tests.map((test) => ({ test, state: finalStateOf(test) })));
}

/** The attempt that shows what is wrong: the last one that failed, else the last. */
export function tellingAttempt(test: TestCase): TestCase['attempts'][number] {
  const bad = test.attempts.findLast(({ status }) => FAILING.has(status as FinalState));
  return bad ?? test.attempts.at(-1) ?? test.attempts[0];
}
