import type { SuiteProblem } from '../model/problem.js';
import type { TestCase } from '../model/run.js';
import type { PreparedSuite } from '../runners/runner.js';
import { finalStateOf } from './final-state.js';
import type { AttemptWitness } from './witness.js';

/** Statuses that mean "some test failed" and no more: nearly everybody's, and cargo's. Mocha gives the number of failures. */
const PLAIN_FAILURE: readonly number[] = [0, 1, 101];

/**
 * A command whose every failed test is forgiven must not have failed for another reason: an exit status that forgiven
 * failures do not explain is an error of the suite. Null when it is explained, or when a test is red anyway.
 */
export function unexplainedExit(
  { witness, tool }: Pick<PreparedSuite, 'witness' | 'tool'>,
  last: AttemptWitness | undefined,
  tests: readonly TestCase[],
): SuiteProblem | null {
  const code = last?.attempt?.exit.exitCode ?? 0;
  const forgiven = tests.filter((test) => finalStateOf(test) === 'quarantined').length;
  const explained = [...PLAIN_FAILURE, forgiven].includes(code);
  if (witness !== 'reports' || forgiven === 0 || explained) return null;
  const message = `${tool} ended with ${code}, which its quarantined failures do not explain`;
  return { severity: 'error', place: tool, message, remedy: 'See the end of the output.', forces: 'error' };
}
