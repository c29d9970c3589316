import type { ProcessExit } from '../../model/run.js';
import type { LiveProcess } from './process-tree.js';

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const ROUND_MS = 20;
/** How long a process may take to go after SIGKILL. */
const KILLED_MS = 1000;
/** Lists that must be empty, one after the other, before nothing is left; more where something was found before. */
const EMPTY_LISTS = { atFirst: 3, later: 15 };
/** A program that starts processes faster than they can be ended is given up after that. */
const LIMIT_MS = 15_000;

/** Lists processes; may say of each when it is found, which is before the list is complete. */
type List = (onFound?: (pid: number) => void) => readonly LiveProcess[];

/** Sends a signal to a process, or with a negative number to a group. One that is gone or another user's is no error. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already, or not ours to end: then it is named.
  }
}

/**
 * Ends all processes of a list, which is asked again because dying processes start others: SIGTERM with time to stop,
 * then SIGKILL. What is left after that, another user's for instance, remains.
 */
export async function endProcesses(
  listOnce: List,
  graceMs: number,
): Promise<Pick<ProcessExit, 'leaked' | 'remaining'>> {
  const leaked = confirmed(listOnce, EMPTY_LISTS.atFirst).map(nameOf);
  if (leaked.length === 0) return { leaked };
  const list: List = (onFound) => confirmed(() => listOnce(onFound), EMPTY_LISTS.later);
  for (const { pid } of leaked) signalProcess(pid, 'SIGTERM');
  const until = performance.now() + graceMs;
  while (performance.now() < until && list().length > 0) await sleep(ROUND_MS);
  const remaining = (await killAll(list)).map(nameOf);
  return remaining.length === 0 ? { leaked } : { leaked, remaining };
}

/** While a list is made, a process can start another one and end, so that neither is in it: an empty list is made again. */
function confirmed(list: () => readonly LiveProcess[], emptyLists: number): readonly LiveProcess[] {
  for (let round = 1; ; round += 1) {
    const found = list();
    if (found.length > 0 || round === emptyLists) return found;
  }
}

/**
 * Kills until nothing is left, or nothing new has appeared for a while. A busy machine may take longer for one list than for
 * all that, and a process that only starts another one is gone once a list is complete: each is killed when it is found.
 */
async function killAll(list: List): Promise<readonly LiveProcess[]> {
  const limit = performance.now() + LIMIT_MS;
  const seen = new Set<number>();
  const kill = (pid: number): void => signalProcess(pid, 'SIGKILL');
  let until = 0;
  let left = list(kill);
  while (left.length > 0) {
    if (left.some(({ pid }) => !seen.has(pid))) until = performance.now() + KILLED_MS;
    else if (performance.now() >= until) break;
    for (const { pid } of left) {
      seen.add(pid);
      kill(pid);
    }
    if (performance.now() >= limit) break;
    await sleep(left.length > 50 ? 0 : ROUND_MS);
    left = list(kill);
  }
  return left;
}

const nameOf = ({ pid, name }: LiveProcess): LiveProcess => ({ pid, name });
