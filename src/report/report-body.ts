import type { DeclaredTotals, ReportCase, ReportSuiteError } from '../model/report.js';

/** What a reader made of a report, before anything is said about what is wrong with it. */
export interface ReportBody {
  readonly format: string;
  readonly cases: readonly ReportCase[];
  readonly suiteErrors: readonly ReportSuiteError[];
  readonly declared: DeclaredTotals;
  /** Cases that the end of the file cut off. Those whose failure had begun are among `cases` all the same. */
  readonly lost: number;
  /** Texts that were shortened because all of them together were too long. */
  readonly shortened: number;
}

/** Totals of a report that claims none. */
export const NOTHING_DECLARED: DeclaredTotals = { tests: null, failures: null, errors: null, skipped: null };
