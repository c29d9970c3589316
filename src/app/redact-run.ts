import { createRedactor, secretLiterals, type Redactor } from '../diagnosis/redact.js';
import type { Settings } from '../model/settings.js';
import type { World } from './world.js';
import type { NonEmpty, SuiteRun, TestAttempt, TestCase } from '../model/run.js';

/** Knows the values of every secret-named variable, input and suite setting of this run. */
export function redactorFor({ suites }: Settings, { context, inputs }: Pick<World, 'context' | 'inputs'>): Redactor {
  const own = suites.map(({ env }) => secretLiterals(env));
  return createRedactor({ literals: [...secretLiterals(context.env), ...secretLiterals(inputs), ...own.flat()] });
}

/** Suite runs without the secrets that tests printed. Names and ids stay: reruns need them. */
export function redactRuns(runs: readonly SuiteRun[], { redact }: Redactor): readonly SuiteRun[] {
  const attempt = (each: TestAttempt): TestAttempt =>
    isSilent(each)
      ? each
      : { ...each, message: redact(each.message), details: redact(each.details), output: redact(each.output) };
  const test = (each: TestCase): TestCase =>
    each.attempts.every(isSilent)
      ? each
      : { ...each, attempts: each.attempts.map(attempt) as unknown as NonEmpty<TestAttempt> };
  return runs.map((run) => ({
    ...run,
    tests: run.tests.map(test),
    problems: run.problems.map((problem) => ({ ...problem, message: redact(problem.message) })),
  }));
}

function isSilent({ message, details, output }: TestAttempt): boolean {
  return message === '' && details === '' && output === '';
}
