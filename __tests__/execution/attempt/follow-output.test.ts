import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { nodeFiles } from '../../../src/adapters/node-files.js';
import { followEvents, watchOutput } from '../../../src/execution/attempt/follow-output.js';
import type { SuiteSettings } from '../../../src/model/settings.js';
import { session, start } from '../an-attempt.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qaagent-tail-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const line = (event: object): string => `${JSON.stringify(event)}\n`;

test('A file is read once: what was reported live is reported again by no later piece, and all of it at the end', async () => {
  const path = join(folder, 'events.jsonl');
  const tail = followEvents(path, nodeFiles);
  expect(await tail.next()).toEqual([]);
  writeFileSync(path, line(session));
  expect(await tail.next()).toEqual([session]);
  expect(await tail.next()).toEqual([]);
  appendFileSync(path, line(start('a')) + line(start('b')));
  expect(await tail.all()).toEqual([session, start('a'), start('b')]);
});

test('A character that a piece cuts in two is whole in the event', async () => {
  const path = join(folder, 'events.jsonl');
  const bytes = Buffer.from(line(start('tüte')));
  const middle = bytes.indexOf(0xc3) + 1;
  writeFileSync(path, bytes.subarray(0, middle));
  const tail = followEvents(path, nodeFiles);
  expect(await tail.next()).toEqual([]);
  appendFileSync(path, bytes.subarray(middle));
  expect(await tail.all()).toEqual([start('tüte')]);
});

test('A file of more than one piece is read to its end', async () => {
  const path = join(folder, 'events.jsonl');
  const many = Array.from({ length: 30_000 }, (_, at) => start(`tests/test_a.py::test_${at}`));
  writeFileSync(path, many.map(line).join(''));
  const tail = followEvents(path, nodeFiles);
  expect((await tail.next()).length).toBeLessThan(many.length);
  expect(await tail.all()).toEqual(many);
});

test('An output that is far ahead when its program has ended is passed on with its last lines', async () => {
  const log = join(folder, 'output.log');
  writeFileSync(log, `first line\n${'x'.repeat(6 * 1024 * 1024)}\nlast line\n`);
  const passedOn: string[] = [];
  const watcher = {
    attemptStarted: () => undefined,
    attemptEnded: () => undefined,
    progressed: (_: unknown, output: string) => void passedOn.push(output),
  };
  const events = followEvents(join(folder, 'events.jsonl'), nodeFiles);
  const suite = { name: 'unit' } as SuiteSettings;
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  await watchOutput(suite, { log, events }, { files: nodeFiles, clock, watcher }, AbortSignal.abort());
  const all = passedOn.join('');
  expect(all).toMatch(/^\n\[\.\.\. left out here, see output\.log in the evidence \.\.\.\]\nx+\nlast line\n$/);
  expect(all.length).toBeLessThan(20_000);
});
