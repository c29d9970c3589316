import type { SuiteProblem } from '../model/problem.js';
import type { AttemptStatus } from '../model/run.js';
import type { SuiteSettings } from '../model/settings.js';
import type { PreparedSuite } from '../runners/runner.js';
import { attemptProblems } from './attempt-problems.js';
import { buildLedger, type LedgerTest } from './ledger.js';
import type { AttemptWitness, PathMapper } from './witness.js';

/** A suite between two attempts. */
export interface SuiteState {
  readonly witnesses: readonly AttemptWitness[];
  readonly tests: readonly LedgerTest[];
  readonly problems: readonly SuiteProblem[];
}

export const NOT_STARTED: SuiteState = { witnesses: [], tests: [], problems: [] };

export interface SuiteIdentity {
  readonly suite: SuiteSettings;
  readonly prepared: PreparedSuite;
  readonly mapPath: PathMapper;
}

/** The state after one more attempt: the ledger over all attempts, and the suite-level errors that still stand. */
export function advance(state: SuiteState, witness: AttemptWitness, identity: SuiteIdentity): SuiteState {
  const { suite, prepared, mapPath } = identity;
  const witnesses = [...state.witnesses, witness];
  const tests = buildLedger({ name: suite.name, prepared }, witnesses, mapPath);
  const { requested } = witness;
  const concerned = requested === null ? tests : tests.filter(({ id }) => requested.has(id));
  const found = attemptProblems({ suite, prepared, witness, tests: concerned });
  const problems = requested === null ? found : settle(state.problems, found, tests);
  return { witnesses, tests, problems };
}

const OPEN: readonly AttemptStatus[] = ['not-run', 'timeout', 'crashed', 'interrupted'];
const CURABLE: readonly SuiteProblem['forces'][] = ['timeout', 'crashed', 'incomplete'];

/**
 * After a rerun. That an attempt broke off no longer counts once every test has come to an end of its own; it stays
 * as a warning, because somebody has to know.
 */
function settle(
  before: readonly SuiteProblem[],
  found: readonly SuiteProblem[],
  tests: readonly LedgerTest[],
): readonly SuiteProblem[] {
  const isOpen = tests.some((test) => OPEN.includes(test.attempts.at(-1)?.status ?? 'not-run'));
  const all = [...before, ...found];
  const settled = isOpen ? all : all.map((problem) => (CURABLE.includes(problem.forces) ? cured(problem) : problem));
  return settled.filter((problem, at) => settled.findIndex(({ message }) => message === problem.message) === at);
}

function cured(problem: SuiteProblem): SuiteProblem {
  const remedy = 'A rerun completed what was left.';
  return { ...problem, severity: 'warning', remedy, forces: null };
}
