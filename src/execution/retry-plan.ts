// What the next round reruns, or why nothing is rerun: suite error, `retry-max-failures`, nothing left.
import type { SuiteProblem } from '../model/problem.js';
import type { AttemptStatus, SuiteAttempt } from '../model/run.js';
import type { PreparedSuite, SelectedTest } from '../runners/runner.js';
import { finalStateOf, isBad } from '../verdict/final-state.js';
import { firstStart } from '../verdict/retry-story.js';
import { type AttemptOutput, hasSession, type ObservedTest } from './results/attempt-output.js';
import { formatCount } from '../text/format.js';

/** One attempt after the first. */
export interface RetryBatch {
  readonly mode: SuiteAttempt['mode'];
  /** Null: all tests. */
  readonly tests: readonly SelectedTest[] | null;
  /** Tests whose result counts, when these are fewer. */
  readonly counted?: readonly SelectedTest[];
}

export interface RetryLimits {
  /** Null: `max(20, 10 %)` of the tests. */
  readonly maxFailures: number | null;
  /** False: a rerun repeats the whole suite or nothing. */
  readonly canSelect: boolean;
}

export type RetryPlan = { readonly batches: readonly RetryBatch[] } | { readonly refused: string };

/** Hung and crashed tests that are tried again, each in an attempt of its own. */
const MOST_ALONE = 10;
const SUITE_ERROR = 'the suite itself has an error';

/** Problems of a suite that a rerun of its tests does not change, each with its reason. */
const NOT_RETRYABLE: Partial<Record<NonNullable<SuiteProblem['forces']>, string>> = {
  'config-error': SUITE_ERROR,
  error: SUITE_ERROR,
  'report-error': 'the report of the suite has an error',
  'no-tests': 'the suite has no tests',
  cancelled: 'the suite was cancelled',
};

/**
 * What the next round reruns: exactly the tests that have not passed. Those that never ran come first and by themselves,
 * so that no known failure stops them again; those that hung or crashed come last and alone. Refused when the build is
 * broken rather than flaky.
 */
export function planRetry(
  tests: readonly ObservedTest[],
  problems: readonly SuiteProblem[],
  prepared: PreparedSuite,
  limits: RetryLimits,
): RetryPlan {
  const open = openTests(tests, prepared);
  const reason = problems.map(({ forces }) => forces && NOT_RETRYABLE[forces]).find(Boolean);
  if (reason && (open.length > 0 || reason === SUITE_ERROR)) return { refused: `nothing is rerun: ${reason}` };
  if (open.length === 0) return { batches: [] };
  if (!limits.canSelect) return { refused: `nothing is rerun: ${whyNot(prepared)}` };
  const bad = tests.filter((test) => isBad(lastStatus(test))).length;
  const most = limits.maxFailures ?? Math.max(20, Math.ceil(tests.length / 10));
  if (bad > most)
    return {
      refused: `nothing is rerun: ${formatCount(bad, 'failure')} ${bad === 1 ? 'is' : 'are'} more than \`retry-max-failures\` (${most})`,
    };
  return { batches: batchesOf(withGroups(open, tests)) };
}

/** The reruns of a round, then the replay: once nothing is left to rerun, or no round is. `testsNow` returns the ledger. */
export function* batchesOfRound(
  batches: readonly RetryBatch[],
  isLast: boolean,
  prepared: PreparedSuite,
  testsNow: () => readonly ObservedTest[],
): Generator<RetryBatch> {
  yield* batches;
  const tests = testsNow();
  const replay = isLast || openTests(tests, prepared).length === 0 ? planReplay(tests, prepared) : null;
  if (replay !== null) yield replay;
}

/** Tests that a further attempt could still make good. */
function openTests(
  tests: readonly ObservedTest[],
  { nativeRetries }: Pick<PreparedSuite, 'nativeRetries'>,
): readonly ObservedTest[] {
  return tests.filter((test) => isOpen(lastStatus(test), nativeRetries) && finalStateOf(test) !== 'order-dependent');
}

/**
 * The attempt that distinguishes a flaky test from an order-dependent one: tests that failed and then passed in a smaller set run
 * once more after everything that ran before them in the first attempt. The whole line of a command runs again, because
 * it is unknown what it would have run after the failure. Null when there is no such test.
 */
function planReplay(
  tests: readonly ObservedTest[],
  { resultSource }: Pick<PreparedSuite, 'resultSource'>,
): RetryBatch | null {
  const counted = tests.filter((test) => lastStatus(test) === 'passed' && finalStateOf(test) === 'order-dependent');
  if (counted.length === 0) return null;
  if (resultSource === 'reports') return { mode: 'full', tests: null };
  const latest = Math.max(...counted.map(beganAt));
  const before = tests.filter((test) => beganAt(test) <= latest);
  return { mode: 'replay', tests: before.toSorted((a, b) => beganAt(a) - beganAt(b)), counted };
}

const beganAt = ({ attempts }: ObservedTest): number => firstStart(attempts);

function whyNot({ resultSource, canSelect }: PreparedSuite): string {
  if (resultSource === 'reports') return 'this suite cannot run single tests; set `rerun`';
  if (!canSelect) return 'this suite only runs as a whole';
  return 'single tests cannot be selected without events';
}

function lastStatus(test: ObservedTest): AttemptStatus {
  return test.attempts.at(-1)?.status ?? 'not-run';
}

/** A tool that retries by itself has had its tries at failures; only what never ended is left to us. */
function isOpen(status: AttemptStatus, nativeRetries: boolean): boolean {
  if (status === 'not-run' || status === 'crashed' || status === 'interrupted') return true;
  if (status === 'lost') return false;
  return isBad(status) && !nativeRetries;
}

/** Members of a serial group run together or fail for want of what came before. */
function withGroups(open: readonly ObservedTest[], tests: readonly ObservedTest[]): readonly ObservedTest[] {
  const groups = new Set(open.map((test) => test.group).filter((group) => group !== ''));
  if (groups.size === 0) return open;
  const ids = new Set(open.map((test) => test.id));
  return tests.filter((test) => ids.has(test.id) || groups.has(test.group));
}

function batchesOf(open: readonly ObservedTest[]): readonly RetryBatch[] {
  const isSuspect = (test: ObservedTest): boolean =>
    ['timeout', 'crashed'].includes(lastStatus(test)) && test.group === '';
  const others = open.filter((test) => !isSuspect(test));
  const groups = new Set(others.filter((test) => !isWaiting(test)).map(({ group }) => group));
  // Members of a serial group stay together.
  const isFirst = (test: ObservedTest): boolean => isWaiting(test) && (test.group === '' || !groups.has(test.group));
  const subsets = [others.filter(isFirst), others.filter((test) => !isFirst(test))];
  const suspects = open.filter(isSuspect).slice(0, MOST_ALONE);
  return [
    ...subsets.filter(({ length }) => length > 0).map((tests): RetryBatch => ({ mode: 'subset', tests })),
    ...suspects.map((test): RetryBatch => ({ mode: 'alone', tests: [test] })),
  ];
}

/** True for a test that has not had its turn: no attempt ended it. */
function isWaiting(test: ObservedTest): boolean {
  return ['not-run', 'interrupted'].includes(lastStatus(test));
}

/**
 * True when a rerun can ask for exactly these tests: through a runner that reported them itself, through the template
 * of a command, or through our filter in a command whose tests all come from pytest.
 */
export function canSelect(
  prepared: PreparedSuite,
  outputs: readonly AttemptOutput[],
  tests: readonly { readonly id: string }[],
): boolean {
  const events = outputs.flatMap((output) => output.events);
  if (prepared.resultSource === 'events') return prepared.canSelect && hasSession(events);
  if (prepared.canSelect) return true;
  const isPytest = events.every((event) => event.e !== 'session' || event.runner === 'pytest');
  const reported = new Set(events.flatMap((event) => (event.e === 'collected' ? event.tests.map(({ id }) => id) : [])));
  return isPytest && tests.every(({ id }) => reported.has(id));
}

/** True when a runner could not even load our event writer, because its interpreter is shut off from the environment. */
export function refusesStream({ events, tail }: AttemptOutput): boolean {
  return !hasSession(events) && /(Error importing plugin "|No module named '?)qaagent_(pytest|behave)/.test(tail);
}
