import type { LoadPoint } from '../model/load.js';

const MOST_POINTS = 2000;

/**
 * The course of a load run from Locust's `*_stats_history.csv`: the rows over all routes, in order. Rows that are none, a
 * torn last one included, are left out; of a very long run every nth second stays.
 */
export function parseLoadHistory(csv: string): readonly LoadPoint[] {
  const [head = '', ...rows] = csv.split(/\r?\n/);
  const columns = head.split(',');
  const points = rows.flatMap((row) => pointOf(columns, row.split(',')));
  const first = points[0]?.second ?? 0;
  const step = Math.ceil(points.length / MOST_POINTS);
  return points.filter((_, at) => at % step === 0).map((point) => ({ ...point, second: point.second - first }));
}

function pointOf(columns: readonly string[], cells: readonly string[]): readonly LoadPoint[] {
  const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
  const second = Number(cell('Timestamp'));
  // Rows of one route may hold commas in quotes; the sum of all has a plain name.
  if (cell('Name') !== 'Aggregated' || !Number.isFinite(second) || second <= 0) return [];
  const [users, requestsPerSecond, failuresPerSecond] = ['User Count', 'Requests/s', 'Failures/s'].map((name) =>
    Number(cell(name)),
  );
  const percentile = (name: string): number | null =>
    cell(name) === 'N/A' || cell(name) === '' ? null : Number(cell(name));
  const point = {
    second,
    users: users ?? 0,
    requestsPerSecond: requestsPerSecond ?? 0,
    failuresPerSecond: failuresPerSecond ?? 0,
  };
  return [{ ...point, p50: percentile('50%'), p95: percentile('95%') }];
}
