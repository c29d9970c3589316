import { describe, expect, test } from '@jest/globals';
import { createConsoleWatcher } from '../../../src/app/execute/console-watcher.js';
import type { StreamEvent } from '../../../src/model/events.js';
import type { SuiteSettings } from '../../../src/model/settings.js';
import { aSuite } from '../../execution/an-attempt.js';
import { manualClock } from '../../fakes/manual-clock.js';
import { recordingConsole } from '../../fakes/recording-console.js';

const suite = { name: 'unit' } as SuiteSettings;
const collected = (count: number): StreamEvent => ({
  e: 'collected',
  t: 0,
  tests: Array.from({ length: count }, (_, at) => ({ id: `t${at}`, name: `t${at}`, file: '', line: 0 })),
});
const start = (id: string, t: number): StreamEvent => ({ e: 'start', t, id, retry: 0 });
const end = (id: string, status: 'passed' | 'failed', message = ''): StreamEvent => {
  const rest = { retry: 0, phase: 'call', durationMs: 1, type: '', details: '', file: '', line: 0 };
  return { e: 'end', t: 0, id, status, message, ...rest };
};
const begin = (parallel: boolean, redraws = false) => {
  const console = recordingConsole(redraws);
  const clock = manualClock();
  const watcher = createConsoleWatcher(console, clock, parallel);
  watcher.attemptStarted(suite, { number: 1, command: ['pytest', 'tests dir'], tests: null });
  return { console, clock, watcher };
};

describe('the live log', () => {
  test('groups a suite that runs alone and shows its command as a shell would take it', () => {
    const { console, watcher } = begin(false);
    watcher.attemptEnded(suite, 1);
    expect(console.lines).toEqual(['group: unit: attempt 1', "$ pytest 'tests dir'", 'end of group']);
  });

  test.each([
    [null, 1, 'rerun of 1 test'],
    ['go test -run {names_regex}', 2, 'rerun of 2 tests'],
    ['npx jest {files}', 1, 'rerun of the file of 1 test'],
    ['npx jest {files}', 3, 'rerun of the files of 3 tests'],
    ['npx jest {files} -t {names_regex}', 3, 'rerun of 3 tests'],
    ['mvn test', 2, 'rerun of the whole suite for 2 tests'],
  ])('heads an attempt by %j with what runs again', (rerun, tests, words) => {
    const console = recordingConsole();
    const command = aSuite({ runner: 'command', run: 'make test', rerun, report: [] });
    const watcher = createConsoleWatcher(console, manualClock(), false);
    watcher.attemptStarted(command, { number: 2, command: ['make'], tests });
    expect(console.lines[0]).toBe(`group: unit: attempt 2 (${words})`);
  });

  test('puts the name of the suite before each line when suites run side by side', () => {
    const { console, watcher } = begin(true);
    watcher.progressed(suite, 'one\ntwo\n', []);
    expect(console.lines.slice(1)).toEqual(["[unit] $ pytest 'tests dir'", '[unit] one', '[unit] two']);
  });

  test('passes on whole lines, and the last unfinished one at the end', () => {
    const { console, watcher } = begin(false);
    watcher.progressed(suite, 'first\nsec', []);
    watcher.progressed(suite, 'ond\nlast', []);
    watcher.attemptEnded(suite, 1);
    expect(console.lines.slice(2)).toEqual(['first', 'second', 'last', 'end of group']);
  });

  test('shows the last lines of an output that is too long for it', () => {
    const { console, watcher } = begin(false);
    const lines = (from: number, count: number): string =>
      Array.from({ length: count }, (_, at) => `line ${from + at} ${'x'.repeat(1000)}\n`).join('');
    watcher.progressed(suite, lines(0, 2500), []);
    watcher.progressed(suite, lines(2500, 2500), []);
    watcher.progressed(suite, 'Killed: out of memory', []);
    watcher.attemptEnded(suite, 1);
    const [note, gap, ...ending] = console.lines.slice(2 + 2500);
    expect([note, gap]).toEqual(['[the rest of the output is in the evidence: output.log]', '[...]']);
    expect(ending).toEqual([`line 4999 ${'x'.repeat(1000)}`, 'Killed: out of memory', 'end of group']);
  });

  test('reports a failure at once, with its first line', () => {
    const { console, watcher } = begin(false);
    watcher.progressed(suite, '', [
      collected(2),
      start('t0', 0),
      end('t0', 'failed', '\u001b[31mexpected 1\u001b[0m\nmore'),
    ]);
    expect(console.lines).toContain('✕ t0: expected 1');
  });

  test('reports how far it is every 15 s, and what runs longest', () => {
    const { console, clock, watcher } = begin(false);
    watcher.progressed(suite, '', [collected(3), start('t0', 0), end('t0', 'passed'), start('t1', 1000)]);
    clock.advance(14_000);
    watcher.progressed(suite, '', []);
    expect(console.lines.join('\n')).not.toContain('1/3');
    clock.advance(2000);
    watcher.progressed(suite, '', []);
    expect(console.lines.at(-1)).toBe('1/3: 1 passed, 0 failed, running t1 15 s');
  });

  test('keeps one line for each running suite where lines can be redrawn, and then needs no heartbeat', () => {
    const { console, clock, watcher } = begin(true, true);
    const other = { name: 'e2e' } as SuiteSettings;
    watcher.attemptStarted(other, { number: 1, command: ['playwright'], tests: null });
    watcher.progressed(suite, '', [collected(3), start('t0', 0), end('t0', 'failed', 'no'), start('t1', 1000)]);
    clock.advance(20_000);
    watcher.progressed(other, '', [collected(2)]);
    watcher.attemptEnded(suite, 1);
    expect(console.drawn).toEqual([
      ['unit  1/3: 0 passed, 1 failed, running t1 0 s'],
      ['unit  1/3: 0 passed, 1 failed, running t1 19 s', 'e2e  0/2: 0 passed, 0 failed'],
      ['e2e  0/2: 0 passed, 0 failed'],
    ]);
    expect(console.lines.filter((line) => line.includes('passed,'))).toEqual([]);
  });

  test('names a slow test once', () => {
    const { console, clock, watcher } = begin(false);
    watcher.progressed(suite, '', [collected(1), start('t0', 0)]);
    clock.advance(61_000);
    watcher.progressed(suite, '', []);
    watcher.progressed(suite, '', []);
    expect(console.lines.filter((line) => line.startsWith('SLOW'))).toEqual(['SLOW t0: running for 61 s']);
  });

  test('stops echoing a flood and says where the rest is', () => {
    const { console, watcher } = begin(false);
    for (let at = 0; at < 30; at += 1) watcher.progressed(suite, `${'x'.repeat(99)}\n`.repeat(1000), []);
    expect(console.lines.filter((line) => line.startsWith('xxx'))).toHaveLength(20_000);
    expect(console.lines.at(-1)).toContain('output.log');
  });
});
