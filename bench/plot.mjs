// Draws CPU and memory of the reporters over the size of one report, both axes in powers of ten.
import { WORKLOADS } from './workloads.mjs';

const PANEL = { width: 420, height: 300, left: 60, top: 40, gap: 90 };
const COLOURS = ['#0969da', '#cf222e', '#bf8700', '#6e7781'];
const PANELS = [
  { key: 'cpu', title: 'CPU in seconds', decades: [-1, 3] },
  { key: 'rss', title: 'memory in MB', decades: [1, 4] },
];
const CASES = [0, 6];

/** SVG of the workloads that differ in their number of cases alone. */
export function plot(results) {
  const sizes = Object.keys(results).filter((name) => WORKLOADS[name].cases !== undefined);
  const reporters = Object.keys(Object.values(results)[0]);
  const width = PANEL.left + PANELS.length * (PANEL.width + PANEL.gap);
  const height = PANEL.top + PANEL.height + 50 + reporters.length * 18;
  const panels = PANELS.map((panel, index) => {
    const x = PANEL.left + index * (PANEL.width + PANEL.gap);
    return `<g transform="translate(${x} ${PANEL.top})">${panelOf(panel, results, sizes, reporters)}</g>`;
  });
  const legend = reporters.map(
    (name, at) =>
      `<text x="${PANEL.left}" y="${PANEL.top + PANEL.height + 55 + at * 18}" fill="${COLOURS[at]}">● ${name}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/>
${[...panels, ...legend].join('\n')}
</svg>
`;
}

function panelOf({ key, title, decades }, results, sizes, reporters) {
  const scale = (value, [from, to], length) => ((Math.log10(value) - from) / (to - from)) * length;
  const xOf = (cases) => scale(cases, CASES, PANEL.width);
  const yOf = (value) => PANEL.height - scale(value, decades, PANEL.height);
  const range = ([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => 10 ** (from + at));
  const grid = [
    ...range(CASES).map((n) => line(xOf(n), 0, xOf(n), PANEL.height) + label(xOf(n), PANEL.height + 16, n, 'middle')),
    ...range(decades).map((n) => line(0, yOf(n), PANEL.width, yOf(n)) + label(-6, yOf(n) + 4, n, 'end')),
  ];
  const series = reporters.map((name, at) => {
    const points = sizes.map((size) => [xOf(WORKLOADS[size].cases), yOf(results[size][name][key])]);
    const dots = points.map(([x, y]) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3"/>`).join('');
    const path = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
    return `<g fill="${COLOURS[at]}">${dots}<polyline points="${path}" fill="none" stroke="${COLOURS[at]}" stroke-width="1.5"/></g>`;
  });
  return `<text y="-14" font-weight="bold">${title}, by cases in one report</text>${grid.join('')}${series.join('')}`;
}

const line = (x1, y1, x2, y2) =>
  `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="#d0d7de"/>`;
const label = (x, y, value, anchor) =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="#57606a">${value.toLocaleString('en')}</text>`;
