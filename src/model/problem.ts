import type { SourcePlace } from './report.js';
import type { SuiteOutcome } from './run.js';

export type Severity = 'error' | 'warning' | 'note';

/**
 * Information that was lost, or something that could not be done. A value, so that it reaches the check and the
 * evidence; it is never only a log line.
 */
export interface Problem {
  readonly severity: Severity;
  /** What a person would look for: a setting (`suites.e2e.path`), a file, a suite; empty for the whole run. */
  readonly place: string;
  /** One sentence, without a final remedy. */
  readonly message: string;
  /** What to do; empty when there is nothing to do. */
  readonly remedy: string;
}

/** Why a run is red beside its suites. `message` adds what the headline leaves out. */
export interface RunProblem extends Problem {
  /** One plain sentence without a full stop, for titles. */
  readonly headline: string;
}

/** A problem of a whole suite. One that forces an outcome makes the suite red whatever its tests say. */
export interface SuiteProblem extends Problem {
  /** The line that says why, as the tool prints it; absent when the message has it, or nothing says why. */
  readonly reason?: string;
  /** A plain sentence for titles, where the name of the suite and the message do not make one. */
  readonly headline?: string;
  /** What the tool printed around it, bounded. Untrusted. */
  readonly quote?: string;
  /** Where it happened; as the tool spells it until it has been looked up in the repository. */
  readonly at?: SourcePlace;
  readonly forces: Exclude<SuiteOutcome, 'passed' | 'failed'> | null;
}

/** The message of a problem with the line that says why. */
export function withReason({ message, reason }: Pick<SuiteProblem, 'message' | 'reason'>): string {
  return reason === undefined || message.includes(reason) ? message : `${message}: ${reason}`;
}
