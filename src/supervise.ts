import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { StopOrder, SupervisorSpec } from './adapters/supervisor/spec.js';
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
  process.on('SIGTERM', () => program.stop('cancelled'));
  // The parent holds our standard input open; its end is the parent's end.
  process.stdin.on('end', () => program.stop('parent-died')).resume();
  const status = await program.run();
  clearInterval(ticker);
  writeFileSync(`${spec.statusFile}.tmp`, JSON.stringify(status));
  renameSync(`${spec.statusFile}.tmp`, spec.statusFile);
  process.exit(0);
}

let lastOrder = '';

function readOrder(stopFile: string): StopOrder | null {
  try {
    const text = readFileSync(stopFile, 'utf8');
    if (text === lastOrder) return null;
    lastOrder = text;
    return JSON.parse(text) as StopOrder;
  } catch {
    return null;
  }
}

await supervise(process.argv[2] ?? '');
