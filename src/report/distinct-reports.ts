import type { ParsedReport, ReportCase } from '../model/report.js';

const keyOf = ({ classname, name, status, durationMs }: ReportCase): string =>
  JSON.stringify([classname, name, status, durationMs]);

/** Whether times tell two runs of one test apart: none of the cases is without one, and not all are zero. */
const isTimed = (cases: readonly ReportCase[]): boolean =>
  cases.length > 0 &&
  cases.every(({ durationMs }) => durationMs !== null) &&
  cases.some(({ durationMs }) => durationMs);

/**
 * Leaves out the reports that only repeat others, case by case to the millisecond: Ant's `TESTS-TestSuites.xml` holds
 * every `TEST-*.xml` beside it, and a glob finds both. The one that repeats most goes; a report with problems or suite
 * errors stays.
 */
export function distinctReports<T extends { readonly report: ParsedReport }>(reports: readonly T[]): readonly T[] {
  const times = new Map<string, number>();
  const count = (one: T, by: number): void => {
    for (const reported of one.report.cases) times.set(keyOf(reported), (times.get(keyOf(reported)) ?? 0) + by);
  };
  reports.forEach((one) => count(one, 1));
  const repeats = new Set<T>();
  for (const one of reports.toSorted((a, b) => b.report.cases.length - a.report.cases.length)) {
    const { cases, suiteErrors, problems } = one.report;
    if (suiteErrors.length > 0 || problems.some(({ severity }) => severity === 'error') || !isTimed(cases)) continue;
    if (!cases.every((reported) => (times.get(keyOf(reported)) ?? 0) > 1)) continue;
    repeats.add(one);
    count(one, -1);
  }
  return reports.filter((one) => !repeats.has(one));
}
