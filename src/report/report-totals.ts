import type { ParsedReport } from '../model/report.js';
import { hidesFailures } from './report-problems.js';

/**
 * What one report says as a whole. `red`: something failed or could not be read; `inconsistent`: totals claim failures
 * that no element shows; `empty`: no test; `all-skipped`: none ran. Only `green` may be believed.
 */
type ReportOutcome = 'green' | 'red' | 'inconsistent' | 'empty' | 'all-skipped';

/** Counts of one report. `passed` includes `flaky`; `total` is passed + failed + error + skipped. */
export interface ReportTotals {
  readonly passed: number;
  readonly failed: number;
  readonly error: number;
  readonly skipped: number;
  readonly flaky: number;
  readonly total: number;
  readonly suiteErrors: number;
  readonly outcome: ReportOutcome;
}

function outcomeOf(report: ParsedReport, bad: number, skipped: number): ReportOutcome {
  if (bad + report.suiteErrors.length > 0) return 'red';
  const errors = report.problems.filter(({ severity }) => severity === 'error').length;
  const isMissing = report.problems.some(({ message }) => / declares .{1,40} and lists /.test(message));
  if (isMissing && errors === 1) return report.cases.length === 0 ? 'empty' : 'inconsistent';
  if (errors > 0) return errors === 1 && hidesFailures(report) ? 'inconsistent' : 'red';
  if (report.cases.length === 0) return 'empty';
  return skipped === report.cases.length ? 'all-skipped' : 'green';
}

/** Counts the cases of a report and says what follows. Elements decide; totals that the report claims can only redden. */
export function totalsOfReport(report: ParsedReport): ReportTotals {
  const counts = { passed: 0, failed: 0, error: 0, skipped: 0 };
  const key = { 'not-run': 'skipped', unfinished: 'error' } as const;
  let flaky = 0;
  for (const { status, tries } of report.cases) {
    counts[status === 'not-run' || status === 'unfinished' ? key[status] : status] += 1;
    if (status === 'passed' && tries.length > 0) flaky += 1;
  }
  return {
    ...counts,
    flaky,
    total: report.cases.length,
    suiteErrors: report.suiteErrors.length,
    outcome: outcomeOf(report, counts.failed + counts.error, counts.skipped),
  };
}
