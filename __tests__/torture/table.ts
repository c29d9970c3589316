import type { Outcome } from './faulted-step.js';

/** What came out of the faults of one row; null where a row cannot show it. */
export interface Result {
  readonly name: string;
  readonly seed: number;
  readonly injected: number;
  readonly survived: number;
  readonly readable: number | null;
  readonly falseGreens: number;
  readonly processes: number | null;
  readonly secrets: number | null;
  readonly commands: number | null;
  readonly elements: number | null;
  readonly mentions: number | null;
}

const HEADER = [
  'fault',
  'seed',
  'injected',
  'survived',
  'evidence readable',
  'false greens',
  'leaked processes',
].concat(['leaked secrets', 'commands', 'elements', 'mentions']);

const sum = (outcomes: readonly Outcome[], of: (outcome: Outcome) => number): number =>
  outcomes.reduce((total, outcome) => total + of(outcome), 0);

/** Adds the runs of one row up. */
export function resultOf(name: string, seed: number, outcomes: readonly Outcome[]): Result {
  return {
    ...{ name, seed, injected: outcomes.length },
    survived: sum(outcomes, ({ survived }) => Number(survived)),
    readable: sum(outcomes, ({ readable }) => Number(readable)),
    falseGreens: sum(outcomes, ({ falseGreen }) => Number(falseGreen)),
    processes: sum(outcomes, ({ leaked }) => leaked),
    secrets: sum(outcomes, ({ secrets }) => secrets),
    commands: sum(outcomes, ({ commands }) => commands),
    elements: sum(outcomes, ({ elements }) => elements),
    mentions: sum(outcomes, ({ mentions }) => mentions),
  };
}

/** True when every fault of a row was survived, its evidence can be read, and nothing got out. */
export function isGood(result: Result): boolean {
  const { injected, survived, readable, falseGreens, processes, secrets, commands, elements, mentions } = result;
  const harm = [falseGreens, processes, secrets, commands, elements, mentions];
  return survived === injected && (readable ?? injected) === injected && harm.every((count) => (count ?? 0) === 0);
}

const cells = (result: Result): readonly string[] => [
  result.name,
  ...[result.seed, result.injected, result.survived, result.readable, result.falseGreens, result.processes].map(shown),
  ...[result.secrets, result.commands, result.elements, result.mentions].map(shown),
];
const shown = (count: number | null): string => (count === null ? '–' : count.toLocaleString('en-US'));

/** The table as Markdown, which a terminal shows as well; its last line is the sum. */
export function tableOf(results: readonly Result[]): string {
  const rows = [HEADER, ...results.map(cells), cells(total(results))];
  const widths = HEADER.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [header = [], ...rest] = rows;
  return [line(header), rule, ...rest.map(line)].join('\n');
}

function total(results: readonly Result[]): Result {
  const all = (of: (result: Result) => number | null): number =>
    results.reduce((count, result) => count + (of(result) ?? 0), 0);
  return {
    ...{ name: 'all', seed: results[0]?.seed ?? 0, injected: all((row) => row.injected) },
    ...{ survived: all((row) => row.survived), readable: all((row) => row.readable) },
    ...{ falseGreens: all((row) => row.falseGreens), processes: all((row) => row.processes) },
    ...{ secrets: all((row) => row.secrets), commands: all((row) => row.commands) },
    ...{ elements: all((row) => row.elements), mentions: all((row) => row.mentions) },
  };
}
