import type { StreamEvent } from '../../model/events.js';
import type { UnmatchedReport } from '../attempt/find-reports.js';
import type { ParsedReport, ReportCase } from '../../model/report.js';
import type { AttemptStatus, SuiteAttempt, TestAttempt, TestCase } from '../../model/run.js';
import type { PreparedSuite } from '../../runners/runner.js';

/** Everything that one attempt left behind. */
export interface AttemptOutput {
  /** Null when nothing was run and reports were only read. */
  readonly attempt: SuiteAttempt | null;
  readonly events: readonly StreamEvent[];
  readonly reports: readonly NamedReport[];
  /** Patterns of `report` that gave nothing to read; absent for none. */
  readonly unmatched?: readonly UnmatchedReport[];
  /** Ids that a rerun asked for; null: all. */
  readonly requested: ReadonlySet<string> | null;
  /** The last output, bounded. */
  readonly tail: string;
  /** Configuration file that lets the tool stop at its first failure; empty when none is seen. */
  readonly stopsBy?: string;
  /** Stack traces that hung processes printed before they were stopped. */
  readonly stacks: readonly StackDump[];
}

export interface StackDump {
  /** Worker of the runner; empty for its main process. */
  readonly worker: string;
  readonly text: string;
}

export interface NamedReport {
  /** As a person would name it. */
  readonly name: string;
  /** As `ReportOrigin.folder`. */
  readonly folder?: string;
  readonly report: ParsedReport;
  /** The pattern of `report` that named it; absent for one in the folder of the attempt. */
  readonly pattern?: string;
}

/** One test as one attempt of its suite shows it, or as all of them do. Whether it is quarantined is decided later. */
export interface ObservedTest extends TestCase {
  /** Tests of one group run together or not at all; empty for none. */
  readonly group: string;
}

/** A suite whose tests are observed. */
export interface ObservedSuite {
  readonly name: string;
  readonly prepared: PreparedSuite;
}

/** Maps a path of the child to the workspace: relative with slashes when inside, unchanged otherwise. */
export type PathMapper = (path: string) => string;

/** True when a runner reported itself. */
export function hasSession(events: readonly StreamEvent[]): boolean {
  return events.some(({ e }) => e === 'session');
}

/** True when every session that began (one command may start several) came to its own end. Workers have none. */
export function isFinished(events: readonly StreamEvent[]): boolean {
  const begun = events.filter((event) => event.e === 'session' && event.worker === undefined).length;
  const ended = events.filter(({ e }) => e === 'finish').length;
  return ended > 0 && ended >= begun;
}

/** An attempt at a test of which nothing is known but its status. */
export function bareAttempt(number: number, status: AttemptStatus, message = ''): TestAttempt {
  return {
    number,
    retry: 0,
    status,
    durationMs: 0,
    startedAt: null,
    message,
    type: '',
    details: '',
    output: '',
    place: null,
  };
}

/** True for the case that pytest writes when it breaks down itself; it is no test, and an error of the suite. */
export function isInternalError({ classname, name }: ReportCase): boolean {
  return classname === 'pytest' && name === 'internal';
}
