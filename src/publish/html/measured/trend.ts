// How the last runs of the branch went: pass rate and duration.
import type { TrendPoint } from '../../../model/run.js';
import { htmlText } from '../../../text/escape.js';
import { formatCount, formatDuration, formatNumber } from '../../../text/format.js';
import { shortLine } from '../../../text/visible.js';
import type { PublishContext } from '../../view/context.js';
import { curveHtml } from './curve.js';
import { htmlLink } from '../parts.js';
import { tableHtml } from '../table.js';

/** Least part of the scale of the pass rate that is shown, in percent: differences below are no trend. */
const LEAST_SPAN = 5;

/** Charts of the last runs, or the sentence why there are none; empty where no earlier runs could be asked for. */
export function trendHtml({ baseline, pastNote }: Pick<PublishContext, 'baseline' | 'pastNote'>): string {
  const points = baseline?.trend ?? [];
  if (points.length > 1) return section(`${charts(points)}${table(points)}${note(pastNote)}`);
  if (baseline !== null) return section(note('There are no recorded results of earlier runs.'));
  return pastNote === '' ? '' : section(note(pastNote));
}

const section = (body: string): string => `<section id="trend"><h2>Trend</h2>${body}</section>`;
const note = (text: string): string => (text === '' ? '' : `<p class="muted">${htmlText(shortLine(text, 300))}</p>`);

/** Percent of the tests that passed; null when that is unknown. */
function passRate({ passed, failed, isComplete }: TrendPoint): number | null {
  return isComplete && passed + failed > 0 ? (passed / (passed + failed)) * 100 : null;
}

/** Rounded down, for less than all is never 100 %. */
const percent = (rate: number | null): string =>
  rate === null ? 'unknown' : `${(Math.floor(rate * 10) / 10).toFixed(rate === 100 ? 0 : 1)} %`;

function charts(points: readonly TrendPoint[]): string {
  const rates = points.map(passRate);
  const known = rates.filter((rate) => rate !== null);
  const lowest = Math.min(...known, 100);
  const floor = Math.max(0, Math.floor(Math.min(lowest, 100 - LEAST_SPAN)));
  const longest = Math.max(...points.map(({ durationMs }) => durationMs), 1);
  const across = (index: number): number => index / (points.length - 1);
  const over = `over ${formatCount(points.length, 'run')}`;
  const ends = [`run ${points[0]?.run.number ?? 0}`, 'this run'] as const;
  const now = percent(rates.at(-1) ?? null);
  const least = known.length === 0 ? 'unknown' : `at least ${percent(lowest)}`;
  const took = formatDuration(points.at(-1)?.durationMs ?? 0);
  return [
    '<div class="curves">',
    curveHtml({
      ...{ name: 'Pass rate', summit: `${now} (scale from ${floor} %)`, tone: 'calm', ends },
      spoken: `${now} in this run, ${least} ${over}`,
      points: rates.map((rate, index) => [across(index), rate === null ? null : (rate - floor) / (100 - floor)]),
    }),
    curveHtml({
      ...{ name: 'Duration', summit: `${took}, at most ${formatDuration(longest)}`, tone: 'calm', ends },
      spoken: `${took} in this run, at most ${formatDuration(longest)} ${over}`,
      points: points.map(({ durationMs }, index) => [across(index), durationMs / longest]),
    }),
    '</div>',
  ].join('');
}

function table(points: readonly TrendPoint[]): string {
  const rows = points
    .toReversed()
    .map((point, index) => [
      index === 0 ? 'this run' : htmlLink(`run ${point.run.number}`, point.run.url),
      percent(passRate(point)),
      formatNumber(point.passed),
      formatNumber(point.failed),
      formatDuration(point.durationMs),
    ]);
  const heads = ['run', 'pass rate', 'passed', 'failed or not run', 'duration'];
  const figures = tableHtml({ label: 'Runs of the trend', heads, rows, kind: 'figures' });
  return `<details><summary>${formatCount(points.length, 'run')}</summary>${figures}</details>`;
}
