import { finalStateOf } from '../../../verdict/final-state.js';
import type { LoadPoint, LoadSeries } from '../../../model/load.js';
import type { RunReport, SuiteReport, TestCase } from '../../../model/run.js';
import { htmlText } from '../../../text/escape.js';
import { curveHtml } from './curve.js';
import { tableHtml } from '../table.js';
import { shortLine } from '../../../text/visible.js';
import { formatNumber } from '../../../text/format.js';

const MOST_ROUTES = 200;

interface Curve {
  readonly name: string;
  readonly unit: string;
  readonly tone: 'calm' | 'bad';
  readonly value: (point: LoadPoint) => number | null;
}

const CURVES: readonly Curve[] = [
  { name: 'Users', unit: '', tone: 'calm', value: ({ users }) => users },
  { name: 'Requests per second', unit: '/s', tone: 'calm', value: ({ requestsPerSecond }) => requestsPerSecond },
  { name: 'Failures per second', unit: '/s', tone: 'bad', value: ({ failuresPerSecond }) => failuresPerSecond },
  { name: 'Slowest 5 %', unit: ' ms', tone: 'calm', value: ({ p95 }) => p95 },
];

/** Load suites: the numbers of each route, then the time series, one small curve for each quantity. Empty when there is none. */
export function loadHtml(series: readonly LoadSeries[], { suites }: Pick<RunReport, 'suites'>): string {
  const parts = suites.flatMap((suite) => {
    const points = series.find((each) => each.suite === suite.suite.name)?.points ?? [];
    const shown = [routesHtml(suite), curvesHtml(points)].filter((part) => part !== '');
    return shown.length === 0 ? [] : [`<h3>${htmlText(shortLine(suite.suite.name, 80))}</h3>`, ...shown];
  });
  return parts.length === 0 ? '' : `<section id="load"><h2>Load</h2>${parts.join('\n')}</section>`;
}

/** Properties by which a load tool's driver reports the numbers of a route, and what stands over them. */
const NUMBERS = [
  ['requests', 'requests', ''],
  ['failures', 'failed', ''],
  ['rps', 'per second', ''],
  ['p50-ms', 'half within', ' ms'],
  ['p95-ms', '95 % within', ' ms'],
  ['p99-ms', '99 % within', ' ms'],
] as const;

function routesHtml({ suite, tests }: SuiteReport): string {
  const routes = tests.filter(({ properties }) => properties['p95-ms'] !== undefined);
  if (routes.length === 0) return '';
  const label = `Routes in the load test ${htmlText(shortLine(suite.name, 80))}`;
  const heads = ['route', ...NUMBERS.map(([, name]) => name)];
  return tableHtml({ label, heads, rows: routes.slice(0, MOST_ROUTES).map(routeCells), kind: 'figures' });
}

function routeCells(test: TestCase): readonly string[] {
  const mark = finalStateOf(test) === 'passed' ? '<span class="m-passed">✓</span>' : '<span class="m-failed">✕</span>';
  const numbers = NUMBERS.map(([key, , unit]) => {
    const value = Number(test.properties[key] ?? Number.NaN);
    return Number.isFinite(value) ? `${rounded(value)}${unit}` : '–';
  });
  return [`${mark} <code>${htmlText(shortLine(test.name, 200))}</code>`, ...numbers];
}

/** With one decimal where that says something. */
const rounded = (value: number): string =>
  value < 100 && !Number.isInteger(value) ? String(Math.round(value * 10) / 10) : formatNumber(Math.round(value));

function curvesHtml(points: readonly LoadPoint[]): string {
  if (points.length === 0) return '';
  return `<div class="curves">${CURVES.map((curve) => loadCurve(curve, points)).join('\n')}</div>`;
}

function loadCurve({ name, unit, tone, value }: Curve, points: readonly LoadPoint[]): string {
  const known = points.flatMap((point) => {
    const at = value(point);
    return at === null || !Number.isFinite(at) ? [] : [{ second: point.second, at }];
  });
  const most = Math.max(...known.map(({ at }) => at), 0);
  const end = Math.max(points.at(-1)?.second ?? 0, 1);
  const places = known.map(({ second, at }) => [second / end, most === 0 ? 0 : at / most] as const);
  const summit = `at most ${rounded(most)}${unit}`;
  const last = `${formatNumber(Math.round(end))} s`;
  return curveHtml({ name, summit, spoken: `${summit} in ${last}`, tone, points: places, ends: ['0 s', last] });
}
