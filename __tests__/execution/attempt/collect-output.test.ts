import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { nodeFiles } from '../../../src/adapters/node-files.js';
import { systemClock } from '../../../src/adapters/clock.js';
import { collectOutput, type AttemptFiles } from '../../../src/execution/attempt/collect-output.js';
import { takeInventory } from '../../../src/execution/attempt/inventory.js';
import { readEnd, readAttemptOutputs, recordAttempt, recordEnd } from '../../../src/execution/attempt/attempt-files.js';
import type { SuiteAttempt } from '../../../src/model/run.js';
import type { Clock } from '../../../src/ports.js';
import { anExit, collected, finish, session, start } from '../an-attempt.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'qaagent-gather-'));
  mkdirSync(join(root, 'artifacts/unit/attempt-1/supervisor'), { recursive: true });
  mkdirSync(join(root, 'cwd'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const directory = (): string => join(root, 'artifacts/unit/attempt-1');
const traces = (change: Partial<AttemptFiles> = {}): AttemptFiles => ({
  ...{ suite: 'unit', directory: directory(), eventsFile: join(directory(), 'events.jsonl'), cwd: join(root, 'cwd') },
  ...{ ownReports: ['*.xml'], sharedReports: ['out/*.xml'], earlierReports: {}, requested: null },
  ...change,
});
const attempt: SuiteAttempt = {
  ...{
    number: 1,
    mode: 'full',
    command: ['pytest'],
    startedAt: 5,
    exit: anExit(),
    directory: 'artifacts/unit/attempt-1',
  },
};
const lines = (events: readonly object[]): string => events.map((event) => `${JSON.stringify(event)}\n`).join('');
const REPORT = '<testsuite name="s"><testcase classname="c" name="one"/></testsuite>';

describe('gathering what an attempt left', () => {
  test('drops a last line that its writer could not finish, and keeps what came before', async () => {
    const events = [session, collected(['a']), start('a')];
    writeFileSync(traces().eventsFile, `${lines(events)}{"e": "end", "t": 1, "id": "a", "status": "pas`);
    expect((await collectOutput(traces(), attempt, nodeFiles)).events).toEqual(events);
  });

  test('is content with an attempt that left nothing', async () => {
    expect(await collectOutput(traces(), attempt, nodeFiles)).toEqual({
      ...{ attempt, events: [], reports: [], requested: null, tail: '', stacks: [], stopsBy: '' },
      unmatched: [{ pattern: 'out/*.xml', why: 'missing' }],
    });
  });

  test('takes a shared report only when the attempt wrote it, though the one before was written a moment ago', async () => {
    const out = join(root, 'cwd/out');
    mkdirSync(out);
    for (const name of ['old.xml', 'new.xml', 'again.xml']) writeFileSync(join(out, name), REPORT);
    rmSync(join(out, 'new.xml'));
    utimesSync(join(out, 'again.xml'), 1, 1);
    const earlierReports = await takeInventory(['out/*.xml'], join(root, 'cwd'), nodeFiles);
    writeFileSync(join(out, 'new.xml'), REPORT);
    writeFileSync(join(out, 'again.xml'), REPORT);
    // A tool that copies its report with the time of the one before.
    utimesSync(join(out, 'again.xml'), 1, 1);
    const sharedReports = ['out/*.xml', 'out/old.xml', 'none.xml'];
    const { reports, unmatched } = await collectOutput(traces({ earlierReports, sharedReports }), attempt, nodeFiles);
    expect(reports.map(({ name }) => name)).toEqual(['out/again.xml', 'out/new.xml']);
    expect(unmatched).toEqual([
      { pattern: 'out/old.xml', why: 'untouched' },
      { pattern: 'none.xml', why: 'missing' },
    ]);
    expect(await nodeFiles.glob(['reports/**'], directory())).toHaveLength(2);
  });

  test('reads the stacks of the main process and of each worker', async () => {
    writeFileSync(join(directory(), 'stacks.txt'), 'main');
    writeFileSync(join(directory(), 'stacks.txt.gw1'), 'second');
    const { stacks } = await collectOutput(traces(), attempt, nodeFiles);
    expect(stacks).toEqual([
      { worker: '', text: 'main' },
      { worker: 'gw1', text: 'second' },
    ]);
  });
});

describe('what is written down about attempts', () => {
  let abandoned: string[] = [];
  const processes = { endAbandoned: (directory: string) => Promise.resolve(void abandoned.push(directory)) };
  const readBy = (clock: Clock) =>
    readAttemptOutputs({ files: nodeFiles, clock, processes, runDirectory: root }, 'unit');
  const read = () => readBy(systemClock);
  beforeEach(() => {
    abandoned = [];
  });

  const recorded = () => ({ number: 1, mode: 'full', command: ['pytest'], startedAt: 5, traces: traces() }) as const;

  test('brings back what the process that started them would have gathered', async () => {
    writeFileSync(traces().eventsFile, lines([session, collected(['a']), finish()]));
    await recordAttempt(nodeFiles, directory(), recorded());
    writeFileSync(join(directory(), 'supervisor/exit.json'), JSON.stringify(anExit()));
    expect(await read()).toEqual([await collectOutput(traces(), attempt, nodeFiles)]);
    expect(abandoned).toEqual([]);
  });

  test('is nothing when nothing was started', async () => {
    expect(await read()).toEqual([]);
    expect(await readEnd(nodeFiles, root, 'unit')).toBeNull();
  });

  test('is waited for while a supervisor still ends its program', async () => {
    await recordAttempt(nodeFiles, directory(), recorded());
    const late = anExit({ exitCode: null, signal: 'SIGTERM', reason: 'parent-died' });
    const ends = (): Promise<void> => {
      writeFileSync(join(directory(), 'supervisor/exit.json'), JSON.stringify(late));
      return Promise.resolve();
    };
    const outputs = await readBy({ now: () => 0, sleep: ends });
    expect(outputs[0]?.attempt?.exit).toEqual(late);
  });

  test('is an attempt without an end when its supervisor is gone too, and what it left is ended', async () => {
    await recordAttempt(nodeFiles, directory(), recorded());
    let now = 0;
    const clock = { now: () => (now += 1000), sleep: () => Promise.resolve() };
    const outputs = await readBy(clock);
    expect(outputs[0]?.attempt?.exit).toMatchObject({ reason: 'parent-died', exitCode: null });
    expect(abandoned).toEqual([join(directory(), 'supervisor')]);
  });

  test('survives a line that cannot be read', async () => {
    writeFileSync(join(directory(), 'supervisor/attempt.json'), '{"number": 1, "mo');
    expect(await read()).toEqual([]);
    await recordEnd(nodeFiles, root, 'unit', { startedAt: 1, durationMs: 2 });
    expect(await readEnd(nodeFiles, root, 'unit')).toEqual({ startedAt: 1, durationMs: 2 });
  });
});
