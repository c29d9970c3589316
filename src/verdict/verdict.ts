// Outcome and conclusion of suites and of the run, from the final states of tests and the policy.
import type { SuiteProblem } from '../model/problem.js';
import type { Conclusion, FinalState, RunReport, SuiteOutcome, SuiteReport, SuiteRun, TestCase } from '../model/run.js';
import type { NoTestsPolicy, Policy } from '../model/settings.js';
import { finalStateOf } from './final-state.js';
import { addTotals, totalsOf } from './totals.js';

/** What policy says of states that are neither clearly good nor bad. */
export interface VerdictPolicy {
  readonly flakyResult: Policy;
  readonly orderDependentResult: Policy;
  readonly noTests: NoTestsPolicy;
}

/** When several suite-level errors force an outcome, the first of these names the suite. */
const PRECEDENCE: readonly SuiteOutcome[] = [
  'config-error',
  'cancelled',
  'timeout',
  'crashed',
  'incomplete',
  'error',
  'report-error',
  'no-tests',
  'skipped',
];

/** Outcomes that policy may forgive: no failed test may hide behind them. */
const MILD: ReadonlySet<SuiteOutcome> = new Set(['no-tests', 'skipped']);

const FINE: ReadonlySet<FinalState> = new Set(['passed', 'skipped', 'xfailed', 'quarantined']);

/** What happened to a suite, before policy decides whether that is red. Only flaky and order-dependent tests need the policy. */
export function outcomeOf(run: SuiteRun, policy: VerdictPolicy): SuiteOutcome {
  if (!run.suite.enabled) return 'skipped';
  const forced = forcedOutcome(run.problems);
  if (forced !== null && !MILD.has(forced)) return forced;
  const allowed = allowedStates(policy);
  if (!run.tests.every((test) => allowed.has(finalStateOf(test)))) return 'failed';
  return forced ?? (run.tests.some(wasExecuted) ? 'passed' : 'no-tests');
}

/** States of tests that do not make a suite red. */
export function allowedStates({ flakyResult, orderDependentResult }: VerdictPolicy): ReadonlySet<FinalState> {
  const allowed = new Set(FINE);
  if (flakyResult === 'pass') allowed.add('flaky');
  if (orderDependentResult === 'pass') allowed.add('order-dependent');
  return allowed;
}

function forcedOutcome(problems: readonly SuiteProblem[]): SuiteOutcome | null {
  const forces = new Set(problems.map((problem) => problem.forces));
  return PRECEDENCE.find((outcome) => forces.has(outcome as SuiteProblem['forces'])) ?? null;
}

/** True for a test that really ran: a suite in which everything was skipped has shown nothing. */
function wasExecuted(test: TestCase): boolean {
  return test.attempts.some(({ status }) => status !== 'skipped' && status !== 'not-run' && status !== 'lost');
}

/** The colour of an outcome. */
export function suiteConclusion(outcome: SuiteOutcome, policy: VerdictPolicy): Conclusion {
  switch (outcome) {
    case 'passed':
      return 'success';
    case 'skipped':
      return 'neutral';
    case 'cancelled':
      return 'cancelled';
    case 'no-tests':
      return ({ fail: 'failure', warn: 'neutral', pass: 'success' } as const)[policy.noTests];
    case 'failed':
    case 'error':
    case 'timeout':
    case 'crashed':
    case 'config-error':
    case 'report-error':
    case 'incomplete':
      return 'failure';
  }
}

/** The colour of the run: the worst suite decides; a run without any suite that ran is neutral. */
export function runConclusion(suites: readonly Conclusion[]): Conclusion {
  const worst: readonly Conclusion[] = ['failure', 'cancelled', 'success'];
  return worst.find((conclusion) => suites.includes(conclusion)) ?? 'neutral';
}

/** The report of a run: what follows from what happened, computed before anything is published. */
export function buildRunReport(
  runs: readonly SuiteRun[],
  policy: VerdictPolicy,
  time: { readonly startedAt: number; readonly durationMs: number },
): RunReport {
  const suites = runs.map((run): SuiteReport => {
    const outcome = outcomeOf(run, policy);
    const durationMs = isReadOnly(run) ? reportedTime(run.tests) : run.durationMs;
    return { ...run, durationMs, outcome, conclusion: suiteConclusion(outcome, policy), totals: totalsOf(run.tests) };
  });
  const elsewhere = suites.filter(isReadOnly).reduce((sum, { durationMs }) => sum + durationMs, 0);
  return {
    suites,
    totals: addTotals(suites.map((suite) => suite.totals)),
    conclusion: runConclusion(suites.map((suite) => suite.conclusion)),
    startedAt: time.startedAt,
    durationMs: time.durationMs + elsewhere,
  };
}

/** Nothing ran here: another step ran the tests and left reports. */
const isReadOnly = ({ suite }: SuiteRun): boolean => suite.runner === 'junit';

/** Time that the reports give to the tests, all attempts of each. */
function reportedTime(tests: readonly TestCase[]): number {
  return tests.reduce((sum, { attempts }) => attempts.reduce((own, { durationMs }) => own + durationMs, sum), 0);
}
