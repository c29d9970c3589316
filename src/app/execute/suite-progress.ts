// Counts the tests of a running suite from its events: collected, ended, failed.
import type { EventStatus, StreamEvent } from '../../model/events.js';

const SLOW_MS = 60_000;
const BAD: readonly EventStatus[] = ['failed', 'error', 'timeout', 'crashed'];

/** How far one attempt is, by what its events reported. */
export interface SuiteProgress {
  /** Takes note of an event. Events may come twice and in any order of tests. */
  note(event: StreamEvent): void;
  /** `37/212: 35 passed, 2 failed, running tests/x.py::test_y 42 s`; empty while nothing is collected. */
  line(now: number): string;
  /** Tests that have been running for a minute and were not named here before, with whole seconds. */
  newlySlow(now: number): readonly { readonly id: string; readonly seconds: number }[];
}

/** Nothing collected, nothing ended. */
export function createSuiteProgress(): SuiteProgress {
  const ended = new Map<string, EventStatus>();
  const running = new Map<string, number>();
  const reportedSlow = new Set<string>();
  let total = 0;

  function note(event: StreamEvent): void {
    if (event.e === 'collected') total += event.tests.length;
    if (event.e === 'start') running.set(event.id, event.t);
    if (event.e !== 'end') return;
    running.delete(event.id);
    ended.set(event.id, event.status);
  }

  function line(now: number): string {
    if (total === 0) return '';
    let [passed, failed] = [0, 0];
    for (const status of ended.values()) {
      if (status === 'passed') passed += 1;
      if (BAD.includes(status)) failed += 1;
    }
    const [oldest] = [...running].toSorted((a, b) => a[1] - b[1]);
    const longest = oldest === undefined ? '' : `, running ${oldest[0]} ${secondsSince(oldest[1], now)} s`;
    return `${ended.size}/${total}: ${passed} passed, ${failed} failed${longest}`;
  }

  function newlySlow(now: number): readonly { readonly id: string; readonly seconds: number }[] {
    const found = [...running].filter(([id, startedAt]) => now - startedAt >= SLOW_MS && !reportedSlow.has(id));
    for (const [id] of found) reportedSlow.add(id);
    return found.map(([id, startedAt]) => ({ id, seconds: secondsSince(startedAt, now) }));
  }

  return { note, line, newlySlow };
}

const secondsSince = (then: number, now: number): number => Math.max(0, Math.round((now - then) / 1000));
