import type { ProcessExit, StopReason } from '../../model/run.js';

/** What the supervisor is told, as a JSON file: its environment is already the child's. Times are milliseconds. */
export interface SupervisorSpec {
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  readonly timeoutMs: number;
  readonly idleTimeoutMs: number | null;
  readonly graceMs: number;
  readonly track: string;
  readonly logFile: string;
  readonly eventsFile: string | null;
  /** Created by the parent to end the program; its text is a StopOrder. */
  readonly stopFile: string;
  /** Written whole by the supervisor as its last act; a ProcessExit. */
  readonly statusFile: string;
}

/** An order to end the program; the second one kills without grace. */
export interface StopOptions {
  readonly reason: StopReason;
  readonly force: boolean;
}

export type SupervisorStatus = ProcessExit;

/** Environment variable by which every descendant of an attempt is recognised. */
export const TRACK_VARIABLE = 'QAAGENT_TRACK';
