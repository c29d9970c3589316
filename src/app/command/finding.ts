import type { Severity } from '../../model/problem.js';

/** One thing that was looked at. */
export interface Finding {
  /** `ok`: as it should be. */
  readonly severity: 'ok' | Severity;
  readonly text: string;
  /** What to do; empty when there is nothing to do. */
  readonly remedy: string;
  /** True for a mistake in the arguments of the command. */
  readonly isArgument?: boolean;
}

/** A finding without anything to mend. */
export const fine = (text: string): Finding => ({ severity: 'ok', text, remedy: '' });
