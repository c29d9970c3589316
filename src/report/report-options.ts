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
