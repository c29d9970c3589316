// Joins events and reports of one attempt to one result per test; where they differ, the worse counts.
import { UNFINISHED } from '../../report/junit/case-elements.js';
import type { ReportCase } from '../../model/report.js';
import type { NonEmpty, TestAttempt } from '../../model/run.js';
import type { PreparedSuite } from '../../runners/runner.js';
import { isBad } from '../../verdict/final-state.js';
import { observeEvents } from './tests-from-events.js';
import { observeReports } from './tests-from-reports.js';
import {
  hasSession,
  type AttemptOutput,
  type NamedReport,
  type ObservedSuite,
  type ObservedTest,
  type PathMapper,
} from './attempt-output.js';

/**
 * What one attempt shows of every test. Events are more exact than reports; a report with another status is kept as a
 * disagreement, a failure in it counts, and a failure that only a report knows is a test of its own. A command may run several tools: a report
 * of one that does not speak to us is believed as a whole.
 */
export function observeAttempt(
  output: AttemptOutput,
  observed: ObservedSuite,
  mapPath: PathMapper,
): readonly ObservedTest[] {
  const { name, prepared: suite } = observed;
  const streamed = observeEvents(output, name, mapPath);
  if (!hasSession(output.events)) return observeReports(output, observed, mapPath);
  const known = new Set(streamed.flatMap((test) => [suite.keyOfTest(test), suite.sharedKeyOfTest?.(test) ?? '']));
  const cases = casesByKey(output, suite);
  const compared = streamed.map((test) => compare(test, cases.get(suite.keyOfTest(test)) ?? []));
  const isForeign = ({ report }: NamedReport): boolean =>
    suite.resultSource === 'reports' && !report.cases.some((each) => known.has(suite.keyOfCase(each)));
  const foreign = output.reports.filter(isForeign);
  const own = output.reports.filter((report) => !isForeign(report));
  const isSuspect = own.some(({ report }) => report.cases.some(hasBadTry));
  const strange = isSuspect ? own.map((report) => withoutKnown(report, known, suite)) : [];
  const extra = observeReports({ ...output, reports: strange }, observed, mapPath).filter(isBadAnywhere);
  const ids = new Set(streamed.map((test) => test.id));
  const isNamedByEvents = streamed.some(wasStopped);
  const unknown = extra.filter(
    (test) =>
      !ids.has(test.selector) &&
      // pytest's report does not name the test that was running; the events do.
      !(isNamedByEvents && test.name === UNFINISHED),
  );
  return [...compared, ...unknown, ...observeReports({ ...output, reports: foreign }, observed, mapPath)];
}

const hasBadTry = ({ status, tries }: ReportCase): boolean =>
  [status, ...tries.map((each) => each.status)].some(isBadCase);

const isBadCase = (status: ReportCase['status']): boolean => status === 'failed' || status === 'error';

const wasStopped = ({ attempts }: ObservedTest): boolean =>
  attempts.some(({ status }) => status === 'timeout' || status === 'crashed' || status === 'interrupted');

const isBadAnywhere = (test: ObservedTest): boolean => test.attempts.some(({ status }) => isBad(status));

function casesByKey({ reports }: AttemptOutput, suite: PreparedSuite): ReadonlyMap<string, readonly ReportCase[]> {
  const groups = new Map<string, ReportCase[]>();
  for (const reported of reports.flatMap(({ report }) => report.cases)) {
    const key = suite.keyOfCase(reported);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [reported]);
    else group.push(reported);
  }
  return groups;
}

/** The cases of a report that no event names. */
function withoutKnown(named: NamedReport, known: ReadonlySet<string>, suite: PreparedSuite): NamedReport {
  const cases = named.report.cases.filter((reported) => !known.has(suite.keyOfCase(reported)));
  return { ...named, report: { ...named.report, cases } };
}

function compare(test: ObservedTest, cases: readonly ReportCase[]): ObservedTest {
  const [last] = test.attempts.slice(-1);
  const [only] = cases;
  if (last === undefined || only === undefined) return test;
  const completed = cases.length > 1 ? test : { ...test, properties: only.properties };
  const worse = failureOnlyInReport(test, cases);
  const status = worse?.status ?? only.status;
  if (worse === undefined && (cases.length > 1 || saysTheSame(last.status, only.status))) return completed;
  const disagreement = `the event stream reports ${last.status}, the report ${status}`;
  const attempts = worse === undefined ? test.attempts : withLast(test.attempts, failedAsReported(last, worse));
  return { ...completed, attempts, disagreement };
}

/**
 * A failure of the report that the events do not have. Tests run in the process that writes the events and can write over
 * them, so the worse of the two sources counts.
 */
function failureOnlyInReport({ attempts: tries }: ObservedTest, cases: readonly ReportCase[]): ReportCase | undefined {
  const [last] = tries.slice(-1);
  if (last?.status !== 'passed') return undefined;
  const failed = cases.filter(({ status }) => isBadCase(status));
  return failed.length > tries.filter(({ status }) => isBad(status)).length ? failed.at(-1) : undefined;
}

/** The attempts with another one in place of the last. */
function withLast([first, ...others]: NonEmpty<TestAttempt>, last: TestAttempt): NonEmpty<TestAttempt> {
  return others.length === 0 ? [last] : [first, ...others.slice(0, -1), last];
}

function failedAsReported(tried: TestAttempt, { status, message, type, details, output }: ReportCase): TestAttempt {
  return { ...tried, status: status === 'error' ? 'error' : 'failed', message, type, details, output, place: null };
}

function saysTheSame(event: string, report: ReportCase['status']): boolean {
  if (event === report) return true;
  if (event === 'xfailed') return report === 'skipped';
  if (report === 'unfinished') return event !== 'passed' && event !== 'skipped';
  // Tools differ in what they call a failure and an error; both are red.
  return (event === 'error' && report === 'failed') || (event === 'failed' && report === 'error');
}
