/**
 * Lines of an event stream (JSON, one a line, append-only), version 1. Written by runners/streams/*, inside the
 * runner's own process; read by execution/events.ts. `t` is epoch milliseconds. File paths are absolute.
 */
export type StreamEvent =
  | SessionEvent
  | CollectedEvent
  | CollectErrorEvent
  | StartEvent
  | EndEvent
  | MissingEvent
  | ErrorEvent
  | InterruptEvent
  | FinishEvent;

interface Stamped {
  readonly t: number;
  /** Worker of the runner (`gw0`, `1`); absent in the main process. */
  readonly worker?: string;
}

/** The runner is alive and our stream is loaded. */
export interface SessionEvent extends Stamped {
  readonly e: 'session';
  readonly v: 1;
  readonly runner: string;
  readonly version: string;
  readonly rootdir: string;
  readonly cwd: string;
  readonly pid: number;
}

export interface CollectedTest {
  /** Unique in the suite and the same in every attempt: what the ledger keys by. */
  readonly id: string;
  /** What the runner's selection wants; absent when it is the id. */
  readonly selector?: string;
  readonly name: string;
  readonly classname?: string;
  readonly file: string;
  /** 1-based; 0 when unknown. */
  readonly line: number;
  readonly tags?: readonly string[];
  /** Tests that must be rerun together (serial describe) share a group. */
  readonly group?: string;
  /** Tests that must run on one machine share this name. */
  readonly together?: string;
  /** True when the runner itself runs the test beside others of its file. */
  readonly parallel?: boolean;
}

/** Tests that will run (after selection). May come in several pieces. */
export interface CollectedEvent extends Stamped {
  readonly e: 'collected';
  readonly tests: readonly CollectedTest[];
}

export interface CollectErrorEvent extends Stamped {
  readonly e: 'collect-error';
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
  /** Trace of the failed import or load, bounded. */
  readonly details?: string;
}

export interface StartEvent extends Stamped {
  readonly e: 'start';
  readonly id: string;
  /** 0 for the first try, counted by the runner itself (native retries). */
  readonly retry: number;
}

/** crashed: the process (or the runner's worker process) died in this test. */
export type EventStatus =
  'passed' | 'failed' | 'error' | 'skipped' | 'xfailed' | 'timeout' | 'crashed' | 'interrupted' | 'not-run';

/** A test (or one native try of it) is over. */
export interface EndEvent extends Stamped {
  readonly e: 'end';
  readonly id: string;
  readonly retry: number;
  readonly status: EventStatus;
  /** setup, call, teardown, or a step; empty when it does not matter. */
  readonly phase: string;
  readonly durationMs: number;
  readonly message: string;
  readonly type: string;
  readonly details: string;
  /** Place of the failure; empty and 0 when unknown or not failed. */
  readonly file: string;
  readonly line: number;
  /** What the test wrote (stdout, stderr, log), bounded; only of tries that did not pass. */
  readonly output?: string;
  readonly attachments?: readonly string[];
  /** What the test did, in order; at most 100, only of tries that did not pass. */
  readonly steps?: readonly TestStep[];
}

/** One step of a try: of Behave a line of the scenario, of Playwright an action, an assertion or a `test.step`. */
export interface TestStep {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped' | 'not-run' | 'interrupted';
  readonly durationMs: number;
  /** 0 for a step that is in no other. */
  readonly depth: number;
}

/** Ids that were asked for and do not exist. */
export interface MissingEvent extends Stamped {
  readonly e: 'missing';
  readonly ids: readonly string[];
}

/** An error outside of any test: load error, global set-up, internal error. */
export interface ErrorEvent extends Stamped {
  readonly e: 'error';
  readonly message: string;
  readonly details: string;
  readonly file: string;
  readonly line: number;
}

export interface InterruptEvent extends Stamped {
  readonly e: 'interrupt';
  /** Who or what stopped the run, when the runner says so. */
  readonly message?: string;
}

/** The session is over in good order; without it the process died. */
export interface FinishEvent extends Stamped {
  readonly e: 'finish';
  /** Exit status the runner is about to give; null when it does not know. */
  readonly exit: number | null;
}
