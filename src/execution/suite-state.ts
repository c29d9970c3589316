import type { SuiteProblem } from '../model/problem.js';
import type { AttemptStatus } from '../model/run.js';
import type { SuiteSettings } from '../model/settings.js';
import { judgeLoad } from '../report/load/judge.js';
import type { PreparedSuite } from '../runners/runner.js';
import { attemptProblems } from './problems/suite-problems.js';
import { buildLedger, type LedgerTest } from './results/ledger.js';
import { loadLimitsOf } from './problems/suite-problems.js';
import type { AttemptWitness, PathMapper } from './results/attempt-output.js';

/** A suite between two attempts. */
export interface SuiteState {
  readonly witnesses: readonly AttemptWitness[];
  readonly tests: readonly LedgerTest[];
  readonly problems: readonly SuiteProblem[];
  /** Those of the problems that a rerun can make good, because it is known what they left open. */
  readonly curable: ReadonlySet<SuiteProblem>;
}

export const NOT_STARTED: SuiteState = { witnesses: [], tests: [], problems: [], curable: new Set() };

export interface SuiteIdentity {
  readonly suite: SuiteSettings;
  readonly prepared: PreparedSuite;
  readonly mapPath: PathMapper;
}

/** The state after one more attempt: the ledger over all attempts, and the suite-level errors that still stand. */
export function advance(state: SuiteState, left: AttemptWitness, identity: SuiteIdentity): SuiteState {
  const { suite, prepared, mapPath } = identity;
  const witness = { ...left, reports: judgeLoad(left.reports, loadLimitsOf(suite)) };
  const witnesses = [...state.witnesses, witness];
  const tests = buildLedger({ name: suite.name, prepared }, witnesses, mapPath);
  const { requested } = witness;
  const concerned = requested === null ? tests : tests.filter(({ id }) => requested.has(id));
  const found = attemptProblems({ suite, prepared, witness, tests: concerned });
  // What broke with nothing left to run broke outside of the tests, and no rerun comes there again.
  const isCurable = isScopeKnown(witness, prepared) && concerned.some(isOpen);
  const breaks = isCurable ? found.filter(({ forces }) => BREAKS.includes(forces)) : [];
  if (requested === null) return { witnesses, tests, problems: found, curable: new Set(breaks) };
  // That a rerun found nothing is said by each of its tests, which is lost.
  const news = found.filter(({ forces }) => forces !== 'no-tests');
  const curable = new Set([...state.curable, ...breaks]);
  return { witnesses, tests, problems: settle([...state.problems, ...news], curable, tests), curable };
}

const OPEN: readonly AttemptStatus[] = ['not-run', 'timeout', 'crashed', 'interrupted'];
const isOpen = (test: LedgerTest): boolean => OPEN.includes(test.attempts.at(-1)?.status ?? 'not-run');
const BREAKS: readonly SuiteProblem['forces'][] = ['timeout', 'crashed', 'incomplete'];

/**
 * True when an attempt that broke off told all it had before it: a rerun its request, a runner its collection, which
 * is complete once a test has begun. What else a command would have done nobody knows.
 */
function isScopeKnown({ requested, events }: AttemptWitness, { witness }: PreparedSuite): boolean {
  return requested !== null || (witness === 'events' && events.some(({ e }) => e === 'start'));
}

/**
 * After a rerun. That an attempt broke off no longer counts once every test has come to an end of its own; it stays
 * as a warning, because somebody has to know.
 */
function settle(
  all: readonly SuiteProblem[],
  curable: ReadonlySet<SuiteProblem>,
  tests: readonly LedgerTest[],
): readonly SuiteProblem[] {
  const settled = tests.some(isOpen) ? all : all.map((problem) => (curable.has(problem) ? cured(problem) : problem));
  return settled.filter((problem, at) => {
    const alike = settled.filter(({ message }) => message === problem.message);
    // Of two that read alike the one that stands longest is told.
    const stands = alike.filter(({ forces }) => forces !== null);
    const first = stands.find((each) => !curable.has(each)) ?? stands[0] ?? alike[0];
    return settled.indexOf(first ?? problem) === at;
  });
}

function cured(problem: SuiteProblem): SuiteProblem {
  const remedy = 'A rerun completed what was left.';
  return { ...problem, severity: 'warning', remedy, forces: null };
}
