import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { cleanEnvironment } from '../../runners/streams/stream-run.js';
import { ACTION } from '../tools.js';

const WATCH = pathToFileURL(join(import.meta.dirname, 'connections.mjs')).href;
const root = mkdtempSync(join(tmpdir(), 'qaagent-offline-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs a script of the built action as a step, or another one in its place; what was noted of connections. */
function connectionsOf(script: readonly string[], inputs: Readonly<Record<string, string>>) {
  const workspace = mkdtempSync(join(root, 'work-'));
  const file = (name: string): string => join(workspace, name);
  writeFileSync(file('test.mjs'), "import { writeFileSync } from 'node:fs';\nwriteFileSync('ran', '');\n");
  mkdirSync(file('temp'));
  for (const name of ['connections', 'output', 'state', 'env', 'path', 'summary']) writeFileSync(file(name), '');
  writeFileSync(file('event.json'), '{}');
  spawnSync(process.execPath, ['--import', WATCH, ...script], {
    cwd: workspace,
    encoding: 'utf8',
    env: {
      ...cleanEnvironment(),
      ...{ GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: workspace, RUNNER_TEMP: file('temp') },
      ...{ GITHUB_OUTPUT: file('output'), GITHUB_STATE: file('state'), GITHUB_STEP_SUMMARY: file('summary') },
      ...{ GITHUB_ENV: file('env'), GITHUB_PATH: file('path'), GITHUB_EVENT_PATH: file('event.json') },
      ...{ GITHUB_REPOSITORY: 'octo-org/shop', GITHUB_SHA: 'a'.repeat(40), GITHUB_REF: 'refs/heads/main' },
      ...{
        GITHUB_EVENT_NAME: 'push',
        GITHUB_RUN_ID: '1',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_API_URL: 'http://127.0.0.1:65530',
      },
      ...{ GITHUB_SERVER_URL: 'http://127.0.0.1:65530', CONNECTIONS: file('connections') },
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    },
  });
  const connections = readFileSync(file('connections'), 'utf8').trim().split('\n');
  return { hasRun: existsSync(file('ran')), connections };
}

test('a step without a token runs its suites without any connection', () => {
  const suites = JSON.stringify({ unit: { runner: 'command', run: 'node test.mjs' } });
  const main = connectionsOf([join(ACTION, 'dist', 'index.js')], { suites, 'github-token': '', upload: 'never' });
  expect(main).toEqual({ hasRun: true, connections: ['loaded'] });
});

test('connections are noted where there are some', () => {
  const code = "fetch('http://127.0.0.1:65530').catch(() => undefined)";
  const { connections } = connectionsOf(['--input-type=module', '-e', code], {});
  expect(connections.length).toBeGreaterThan(1);
});
