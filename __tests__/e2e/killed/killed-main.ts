import { appendFileSync } from 'node:fs';
import { runAction } from '../../../src/app/run-action.js';
import type { Files } from '../../../src/ports.js';
import { createServices } from '../../../src/services.js';

/** The entry of the step with one change: SIGKILL right after the write whose number `KILL_AFTER` names. */
const after = Number(process.env['KILL_AFTER'] ?? Infinity);
const log = process.env['WRITE_LOG'] ?? '';
let writes = 0;

function counted<Arguments extends readonly unknown[], Result>(
  write: (...values: Arguments) => Promise<Result>,
): (...values: Arguments) => Promise<Result> {
  return async (...values) => {
    const result = await write(...values);
    writes += 1;
    if (log !== '') appendFileSync(log, `${String(values[0])}\n`);
    if (writes === after) process.kill(process.pid, 'SIGKILL');
    return result;
  };
}

const services = createServices(import.meta.url, new AbortController().signal);
const real = services.files;
const files: Files = {
  ...real,
  claimDirectory: counted((...values: Parameters<Files['claimDirectory']>) => real.claimDirectory(...values)),
  writeWhole: counted((...values: Parameters<Files['writeWhole']>) => real.writeWhole(...values)),
  append: counted((...values: Parameters<Files['append']>) => real.append(...values)),
  copy: counted((...values: Parameters<Files['copy']>) => real.copy(...values)),
};
const conclusion = await runAction({ ...services, files });
process.exit(conclusion === 'success' || conclusion === 'neutral' ? 0 : 1);
