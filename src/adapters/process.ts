import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';

type Environment = Readonly<Record<string, string>>;

/** The environment of the process, without undefined values. */
export function readEnvironment(): Environment {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Inputs as GitHub's runner passes them: `INPUT_CHECK-NAME` is `check-name`. Empty ones are left out. */
export function readActionInputs(env: Environment): Environment {
  const inputs = Object.entries(env).filter(([name, value]) => name.startsWith('INPUT_') && value !== '');
  return Object.fromEntries(inputs.map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value]));
}

/** Inputs from a command line: `--timeout 60s --parallel true`. What is not an input comes back as it was written. */
export function readCommandLine(args: readonly string[], names: readonly string[]): Environment {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const unknown = tokens.filter((token) => token.kind === 'option' && !names.includes(token.name));
  const given = Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : 'true']);
  return Object.fromEntries([
    ...given,
    ...unknown.map((token) => [token.kind === 'option' ? token.name : '', 'true']),
  ]) as Environment;
}

/**
 * Keeps the heap of new objects at its first size. V8 lets it grow to 100 MB and more while a large report is read, although
 * nearly all of it is garbage; a step has a small machine to share with its suites.
 */
export function limitYoungHeap(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Collects garbage from now on whenever the heap has grown by a fifth. V8 waits longer the larger the heap is: with a million
 * tests in it, half as much again is garbage while their reports are written.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=20');
}

/** Folder of the running entry, where the files that ship with it stand. */
export function bundleDirectory(entryUrl: string): string {
  return dirname(fileURLToPath(entryUrl));
}

/** Ends the process once everything written has left it: an orphan's pipe may not keep it alive. */
export function exitAfterFlush(code: number): void {
  process.exitCode = code;
  process.stdout.write('', () => {
    process.stderr.write('', () => {
      process.exit(code);
    });
  });
}
