import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { ProcessExit } from '../../src/model/run.js';
import type { ProcessSpec } from '../../src/ports.js';
import { signalSequence } from '../../src/adapters/supervisor/signal-sequence.js';
import { misbehaving, supervised, SUPERVISOR, until } from './supervised.js';
import type { Supervised } from './supervised.js';

const NODE = process.execPath;
let program: Supervised;

function using(command: readonly [string, ...string[]], more: Partial<ProcessSpec> = {}): Supervised {
  program = supervised(command, more);
  return program;
}

afterEach(() => {
  const left = program.survivors();
  for (const { pid } of left) process.kill(pid, 'SIGKILL');
  program.remove();
  expect(left).toEqual([]);
});

describe('a supervised program that ends by itself', () => {
  test.each([
    ['0', 0, null],
    ['3', 3, null],
    ['255', 255, null],
    ['SIGSEGV', null, 'SIGSEGV'],
    ['SIGKILL', null, 'SIGKILL'],
    ['SIGTERM', null, 'SIGTERM'],
  ])('told to end with %s receives it', async (how, exitCode, signal) => {
    const exit = await using([NODE, misbehaving('exits.mjs'), how]).run();
    expect(exit).toMatchObject({ exitCode, signal, reason: null, startError: '', leaked: [] });
  });

  test('has an environment of its own and no more than that', async () => {
    const env = { ONLY: 'this', PATH: '/bin', NODE_OPTIONS: '--no-warnings', SHLVL: '7' };
    const { run, log, spec } = using([NODE, misbehaving('environment.mjs')], { env });
    await run();
    const { QAAGENT_TRACK: track, ...rest } = JSON.parse(log()) as Record<string, string>;
    expect(rest).toEqual(spec.env);
    expect(track).toMatch(/^test\/supervised\/[0-9a-f-]{36}$/);
  });

  test('has no standard input to wait for', async () => {
    const { run, log } = using([NODE, misbehaving('reads-stdin.mjs')]);
    expect(await run()).toMatchObject({ exitCode: 0 });
    expect(log()).toBe('end of input\n');
  });

  test('can open its standard streams by name', async () => {
    const { run, log } = using(['sh', '-c', 'echo one; echo two > /dev/stdout; echo three >> /dev/stderr']);
    expect(await run()).toMatchObject({ exitCode: 0 });
    expect(log()).toBe('one\ntwo\nthree\n');
  });

  test('may leave a process that writes the report after its end', async () => {
    const late = 'first=$$; (while kill -0 $first; do :; done; echo written) & exit 1';
    const { run, log } = using(['sh', '-c', `exec 2>/dev/null; ${late}`]);
    expect(await run()).toMatchObject({ exitCode: 1, leaked: [] });
    expect(log()).toBe('written\n');
  });

  test('may close its streams', async () => {
    expect(await using([NODE, misbehaving('closes-streams.mjs')]).run()).toMatchObject({ exitCode: 7, reason: null });
  });

  test('that does not exist is a start error', async () => {
    const exit = await using(['/no/such/program']).run();
    expect(exit).toMatchObject({ exitCode: null, signal: null, reason: null });
    expect(exit.startError).toMatch(/ENOENT/);
  });

  test('in a folder that does not exist is a start error', async () => {
    const exit = await using([NODE, '--version'], { cwd: '/no/such/folder' }).run();
    expect(exit.startError).toMatch(/ENOENT/);
  });

  test('leaves half a report as it is', async () => {
    const { run, folder } = using(['sh', misbehaving('half-report.sh'), 'report.xml']);
    expect(await run()).toMatchObject({ signal: 'SIGKILL', reason: null });
    expect(readFileSync(join(folder, 'report.xml'), 'utf8')).toMatch(/name="tw$/);
  });

  test('loses a daemon that it started, which is named', async () => {
    const { run, log } = using(['python3', misbehaving('daemon.py')]);
    expect(await run()).toMatchObject({ exitCode: 0, leaked: [{ name: 'python3' }] });
    expect(log()).toBe('done\n');
  });
});

describe('a supervised program that writes much', () => {
  test('of 200 MB keeps the beginning, the end and at most 50 MB', async () => {
    const { run, log, spec } = using([NODE, misbehaving('floods.mjs'), '200']);
    expect(await run()).toMatchObject({ exitCode: 0 });
    expect(statSync(spec.logFile).size).toBeLessThan(50 * 1024 * 1024);
    const text = log();
    expect(text.startsWith('first line\n')).toBe(true);
    expect(text.endsWith('last line\n')).toBe(true);
    const printed = 'first line\nlast line\n'.length + 200 * 1024 * 1024;
    const dropped = printed - 2 * 16 * 1024 * 1024;
    expect(text.includes(`\n[... ${dropped} bytes of output left out ...]\n`)).toBe(true);
  });

  test('in one line of 20 MB is heard to its end', async () => {
    const { run, spec } = using([NODE, misbehaving('one-line.mjs')]);
    expect(await run()).toMatchObject({ exitCode: 0 });
    expect(statSync(spec.logFile).size).toBeGreaterThanOrEqual(20 * 1024 * 1024);
  });
});

/** So long that a test which had to wait for it would fail by its own limit. */
const FOREVER_MS = 3_600_000;

describe('a supervised program that does not end', () => {
  test('is ended at its deadline', async () => {
    const { run } = using(['sleep', '4000000'], { timeoutMs: 100, graceMs: FOREVER_MS });
    expect(await run()).toMatchObject({ signal: 'SIGINT', reason: 'timeout' });
  });

  /** Stops a program at its deadline once it has written a line, and gives how it ended. */
  async function stopAfter(line: string, { start, log, spec }: Supervised): Promise<ProcessExit> {
    const running = start();
    await until(() => existsSync(spec.logFile) && log().includes(line));
    running.stop('timeout');
    return running.finished;
  }

  test('is interrupted and may say its last words', async () => {
    const asks = using([NODE, misbehaving('asks-for-interrupt.mjs')], { graceMs: FOREVER_MS });
    expect(await stopAfter('waiting', asks)).toMatchObject({ exitCode: 42, signal: null, reason: 'timeout' });
    expect(asks.log()).toBe('waiting\ninterrupted\n');
  });

  test('and ignores signals is killed, its grandchild too', async () => {
    const ignores = using(['sh', misbehaving('ignores-signals.sh')], { graceMs: 500 });
    expect(await stopAfter('grandchild', ignores)).toMatchObject({ signal: 'SIGKILL', reason: 'timeout' });
    expect(ignores.survivors()).toEqual([]);
  });

  test('leaves what it started the time to stop, although it ends at the first signal itself', async () => {
    const wrapper = using(['python3', misbehaving('wrapper.py')], { graceMs: FOREVER_MS });
    expect(await stopAfter('started', wrapper)).toMatchObject({ reason: 'timeout', leaked: [] });
    expect(wrapper.log()).toBe('started\nwrapper ends\nbroker stopped\n');
  });

  test('is killed at once by the second stop', async () => {
    const { start, log } = using(['sh', misbehaving('ignores-signals.sh')], { graceMs: FOREVER_MS });
    const running = start();
    await until(() => existsSync(program.spec.logFile) && log().includes('grandchild'));
    running.stop('timeout');
    await until(() => existsSync(join(program.spec.stateDirectory, 'stop.json')));
    running.stop('timeout');
    expect(await running.finished).toMatchObject({ signal: 'SIGKILL', reason: 'timeout' });
  });

  test('is killed after a cancellation, however long its grace', async () => {
    const { start, log } = using(['sh', misbehaving('ignores-signals.sh')], { graceMs: FOREVER_MS });
    const running = start();
    await until(() => existsSync(program.spec.logFile) && log().includes('grandchild'));
    running.stop('cancelled');
    expect(await running.finished).toMatchObject({ signal: 'SIGKILL', reason: 'cancelled' });
  });

  test.each(['cancelled', 'fail-fast'] as const)('has four seconds at most when it is %s', (reason) => {
    // GitHub kills a cancelled job after 7.5 s, and evidence is still to be written.
    const waits = signalSequence(reason, FOREVER_MS).map(({ waitMs }) => waitMs);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(4000);
  });
});

describe('when somebody kills', () => {
  /** A process of its own that starts the supervisor as the product does: holding its standard input open. */
  const PARENT = `
    import { spawn } from 'node:child_process';
    const child = spawn(process.execPath, process.argv.slice(1), { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdout.resume(); child.stderr.resume();
    process.stdout.write(String(child.pid) + '\\n');
    setInterval(() => undefined, 1000);`;

  async function startUnderParent(): Promise<{ readonly parent: number; readonly statusFile: string }> {
    const { spec, folder, log } = using(['sh', misbehaving('ignores-signals.sh')]);
    const { env, stateDirectory, ...rest } = spec;
    const files = { stopFile: join(folder, 'stop.json'), statusFile: join(folder, 'exit.json') };
    const specFile = join(folder, 'spec.json');
    writeFileSync(specFile, JSON.stringify({ ...rest, ...files }));
    const args = ['--input-type=module', '-e', PARENT, SUPERVISOR, specFile];
    const parent = spawn(NODE, args, { env: { ...env, STATE: stateDirectory }, stdio: ['ignore', 'pipe', 'ignore'] });
    await until(() => existsSync(spec.logFile) && log().includes('grandchild'));
    return { parent: parent.pid ?? -1, statusFile: files.statusFile };
  }

  test('the parent, the whole tree is gone and the status is written', async () => {
    const { parent, statusFile } = await startUnderParent();
    process.kill(parent, 'SIGKILL');
    await until(() => existsSync(statusFile));
    expect(JSON.parse(readFileSync(statusFile, 'utf8'))).toMatchObject({ reason: 'parent-died', signal: 'SIGKILL' });
    await until(() => program.survivors().length === 0);
    expect(program.survivors()).toEqual([]);
  });

  test('the supervisor, its program is ended by the parent, which says what happened', async () => {
    const { start, log, survivors, folder } = using(['sh', misbehaving('ignores-signals.sh')]);
    const running = start();
    await until(() => existsSync(program.spec.logFile) && log().includes('grandchild'));
    const [supervisor] = survivors().filter(({ command }) => command.includes(`${folder}/supervisor/`));
    process.kill(supervisor?.pid ?? -1, 'SIGKILL');
    const exit = await running.finished;
    expect(exit.startError).toMatch(/the supervisor ended/);
    await until(() => survivors().length === 0);
    expect(survivors()).toEqual([]);
  });
});
