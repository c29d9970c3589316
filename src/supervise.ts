import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readRegularSync } from './adapters/regular-file.js';
import type { ProcessExit } from './model/run.js';
import type { StopOptions, SupervisorSpec } from './adapters/supervisor/spec.js';
import { SupervisedProgram } from './adapters/supervisor/supervised-program.js';

/** Child entry: runs one program to its end, whatever it takes, and leaves a status file. Exit status 0 means just that. */
async function supervise(specFile: string): Promise<void> {
  const spec = JSON.parse(readFileSync(specFile, 'utf8')) as SupervisorSpec;
  const program = new SupervisedProgram(spec);
  const ticker = setInterval(() => {
    const order = readOrder(spec.stopFile);
    if (order !== null) program.stop(order.reason, order.force);
    program.tick();
  }, 100);
  // A terminal sends SIGINT to everybody; only the parent decides what it means.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => program.stop('cancelled'));
  // The parent holds our standard input open; its end is the parent's end.
  process.stdin.on('end', () => program.stop('parent-died')).resume();
  // The parent's death breaks the pipe of our own output; the program must still be brought to its end.
  for (const stream of [process.stdin, process.stdout, process.stderr]) stream.on('error', () => undefined);
  const status = await program.run();
  clearInterval(ticker);
  leave(status, spec.statusFile);
}

/** A full disk takes the file; then the parent hears it on our output. */
function leave(status: ProcessExit, statusFile: string): void {
  const text = JSON.stringify(status);
  try {
    writeFileSync(`${statusFile}.tmp`, text);
    renameSync(`${statusFile}.tmp`, statusFile);
    process.exit(0);
  } catch {
    process.stdout.write(`${text}\n`, () => process.exit(0));
  }
}

let lastOrder = '';

function readOrder(stopFile: string): StopOptions | null {
  try {
    const text = readRegularSync(stopFile);
    if (text === lastOrder) return null;
    lastOrder = text;
    return JSON.parse(text) as StopOptions;
  } catch {
    return null;
  }
}

await supervise(process.argv[2] ?? '');
