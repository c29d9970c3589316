import type { AttemptStatus, FinalState, TestCase } from '../model/run.js';

const BAD: readonly AttemptStatus[] = ['failed', 'error', 'timeout', 'crashed', 'lost'];

/** True for a status that speaks against the test itself; not having run, or being interrupted, does not. */
export function isBad(status: AttemptStatus): boolean {
  return BAD.includes(status);
}

/**
 * The truth about one test. Flaky is only a test that failed and then passed; one that was skipped or did not run
 * when it was tried again keeps its failure.
 */
export function finalStateOf(test: TestCase): FinalState {
  const [first, ...more] = test.attempts;
  // Nearly every test has one attempt, and everything asks for its state.
  const state =
    more.length === 0 ? stateOfOne(first.status) : stateOfAttempts(test.attempts.map(({ status }) => status));
  return test.quarantine !== null && isForgivable(state) ? 'quarantined' : state;
}

function isForgivable(state: FinalState): boolean {
  return state === 'failed' || state === 'error' || state === 'lost';
}

function stateOfOne(status: AttemptStatus): FinalState {
  return status === 'interrupted' ? 'cancelled' : status;
}

function stateOfAttempts(statuses: readonly AttemptStatus[]): FinalState {
  const last = statuses.at(-1) ?? 'not-run';
  const bad = statuses.filter(isBad).at(-1);
  if (last === 'passed') return bad === undefined ? 'passed' : 'flaky';
  if (bad !== undefined) return bad as FinalState;
  return stateOfOne(last);
}
