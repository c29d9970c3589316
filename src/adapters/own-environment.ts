import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';

/** Inputs, tokens and command files of the step, which processes of the same user could read in `/proc/<pid>/environ`. */
const PRIVATE =
  /^(?:INPUT_.*|STATE_.*|ACTIONS_(?:RUNTIME|RESULTS|CACHE|ID_TOKEN).*|GITHUB_(?:TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)|ANTHROPIC_API_KEY|[^=]*(?:TOKEN|SECRET|PASSWORD|API_KEY))$/i;

/**
 * Takes what is private out of the memory from which Linux serves this process's environment to others; `process.env`
 * keeps all of it, on the heap. Nothing happens where the system does not let a process write there.
 */
export function hideOwnEnvironment(): void {
  if (process.platform !== 'linux') return;
  try {
    const kept = Object.entries(process.env).filter(([name]) => PRIVATE.test(name));
    wipe(environmentStart());
    for (const [name, value] of kept) process.env[name] = value;
  } catch {
    // A sandbox without these files: what remains readable is documented.
  }
}

/** Address of the first variable: the 50th field of `stat`; names of programs may hold blanks. */
function environmentStart(): number {
  const stat = readFileSync('/proc/self/stat', 'latin1');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[47]);
}

/** Overwrites each private variable in place with zeros; the others keep their places. */
function wipe(start: number): void {
  const area = readFileSync('/proc/self/environ');
  const memory = openSync('/proc/self/mem', 'r+');
  try {
    const found = Buffer.alloc(area.length);
    readSync(memory, found, 0, area.length, start);
    if (!found.equals(area)) return;
    let at = 0;
    for (const entry of area.toString('latin1').split('\0')) {
      if (PRIVATE.test(entry.slice(0, Math.max(0, entry.indexOf('=')))))
        writeSync(memory, Buffer.alloc(entry.length), 0, entry.length, start + at);
      at += entry.length + 1;
    }
  } finally {
    closeSync(memory);
  }
}
