import type { LoadPoint, LoadSeries } from '../model/load.js';
import { htmlText } from './escape.js';
import { shortLine } from './visible.js';
import { number } from './words.js';

const WIDTH = 720;
const HEIGHT = 120;

interface Curve {
  readonly name: string;
  readonly unit: string;
  readonly value: (point: LoadPoint) => number | null;
}

const CURVES: readonly Curve[] = [
  { name: 'Users', unit: '', value: ({ users }) => users },
  { name: 'Requests per second', unit: '/s', value: ({ requestsPerSecond }) => requestsPerSecond },
  { name: 'Failures per second', unit: '/s', value: ({ failuresPerSecond }) => failuresPerSecond },
  { name: 'Slowest 5 %', unit: ' ms', value: ({ p95 }) => p95 },
];

/** The course of load suites, one small curve a quantity; empty when there is none. */
export function loadHtml(series: readonly LoadSeries[]): string {
  if (series.length === 0) return '';
  const suites = series.map(({ suite, points }) => {
    const figures = CURVES.map((curve) => curveHtml(curve, points)).join('\n');
    return `<h3>${htmlText(shortLine(suite, 80))}</h3><div class="curves">${figures}</div>`;
  });
  return `<section><h2>Load</h2>${suites.join('\n')}</section>`;
}

function curveHtml({ name, unit, value }: Curve, points: readonly LoadPoint[]): string {
  const known = points.flatMap((point) => {
    const at = value(point);
    return at === null || !Number.isFinite(at) ? [] : [{ second: point.second, at }];
  });
  const most = Math.max(...known.map(({ at }) => at), 0);
  const end = Math.max(points.at(-1)?.second ?? 0, 1);
  const place = ({ second, at }: { second: number; at: number }): string =>
    `${((second / end) * WIDTH).toFixed(1)},${(HEIGHT - (most === 0 ? 0 : (at / most) * (HEIGHT - 8))).toFixed(1)}`;
  const label = `${name}: at most ${number(Math.round(most * 10) / 10)}${unit} in ${number(Math.round(end))} s`;
  const line = `<polyline points="${known.map(place).join(' ')}" fill="none" stroke="currentColor" stroke-width="2"/>`;
  const svg = `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${htmlText(label)}" preserveAspectRatio="none">${line}</svg>`;
  return `<figure><figcaption>${htmlText(label)}</figcaption>${svg}</figure>`;
}
