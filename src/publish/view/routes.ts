// Routes of the API with their tests and the share that is tested.
import type { RouteTally } from './context.js';
import { formatNumber } from '../../text/format.js';

/** The routes of an API in words, the untested first. */
export interface RouteRows {
  /** `Routes: 12 of 14 tested (85.7 %)`. */
  readonly title: string;
  readonly rows: readonly { readonly route: string; readonly tests: string; readonly isTested: boolean }[];
}

/** Share in percent with one decimal, rounded down: 100 % means all. */
export function percentText(part: number, whole: number): string {
  return whole === 0 ? '–' : `${(Math.floor((1000 * part) / whole) / 10).toFixed(1)} %`;
}

/** Words every route: how its tests ended, and where only recorded requests reach it. */
export function routeRows(routes: readonly RouteTally[]): RouteRows {
  const rows = routes.map((tally) => ({ route: tally.route, tests: testsOf(tally), isTested: isTested(tally) }));
  const tested = rows.filter((row) => row.isTested).length;
  return {
    title: `Routes: ${formatNumber(tested)} of ${formatNumber(rows.length)} tested (${percentText(tested, rows.length)})`,
    rows: rows.toSorted((a, b) => Number(a.isTested) - Number(b.isTested)),
  };
}

const isTested = ({ tests, recordedBy }: RouteTally): boolean => tests > 0 || recordedBy === 'suite';

function testsOf({ tests, passed, recordedBy }: RouteTally): string {
  if (tests === 0) return recordedBy === 'suite' ? 'requests recorded by a suite' : 'no test';
  const verdict = `${formatNumber(passed)} of ${formatNumber(tests)} passed`;
  return recordedBy === 'tests' ? `${verdict}, known from recorded requests` : verdict;
}
