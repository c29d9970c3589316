import type { AttemptWatcher } from '../../execution/suite-services.js';
import type { StreamEvent } from '../../model/events.js';
import { NOT_LOADED } from '../command/only/known-tests.js';

/** A watcher that may be silent at first. */
export interface HeldOutput {
  readonly watcher: AttemptWatcher;
  /** Passes on what was held back, and everything that follows. */
  readonly release: () => void;
}

/** Holds back what attempts print until a test starts: a name that no test has is one message, not pages of output. */
export function holdOutput(watcher: AttemptWatcher): HeldOutput {
  let held: (() => void)[] | null = [];
  const release = (): void => {
    const calls = held ?? [];
    held = null;
    for (const call of calls) call();
  };
  const pass = (call: () => void): void => {
    if (held === null) call();
    else held.push(call);
  };
  return {
    release,
    watcher: {
      attemptStarted: (...given) => pass(() => watcher.attemptStarted(...given)),
      progressed: (suite, output, events) => {
        if (events.some(isStart)) release();
        if (held === null || output !== '' || events.length > 0) pass(() => watcher.progressed(suite, output, events));
      },
      attemptEnded: (...given) => pass(() => watcher.attemptEnded(...given)),
    },
  };
}

/** True when a test starts that is more than a name which Python could not load. */
const isStart = (event: StreamEvent): boolean => event.e === 'start' && !event.id.startsWith(NOT_LOADED);
