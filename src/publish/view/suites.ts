import type { SuiteReport } from '../../model/run.js';
import type { Mark, SuiteView } from './view.js';

/** One suite, counted. */
export function suiteView(suite: SuiteReport): SuiteView {
  return {
    name: suite.suite.name,
    runner: suite.suite.runner,
    outcome: suite.outcome,
    conclusion: suite.conclusion,
    mark: markOf(suite),
    passed: suite.totals.passed,
    failing: suite.totals.failed + suite.totals.errors - suite.totals.notRun,
    notRun: suite.totals.notRun,
    flaky: suite.totals.flaky,
    skipped: suite.totals.skipped,
    quarantined: suite.totals.quarantined,
    total: suite.totals.total,
    durationMs: suite.durationMs,
    attempts: suite.attempts.length,
  };
}

function markOf(suite: SuiteReport): Mark {
  switch (suite.conclusion) {
    case 'success':
      if (suite.outcome === 'failed') return '✕';
      return suite.totals.flaky + suite.totals.orderDependent > 0 ? '~' : '✓';
    case 'failure':
      return suite.outcome === 'failed' ? '✕' : '!';
    case 'neutral':
    case 'cancelled':
      return '–';
  }
}
