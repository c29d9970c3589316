import type { SuiteProblem } from '../../model/problem.js';
import type { ReportCase } from '../../model/report.js';
import type { SuiteSettings } from '../../model/settings.js';
import type { AttemptOutput } from '../results/attempt-output.js';

/** A note when a report shows a test as failed and, later, as passed: a tool that retries may write that, and other ways. */
export function possibleRetries(
  suite: SuiteSettings,
  { reports }: Pick<AttemptOutput, 'reports'>,
): readonly SuiteProblem[] {
  if ('reportRetries' in suite && suite.reportRetries) return [];
  for (const { name, report } of reports) {
    // cargo repeats no test, and its report does not name the crate of one.
    const twice = report.format === 'libtest-json' ? null : failedThenPassed(report.cases);
    if (twice === null) continue;
    const message = `${name} lists "${twice}" as failed and as passed: both count`;
    const remedy = 'If the tool itself retries failed tests, set `report-retries: true` for the suite.';
    return [{ severity: 'note', place: suite.name, message, remedy, forces: null }];
  }
  return [];
}

function failedThenPassed(cases: readonly ReportCase[]): string | null {
  const failed = new Map<string, Set<string>>();
  const keyOf = ({ suite, classname, file }: ReportCase): string => [suite, classname, file].join('\n');
  for (const reported of cases) {
    const { name, status } = reported;
    if (status === 'failed' || status === 'error')
      failed.set(name, (failed.get(name) ?? new Set()).add(keyOf(reported)));
    else if (status === 'passed' && failed.get(name)?.has(keyOf(reported)) === true) return name;
  }
  return null;
}
