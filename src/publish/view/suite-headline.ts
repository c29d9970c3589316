import { finalStateOf, isHung } from '../../verdict/final-state.js';
import { withReason } from '../../model/problem.js';
import type { FinalState, SuiteReport, TestCase } from '../../model/run.js';
import { describeTimeLimit, TESTS_HAD_ENDED } from '../../verdict/stop-wording.js';
import { shortLine } from '../../text/visible.js';
import { formatDuration } from '../../text/format.js';

/**
 * Why a suite is red beside its tests, in one plain sentence that starts with its name; null when its tests say it all.
 * Not escaped, names shortened.
 */
export function suiteHeadline(suite: SuiteReport): string | null {
  const reported = suite.problems.find(({ forces }) => forces === suite.outcome)?.headline;
  return reported === undefined ? ownHeadline(suite) : shortLine(reported, 220);
}

function ownHeadline(suite: SuiteReport): string | null {
  const name = shortLine(suite.suite.name, 60);
  switch (suite.outcome) {
    case 'passed':
    case 'failed':
    case 'skipped':
    case 'cancelled':
      return null;
    case 'timeout':
      return hadEnded(suite)
        ? `${name}: ${TESTS_HAD_ENDED}: it ${stopped(suite)}`
        : `${name} ${stopped(suite)}${whileRunning(suite)}`;
    case 'crashed':
      return crash(suite, name);
    case 'no-tests':
      return `${name} ran no tests`;
    case 'config-error':
      return headlineFrom(suite, name, 'not run: ');
    case 'error':
      return headlineFrom(suite, name, didNotStart(suite) ? 'did not start: ' : ': ');
    case 'report-error':
    case 'incomplete':
      return headlineFrom(suite, name, ': ');
  }
}

/** True for a failing test that the headline of its suite already names. */
export function isCoveredByHeadline(suite: SuiteReport, state: FinalState): boolean {
  if (suite.outcome === 'error') return state === 'error' && didNotStart(suite);
  return (suite.outcome === 'timeout' && state === 'timeout') || (suite.outcome === 'crashed' && state === 'crashed');
}

/** What cannot be loaded counts as a test in error; beside it nothing ran. */
export function didNotStart({ outcome, tests }: SuiteReport): boolean {
  return outcome === 'error' && tests.every((test) => ['error', 'not-run'].includes(finalStateOf(test)));
}

function headlineFrom(suite: SuiteReport, name: string, verb: string): string {
  const forced = suite.problems.find((problem) => problem.forces === suite.outcome);
  const problem = forced ?? suite.problems.find(({ severity }) => severity === 'error');
  const message = shortLine(problem === undefined ? suite.outcome : withReason(problem), 180);
  if (message.toLowerCase().startsWith(`${name.toLowerCase()} `)) return message;
  const plain = message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message;
  return `${name}${verb.startsWith(':') ? '' : ' '}${verb}${plain}`;
}

/** Where a crash happened and why; without both, what the suite's problem says of it. */
function crash(suite: SuiteReport, name: string): string {
  const where = `${inTest(suite)}${reasonOf(suite)}`;
  const isReported = suite.problems.some(
    ({ forces, message }) => forces === 'crashed' && message.startsWith('ended with '),
  );
  return where === '' && isReported ? headlineFrom(suite, name, '') : `${name} crashed${how(suite)}${where}`;
}

function hadEnded({ problems }: SuiteReport): boolean {
  return problems.some(({ forces, message }) => forces === 'timeout' && message.startsWith(TESTS_HAD_ENDED));
}

function stopped(suite: SuiteReport): string {
  const exit = suite.attempts.at(-1)?.exit;
  if (exit === undefined) return 'was not started: the run had reached its limit';
  return describeTimeLimit(exit, suite.suite) ?? `timed out after ${formatDuration(suite.suite.timeoutMs)}`;
}

function whileRunning(suite: SuiteReport): string {
  const stuck = suite.tests.find(isHung);
  if (stuck === undefined) return '';
  const tookMs = stuck.attempts.at(-1)?.durationMs ?? 0;
  return ` while running "${shortLine(stuck.name || stuck.id, 90)}"${tookMs > 0 ? ` (${formatDuration(tookMs)})` : ''}`;
}

function how(suite: SuiteReport): string {
  const exit = suite.attempts.at(-1)?.exit;
  if (exit === undefined) return '';
  if (exit.signal !== null) return ` (${exit.signal})`;
  return exit.exitCode === null || exit.exitCode === 0 ? '' : ` (exit status ${exit.exitCode})`;
}

function inTest(suite: SuiteReport): string {
  const test = testIn(suite, 'crashed');
  return test === undefined ? '' : ` in ${shortLine(test.id.slice(test.id.lastIndexOf('/') + 1), 120)}`;
}

function testIn(suite: SuiteReport, state: FinalState): TestCase | undefined {
  return suite.tests.find((test) => finalStateOf(test) === state);
}

/** Why a suite crashed, as the tool printed it. */
function reasonOf({ problems, outcome }: SuiteReport): string {
  const reason = problems.find(({ forces }) => forces === outcome)?.reason ?? '';
  return reason === '' ? '' : `: ${shortLine(reason, 120)}`;
}
