import type { AttemptWatcher } from '../../../execution/suite-services.js';
import type { Problem } from '../../../model/problem.js';
import { executeSuites } from '../../execute/execute-suites.js';
import { holdOutput } from '../../execute/held-output.js';
import type { ExecutedRun, Run, RunInputs } from '../../run.js';
import type { Services } from '../../services.js';
import { absentFrom, withAbsent } from './absent-tests.js';
import { testsCalled, testsOfLastRuns } from './known-tests.js';
import type { Places } from './select-tests.js';

/** A run of all tests or of those that were named. */
export interface OnlyRun {
  readonly executed: ExecutedRun;
  /** Names that no test has. */
  readonly absent: readonly Problem[];
  /** True when nothing ran that was asked for. */
  readonly isVain: boolean;
}

/**
 * Runs the suites. Where a name of `only` is not known from the last runs, the output of its tool is shown once a test
 * has started, and never if no test has that name.
 */
export async function executeOnly(
  only: readonly string[],
  { run, inputs, places }: { readonly run: Run; readonly inputs: RunInputs; readonly places: Places },
  services: Services,
): Promise<OnlyRun> {
  const [suite] = run.settings.suites;
  if (only.length === 0 || suite === undefined)
    return { executed: await executeSuites(run, inputs, services), absent: [], isVain: false };
  const known = await testsOfLastRuns(suite.name, places.evidence, places.files);
  const isKnown = only.every((id) => testsCalled(id, known).length > 0);
  let release = (): void => undefined;
  const held = (watcher: AttemptWatcher): AttemptWatcher => {
    const holding = holdOutput(watcher);
    release = holding.release;
    return holding.watcher;
  };
  const executed = await executeSuites(run, inputs, services, isKnown ? undefined : held);
  const [suiteRun] = executed.suites;
  const absent = suiteRun === undefined ? [] : await absentFrom(suiteRun, only, places);
  const isVain = absent.length > 0 && (absent.length === only.length || suiteRun?.tests.length === 0);
  if (!isVain) release();
  return { executed: withAbsent(executed, absent), absent: absent.map(({ problem }) => problem), isVain };
}
