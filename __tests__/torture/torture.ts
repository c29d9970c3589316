import { runFault } from './faulted-step.js';
import type { Fault, Outcome, Place } from './faulted-step.js';
import { KILLS, killed } from './kills.js';
import { rowsOf } from './places.js';
import type { Row } from './places.js';
import { isGood, resultOf } from './table.js';
import type { Result } from './table.js';

export { isGood, tableOf } from './table.js';

/** What is to be tried. */
export interface Torture extends Place {
  readonly seed: number;
  /** Kills in all. */
  readonly kills: number;
  /** Rows that take minutes, too. */
  readonly isLong: boolean;
  /** Names of the rows that are tried. */
  readonly rows: RegExp;
  /** Kills that run at the same time. */
  readonly jobs: number;
  /** Hears what did harm, and each row. */
  readonly print: (line: string) => void;
}

interface Try {
  readonly fault: Fault;
  readonly seed: number;
}

async function runAll(
  name: string,
  tries: readonly Try[],
  jobs: number,
  { print, ...place }: Torture,
): Promise<Result> {
  const [first] = tries;
  const waiting = [...tries];
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const outcome = await runFault(next.fault, next.seed, place);
      outcomes.push(outcome);
      if (!isGood(resultOf(name, next.seed, [outcome])))
        print(`${name}, seed ${next.seed}: ${JSON.stringify(outcome)}`);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  const result = resultOf(name, first?.seed ?? 0, outcomes);
  print(`${new Date().toISOString().slice(11, 19)} ${name}: ${result.survived} of ${result.injected}`);
  return result;
}

interface Tries {
  readonly name: string;
  readonly tries: readonly Try[];
}

/** Each fault of the table with a seed of its own, counted on from the first; kills first. */
function planOf(options: Torture): { readonly kills: readonly Tries[]; readonly rows: readonly (Row & Tries)[] } {
  let { seed } = options;
  const each = Math.ceil(options.kills / KILLS.length);
  const kills = KILLS.map(([signal, target]) => {
    const tries = Array.from({ length: each }, () => {
      const fault = killed(signal, target, seed, options);
      return { fault, seed: seed++ };
    });
    return { name: `${signal} to ${target}`, tries };
  });
  const rows = rowsOf(options).map((row) => ({ ...row, tries: row.faults.map((fault) => ({ fault, seed: seed++ })) }));
  return { kills, rows };
}

/** Runs every row. Kills leave the machine idle for much of their time; in the long form the other rows run beside them. */
export async function torture(options: Torture): Promise<readonly Result[]> {
  const { kills, rows } = planOf(options);
  const isWanted = ({ name }: Tries): boolean => options.rows.test(name);
  const runRows = async (): Promise<readonly Result[]> => {
    const results: Result[] = [];
    for (const row of rows.filter(isWanted)) {
      if (row.isLong === true && !options.isLong) continue;
      const lacking = row.lacks?.(options) ?? '';
      if (lacking !== '') options.print(`${row.name}: left out, as ${lacking}`);
      else results.push(await runAll(row.name, row.tries, 1, options));
    }
    return results;
  };
  const beside = options.isLong ? runRows() : null;
  const results: Result[] = [];
  for (const { name, tries } of kills.filter(isWanted)) results.push(await runAll(name, tries, options.jobs, options));
  return [...results, ...(await (beside ?? runRows()))];
}
