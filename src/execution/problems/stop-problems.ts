// The problem of an attempt that we ended (`timeout`, `idle-timeout`, `run-timeout`, cancelled), with what was running.
import type { SuiteProblem } from '../../model/problem.js';
import type { ProcessExit } from '../../model/run.js';
import type { SuiteSettings } from '../../model/settings.js';
import { formatDuration } from '../../text/format.js';
import { isHung } from '../../verdict/final-state.js';
import { describeTimeLimit, TESTS_HAD_ENDED } from '../../verdict/stop-wording.js';
import type { AttemptOutput, ObservedTest } from '../results/attempt-output.js';
import { hasEndedTests, quoteOfOpenProcess } from './left-open.js';

export interface StopDescription {
  readonly forces: SuiteProblem['forces'];
  readonly message: string;
  readonly remedy: string;
  /** What the process reported about itself, bounded; absent when it reported nothing. */
  readonly quote?: string;
}

/** The attempt, with its tests as it left them. */
export interface StoppedAttempt {
  readonly suite: SuiteSettings;
  readonly output: AttemptOutput;
  readonly tests: readonly ObservedTest[];
}

/** Why we ended an attempt, what was running and how many tests are missing; null when it ended by itself. */
export function describeStop(exit: ProcessExit, { suite, output, tests }: StoppedAttempt): StopDescription | null {
  if (exit.reason === null) return null;
  const done = tests.filter((test) => test.attempts.at(-1)?.status === 'passed').length;
  const left = tests.filter((test) => test.attempts.at(-1)?.status === 'not-run').length;
  const counts = tests.length === 0 ? 'No test had finished' : `${done} of ${tests.length} had passed, ${left} not run`;
  const limit = describeTimeLimit(exit, suite);
  if (limit !== null && hasEndedTests(output, tests)) {
    const quote = quoteOfOpenProcess(output);
    const remedy = 'Close what the tests leave open: servers, threads, timers, child processes.';
    const message = `${TESTS_HAD_ENDED}: it ${limit}. ${counts}`;
    return { forces: 'timeout', message, remedy, ...(quote === '' ? {} : { quote }) };
  }
  if (limit !== null) {
    const hung = tests.filter(isHung);
    const message = `${limit}${whileRunning(hung)}. ${counts}${stackOfHungTest(hung)}`;
    return { forces: 'timeout', message, remedy: `If the suite is only slow, raise ${settingOf(exit)}.` };
  }
  return { forces: 'cancelled', message: `cancelled after ${formatDuration(exit.durationMs)}. ${counts}`, remedy: '' };
}

/** The setting that holds the limit. */
function settingOf({ reason }: ProcessExit): string {
  if (reason === 'timeout') return '`timeout` of the suite';
  return reason === 'idle' ? '`idle-timeout` of the suite' : '`run-timeout`';
}

/** Source line of the first hung test, from its stack dump; empty without one. */
function stackOfHungTest(tests: readonly ObservedTest[]): string {
  const places = tests.flatMap((test) => {
    const last = test.attempts.at(-1);
    return last?.status === 'timeout' && last.place !== null ? [last.place] : [];
  });
  const [place] = places;
  return place === undefined ? '' : `. Stack when it was stopped: ${place.file}:${place.line}`;
}

function whileRunning(hung: readonly ObservedTest[]): string {
  if (hung.length === 0) return '';
  const named = hung.slice(0, 3).map(({ name, attempts }) => {
    const tookMs = attempts.at(-1)?.durationMs ?? 0;
    return `"${name}"${tookMs > 0 ? ` (${formatDuration(tookMs)})` : ''}`;
  });
  const more = hung.length > 3 ? ` and ${hung.length - 3} more` : '';
  return ` while running ${named.join(', ')}${more}`;
}
