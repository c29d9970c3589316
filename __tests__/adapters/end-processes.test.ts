import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { endProcesses } from '../../src/adapters/supervisor/end-processes.js';
import { isAlive } from '../stand-ins/process-scan.js';

/** Longer than a killed process may take to go. */
const SLOW_MS = 1_200;
const STUBBORN = "process.on('SIGTERM', () => {}); process.stdout.write('ready'); setInterval(() => {}, 1000)";

test('processes that ignore SIGTERM are killed on a machine that takes long to list them', async () => {
  const child = spawn(process.execPath, ['-e', STUBBORN], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  const pid = child.pid ?? 0;
  const ended = once(child, 'exit');
  const list = () => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SLOW_MS);
    return isAlive(pid) ? [{ pid, name: 'node' }] : [];
  };
  try {
    expect(await endProcesses(list, 0)).toMatchObject({ leaked: [{ pid, name: 'node' }] });
    expect((await ended)[1]).toBe('SIGKILL');
  } finally {
    child.kill('SIGKILL');
  }
});
