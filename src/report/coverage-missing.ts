import type { FileCoverage } from './coverage-file.js';
import { coverageTotals } from './coverage-merge.js';

const MOST_CHARS = 360;
const MOST_RANGES = 8;

/** Lines as people write them: `app/a.py:3-5, 9; app/b.py:1`. Bounded; the rest is counted. */
export function missingLines(files: readonly { readonly path: string; readonly lines: readonly number[] }[]): string {
  return bounded(files.map(({ path, lines }) => `${path}:${rangesOf(lines)}`));
}

/** The files that miss most: `Most is missing in app/a.py (40), app/b.py (12)`. Bounded. */
export function missingByFile(files: readonly FileCoverage[]): string {
  const counted = files.map((file) => ({ path: file.path, lines: coverageTotals([file]).lines }));
  const missing = counted.map(({ path, lines }) => ({ path, count: lines.total - lines.covered }));
  const most = missing.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  return `Most is missing in ${most
    .slice(0, 5)
    .map(({ path, count }) => `${path} (${count})`)
    .join(', ')}`;
}

/** Sorted line numbers, neighbours joined. */
function rangesOf(lines: readonly number[]): string {
  const ranges: { readonly from: number; to: number }[] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last?.to === line - 1) last.to = line;
    else ranges.push({ from: line, to: line });
  }
  const shown = ranges.slice(0, MOST_RANGES).map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
  return [...shown, ...(ranges.length > MOST_RANGES ? ['…'] : [])].join(', ');
}

function bounded(parts: readonly string[]): string {
  const shown: string[] = [];
  let length = 0;
  for (const part of parts) {
    length += part.length + 2;
    if (length > MOST_CHARS && shown.length > 0) break;
    shown.push(part);
  }
  const rest = parts.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more ${rest === 1 ? 'file' : 'files'}`] : [])].join('; ');
}
