import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { isAlive } from '../stand-ins/process-scan.js';
import { WAYS } from '../torture/kills.js';
import { misbehaving, supervised, until, type Supervised } from './supervised.js';

let program: Supervised | undefined;
const pidsFile = (): string => join(program?.folder ?? '', 'pids');
const escaped = (): readonly number[] =>
  existsSync(pidsFile()) ? readFileSync(pidsFile(), 'utf8').trim().split('\n').map(Number) : [];
const living = (): readonly number[] => escaped().filter(isAlive);

function escaping(how: string, more: Parameters<typeof supervised>[1] = {}): Supervised {
  const pids = '../pids';
  program = supervised(['python3', misbehaving('escapes.py'), how, pids], more);
  const { folder, spec, runner } = program;
  const command = ['python3', misbehaving('escapes.py'), how, join(folder, 'pids')] as const;
  const start = () => runner.start({ ...spec, command });
  return { ...program, start, run: () => start().finished };
}

afterEach(() => {
  const left = living();
  for (const pid of left) process.kill(pid, 'SIGKILL');
  program?.remove();
  expect(left).toEqual([]);
});

describe('a process that outlives its program', () => {
  test.each(WAYS)('is ended and named: %s', async (how) => {
    const exit = await escaping(how).run();
    expect(escaped().length).toBeGreaterThan(0);
    expect(living()).toEqual([]);
    expect(exit).toMatchObject({ exitCode: 0, reason: null });
    expect(exit.leaked.length).toBeGreaterThan(0);
    expect(exit.remaining).toBeUndefined();
  });
});

describe('when the supervisor is killed', () => {
  test.each(['changed-title-own-session', 'daemon-without-environment'])('nothing survives: %s', async (how) => {
    const { start, runner, spec, survivors } = escaping(how);
    const running = start();
    await until(() => living().length > 0);
    const supervisor = survivors().find(({ command }) => command.includes('supervise.js'));
    process.kill(supervisor?.pid ?? -1, 'SIGKILL');
    expect((await running.finished).startError).toMatch(/the supervisor ended/);
    expect(living()).toEqual([]);
    await runner.endAbandoned(spec.stateDirectory);
  });
});
