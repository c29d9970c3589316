import { type RunReport, type SuiteReport, testKey } from '../model/run.js';
import { finalStateOf } from './final-state.js';
import { allowedStates, runConclusion, type VerdictPolicy } from './verdict.js';

/**
 * The report with suites green whose failing tests all failed before; their outcome stays what it is. Whatever else makes a
 * suite or the run red does so still.
 */
export function forgiveKnown(
  report: RunReport,
  known: { readonly has: (key: string) => boolean },
  policy: VerdictPolicy,
): RunReport {
  const allowed = allowedStates(policy);
  const isKnown = (suite: SuiteReport): boolean =>
    suite.outcome === 'failed' &&
    suite.tests.every((test) => {
      const state = finalStateOf(test);
      return allowed.has(state) || (state !== 'not-run' && state !== 'cancelled' && known.has(testKey(test)));
    });
  const suites = report.suites.map((suite) => (isKnown(suite) ? { ...suite, conclusion: 'success' as const } : suite));
  const { problems = [] } = report;
  const isRed = problems.some(({ severity }) => severity === 'error');
  const conclusion = isRed ? 'failure' : runConclusion(suites.map((suite) => suite.conclusion));
  return { ...report, suites, conclusion: problems.length > 0 && conclusion === 'success' ? 'neutral' : conclusion };
}
