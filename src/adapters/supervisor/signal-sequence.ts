// Ends a process tree step by step: the signals in order, with the time that each step gives.
import type { StopReason } from '../../model/run.js';

export interface SignalStep {
  readonly signal: NodeJS.Signals;
  /** How long the program has to end before the next rung. */
  readonly waitMs: number;
}

/**
 * Signals in order. SIGINT first, because it alone makes pytest, Behave and Playwright write their reports; SIGKILL
 * follows by itself after the last rung. A cancelled job has 7.5 s in all; no process waits for an orphan.
 */
export function signalSequence(reason: StopReason, graceMs: number): readonly SignalStep[] {
  switch (reason) {
    case 'timeout':
    case 'idle':
    case 'run-timeout':
      return [
        { signal: 'SIGINT', waitMs: graceMs },
        { signal: 'SIGTERM', waitMs: Math.min(graceMs, 2000) },
      ];
    case 'cancelled':
    case 'fail-fast':
      return [
        { signal: 'SIGINT', waitMs: Math.min(graceMs, 3000) },
        { signal: 'SIGTERM', waitMs: Math.min(graceMs, 1000) },
      ];
    case 'parent-died':
      return [{ signal: 'SIGTERM', waitMs: 500 }];
  }
}
