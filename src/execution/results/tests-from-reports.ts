import type { ReportCase, ReportedTry } from '../../model/report.js';
import type { AttemptStatus, NonEmpty, ProcessExit, ReportOrigin, TestAttempt } from '../../model/run.js';
import { STILL_RUNNING } from '../../verdict/final-state.js';
import { sharedPasses } from '../../verdict/shared-passes.js';
import {
  bareAttempt,
  isInternalError,
  type AttemptOutput,
  type ObservedSuite,
  type ObservedTest,
  type PathMapper,
} from './attempt-output.js';
import { CANCELLED, statusOfUnfinishedTest } from './unfinished-test.js';

/** Tests as the reports of one attempt show them. Two cases of one identity are two tests. */
export function observeReports(
  output: AttemptOutput,
  { name: suite, prepared }: ObservedSuite,
  mapPath: PathMapper,
): readonly ObservedTest[] {
  const seen = new Map<string, number>();
  const originOf = lastOrigin();
  const passIn = sharedPasses(output.attempt?.number ?? 1);
  const tests: ObservedTest[] = [];
  for (const { report, folder = '' } of output.reports)
    for (const reported of report.cases) {
      if (isInternalError(reported) || isDeselected(reported, output.attempt)) continue;
      const identity = prepared.identify(reported);
      const count = (seen.get(identity.id) ?? 0) + 1;
      seen.set(identity.id, count);
      tests.push({
        id: count === 1 ? identity.id : `${identity.id} #${count}`,
        selector: identity.id,
        suite,
        name: reported.name === '' ? identity.id : reported.name,
        classname: reported.classname,
        file: identity.file === '' ? '' : mapPath(identity.file),
        line: identity.line,
        tags: NOTHING,
        properties: reported.properties,
        attachments: reported.attachments,
        group: '',
        attempts: isPlainPass(reported) ? passIn(reported.durationMs ?? 0) : attemptsOf(reported, output.attempt),
        quarantine: null,
        disagreement: '',
        origin: originOf(identity.file, reported.suite, folder),
      });
    }
  return tests;
}

const NOTHING: readonly never[] = [];

/**
 * What a choice of names left out: node:test before Node 22 reports it as skipped, later versions a file without such a
 * test as a passed one.
 */
function isDeselected({ status, message, name, classname }: ReportCase, attempt: Attempt): boolean {
  if (status === 'skipped') return message === 'test name does not match pattern';
  const isFile = status === 'passed' && classname === 'test' && /^\S+\.[cm]?[jt]sx?$/.test(name);
  return isFile && attempt !== null && attempt.command.some((word) => word.includes('--test-name-pattern'));
}

/** One value for neighbours that come from one place. */
function lastOrigin(): (file: string, suite: string, folder: string) => ReportOrigin {
  let last: ReportOrigin = { file: '', suite: '', folder: '' };
  return (file, suite, folder) => {
    if (last.file !== file || last.suite !== suite || last.folder !== folder) last = { file, suite, folder };
    return last;
  };
}

type Attempt = AttemptOutput['attempt'];

/** Nearly every case: it passed at once and left no text. */
function isPlainPass({ status, tries, message, type, details, output }: ReportCase): boolean {
  return status === 'passed' && tries.length === 0 && message + type + details + output === '';
}

function attemptsOf(reported: ReportCase, attempt: Attempt): NonEmpty<TestAttempt> {
  const number = attempt?.number ?? 1;
  const exit = attempt?.exit ?? null;
  const earlier =
    reported.tries.length === 0
      ? NOTHING
      : reported.tries.map((tried, retry) => fromTry(tried, { number, retry, exit }));
  const { durationMs, message, type, details, output } = reported;
  const isOurs = isEndedByUs(reported, exit);
  const status = isOurs ? statusOfUnfinishedTest(exit) : statusOf(reported, exit);
  const last: TestAttempt = {
    number,
    retry: earlier.length,
    status: isExpectedFailure(reported) ? 'xfailed' : status,
    durationMs: durationMs ?? 0,
    startedAt: null,
    message: isOurs ? (ENDED[status] ?? '') : message,
    type: isOurs ? '' : type,
    details: isOurs && details === '' ? message : details,
    output,
    place: null,
  };
  const [first, ...more] = earlier;
  return first === undefined ? [last] : [first, ...more, last];
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
