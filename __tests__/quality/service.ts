import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SERVICE } from './tools.js';

export interface RunningService {
  readonly baseUrl: string;
  readonly stop: () => Promise<void>;
}

const START_MS = 20_000;

/** Starts the service with its planted defects, or without, and waits until it listens. */
export async function startService(fixed: boolean): Promise<RunningService> {
  const child = spawn('python3', ['-B', join(SERVICE, 'service.py')], {
    env: { ...process.env, FIXED: fixed ? '1' : '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
  };
  const address = new Promise<string>((done) => {
    createInterface({ input: child.stdout }).once('line', (line) => done(/http:\S+/.exec(line)?.[0] ?? ''));
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((done) => (timer = setTimeout(() => done(''), START_MS)));
  const baseUrl = await Promise.race([address, late, gone.then(() => '')]);
  clearTimeout(timer);
  if (baseUrl !== '') return { baseUrl, stop };
  await stop();
  throw new Error('the service did not start with python3');
}
