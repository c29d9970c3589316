import type { LoadPoint } from '../../model/load.js';

const MOST_POINTS = 2000;

/** One row over all routes, with what had been counted until then. */
interface Row extends LoadPoint {
  /** Null where the file does not say. */
  readonly requests: number | null;
  readonly failures: number | null;
}

/**
 * The time series of a load run from Locust's `*_stats_history.csv`: the rows over all routes, in order. Rows that are none, a
 * torn last one included, are left out; of a very long run every nth second stays.
 */
export function parseLoadHistory(csv: string): readonly LoadPoint[] {
  const [head = '', ...lines] = csv.split(/\r?\n/);
  const columns = head.split(',');
  const rows = lines.flatMap((line) => rowOf(columns, line.split(',')));
  const first = rows[0]?.second ?? 0;
  const step = Math.ceil(rows.length / MOST_POINTS);
  return rows.map((row, at) => pointOf(row, rows[at - 1], first)).filter((_, at) => at % step === 0);
}

function rowOf(columns: readonly string[], cells: readonly string[]): readonly Row[] {
  const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
  const second = Number(cell('Timestamp'));
  // Rows of one route may hold commas in quotes; the sum of all has a plain name.
  if (cell('Name') !== 'Aggregated' || !Number.isFinite(second) || second <= 0) return [];
  const known = (name: string): number | null =>
    cell(name) === '' || !Number.isFinite(Number(cell(name))) ? null : Number(cell(name));
  return [
    {
      second,
      users: known('User Count') ?? 0,
      requestsPerSecond: known('Requests/s') ?? 0,
      failuresPerSecond: known('Failures/s') ?? 0,
      p50: known('50%'),
      p95: known('95%'),
      requests: known('Total Request Count'),
      failures: known('Total Failure Count'),
    },
  ];
}

// The tool's own rates look at ten seconds that ended two seconds ago, and are 0 throughout a short run.
function pointOf(row: Row, before: Row | undefined, first: number): LoadPoint {
  const { second, users, p50, p95, requestsPerSecond, failuresPerSecond } = row;
  const seconds = before === undefined ? 0 : second - before.second;
  const rate = (now: number | null, then: number | null, reported: number): number =>
    now === null || then === null || seconds <= 0 || now < then ? reported : (now - then) / seconds;
  return {
    second: second - first,
    users,
    requestsPerSecond: rate(row.requests, before?.requests ?? null, requestsPerSecond),
    failuresPerSecond: rate(row.failures, before?.failures ?? null, failuresPerSecond),
    p50,
    p95,
  };
}
