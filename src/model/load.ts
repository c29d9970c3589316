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

/** The course of one load suite. */
export interface LoadSeries {
  readonly suite: string;
  /** At least two. */
  readonly points: readonly LoadPoint[];
}
