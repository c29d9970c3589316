import type { StreamEvent } from '../model/events.js';
import type { SuiteSettings } from '../model/settings.js';

/** Hears what happens while an attempt runs. Everything it is told is untrusted text. */
export interface AttemptWatcher {
  attemptStarted(
    suite: SuiteSettings,
    attempt: { readonly number: number; readonly command: readonly string[]; readonly tests: number | null },
  ): void;
  /** New output and new events since the last call, often none: called about twice a second. */
  progressed(suite: SuiteSettings, output: string, events: readonly StreamEvent[]): void;
  attemptEnded(suite: SuiteSettings, number: number): void;
}
