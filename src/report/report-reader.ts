import type { DeclaredTotals, ReportCase, ReportSuiteError } from '../model/report.js';
import type { ReadingEnd } from './report-problems.js';
import type { XmlHandler } from './xml/tokenizer.js';

/** What a reader found in a report, before its problems are worded. */
export interface ReportBody {
  readonly format: string;
  readonly cases: readonly ReportCase[];
  readonly suiteErrors: readonly ReportSuiteError[];
  readonly declared: DeclaredTotals;
  /** The report's own verdict on the run, where it is red: the words that say so (`success: false`). */
  readonly failedBy?: string | undefined;
  /** Failures and errors that the report lists one by one, earlier tries and suite errors included; absent: as the cases show. */
  readonly listedBad?: number;
  /** True when the declared number of tests counts something else than cases: assertions, subtests. */
  readonly countsOtherThings?: boolean;
  /** Cases that the end of the file cut off. Those whose failure had begun are among `cases` all the same. */
  readonly lost: number;
  /** Texts that were shortened because all of them together were too long. */
  readonly shortened: number;
}

/** Totals of a report that claims none. */
export const NOTHING_DECLARED: DeclaredTotals = { tests: null, failures: null, errors: null, skipped: null };

/** Reads one XML dialect of test results. */
export interface XmlReader extends XmlHandler {
  finish(): ReportBody;
}

/** A report that is being read: takes text, then returns what it was. */
export interface ReportInProgress {
  write(text: string): void;
  end(): ReportRead;
}

/** `body` is null when nothing in the document was a test result; `root` is then what it is instead. */
export interface ReportRead extends Omit<ReadingEnd, 'tooLarge'> {
  readonly body: ReportBody | null;
  readonly root: string;
}

/** How a report is read. Bounds are there to be met by broken or hostile files only. */
export interface ReportOptions {
  /** How the file is called in problems: `junit.xml`. */
  readonly name: string;
  /** What the problems of the file belong to: a suite, a file; see `Problem.place`. */
  readonly place: string;
  /** Unpacked bytes after which reading stops and the report counts as torn. */
  readonly maxBytes?: number;
  /** Characters of messages, details and output that all cases may keep together. */
  readonly maxKeptChars?: number;
}

/** Characters that are kept of one message, of one trace and of one test's output. */
export const KEPT = { message: 4_000, details: 64_000, output: 64_000 } as const;

/** What a report may hold unpacked unless the caller says otherwise: 4 GB. */
export const DEFAULT_MAX_BYTES = 4 * 1024 ** 3;

/** What all texts of a report may hold together unless the caller says otherwise: 48 million characters. */
export const DEFAULT_MAX_KEPT_CHARS = 48_000_000;
