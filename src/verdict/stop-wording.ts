import type { ProcessExit } from '../model/run.js';
import type { SuiteSettings } from '../model/settings.js';
import { formatDuration } from '../text/format.js';

/** Begins the message of a suite whose tests were over when a limit ended it. */
export const TESTS_HAD_ENDED = 'all tests had ended, but the process had not';

/** The time limit that ended an attempt, as a predicate of its suite; null when no limit did. The same words everywhere. */
export function describeTimeLimit(
  { reason, durationMs }: ProcessExit,
  { timeoutMs, idleTimeoutMs }: Pick<SuiteSettings, 'timeoutMs' | 'idleTimeoutMs'>,
): string | null {
  switch (reason) {
    case 'timeout':
      return `timed out after ${formatDuration(timeoutMs)}`;
    case 'idle':
      return `was silent for ${formatDuration(idleTimeoutMs ?? durationMs)}`;
    case 'run-timeout':
      return `was ended after ${formatDuration(durationMs)}, at the limit of the run`;
    case 'cancelled':
    case 'fail-fast':
    case 'parent-died':
    case null:
      return null;
  }
}
