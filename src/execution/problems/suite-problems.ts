import type { LoadLimits } from '../../model/load.js';
import type { SuiteProblem } from '../../model/problem.js';
import type { SourcePlace } from '../../model/report.js';
import type { ProcessExit } from '../../model/run.js';
import type { SuiteSettings } from '../../model/settings.js';
import { isMeasured } from '../../report/load/judge.js';
import type { PreparedSuite } from '../../runners/runner.js';
import { stripAnsi } from '../../text/bounds.js';
import {
  type AttemptOutput,
  hasSession,
  isFinished,
  isInternalError,
  type ObservedTest,
} from '../results/attempt-output.js';
import { explainEnd } from './exit-problems.js';
import { knownRemedy, noTestsRemedy, SEE_OUTPUT } from './known-ends.js';
import { emptyReports, reportRemedy, unmatchedReports } from './missing-reports.js';
import { isNoSuchTest, noSuchTest } from './no-such-test.js';
import { findReason, isNoise, type OutputReason } from './output-reason.js';
import { possibleRetries } from './possible-retries.js';
import { describeStop } from './stop-problems.js';
import { formatCount } from '../../text/format.js';

/** What stands in the way of believing an attempt, beyond its tests. */
export interface AttemptFacts {
  readonly suite: SuiteSettings;
  readonly prepared: PreparedSuite;
  readonly output: AttemptOutput;
  /** Tests as this attempt left them. */
  readonly tests: readonly ObservedTest[];
}

type Forces = SuiteProblem['forces'];

/**
 * Suite-level errors of one attempt, the most informative first. They hold until a later attempt has completed what this
 * one left open.
 */
export function attemptProblems(facts: AttemptFacts): readonly SuiteProblem[] {
  const { suite, output } = facts;
  const exit = output.attempt?.exit ?? null;
  const problem = (forces: Forces, message: string, remedy: string): SuiteProblem => {
    return { severity: 'error', place: suite.name, message, remedy, forces };
  };
  if (exit?.startError !== undefined && exit.startError !== '') {
    return [problem('config-error', `cannot be started: ${exit.startError}`, 'Correct the command of the suite.')];
  }
  const stopped = exit === null ? null : describeStop(exit, facts);
  if (stopped !== null) {
    const { forces, message, remedy, quote } = stopped;
    const reported = problem(forces, message, remedy);
    return [quote === undefined ? reported : { ...reported, quote }, ...leaks(facts, exit)];
  }
  const ends = endErrors(facts, exit);
  const foundNothing = ends.some(({ forces }) => forces === 'no-tests');
  const loads = [...loadErrors(facts), ...internalErrors(facts)].filter(
    ({ message }) => !(foundNothing && NO_TESTS.test(message)),
  );
  // The exit status of a tool that reported its error says nothing new.
  const isAbsent = loads.some(isNoSuchTest);
  const news = loads.length > 0 ? ends.filter(({ forces }) => forces !== 'error' && !isAbsent) : ends;
  const reports = reportProblems(facts).filter(({ forces }) => !foundNothing || forces !== 'report-error');
  const found = [...loads, ...withoutUnread(news, reports, facts), ...reports];
  return [...dropEchoes(found), ...ranNothing(found, facts), ...leaks(facts, exit)];
}

/** Lines in which the usual tools count the tests that they ran. */
const COUNTED =
  /^(?:Tests: {1,12}\d|\s{1,8}Tests {1,4}\d|\s{0,4}\d{1,7} (?:passing|failing)\b|[#ℹ] (?:pass|fail) [1-9]|=+ .{0,120}\b(?:passed|failed)\b.{0,60} =+$|test result: |\d{1,7} examples?, |FAILURES!$|OK \(\d{1,7} tests?)/m;

/** The exit status of a command that ran its tests and reported none says less than the report that is missing. */
function withoutUnread(
  ends: readonly SuiteProblem[],
  reports: readonly SuiteProblem[],
  { output, tests, prepared }: AttemptFacts,
): readonly SuiteProblem[] {
  const isReported = prepared.resultSource === 'reports' && reports.some(({ forces }) => forces === 'report-error');
  const hasErrors = output.reports.some(({ report }) => report.suiteErrors.length > 0);
  const isUnread = tests.length === 0 && isReported && COUNTED.test(stripAnsi(output.tail));
  return ends.filter(({ forces }) => forces !== 'error' || !(isUnread || hasErrors));
}

/** A suite whose tool was content and in which no test ran. */
function ranNothing(
  found: readonly SuiteProblem[],
  { suite, output, tests, prepared }: AttemptFacts,
): readonly SuiteProblem[] {
  const isQuiet = output.attempt?.exit.exitCode === 0 && found.every(({ forces }) => forces === null);
  const isSkipped = tests.every((test) => test.attempts.at(-1)?.status === 'skipped');
  if (!isQuiet || !isSkipped || prepared.resultSource !== 'reports') return [];
  const message = tests.length === 0 ? 'ran no tests' : `ran no tests: ${formatCount(tests.length, 'test')} skipped`;
  return [{ severity: 'error', place: suite.name, message, remedy: noTestsRemedy(tests.length), forces: 'no-tests' }];
}

/** Playwright reports as an error what its exit status means as well. */
const NO_TESTS = /^(Error: )?No tests found/;

/** One cause is reported once: what follows from a load or configuration error is left out. */
function dropEchoes(found: readonly SuiteProblem[]): readonly SuiteProblem[] {
  const [first] = found;
  const isCause = first?.forces === 'config-error' || first?.forces === 'error' || first?.forces === 'crashed';
  return isCause ? found.filter((each) => each.forces === null || each.forces === first.forces) : found;
}

function loadErrors({ suite, output }: AttemptFacts): readonly SuiteProblem[] {
  return output.events.flatMap((event): SuiteProblem[] => {
    if (event.e !== 'collect-error' && event.e !== 'error') return [];
    const absent = noSuchTest(headlineOf(event.message));
    if (absent !== null) return [absentTest(suite, absent)];
    // pytest-xdist reports workers that collected different tests under the name of a worker, its last line as the message
    const isDifference = /^To see why this happens/.test(event.message);
    const details = event.e === 'collect-error' ? event.details : undefined;
    const text = isDifference ? (details ?? findReason(output.tail)?.quote ?? '') : event.message;
    const what = event.e === 'error' || isDifference ? '' : `${event.id} cannot be loaded: `;
    const reported = findReason(text);
    const message = `${what}${headlineOf(text)}`;
    // What cannot be collected is a test in error as well, and its cause has the next step.
    const remedy = what === '' ? loadRemedy(message) : '';
    const known = { severity: 'error', place: suite.name, message, remedy, forces: 'error' } as const;
    const quote = [reported?.quote ?? '', applicationError(output.tail)].filter((text) => text !== '').join('\n');
    return [{ ...known, ...placeOf(event), ...(quote === headlineOf(text) ? {} : { quote }) }];
  });
}

function absentTest({ name }: SuiteSettings, message: string): SuiteProblem {
  const remedy = 'Correct `path` or `args` of the suite: it names a test, a file or a folder that does not exist.';
  return { severity: 'error', place: name, message, remedy, forces: 'config-error' };
}

function placeOf({ file, line }: SourcePlace): Pick<SuiteProblem, 'at'> {
  return file === '' || line < 1 ? {} : { at: { file, line } };
}

function loadRemedy(message: string): string {
  const [, module] = /No module named '(\w{1,80})/.exec(message) ?? [];
  return module === undefined
    ? SEE_OUTPUT
    : `Install the package that provides '${module}' before this step. If the module is in this repository, add \`pythonpath = .\` (or \`src\`) under \`[pytest]\` in pytest.ini.`;
}

const DIFFERENT = /^Different tests were collected between \S{1,50} and \w{1,50}/;

/** The first line of an error, with the next one when the first only introduces it. */
function headlineOf(message: string): string {
  const lines = stripAnsi(message)
    .split('\n')
    .map((each) => each.trim());
  const [line = '', next = ''] = lines.filter((each) => !isNoise(each));
  const [different] = DIFFERENT.exec(line) ?? [];
  return different ?? (line.endsWith(':') && next !== '' ? `${line} ${next}` : line);
}

/** What an application that the runner starts printed as its error. */
function applicationError(output: string): string {
  const found = findReason(output);
  return found?.line.startsWith('[WebServer] ') === true ? found.line : '';
}

/** pytest writes its own breakdown as a case; a pytest that we run also sends an event and has an exit status for it. */
function internalErrors({ suite, prepared, output }: AttemptFacts): readonly SuiteProblem[] {
  if (prepared.resultSource === 'events' || output.events.some(({ e }) => e === 'error')) return [];
  const cases = output.reports.flatMap(({ report }) => report.cases.filter(isInternalError));
  return cases.map(({ message, details }): SuiteProblem => {
    const reason = lastLine(details) || message;
    const remedy = 'Fix the plug-in or conftest.py that raised the error. The report contains the traceback.';
    return {
      severity: 'error',
      place: suite.name,
      message: `pytest ended with an internal error: ${reason}`,
      remedy,
      forces: 'error',
    };
  });
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1)?.trim().slice(0, 300) ?? '';
}

function endErrors(facts: AttemptFacts, exit: ProcessExit | null): readonly SuiteProblem[] {
  if (exit === null) return [];
  const end = explainEnd(facts, exit);
  if (end === null) return [];
  const why = end.outcome === 'no-tests' ? null : (findReason(facts.output.tail) ?? unreadReason(facts));
  const { message, remedy, outcome } = end;
  const isReported = why === null || message.includes(why.line) || IS_MISSING.test(message);
  const known = { severity: 'error', place: facts.suite.name, message, remedy, forces: outcome } as const;
  return [{ ...known, ...(isReported ? {} : { reason: why.line }), ...(why === null ? {} : { quote: why.quote }) }];
}

/** A message that needs no line of the output beside it. */
const IS_MISSING = / is not installed$| was not found$/;

/** A report that could not be read explains a suite whose output says nothing. */
function unreadReason(facts: AttemptFacts): OutputReason | null {
  const unread = broken(facts).find(({ severity }) => severity === 'error');
  return unread === undefined ? null : { line: unread.message, quote: '' };
}

const MOST_NAMED = 5;

function leaks({ suite }: AttemptFacts, exit: ProcessExit | null): readonly SuiteProblem[] {
  const leaked = exit?.leaked ?? [];
  if (leaked.length === 0) return [];
  const remaining = exit?.remaining ?? [];
  const names = [...new Set(leaked.map(({ name }) => name))].slice(0, MOST_NAMED).join(', ');
  const alive = remaining.slice(0, MOST_NAMED).map(({ pid, name }) => `${name}, process ${pid}`);
  const end =
    remaining.length > 0
      ? `${remaining.length} could not be ended and still ${remaining.length === 1 ? 'runs' : 'run'} (${alive.join('; ')})`
      : `${leaked.length === 1 ? 'it was' : 'they were'} ended`;
  const message = `left ${formatCount(leaked.length, 'process', 'processes')} running when it ended (${names}); ${end}`;
  const remedy = `Stop the processes that the tests start.${remaining.length > 0 ? ' Processes of another user must be stopped by the tests.' : ''}`;
  return [{ severity: 'warning', place: suite.name, message, remedy, forces: null }];
}

/** What is wrong with the reports of an attempt: none, none of load where limits ask, broken, suite-level errors. */
function reportProblems(facts: AttemptFacts): readonly SuiteProblem[] {
  const { suite, output, prepared } = facts;
  const none = [...missing(facts), ...unmatchedReports(suite, output), ...emptyReports(suite, output)];
  const unjudged = none.length > 0 ? [] : loadProblems(facts.suite, facts.output);
  const retried = prepared.resultSource === 'reports' ? possibleRetries(suite, output) : [];
  return [...none, ...unjudged, ...broken(facts), ...suiteErrors(facts), ...retried];
}

/** A tool that writes events may do without a report; one that only its report speaks for may not. */
function missing({ suite, prepared, output, tests }: AttemptFacts): readonly SuiteProblem[] {
  if (output.reports.length > 0 || tests.length > 0) return [];
  if (hasSession(output.events) || unmatchedReports(suite, output).length > 0) return [];
  const isEventTool = prepared.resultSource === 'events';
  const searched = 'report' in suite && suite.report.length > 0 ? suite.report.join(', ') : '$QAAGENT_REPORT_DIR';
  const message = isEventTool ? 'reported no tests and left no report' : `left no report (${searched})`;
  const remedy = isEventTool ? SEE_OUTPUT : reportRemedy(suite.runner === 'command' ? suite.run : '', output.tail);
  return [{ severity: 'error', place: suite.name, message, remedy, forces: 'report-error' }];
}

function broken({ suite, prepared, output }: AttemptFacts): readonly SuiteProblem[] {
  // A runner that we had to end, or whose events are complete, may leave half a report without any loss.
  const spoken = prepared.resultSource === 'events' && isFinished(output.events);
  return output.reports.flatMap(({ name, report }) =>
    report.problems.map((problem): SuiteProblem => {
      const isFatal = problem.severity === 'error' && !spoken;
      const severity = problem.severity === 'error' && spoken ? 'warning' : problem.severity;
      return {
        ...problem,
        severity,
        place: suite.name,
        message: named(name, problem.message),
        forces: isFatal ? 'report-error' : null,
      };
    }),
  );
}

function named(name: string, message: string): string {
  return message.includes(name) ? message : `${name}: ${message}`;
}

function suiteErrors({ suite, output }: AttemptFacts): readonly SuiteProblem[] {
  return output.reports.flatMap(({ report }) =>
    report.suiteErrors.map((error): SuiteProblem => {
      const why = findReason(error.details);
      // Go begins with the package, which says no more than the suite does.
      const reason = error.message.startsWith('# ') ? (why?.line ?? error.message) : error.message;
      const message = [error.suite, reason].filter((part) => part !== '').join(': ');
      const quote = why === null || why.quote === error.message ? {} : { quote: why.quote };
      const remedy =
        knownRemedy(error.details) ?? 'Fix the error that prevents it from being loaded. Its tests did not run.';
      const forces = error.diedIn !== undefined ? 'crashed' : 'error';
      return { severity: 'error', place: suite.name, message, remedy, forces, ...quote };
    }),
  );
}

/** The limits that a suite sets for the load reports it reads; undefined when it sets none or reads none. */
export function loadLimitsOf(suite: SuiteSettings): LoadLimits | undefined {
  return suite.runner === 'command' || suite.runner === 'junit' ? suite.thresholds : undefined;
}

/** Thresholds that nothing was judged by: no report of the attempt measures load. */
function loadProblems(suite: SuiteSettings, { reports }: AttemptOutput): readonly SuiteProblem[] {
  if (loadLimitsOf(suite) === undefined) return [];
  if (reports.some(({ report }) => report.cases.some(isMeasured))) return [];
  const names = reports.map(({ name }) => name).slice(0, 5);
  const read = names.length === 0 ? '' : ` (read: ${names.join(', ')})`;
  const message = `has \`thresholds\`, but none of its reports contains load results${read}`;
  const remedy =
    "Make the load tool write into $QAAGENT_REPORT_DIR, or set `report` to its file: Locust's `*_stats.csv`, k6's summary, Artillery's JSON, JMeter's CSV.";
  return [{ severity: 'error', place: suite.name, message, remedy, forces: 'report-error' }];
}
