import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';
import { linuxProcesses } from '../../src/adapters/supervisor/linux-processes.js';

const onLinux = process.platform === 'linux' ? describe : describe.skip;

async function startSleep(): Promise<ChildProcess> {
  const child = spawn('sleep', ['3600'], { stdio: 'ignore' });
  await once(child, 'spawn');
  return child;
}

onLinux('the list of processes', () => {
  test('holds one that starts while the others are read, once', async () => {
    const list = linuxProcesses();
    list.next();
    const late = await startSleep();
    try {
      const found = [...list].map(({ pid }) => pid);
      expect(found.filter((pid) => pid === late.pid)).toEqual([late.pid]);
    } finally {
      late.kill('SIGKILL');
    }
  });

  test('holds no thread, not even one that starts meanwhile', async () => {
    const list = linuxProcesses();
    list.next();
    const thread = new Worker('setInterval(() => undefined, 1000)', { eval: true });
    await once(thread, 'online');
    try {
      const threads = readdirSync('/proc/self/task').map(Number);
      const found = [...list].map(({ pid }) => pid).filter((pid) => threads.includes(pid));
      expect(threads.length).toBeGreaterThan(1);
      expect(found).toEqual([process.pid]);
    } finally {
      await thread.terminate();
    }
  });
});
