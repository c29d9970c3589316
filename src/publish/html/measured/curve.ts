// A small line chart, as loads and trends have it.
import { htmlText } from '../../../text/escape.js';

const WIDTH = 720;
const HEIGHT = 120;
/** Kept free above the highest point. */
const TOP = 8;

/** One line: places across and up, both from 0 to 1; null where there is a gap. */
export interface CurveParts {
  readonly name: string;
  /** The most important number, in words. */
  readonly summit: string;
  /** The whole of it in words, for those who do not see it. */
  readonly spoken: string;
  readonly tone: 'calm' | 'bad';
  readonly points: readonly (readonly [across: number, up: number | null])[];
  /** What is written below its two ends. */
  readonly ends: readonly [string, string];
}

/** A figure with its name, a line for each stretch without a gap, and what is at its ends. */
export function curveHtml({ name, summit, spoken, tone, points, ends }: CurveParts): string {
  const lines = stretches(points).map((places) => `<polyline points="${places.join(' ')}"/>`);
  const label = htmlText(`${name}: ${spoken}`);
  const svg = `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}" preserveAspectRatio="none">${lines.join('')}</svg>`;
  const axis = `<p class="axis"><span>${htmlText(ends[0])}</span><span>${htmlText(ends[1])}</span></p>`;
  const caption = `<figcaption><strong>${htmlText(name)}</strong> ${htmlText(summit)}</figcaption>`;
  return `<figure class="${tone}">${caption}${svg}${axis}</figure>`;
}

function stretches(points: CurveParts['points']): readonly (readonly string[])[] {
  const all: string[][] = [[]];
  for (const [across, up] of points) {
    if (up === null) all.push([]);
    else all.at(-1)?.push(`${(across * WIDTH).toFixed(1)},${(HEIGHT - up * (HEIGHT - TOP)).toFixed(1)}`);
  }
  // A line of one point has no length; with round ends it is a dot.
  return all
    .filter(({ length }) => length > 0)
    .map((places) => (places.length === 1 ? [...places, ...places] : places));
}
