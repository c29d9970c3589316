import type { LineRange } from './context.js';

const HUNK = /^@@ -\d{1,9}(?:,\d{1,9})? \+(?<from>\d{1,9})(?:,\d{1,9})? @@/;

/** Lines that a unified diff adds or changes, in the new file's own numbers. */
function changedLines(patch: string): readonly LineRange[] {
  const ranges: LineRange[] = [];
  let line = 0;
  for (const text of patch.split('\n')) {
    const hunk = HUNK.exec(text)?.groups?.['from'];
    if (hunk !== undefined) line = Number(hunk);
    else if (text.startsWith('+')) {
      const last = ranges.at(-1);
      if (last?.to === line - 1) ranges[ranges.length - 1] = { from: last.from, to: line };
      else ranges.push({ from: line, to: line });
      line++;
    } else if (!text.startsWith('-') && !text.startsWith('\\')) line++;
  }
  return ranges;
}

/** Changed lines by file; a file without a patch (binary, very large) counts as changed without lines. */
export function changesOf(
  files: readonly { readonly path: string; readonly patch: string }[],
): ReadonlyMap<string, readonly LineRange[]> {
  return new Map(files.map(({ path, patch }) => [path, changedLines(patch)]));
}
