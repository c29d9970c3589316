import type { SuiteReport } from '../../model/run.js';
import { finalStateOf } from '../../verdict/final-state.js';
import { isFailing } from './tests.js';
import type { Mark, SuiteView } from './view.js';

/** One suite, counted. */
export function suiteView(suite: SuiteReport): SuiteView {
  const states = suite.tests.map(finalStateOf);
  return {
    name: suite.suite.name,
    runner: suite.suite.runner,
    outcome: suite.outcome,
    conclusion: suite.conclusion,
    mark: markOf(suite),
    passed: suite.totals.passed,
    failing: states.filter(isFailing).length,
    notRun: states.filter((state) => state === 'not-run' || state === 'cancelled').length,
    flaky: suite.totals.flaky,
    skipped: states.filter((state) => state === 'skipped' || state === 'xfailed').length,
    quarantined: suite.totals.quarantined,
    total: suite.totals.total,
    durationMs: suite.durationMs,
    attempts: suite.attempts.length,
  };
}

function markOf(suite: SuiteReport): Mark {
  switch (suite.conclusion) {
    case 'success':
      return suite.totals.flaky > 0 ? '~' : '✓';
    case 'failure':
      return suite.outcome === 'failed' ? '✕' : '!';
    case 'neutral':
    case 'cancelled':
      return '–';
  }
}
