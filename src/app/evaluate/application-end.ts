import type { AppUnderTest } from '../../diagnosis/context.js';
import { endOf } from '../../execution/application-health.js';
import type { ApplicationEnd } from '../../execution/application-record.js';
import type { SuiteProblem } from '../../model/problem.js';
import type { SuiteRun } from '../../model/run.js';
import { firstLine } from '../../text/bounds.js';

/** Suites that ran while, or after, the application died are red; so are those of which that is unknown. */
export function withApplicationEnd(runs: readonly SuiteRun[], end: ApplicationEnd | null): readonly SuiteRun[] {
  if (end === null || end.state === 'stopped') return runs;
  return runs.map((run) => (isAffected(run, end) ? withProblem(run, end) : run));
}

/** The application as the diagnosis sees it; null when the run started none. */
export function applicationUnderTest(end: ApplicationEnd | null, baseUrl: string | null): AppUnderTest | null {
  if (end === null) return null;
  const address = baseUrl === null ? '' : new URL(baseUrl).host;
  return { address, stoppedAt: end.diedAt, logTail: end.logTail };
}

function messageOf({ exit, state, silentUrl }: ApplicationEnd): string {
  if (exit === null) return 'it is unknown whether the application under test ran to the end: it left no exit record';
  if (state === 'unknown')
    return 'it is unknown whether the application under test ran to the end: `start-command` ended with exit status 0 after the application was ready, and its URL was not checked afterwards';
  if (silentUrl !== undefined)
    return `the application under test no longer answered at ${silentUrl} after the suites had ended`;
  return `the application under test ended during the run (${endOf(exit)})`;
}

function isAffected({ startedAt, durationMs, attempts }: SuiteRun, { diedAt }: ApplicationEnd): boolean {
  return attempts.length > 0 && (diedAt === null || startedAt + durationMs >= diedAt);
}

function withProblem(run: SuiteRun, end: ApplicationEnd): SuiteRun {
  const correct =
    end.exit === null || end.state === 'unknown' || end.silentUrl !== undefined
      ? ''
      : 'Correct `start-command` if it ended immediately. ';
  const remedy = `${correct}See artifacts/application/output.log in the evidence.`;
  const reason = lastLines(end, 1);
  const problem: SuiteProblem = {
    severity: 'error',
    place: run.suite.name,
    message: messageOf(end),
    remedy,
    forces: 'error',
    ...(reason === '' ? {} : { reason: firstLine(reason), quote: lastLines(end, 3) }),
  };
  return { ...run, problems: [...run.problems, problem] };
}

/** The last lines that the application has printed; empty when they say nothing about its end. */
function lastLines({ exit, logTail }: ApplicationEnd, count: number): string {
  return exit === null ? '' : logTail.trim().split('\n').slice(-count).join('\n');
}
