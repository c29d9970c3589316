import type { SuiteProblem } from '../model/problem.js';
import type { AttemptStatus } from '../model/run.js';
import type { SuiteSettings } from '../model/settings.js';
import { judgeLoad } from '../report/load/judge.js';
import type { PreparedSuite } from '../runners/runner.js';
import { attemptProblems } from './problems/suite-problems.js';
import { buildLedger } from './results/ledger.js';
import { loadLimitsOf } from './problems/suite-problems.js';
import type { AttemptOutput, PathMapper, ObservedTest } from './results/attempt-output.js';

/** A suite between two attempts. */
export interface SuiteState {
  readonly outputs: readonly AttemptOutput[];
  readonly tests: readonly ObservedTest[];
  readonly problems: readonly SuiteProblem[];
  /** Those of the problems that a rerun can make good, because it is known what they left open. */
  readonly resolvable: ReadonlySet<SuiteProblem>;
}

export const EMPTY_STATE: SuiteState = { outputs: [], tests: [], problems: [], resolvable: new Set() };

export interface SuiteIdentity {
  readonly suite: SuiteSettings;
  readonly prepared: PreparedSuite;
  readonly mapPath: PathMapper;
}

/** The state after one more attempt: the ledger over all attempts, and the suite-level errors that still stand. */
export function addAttempt(state: SuiteState, left: AttemptOutput, identity: SuiteIdentity): SuiteState {
  const { suite, prepared, mapPath } = identity;
  const output = { ...left, reports: judgeLoad(left.reports, loadLimitsOf(suite)) };
  const outputs = [...state.outputs, output];
  const tests = buildLedger({ name: suite.name, prepared }, outputs, mapPath);
  const { requested } = output;
  const concerned = concernedBy(output, tests, identity);
  const found = attemptProblems({ suite, prepared, output: output, tests: concerned });
  // What broke with nothing left to run broke outside of the tests, and no rerun comes there again.
  const isResolvable = isScopeKnown(output, prepared) && concerned.some(isOpen);
  const breaks = isResolvable ? found.filter(({ forces }) => BREAKS.includes(forces)) : [];
  if (requested === null) {
    // The whole suite has run again: what stopped it before is of interest, and no more.
    const before = state.problems.map((problem) => (problem.forces === null ? problem : resolved(problem)));
    const problems = withoutRepeats([...before, ...found], new Set());
    return { outputs, tests, problems, resolvable: new Set(breaks) };
  }
  // Each test of a rerun that found nothing is `lost`, which reports it.
  const news = found.filter(({ forces }) => forces !== 'no-tests');
  const resolvable = new Set([...state.resolvable, ...breaks]);
  return {
    outputs: outputs,
    tests,
    problems: resolveProblems([...state.problems, ...news], resolvable, tests),
    resolvable: resolvable,
  };
}

/** The tests of an attempt: of a replay all that it ran, though only some of their results count. */
function concernedBy(
  output: AttemptOutput,
  tests: readonly ObservedTest[],
  { suite, prepared, mapPath }: SuiteIdentity,
): readonly ObservedTest[] {
  const { attempt, requested } = output;
  if (requested === null) return tests;
  if (attempt?.mode !== 'replay') return tests.filter(({ id }) => requested.has(id));
  const whole = { ...output, attempt: { ...attempt, mode: 'full' as const }, requested: null };
  return buildLedger({ name: suite.name, prepared }, [whole], mapPath);
}

const OPEN: readonly AttemptStatus[] = ['not-run', 'timeout', 'crashed', 'interrupted'];
const isOpen = (test: ObservedTest): boolean => OPEN.includes(test.attempts.at(-1)?.status ?? 'not-run');
const BREAKS: readonly SuiteProblem['forces'][] = ['timeout', 'crashed', 'incomplete'];

/**
 * True when an attempt that broke off reported all it had before it: a rerun its request, a runner its collection, which
 * is complete once a test has begun. What else a command would have done is unknown.
 */
function isScopeKnown({ requested, events }: AttemptOutput, { resultSource }: PreparedSuite): boolean {
  return requested !== null || (resultSource === 'events' && events.some(({ e }) => e === 'start'));
}

/**
 * After a rerun. That an attempt broke off no longer counts once every test has come to an end of its own; it stays
 * as a warning, because somebody has to know.
 */
function resolveProblems(
  all: readonly SuiteProblem[],
  resolvable: ReadonlySet<SuiteProblem>,
  tests: readonly ObservedTest[],
): readonly SuiteProblem[] {
  const settled = tests.some(isOpen)
    ? all
    : all.map((problem) => (resolvable.has(problem) ? resolved(problem) : problem));
  return withoutRepeats(settled, resolvable);
}

/** Of problems that read alike, the one that stands longest. */
function withoutRepeats(
  problems: readonly SuiteProblem[],
  resolvable: ReadonlySet<SuiteProblem>,
): readonly SuiteProblem[] {
  return problems.filter((problem, at) => {
    const alike = problems.filter(({ message }) => message === problem.message);
    const stands = alike.filter(({ forces }) => forces !== null);
    const first = stands.find((each) => !resolvable.has(each)) ?? stands[0] ?? alike[0];
    return problems.indexOf(first ?? problem) === at;
  });
}

function resolved(problem: SuiteProblem): SuiteProblem {
  const remedy = 'A rerun ran the remaining tests.';
  return { ...problem, severity: 'warning', remedy, forces: null };
}
