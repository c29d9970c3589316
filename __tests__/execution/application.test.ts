import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { nodeHttp } from '../../src/adapters/http.js';
import { systemClock } from '../../src/adapters/clock.js';
import { nodeFiles } from '../../src/adapters/node-files.js';
import { createProcessRunner } from '../../src/adapters/process-runner.js';
import { startApplication, type ApplicationStart } from '../../src/execution/application.js';
import { readApplicationEnd } from '../../src/execution/application-record.js';
import type { ApplicationSettings, Settings } from '../../src/model/settings.js';
import type { Clock } from '../../src/ports.js';
import { SUPERVISOR, until } from '../adapters/supervised.js';
import { ROOT } from '../e2e/tools.js';
import { laptop } from '../fakes/run-contexts.js';
import { processesMarked } from '../stand-ins/process-scan.js';

const PROGRAM = `${process.execPath} ${join(ROOT, 'fixtures/programs/application.mjs')}`;

let folder: string;
let port: number;
let other: Server | null;
let cancelled: AbortController;
let clock: Clock;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qaagent-application-'));
  cancelled = new AbortController();
  clock = systemClock;
  other = createServer((_, response) => response.end());
  port = await listen(other);
  await close();
});
afterEach(async () => {
  await close();
  const left = processesMarked([folder]);
  for (const { pid } of left) process.kill(pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  expect(left).toEqual([]);
});

async function listen(server: Server, wanted = 0): Promise<number> {
  await new Promise<void>((done) => server.listen(wanted, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

async function close(): Promise<void> {
  await new Promise((done) => (other === null ? done(null) : other.close(done)));
  other = null;
}

const services = () => ({
  files: nodeFiles,
  processes: createProcessRunner(SUPERVISOR),
  clock,
  http: nodeHttp,
  context: laptop({ env: { PATH: process.env['PATH'] ?? '', RUN: folder } }),
  settings: { workingDirectory: folder, baseUrl: null, graceMs: 1000 } as Settings,
  runDirectory: join(folder, 'run'),
  signal: cancelled.signal,
  prepareQuality: () => Promise.reject(new Error('not asked')),
});
const url = (path = '/'): string => `http://127.0.0.1:${port}${path}`;
const start = (startCommand: string, more: Partial<ApplicationSettings> = {}): Promise<ApplicationStart> =>
  startApplication({ startCommand, healthUrls: [url()], startTimeoutMs: 60_000, ...more }, services());
const end = () => readApplicationEnd({ ...services() });

const HOUR_MS = 3_600_000;
/** A clock that goes on by an hour at each look while something holds. */
function clockThatLeapsWhen(holds: () => boolean): Clock {
  let leaps = 0;
  return { ...systemClock, now: () => systemClock.now() + (leaps += holds() ? 1 : 0) * HOUR_MS };
}
const hasLeft = (): boolean => existsSync(join(folder, 'run/artifacts/application/supervisor/left.json'));

async function startWell(...args: Parameters<typeof start>) {
  const started = await start(...args);
  if (!started.ok) throw new Error(started.problem?.message ?? 'cancelled');
  return started.application;
}

async function problemOf(...args: Parameters<typeof start>) {
  const started = await start(...args);
  return started.ok ? null : started.problem;
}

describe('an application that becomes ready', () => {
  test('runs until it is stopped', async () => {
    const application = await startWell(`exec ${PROGRAM} ${port} 200`);
    await application.stop();
    expect(await end()).toMatchObject({ state: 'stopped', logTail: `listening on ${port}\n` });
  });

  test('is a service that the start line left, which is ended after it', async () => {
    const application = await startWell(`${PROGRAM} ${port} 200 & echo started`);
    expect(await nodeHttp.statusOf(url(), 2000)).toBe(200);
    await application.stop();
    expect(await end()).toMatchObject({ state: 'stopped' });
    expect(await nodeHttp.statusOf(url(), 2000)).toBeNull();
  });

  test('is a service that has no process below the start line, as a container has none', async () => {
    other = createServer((_, response) => response.end());
    const starting = startWell('sleep 0.3');
    await until(hasLeft);
    await listen(other, port);
    const application = await starting;
    await application.stop();
    expect(await end()).toMatchObject({ state: 'stopped' });
  });

  test('is a service that answers before its start line ends with 0 and leaves no process', async () => {
    other = createServer((_, response) => response.end());
    const lineMayEnd = join(folder, 'line-may-end');
    const starting = startWell(`until test -e ${lineMayEnd}; do sleep 0.1; done`);
    await listen(other, port);
    const application = await starting;
    writeFileSync(lineMayEnd, '');
    await until(hasLeft);
    await application.stop();
    expect(await end()).toMatchObject({ state: 'stopped' });
  });

  test('is ready when all of its addresses answer', async () => {
    let isAsked = false;
    other = createServer((request, response) => {
      isAsked ||= request.url === '/b';
      response.writeHead(request.url === '/b' ? 503 : 200).end();
    });
    clock = clockThatLeapsWhen(() => isAsked);
    await listen(other, port);
    const problem = await problemOf('sleep 4000000', { healthUrls: [url('/a'), url('/b')], startTimeoutMs: 600 });
    expect(problem?.message).toBe(
      `the application under test was not ready after 600ms: ${url('/b')} answers 503; it printed nothing`,
    );
  });
});

describe('an application that ends during the run', () => {
  test('has died when its start line ends with 0 after it was ready and leaves nothing', async () => {
    const application = await startWell(`exec ${PROGRAM} ${port} 200 2`);
    await nodeHttp.statusOf(url(), 2000);
    await until(hasLeft);
    await application.stop();
    const ended = await end();
    expect(ended).toMatchObject({ state: 'died', exit: { exitCode: 0 } });
    expect(ended).not.toHaveProperty('silentUrl');
    expect(ended?.diedAt).not.toBeNull();
  });

  test('is unknown when its start line ended with 0 after it was ready and nothing asked its address afterwards', async () => {
    const application = await startWell(`exec ${PROGRAM} ${port} 200 2`);
    await nodeHttp.statusOf(url(), 2000);
    await until(hasLeft);
    cancelled.abort();
    await application.stop();
    expect(await end()).toMatchObject({ state: 'unknown', exit: { exitCode: 0 } });
  });

  test('has died when the service that it left has ended', async () => {
    const application = await startWell(`${PROGRAM} ${port} 200 2 & echo started`);
    await nodeHttp.statusOf(url(), 2000);
    await until(() => existsSync(join(folder, 'run/artifacts/application/supervisor/exit.json')));
    await application.stop();
    expect(await end()).toMatchObject({ state: 'died' });
  });

  test('has died when a service without a process does not answer any more', async () => {
    other = createServer((_, response) => response.end());
    const starting = startWell('true');
    await until(hasLeft);
    await listen(other, port);
    const application = await starting;
    await close();
    await application.stop();
    expect(await end()).toMatchObject({ state: 'died', diedAt: null, silentUrl: url() });
  });
});

describe('an application that does not become ready', () => {
  test.each([
    ['echo "Error: no database"; exit 3', 'it ended with exit status 3', 'Error: no database'],
    ['kill -SEGV $$', 'it ended with SIGSEGV; it printed nothing', undefined],
  ])('says how it ended: %s', async (command, how, reason) => {
    const problem = await problemOf(command);
    expect(problem?.message).toBe(`the application under test did not start: ${how}`);
    expect(problem?.reason).toBe(reason);
  });

  test('names a service that its start line left and that never answers', async () => {
    clock = clockThatLeapsWhen(hasLeft);
    const problem = await problemOf('echo started; sleep 4000000 &', { startTimeoutMs: 3000 });
    expect(problem).toMatchObject({
      message: `the application under test was not ready after 3.0s: nothing answers at ${url()}; \`start-command\` ended with exit status 0`,
      reason: 'started',
    });
  });

  test('names the port that another program uses', async () => {
    other = createServer((_, response) => response.end());
    await listen(other, port);
    const problem = await problemOf(`exec ${PROGRAM} ${port} 200`);
    expect(problem?.message).toBe(
      `the application under test did not start: its port ${port} is in use; another program answers at ${url()}`,
    );
    expect(problem?.quote).toContain('EADDRINUSE');
  });

  test.each([
    ['OSError: [Errno 98] Address already in use', ''],
    ['Error: listen EADDRINUSE: address already in use :::3000', '3000 '],
    ['listen tcp 127.0.0.1:8080: bind: address already in use', '8080 '],
    ['Web server failed to start. Port 9090 was already in use.', '9090 '],
    ['Bind for 0.0.0.0:5432 failed: port is already allocated', '5432 '],
    ["[Errno 98] error while attempting to bind on address ('127.0.0.1', 8000): address already in use", '8000 '],
    ["Port 4200 is already in use. Use '--port' to specify a different port.", '4200 '],
  ])('knows that a port is in use by what tools print: %s', async (line, named) => {
    const problem = await problemOf(`cat <<'EOF'\n${line}\nEOF\nexit 1`);
    expect(problem?.message).toBe(`the application under test did not start: its port ${named}is in use`);
  });

  test('is no problem of its own when the run is cancelled', async () => {
    const starting = start('sleep 4000000');
    cancelled.abort('cancelled');
    expect(await starting).toEqual({ ok: false, problem: null });
    expect(await end()).toMatchObject({ state: 'stopped' });
  });
});
