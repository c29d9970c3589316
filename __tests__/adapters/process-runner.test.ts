import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createProcessRunner } from '../../src/adapters/process-runner.js';

const runner = createProcessRunner('/no/supervisor.js');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qaagent-which-'));
  mkdirSync(join(folder, 'first'));
  mkdirSync(join(folder, 'second'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, mode = 0o755): string {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, mode);
  return path;
}

describe('looking for a program', () => {
  const path = (): Readonly<Record<string, string>> => ({ PATH: `${folder}/first::${folder}/second` });

  test('finds the first on the path of the suite that may be run', async () => {
    program('first/tool', 0o644);
    const second = program('second/tool');
    expect(await runner.which('tool', path())).toBe(second);
    expect(await runner.which('tool', { PATH: `${folder}/first` })).toBeNull();
  });

  test('takes no folder for a program', async () => {
    mkdirSync(join(folder, 'first/tool'));
    expect(await runner.which('tool', path())).toBeNull();
    expect(await runner.which(join(folder, 'first'), path())).toBeNull();
  });

  test('takes an absolute path as it is, and finds nothing without a path', async () => {
    const first = program('first/tool');
    expect(await runner.which(first, {})).toBe(first);
    expect(await runner.which('tool', {})).toBeNull();
  });
});

describe('a supervisor that cannot run', () => {
  test('is a start error, never an exception', async () => {
    const spec = { command: ['/bin/true'] as const, cwd: folder, env: {}, timeoutMs: 1000, idleTimeoutMs: null };
    const places = { logFile: join(folder, 'output.log'), stateDirectory: join(folder, 'state'), eventsFile: null };
    const exit = await runner.start({ ...spec, ...places, graceMs: 100, track: 'test' }).finished;
    expect(exit.startError).toMatch(/the supervisor ended with 1 [^]*Cannot find module/);
  });

  test('knows how many processors there are', () => {
    expect(runner.cores).toBeGreaterThanOrEqual(1);
  });
});
