// Status of a test that had begun and not ended when its process ended: timeout, crashed or interrupted.
import type { AttemptStatus, ProcessExit } from '../../model/run.js';

/** Message of a test that was running when the run was cancelled. */
export const CANCELLED = 'still running when the run was cancelled';

/** `timeout` when a limit of ours ended the process, `interrupted` when the run was cancelled, else `crashed`. */
export function statusOfUnfinishedTest(exit: ProcessExit | null): AttemptStatus {
  if (isTimeLimit(exit)) return 'timeout';
  return exit?.reason === null || exit === null ? 'crashed' : 'interrupted';
}

/** True when a time limit of ours ended the attempt. */
export function isTimeLimit(exit: ProcessExit | null): boolean {
  return exit?.reason === 'timeout' || exit?.reason === 'idle' || exit?.reason === 'run-timeout';
}
