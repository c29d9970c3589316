// Numbers of a load run, second by second.
/** One second of a load run, over all routes. */
export interface LoadPoint {
  /** Seconds since the first point. */
  readonly second: number;
  readonly users: number;
  readonly requestsPerSecond: number;
  readonly failuresPerSecond: number;
  /** Milliseconds; null while nothing has answered. */
  readonly p50: number | null;
  readonly p95: number | null;
}

/** The time series of one load suite. */
export interface LoadSeries {
  readonly suite: string;
  /** At least two. */
  readonly points: readonly LoadPoint[];
}

/** What a load tool's report says of one route, label or check; null where it says nothing. */
export interface LoadMeasure {
  /** Checks are conditions that the load script asks of answers; they take no time. */
  readonly of: 'requests' | 'checks';
  readonly count: number | null;
  readonly failures: number | null;
  readonly perSecond: number | null;
  /** Milliseconds. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
  /** The most frequent first: `12 times: 500 Server Error`. Untrusted and bounded. */
  readonly errors: readonly string[];
  /** What became of a limit for failures inside the tool: none set, held, or broken and reported by a case of its own. */
  readonly ownLimit: 'none' | 'held' | 'reported';
}

/** Limits for each route of a load report; null: no limit, and for failures the tool's own, else none may fail. */
export interface LoadLimits {
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
  /** 0 to 1. */
  readonly failRatio: number | null;
}
