import type { Clock } from '../../src/ports.js';

export interface ManualClock extends Clock {
  advance(milliseconds: number): void;
  /** Advances to the end of the earliest sleep that has a signal; does nothing when there is none. */
  advanceToNext(): void;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/**
 * A clock that only a test advances. A sleep without a signal is a pause and passes at once; a sleep with a signal is a
 * limit and lasts until the test advances the clock to its end.
 */
export function manualClock(start = 0): ManualClock {
  let now = start;
  const sleepers = new Set<Sleeper>();
  const advance = (milliseconds: number): void => {
    now += milliseconds;
    for (const { until, wake } of [...sleepers]) if (until <= now) wake();
  };
  const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const sleeper: Sleeper = {
        until: now + milliseconds,
        wake: () => {
          sleepers.delete(sleeper);
          resolve();
        },
      };
      sleepers.add(sleeper);
      signal.addEventListener('abort', sleeper.wake, { once: true });
    });
  return {
    now: () => now,
    sleep: (milliseconds, signal) => {
      if (signal !== undefined) return signal.aborted ? Promise.resolve() : wait(milliseconds, signal);
      advance(milliseconds);
      return Promise.resolve();
    },
    advance,
    advanceToNext: () => {
      const ends = [...sleepers].map(({ until }) => until);
      if (ends.length > 0) advance(Math.min(...ends) - now);
    },
  };
}
