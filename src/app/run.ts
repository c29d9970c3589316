import type { EvidenceDirectory } from '../evidence/run-directory.js';
import type { ApplicationEnd } from '../execution/application-record.js';
import type { QuarantineList } from '../history/quarantine.js';
import type { Manifest } from '../model/evidence.js';
import type { Problem } from '../model/problem.js';
import type { VerifiedBase } from '../verdict/compare-with-base.js';
import type { SuiteRun } from '../model/run.js';
import type { Settings } from '../model/settings.js';
import type { KnownApi } from './read/read-openapi.js';
import type { RecordedDurations } from './history/recorded-durations.js';

/** A run with its directory and its first manifest on disk. */
export interface Run {
  readonly settings: Settings;
  readonly directory: EvidenceDirectory;
  /** As written before anything ran. */
  readonly manifest: Manifest;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Why its directory could not be created as asked. */
  readonly problems: readonly Problem[];
}

/** What suites are measured against, read once before the first suite. */
export interface RunInputs {
  readonly api: KnownApi;
  readonly quarantine: QuarantineList;
  /** Recorded duration of a test, by which shards are planned. */
  readonly durationOf: RecordedDurations['durationOf'];
  /** Warnings about the settings. */
  readonly warnings: readonly Problem[];
}

/** A run whose suites have ended, as its files record it. Text is not redacted yet. */
export interface ExecutedRun {
  readonly suites: readonly SuiteRun[];
  /** Null when the run started no application. */
  readonly application: ApplicationEnd | null;
  readonly durationMs: number;
  /** What failing tests do on the base; absent when they were not rerun there. */
  readonly base?: VerifiedBase;
}
