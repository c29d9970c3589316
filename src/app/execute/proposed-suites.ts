// Skips a proposed quality suite whose tool is missing, with a note.
import type { SuiteProblem } from '../../model/problem.js';
import type { SuiteRun } from '../../model/run.js';
import { QUALITY_RUNNERS } from '../../model/quality.js';
import type { SuiteSettings } from '../../model/settings.js';

/** True for a quality suite that no setting names. */
export function isProposed({ detected, runner }: SuiteSettings): boolean {
  return detected && (QUALITY_RUNNERS as readonly string[]).includes(runner);
}

/**
 * A proposed suite that cannot run, because its tool is missing for instance, is skipped with the reason and what to
 * install; one that somebody wrote down is red. Where proposals are all that a run has, none is excused: a run in which
 * nothing can run must not end well.
 */
export function skipUnavailable(run: SuiteRun, suites: readonly SuiteSettings[]): SuiteRun {
  const problem = run.problems.find(({ forces }) => forces === 'config-error');
  const isAlone = suites.every(isProposed);
  if (problem === undefined || isAlone || !isProposed(run.suite) || run.tests.length > 0) return run;
  return { ...run, problems: [skipped(problem)] };
}

function skipped({ place, message, remedy }: SuiteProblem): SuiteProblem {
  const text = [`skipped, because it was only proposed: ${message}.`, remedy].filter((part) => part !== '').join(' ');
  return { severity: 'note', place, message: text, remedy: '', forces: 'skipped' };
}
