/**
 * What the page's script reads, as columns: 100,000 tests parse several times faster so than as objects. Indices point
 * into `suites`, `files`, `routes` and `causes`; -1 is none. Times are milliseconds since `startedAt`.
 */
export interface HtmlData {
  readonly suites: readonly HtmlSuite[];
  readonly causes: readonly string[];
  readonly routes: readonly string[];
  /** Path as shown and address without line; null when the file is not in the repository. */
  readonly files: readonly (readonly [string, string | null])[];
  /** By row, where the id is only a place: the title with the place behind. */
  readonly titles: Readonly<Record<number, string>>;
  readonly id: readonly string[];
  readonly state: readonly string[];
  readonly suite: readonly number[];
  readonly file: readonly number[];
  readonly line: readonly number[];
  readonly start: readonly number[];
  readonly duration: readonly number[];
  readonly attempt: readonly number[];
  readonly cause: readonly number[];
  readonly route: readonly number[];
  /** 1 is new, 2 is known. */
  readonly age: readonly (0 | 1 | 2)[];
  /** Only of tests that have more to show than that they passed; the key is the index of the test. */
  readonly details: Readonly<Record<number, HtmlDetail>>;
}

/** A suite and its attempts, as the timeline draws them. */
export interface HtmlSuite {
  readonly name: string;
  readonly attempts: readonly {
    readonly n: number;
    readonly start: number;
    readonly ms: number;
    readonly end: string;
  }[];
}

/** What the page shows of a test that is opened, beside what its row says. */
export interface HtmlDetail {
  readonly attempts: readonly HtmlAttempt[];
  /** Relative addresses of screenshots, traces and the like that no single attempt left. */
  readonly files: readonly string[];
  /** Empty when the suite cannot rerun single tests, or nothing failed. */
  readonly rerun: string;
  readonly notes: readonly string[];
}

/** One attempt of a test that is opened. */
export interface HtmlAttempt {
  readonly status: string;
  /** Milliseconds into the run; -1 when unknown. */
  readonly start: number;
  readonly round: number;
  readonly ms: number;
  readonly message: string;
  readonly details: string;
  readonly output: string;
  /** Status, milliseconds, depth and name of what it did, in order; absent when the runner reports none. */
  readonly steps?: readonly (readonly [status: string, ms: number, depth: number, name: string])[];
  /** Relative addresses of screenshots, traces and the like that it left. */
  readonly files: readonly string[];
}
