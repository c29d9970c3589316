import type { RunContext } from '../model/context.js';
import type { StreamEvent } from '../model/events.js';
import type { Quarantine, TestCase } from '../model/run.js';
import type { Settings, SuiteSettings } from '../model/settings.js';
import type { Clock, Files, ProcessRunner } from '../ports.js';
import type { PrepareQuality } from '../runners/registry.js';

/** What running a suite needs from outside. */
export interface SuiteServices {
  readonly files: Files;
  readonly processes: ProcessRunner;
  readonly clock: Clock;
  readonly context: RunContext;
  readonly settings: Settings;
  /** Absolute folder of the run; attempts write below `artifacts/`. */
  readonly runDirectory: string;
  /** Ends the suite early; its reason is a StopReason. */
  readonly signal: AbortSignal;
  readonly watcher: AttemptWatcher;
  /** Finds the tools of quality suites. */
  readonly prepareQuality: PrepareQuality;
  /** The entry that forgives a test, or null. */
  readonly quarantineOf: (test: TestCase) => Quarantine | null;
  /** Recorded duration of a test in milliseconds, by which shards are planned; null when there is none. */
  readonly durationOf: (suite: string, id: string) => number | null;
}

/** Hears what happens while an attempt runs. Everything it receives is untrusted text. */
export interface AttemptWatcher {
  attemptStarted(
    suite: SuiteSettings,
    attempt: { readonly number: number; readonly command: readonly string[]; readonly tests: number | null },
  ): void;
  /** New output and new events since the last call, often none: called about twice a second. */
  progressed(suite: SuiteSettings, output: string, events: readonly StreamEvent[]): void;
  attemptEnded(suite: SuiteSettings, number: number): void;
}
