import type { Problem, SuiteProblem } from '../../../model/problem.js';
import type { SuiteRun } from '../../../model/run.js';
import { isNoSuchTest } from '../../../execution/problems/no-such-test.js';
import type { ExecutedRun } from '../../run.js';
import { NOT_LOADED, testsOfLastRuns } from './known-tests.js';
import { type Places, isAmong, notATest, spelledTest } from './select-tests.js';

/**
 * Names of `--only` that no test has which ran: the tool ran nothing for them, or other tests of their file. Nothing is
 * known where the suite ended before its first test for another reason.
 */
export async function absentFrom(
  { suite, tests, problems }: SuiteRun,
  ids: readonly string[],
  places: Places,
): Promise<readonly AbsentTest[]> {
  const isUnknown = problems.some((problem) => isReason(problem) && !isNoSuchTest(problem));
  if (tests.length === 0 && isUnknown) return [];
  const ran = tests.filter(({ id }) => !id.startsWith(NOT_LOADED));
  const isThere = await Promise.all(
    ids.map(async (id) => {
      const { file } = await spelledTest(id, suite, places);
      return isAmong(ran, id, file !== '');
    }),
  );
  const missing = ids.filter((_, index) => !isThere[index]);
  if (missing.length === 0) return [];
  const recorded = [...ran, ...(await testsOfLastRuns(suite.name, places.evidence, places.files))];
  const known = recorded.length > 0 ? recorded : await places.collect(suite);
  // A tool that refuses one name runs none of the others.
  const refused = problems.filter(isNoSuchTest);
  const named = missing.filter((id) => refused.length === 0 || refused.some(({ message }) => message.includes(id)));
  return (named.length > 0 ? named : missing).map((id) => ({ id, problem: notATest(id, suite.name, known) }));
}

/** A name of `--only` that no test has, with the message about it. */
export interface AbsentTest {
  readonly id: string;
  readonly problem: Problem;
}

function asSuiteProblem({ id, problem }: AbsentTest, suite: string): SuiteProblem {
  return { ...problem, place: suite, message: `no test is called "${id}"`, forces: 'config-error' };
}

/** What explains a suite without tests beside a name that no test has. */
const isReason = ({ forces }: SuiteProblem): boolean => forces !== null && forces !== 'no-tests';

/** The run as its evidence shows it: what followed from a name that no test has is replaced by that one reason. */
export function withAbsent(executed: ExecutedRun, absent: readonly AbsentTest[]): ExecutedRun {
  if (absent.length === 0) return executed;
  const suites = executed.suites.map((run) => {
    const tests = run.tests.filter(({ id }) => !id.startsWith(NOT_LOADED));
    const others = run.problems.filter(({ forces }) => forces === null);
    return { ...run, tests, problems: [...absent.map((test) => asSuiteProblem(test, run.suite.name)), ...others] };
  });
  return { ...executed, suites };
}
