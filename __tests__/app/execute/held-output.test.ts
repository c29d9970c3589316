import { expect, test } from '@jest/globals';
import { holdOutput } from '../../../src/app/execute/held-output.js';
import type { StreamEvent } from '../../../src/model/events.js';
import type { SuiteSettings } from '../../../src/model/settings.js';

const suite = { name: 'unit' } as SuiteSettings;
const start = (id: string): StreamEvent => ({ e: 'start', t: 0, id, retry: 0 });

/** What is passed on of an attempt with these events, and then when it is released. */
function follow(...events: readonly StreamEvent[]): { readonly before: string[]; readonly after: string[] } {
  const shown: string[] = [];
  const { watcher, release } = holdOutput({
    attemptStarted: () => shown.push('started'),
    progressed: (_, output) => shown.push(output),
    attemptEnded: () => shown.push('ended'),
  });
  watcher.attemptStarted(suite, { number: 1, command: ['pytest'], tests: null });
  watcher.progressed(suite, 'header', []);
  for (const event of events) watcher.progressed(suite, 'test', [event]);
  watcher.attemptEnded(suite, 1);
  const before = [...shown];
  release();
  return { before, after: shown };
}

test('output waits for a test to start, in its order', () => {
  expect(follow().before).toEqual([]);
  expect(follow().after).toEqual(['started', 'header', 'ended']);
  expect(follow(start('a')).before).toEqual(['started', 'header', 'test', 'ended']);
});

test('what Python runs for a name that it cannot load is no test', () => {
  expect(follow(start('unittest.loader._FailedTest.nope')).before).toEqual([]);
});
