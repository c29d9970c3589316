// The final state of a test over all its attempts; that of an attempt that did not end is decided in execution/results.
import type { AttemptStatus, FinalState, TestAttempt, TestCase } from '../model/run.js';

const BAD: readonly AttemptStatus[] = ['failed', 'error', 'timeout', 'crashed', 'lost'];
const FORGIVABLE: readonly AttemptStatus[] = ['failed', 'error', 'lost'];

/** True for a status that speaks against the test itself; not having run, or being interrupted, does not. */
export function isBad(status: AttemptStatus): boolean {
  return BAD.includes(status);
}

/**
 * The truth about one test. Flaky is only a test that failed and then passed after the same tests as before; one that
 * passed only in a smaller set is order-dependent; one that was skipped or did not run when it was tried again keeps its
 * failure.
 */
export function finalStateOf(test: TestCase): FinalState {
  const { attempts } = test;
  // Nearly every test has one attempt, and everything asks for its state.
  const state = attempts.length === 1 ? stateOfOne(attempts[0].status) : stateOfAttempts(attempts);
  return test.quarantine !== null && isForgivable(state, attempts) ? 'quarantined' : state;
}

/** What is reported of a test that was running when a time limit of ours ended its suite. */
export const STILL_RUNNING = 'still running when the time limit ended the suite';

/** True for a test that a time limit of its suite ended; one that ran into its own limit was over. */
export function isHung({ attempts }: Pick<TestCase, 'attempts'>): boolean {
  const last = attempts.at(-1);
  return last?.status === 'timeout' && (last.message === '' || last.message.startsWith(STILL_RUNNING));
}

/** The attempt that shows what is wrong with a test: the last that failed with a message of its own, else the last. */
export function decisiveAttempt({ attempts }: Pick<TestCase, 'attempts'>): TestAttempt {
  const own = attempts.findLast(({ status }) => isBad(status) && status !== 'lost');
  return own ?? attempts.at(-1) ?? attempts[0];
}

function isForgivable(state: FinalState, attempts: readonly TestAttempt[]): boolean {
  if (state !== 'order-dependent') return FORGIVABLE.includes(state as AttemptStatus);
  return attempts.every(({ status }) => !isBad(status) || FORGIVABLE.includes(status));
}

function stateOfOne(status: AttemptStatus): FinalState {
  return status === 'interrupted' ? 'cancelled' : status;
}

function stateOfAttempts(attempts: readonly TestAttempt[]): FinalState {
  const last = attempts.at(-1)?.status ?? 'not-run';
  const bad = attempts.findLast(({ status }) => isBad(status))?.status;
  if (bad === undefined) return stateOfOne(last);
  if (isOrderDependent(attempts)) return 'order-dependent';
  return last === 'passed' ? 'flaky' : (bad as FinalState);
}

/**
 * True when a test failed every time it ran after the tests of the first attempt and passed only without some of them.
 * One that both failed and passed in the same smaller set needs no other test to fail.
 */
function isOrderDependent(attempts: readonly TestAttempt[]): boolean {
  const last = attempts.at(-1);
  if (last === undefined || (last.status !== 'passed' && !(isBad(last.status) && last.ranWith === undefined)))
    return false;
  const sets = (wanted: (status: AttemptStatus) => boolean): ReadonlySet<number | undefined> =>
    new Set(attempts.flatMap(({ status, ranWith }) => (wanted(status) ? [ranWith] : [])));
  const passes = sets((status) => status === 'passed');
  const failures = sets(isBad);
  return (
    failures.has(undefined) && passes.size > 0 && [...passes].every((set) => !failures.has(set) && set !== undefined)
  );
}
