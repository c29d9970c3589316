import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createEventReader, parseEvents } from '../../../src/execution/attempt/event-reader.js';
import type { EndEvent, StreamEvent } from '../../../src/model/events.js';

const session = { e: 'session', t: 1, v: 1, runner: 'pytest', version: '9', rootdir: '/r', cwd: '/r', pid: 7 } as const;
const collected = { e: 'collected', t: 2, tests: [{ id: 'a', name: 'a', file: '/r/a.py', line: 1 }] } as const;
const start = { e: 'start', t: 3, worker: 'gw0', id: 'a', retry: 0 } as const;
const end: EndEvent = {
  e: 'end',
  t: 4,
  id: 'a',
  retry: 0,
  status: 'failed',
  phase: 'call',
  durationMs: 1.5,
  message: 'assert 1 == 2',
  type: 'AssertionError',
  details: 'E  assert\n',
  file: '/r/a.py',
  line: 3,
};
const rest: readonly StreamEvent[] = [
  { e: 'collect-error', t: 5, id: 'b', file: '/r/b.py', line: 1, message: 'no module' },
  { e: 'missing', t: 5, ids: ['gone'] },
  { e: 'error', t: 5, message: 'boom', details: '', file: '', line: 0 },
  { e: 'interrupt', t: 5 },
  { e: 'finish', t: 6, exit: null },
];
const stream: readonly StreamEvent[] = [session, collected, start, end, ...rest];
const lines = (events: readonly unknown[]): string => events.map((event) => `${JSON.stringify(event)}\n`).join('');

describe('parseEvents', () => {
  test('reads every kind of event as it was written', () => {
    expect(parseEvents(lines(stream))).toEqual({ events: stream, torn: false, garbage: 0 });
  });

  test('drops a last line without its end and says that the stream is torn', () => {
    const whole = lines(stream);
    expect(parseEvents(whole.slice(0, -10))).toEqual({ events: stream.slice(0, -1), torn: true, garbage: 0 });
    expect(parseEvents(whole.slice(0, -1)).torn).toBe(true);
  });

  test('an empty stream is empty and not torn', () => {
    expect(parseEvents('')).toEqual({ events: [], torn: false, garbage: 0 });
  });

  test('drops kinds it does not know without calling them garbage', () => {
    expect(parseEvents(lines([{ e: 'step', t: 1 }, start]))).toEqual({ events: [start], torn: false, garbage: 0 });
  });

  test('keeps fields it does not know', () => {
    expect(parseEvents(lines([{ ...start, later: true }])).events).toEqual([{ ...start, later: true }]);
  });

  const broken: readonly (readonly [string, string])[] = [
    ['text that is no JSON', 'Traceback (most recent call last):'],
    ['JSON that is no object', '[1]'],
    ['null', 'null'],
    ['an object without a kind', '{"t":1}'],
    ['a kind that is a property of every object', '{"e":5,"t":1}'],
    ['an event without a time', JSON.stringify({ ...start, t: undefined })],
    ['an infinite number', '{"e":"start","t":1e999,"id":"a","retry":0}'],
    ['a status that does not exist', JSON.stringify({ ...end, status: 'great' })],
    ['a status borrowed from Object', JSON.stringify({ ...end, status: 'toString' })],
    ['a test without an id', JSON.stringify({ ...collected, tests: [{ name: 'a', file: '', line: 0 }] })],
    ['tags that are no texts', JSON.stringify({ ...collected, tests: [{ ...collected.tests[0], tags: [1] }] })],
    ['a session of another version', JSON.stringify({ ...session, v: 2 })],
    ['a worker that is no text', JSON.stringify({ ...start, worker: 1 })],
  ];
  test.each(broken)('counts %s as garbage and reads on', (_, line) => {
    expect(parseEvents(`${line}\n${lines([start])}`)).toEqual({ events: [start], torn: false, garbage: 1 });
  });

  test('a kind named like a property of every object is unknown, not a crash', () => {
    expect(parseEvents('{"e":"constructor","t":1}\n{"e":"__proto__","t":1}\n')).toEqual({
      events: [],
      torn: false,
      garbage: 0,
    });
  });

  test('a line beyond the bound is garbage, whether it ends or not', () => {
    const huge = 'x'.repeat(4_000_001);
    expect(parseEvents(`${huge}\n${lines([start])}`)).toEqual({ events: [start], torn: false, garbage: 1 });
    expect(parseEvents(lines([start]) + huge)).toEqual({ events: [start], torn: true, garbage: 1 });
  });
});

describe('createEventReader', () => {
  test('gives each event once its line is complete', () => {
    const reader = createEventReader();
    const line = JSON.stringify(start);
    expect(reader.push(line.slice(0, 9))).toEqual([]);
    expect(reader.torn).toBe(true);
    expect(reader.push(line.slice(9))).toEqual([]);
    expect(reader.push('\n')).toEqual([start]);
    expect(reader.torn).toBe(false);
  });

  test('skips the remainder of an overlong line that comes in pieces, and holds no more than its bound', () => {
    const reader = createEventReader();
    for (let piece = 0; piece < 5; piece += 1) expect(reader.push('x'.repeat(1_000_000))).toEqual([]);
    expect(reader.push(`xx\n${lines([start])}`)).toEqual([start]);
    expect(reader.garbage).toBe(1);
  });

  test('the cut between pieces never matters', () => {
    const text = `${lines(stream)}not json\n\n${lines([start])}{"e":"st`;
    const whole = parseEvents(text);
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 20 }), (cuts) => {
        const reader = createEventReader();
        const bounds = [0, ...[...cuts].sort((a, b) => a - b), text.length];
        const events = bounds.slice(1).flatMap((to, index) => reader.push(text.slice(bounds[index], to)));
        expect({ events, torn: reader.torn, garbage: reader.garbage }).toEqual(whole);
      }),
    );
  });
});
