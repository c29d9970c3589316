import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ROOT } from './tools.js';

interface Ran {
  readonly status: number | null;
  readonly lastLine: string;
  readonly stderr: string;
}

function runScript(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', name), ...args], {
    encoding: 'utf8',
    env: { ...process.env, REQUIRE_RUNNERS: '0', ...env },
  });
  return { status, lastLine: stdout.trimEnd().split('\n').at(-1) ?? '', stderr };
}

describe('the setup', () => {
  test('only looks the second time', () => {
    const { lastLine } = runScript('setup.mjs', ['--json', '--check']);
    expect(Object.keys(JSON.parse(lastLine) as object)).toEqual([
      'python',
      'playwright',
      'chromium',
      'javascript',
      'missing',
    ]);
  });

  test('says in one line what to do about a missing browser, and fails where everything is required', () => {
    const nothing = { PATH: '', CHROMIUM_PATH: '', PLAYWRIGHT_BROWSERS_PATH: ROOT, REQUIRE_RUNNERS: '1' };
    const { status, stderr } = runScript('setup.mjs', ['--check', 'chromium'], nothing);
    expect(stderr).toMatch(/^setup: missing a browser: .*CHROMIUM_PATH\n$/);
    expect(status).toBe(1);
  });
});

describe('the test command', () => {
  test('ends with the totals in plain words', () => {
    const { status, lastLine } = runScript('test.mjs', ['__tests__/e2e/workspace.test.ts']);
    expect([status, lastLine]).toEqual([0, '1 passed, 0 failed']);
  });

  test('is red when nothing ran', () => {
    const { status, lastLine } = runScript('test.mjs', ['__tests__/no-such-folder']);
    expect([status, lastLine]).toEqual([1, '0 passed, 0 failed']);
  });
});
