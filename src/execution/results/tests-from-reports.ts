import type { ReportCase, ReportedTry } from '../../model/report.js';
import type { AttemptStatus, ProcessExit, TestAttempt } from '../../model/run.js';
import type { PreparedSuite } from '../../runners/runner.js';
import { STILL_RUNNING } from '../../verdict/final-state.js';
import {
  bareAttempt,
  CANCELLED,
  isInternalError,
  statusOfUnfinishedTest,
  type AttemptOutput,
  type ObservedTest,
  type PathMapper,
} from './attempt-output.js';

/** Tests as the reports of one attempt show them. Two cases of one identity are two tests. */
export function observeReports(
  output: AttemptOutput,
  suite: PreparedSuite,
  mapPath: PathMapper,
): readonly ObservedTest[] {
  const seen = new Map<string, number>();
  const cases = output.reports.flatMap(({ report, folder = '' }) =>
    report.cases.map((reported) => ({ reported, folder })),
  );
  const told = cases.filter(({ reported }) => !isInternalError(reported));
  return told.map(({ reported, folder }) => {
    const identity = suite.identify(reported);
    const count = (seen.get(identity.id) ?? 0) + 1;
    seen.set(identity.id, count);
    return {
      id: count === 1 ? identity.id : `${identity.id} #${count}`,
      selector: identity.id,
      name: reported.name === '' ? identity.id : reported.name,
      classname: reported.classname,
      file: identity.file === '' ? '' : mapPath(identity.file),
      line: identity.line,
      tags: [],
      properties: reported.properties,
      attachments: reported.attachments,
      group: '',
      tries: triesOf(reported, output.attempt),
      disagreement: '',
      origin: { file: identity.file, suite: reported.suite, folder },
    };
  });
}

type Attempt = AttemptOutput['attempt'];

function triesOf(reported: ReportCase, attempt: Attempt): readonly TestAttempt[] {
  const number = attempt?.number ?? 1;
  const exit = attempt?.exit ?? null;
  const earlier = reported.tries.map((tried, retry) => fromTry(tried, { number, retry, exit }));
  const { durationMs, message, type, details, output } = reported;
  const isOurs = isEndedByUs(reported, exit);
  const status = isOurs ? statusOfUnfinishedTest(exit) : statusOf(reported, exit);
  const last: TestAttempt = {
    ...bareAttempt(number, isExpectedFailure(reported) ? 'xfailed' : status, isOurs ? ENDED[status] : message),
    retry: earlier.length,
    durationMs: durationMs ?? 0,
    type: isOurs ? '' : type,
    details: isOurs && details === '' ? message : details,
    output,
  };
  return [...earlier, last];
}

/** What tools write about a test that a signal to their processes ended. */
const BY_SIGNAL =
  /^(?:signal: (?:interrupt|terminated|killed)|KeyboardInterrupt)\b|\b(?:(?:page|context|browser) has been closed|Target closed|Browser closed|died with <Signals\.SIG(?:INT|TERM|KILL)|(?:terminated|killed|interrupted) by (?:signal )?SIG(?:INT|TERM|KILL))\b/i;

/** True for a failure that our own signal caused, as far as its message says. */
function isEndedByUs({ status, message }: ReportCase, exit: ProcessExit | null): boolean {
  const isStopped = exit !== null && exit.reason !== null;
  return isStopped && (status === 'failed' || status === 'error') && BY_SIGNAL.test(message.slice(0, 2000));
}

const ENDED: Partial<Record<AttemptStatus, string>> = { timeout: STILL_RUNNING, interrupted: CANCELLED };

function fromTry(
  tried: ReportedTry,
  { number, retry, exit }: { readonly number: number; readonly retry: number; readonly exit: ProcessExit | null },
): TestAttempt {
  const { message, type, details } = tried;
  return { ...bareAttempt(number, statusOf(tried, exit), message), retry, type, details };
}

/** PHPUnit 9 writes a test without assertions as an error, and its exit status says whether it counts as one. */
const RISKY = /^PHPUnit\\Framework\\\w{0,40}Risky\w{0,40}$/;

function statusOf({ status, type }: Pick<ReportedTry, 'status' | 'type'>, exit: ProcessExit | null): AttemptStatus {
  if (status === 'unfinished') return statusOfUnfinishedTest(exit);
  const isForgiven = status === 'error' && RISKY.test(type) && (exit === null || exit.exitCode === 0);
  return isForgiven ? 'passed' : status;
}

function isExpectedFailure({ status, type }: ReportCase): boolean {
  return status === 'skipped' && type === 'pytest.xfail';
}
