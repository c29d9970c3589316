import type { SuiteProblem } from '../../model/problem.js';
import type { ProcessExit } from '../../model/run.js';
import type { SuiteSettings } from '../../model/settings.js';
import type { LedgerTest } from '../results/ledger.js';

export interface StopDescription {
  readonly forces: SuiteProblem['forces'];
  readonly message: string;
  readonly remedy: string;
}

/** `5m 00s`, `42 s`, `0.3 s`. */
export function describeLimit(milliseconds: number): string {
  const total = milliseconds / 1000;
  if (total < 10) return `${Number(total.toFixed(1))} s`;
  if (Math.round(total) < 60) return `${Math.round(total)} s`;
  const whole = Math.round(total);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const padded = String(rest).padStart(2, '0');
  return hours > 0 ? `${hours}h ${String(minutes).padStart(2, '0')}m` : `${minutes}m ${padded}s`;
}

/** Says why we ended an attempt, what was running and what is missing; null when it ended by itself. */
export function describeStop(
  exit: ProcessExit,
  suite: SuiteSettings,
  tests: readonly LedgerTest[],
): StopDescription | null {
  if (exit.reason === null) return null;
  const done = tests.filter((test) => test.attempts.at(-1)?.status === 'passed').length;
  const left = tests.filter((test) => test.attempts.at(-1)?.status === 'not-run').length;
  const counts = tests.length === 0 ? 'No test had reported' : `${done} of ${tests.length} had passed, ${left} not run`;
  const limit = limitReached(exit, suite);
  if (limit !== null) {
    const message = `${limit.what}${whileRunning(tests)}. ${counts}${standing(tests)}`;
    return { forces: 'timeout', message, remedy: `Raise ${limit.setting} if it is only slow.` };
  }
  return { forces: 'cancelled', message: `cancelled after ${describeLimit(exit.durationMs)}. ${counts}`, remedy: '' };
}

function limitReached(
  { reason, durationMs }: ProcessExit,
  suite: SuiteSettings,
): { what: string; setting: string } | null {
  switch (reason) {
    case 'timeout':
      return { what: `timed out after ${describeLimit(suite.timeoutMs)}`, setting: '`timeout` of the suite' };
    case 'idle':
      return {
        what: `was silent for ${describeLimit(suite.idleTimeoutMs ?? 0)}`,
        setting: '`idle-timeout` of the suite',
      };
    case 'run-timeout':
      return {
        what: `was ended after ${describeLimit(durationMs)}, when the run had reached its limit`,
        setting: 'run-timeout',
      };
    case 'cancelled':
    case 'fail-fast':
    case 'parent-died':
    case null:
      return null;
  }
}

/** Where the first hung test stood, when its stack says so. */
function standing(tests: readonly LedgerTest[]): string {
  const places = tests.flatMap((test) => {
    const last = test.attempts.at(-1);
    return last?.status === 'timeout' && last.place !== null ? [last.place] : [];
  });
  const [place] = places;
  return place === undefined ? '' : `. It stood at ${place.file}:${place.line}`;
}

function whileRunning(tests: readonly LedgerTest[]): string {
  const hung = tests.filter((test) => test.attempts.at(-1)?.status === 'timeout');
  if (hung.length === 0) return '';
  const named = hung
    .slice(0, 3)
    .map((test) => `"${test.name}" (${describeLimit(test.attempts.at(-1)?.durationMs ?? 0)})`);
  const more = hung.length > 3 ? ` and ${hung.length - 3} more` : '';
  return ` while running ${named.join(', ')}${more}`;
}
