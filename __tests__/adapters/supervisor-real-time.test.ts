import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { misbehaving, supervised, type Supervised } from './supervised.js';

// What needs real time: silence, and programs beside each other. Elapsed time has lower limits only.

const NODE = process.execPath;
let program: Supervised;

afterEach(() => {
  const left = program.survivors();
  for (const { pid } of left) process.kill(pid, 'SIGKILL');
  program.remove();
  expect(left).toEqual([]);
});

describe('a program that falls silent', () => {
  test('is ended after its last line, and not before', async () => {
    program = supervised([NODE, misbehaving('beats.mjs'), '6'], { idleTimeoutMs: 3000 });
    const exit = await program.run();
    expect(exit.reason).toBe('idle');
    expect(exit.durationMs).toBeGreaterThan(6 * 200 + 2900);
    expect(program.log()).toContain('beat 5');
  });

  test('is alive while its event file grows', async () => {
    program = supervised([NODE, misbehaving('beats.mjs'), '0'], { idleTimeoutMs: 3000 });
    const eventsFile = join(program.folder, 'events.jsonl');
    writeFileSync(eventsFile, '');
    const running = program.runner.start({ ...program.spec, eventsFile });
    const growing = setInterval(() => writeFileSync(eventsFile, 'x', { flag: 'a' }), 100);
    setTimeout(() => clearInterval(growing), 4000);
    const exit = await running.finished;
    expect(exit).toMatchObject({ reason: 'idle' });
    expect(exit.durationMs).toBeGreaterThan(3900 + 2900);
  });
});

describe('two runs of one name on one machine', () => {
  test('do not end each other’s processes', async () => {
    program = supervised([NODE, misbehaving('beats.mjs'), '8'], { idleTimeoutMs: 3000, graceMs: 500 });
    const { runner, spec, folder } = program;
    const other = { ...spec, command: [NODE, misbehaving('exits.mjs'), '0'] as const };
    const long = runner.start(spec);
    const short = runner.start({
      ...other,
      stateDirectory: join(folder, 'other'),
      logFile: join(folder, 'other.log'),
    });
    expect(await short.finished).toMatchObject({ exitCode: 0, leaked: [] });
    expect(await long.finished).toMatchObject({ reason: 'idle' });
    expect(program.log()).toContain('beat 7');
  });
});
