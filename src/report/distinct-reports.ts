import type { ParsedReport, ReportCase } from '../model/report.js';

interface ReadFile {
  readonly name: string;
  readonly report: ParsedReport;
  /** Of the bytes of the file; empty when no other file is as long. */
  readonly digest: string;
}

/** Whether times distinguish two runs of one test: none of the cases is without one, and not all are zero. */
const isTimed = (cases: readonly ReportCase[]): boolean =>
  cases.length > 0 &&
  cases.every(({ durationMs }) => durationMs !== null) &&
  cases.some(({ durationMs }) => durationMs);

/** Ant's `junitreport` joins every `TEST-*.xml` of a folder into this file, and a pattern finds both. */
const ANT_SUMMARY = /^((?:.*\/)?)TESTS-TestSuites\.xml$/;

/**
 * Leaves out the reports that repeat others: a file with the bytes of an earlier one, and Ant's summary beside the files
 * that it was made of. The same tests with other bytes are results of another machine or of another run, and count.
 * Files without times may be equal without being copies.
 */
export function distinctReports<T extends ReadFile>(reports: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return reports.filter(({ name, report, digest }) => {
    const folder = ANT_SUMMARY.exec(name)?.[1];
    if (folder !== undefined && reports.some((other) => isPartOfAnt(other.name, folder))) return false;
    if (digest === '' || !isTimed(report.cases)) return true;
    const isCopy = seen.has(digest);
    seen.add(digest);
    return !isCopy;
  });
}

const isPartOfAnt = (name: string, folder: string): boolean =>
  name.startsWith(`${folder}TEST-`) && name.endsWith('.xml');
