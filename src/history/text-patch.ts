// A unified diff of one text file, as `git apply` takes it.

/** A line of the file with its line break: kept, removed or added. */
export type LineChange = readonly [kind: ' ' | '-' | '+', line: string];

const CONTEXT = 3;

/** The diff of the file at `path`, which is new when it had no text; empty when nothing changes. */
export function renderPatch(path: string, isNew: boolean, changes: readonly LineChange[]): string {
  const hunks = hunksOf(changes);
  if (hunks.length === 0) return '';
  // Git ends a name with blanks by a tab.
  const end = path.includes(' ') ? '\t' : '';
  const head = [
    `diff --git a/${path} b/${path}`,
    ...(isNew ? ['new file mode 100644'] : []),
    `--- ${isNew ? '/dev/null' : `a/${path}${end}`}`,
    `+++ b/${path}${end}`,
  ];
  return `${head.join('\n')}\n${hunks.map((hunk) => renderHunk(changes, hunk)).join('')}`;
}

/** Where hunks begin and end: each change with the lines around it, joined where they meet. */
function hunksOf(changes: readonly LineChange[]): readonly (readonly [from: number, to: number])[] {
  const hunks: [number, number][] = [];
  for (const [at, [kind]] of changes.entries()) {
    if (kind === ' ') continue;
    const [from, to] = [Math.max(0, at - CONTEXT), Math.min(changes.length, at + CONTEXT + 1)];
    const last = hunks.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else hunks.push([from, to]);
  }
  return hunks;
}

function renderHunk(changes: readonly LineChange[], [from, to]: readonly [number, number]): string {
  const lines = changes.slice(from, to);
  const count = (of: readonly LineChange[], without: string): number => of.filter(([kind]) => kind !== without).length;
  const range = (without: '+' | '-'): string => {
    const [before, own] = [count(changes.slice(0, from), without), count(lines, without)];
    return `${own === 0 ? before : before + 1},${own}`;
  };
  const body = lines.map(([kind, line]) => {
    return line.endsWith('\n') ? `${kind}${line}` : `${kind}${line}\n\\ No newline at end of file\n`;
  });
  return `@@ -${range('+')} +${range('-')} @@\n${body.join('')}`;
}
