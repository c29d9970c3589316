import { runFault } from './faulted-step.js';
import type { Fault, Outcome, Place } from './faulted-step.js';
import { KILLS, killed } from './kills.js';
import { rowsOf } from './places.js';
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

/** Runs every row; seeds count on from the first one, so that each run has one of its own. */
export async function torture(options: Torture): Promise<readonly Result[]> {
  const results: Result[] = [];
  let { seed } = options;
  const each = Math.ceil(options.kills / KILLS.length);
  for (const [signal, target] of KILLS) {
    const tries = Array.from({ length: each }, (_, at) => ({
      fault: killed(signal, target, seed + at, options),
      seed: seed + at,
    }));
    seed += each;
    const name = `${signal} to ${target}`;
    if (options.rows.test(name)) results.push(await runAll(name, tries, options.jobs, options));
  }
  for (const { name, faults, isLong = false, needsRoot = false } of rowsOf(options)) {
    const tries = faults.map((fault, at) => ({ fault, seed: seed + at }));
    seed += faults.length;
    if ((isLong && !options.isLong) || !options.rows.test(name)) continue;
    if (needsRoot && process.getuid?.() !== 0) options.print(`${name}: left out, as this needs root`);
    else results.push(await runAll(name, tries, 1, options));
  }
  return results;
}
