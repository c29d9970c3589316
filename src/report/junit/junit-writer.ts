import type { SuiteProblem } from '../../model/problem.js';
import type { FinalState, RunReport, SuiteReport, TestAttempt, TestCase } from '../../model/run.js';
import type { TextOutput } from '../../ports.js';
import { headAndTail } from '../../text/bounds.js';
import { encode, lastEncoded } from '../../text/text-buffer.js';
import { KEPT } from '../report-reader.js';
import { xmlElement, xmlOpening, xmlText, xmlValue } from '../xml/writer.js';

/** Decides the final state of a test; see execution/final-state. */
export type StateOf = (test: TestCase) => FinalState;

type WholeProblem = Pick<SuiteProblem, 'message' | 'remedy' | 'forces'>;

type Element = 'failure' | 'error' | 'skipped' | 'passed';

const ELEMENTS: Readonly<Record<FinalState, Element>> = {
  passed: 'passed',
  flaky: 'passed',
  failed: 'failure',
  'order-dependent': 'failure',
  error: 'error',
  lost: 'error',
  timeout: 'error',
  crashed: 'error',
  skipped: 'skipped',
  xfailed: 'skipped',
  'not-run': 'error',
  cancelled: 'skipped',
  quarantined: 'skipped',
};

const BAD = new Set(['failed', 'error', 'timeout', 'crashed', 'lost']);

/** Seconds as both schemas want them: digits and a point. */
const seconds = (milliseconds: number): string => (Math.max(0, milliseconds) / 1_000).toFixed(3);

const isFailure = ({ status }: TestAttempt): boolean => status === 'failed';

const textsOf = ({ message, type, status }: TestAttempt): Readonly<Record<string, string>> => ({
  message: message.slice(0, KEPT.message),
  type: type === '' ? status : type,
});

const traceOf = ({ details, message }: TestAttempt): string =>
  xmlText(headAndTail(details === '' ? message : details, KEPT.details));

function verdictElement(element: 'failure' | 'error', reported: TestAttempt | undefined): string {
  return reported === undefined ? xmlElement(element, {}) : xmlElement(element, textsOf(reported), traceOf(reported));
}

/** One earlier attempt that went wrong, as surefire writes it. */
function tryElement(name: string, attempt: TestAttempt): string {
  const output = attempt.output === '' ? '' : xmlElement('system-out', {}, xmlText(attempt.output));
  return xmlElement(name, textsOf(attempt), `${xmlElement('stackTrace', {}, traceOf(attempt) || ' ')}${output}`);
}

function skipMessage(test: TestCase, state: FinalState): string {
  const last = test.attempts.at(-1)?.message ?? '';
  const words: Partial<Record<FinalState, string>> = {
    xfailed: 'expected failure',
    'not-run': 'not run',
    cancelled: 'cancelled',
    quarantined: `quarantined: ${test.quarantine?.reason ?? ''}`,
  };
  return [words[state] ?? '', last]
    .filter((part) => part !== '')
    .join('; ')
    .slice(0, KEPT.message);
}

function outputElement(test: TestCase): string {
  const paths = test.attachments.filter((path) => !/[\n\r]|\]\]/.test(path));
  const marks = paths.map((path) => `[[ATTACHMENT|${path}]]`);
  const text = [test.attempts.at(-1)?.output ?? '', ...marks].filter((part) => part !== '').join('\n');
  return text === '' ? '' : xmlElement('system-out', {}, xmlText(headAndTail(text, KEPT.output)));
}

/** Nearly every test: it passed at once and printed nothing. */
function isPlain({ attempts, attachments }: TestCase, state: FinalState): boolean {
  return state === 'passed' && attempts.length === 1 && attempts[0].output === '' && attachments.length === 0;
}

/** The children of a test case in the order of the surefire schema, which the Jenkins schema accepts too. */
function contentOf(test: TestCase, state: FinalState): string {
  if (isPlain(test, state)) return '';
  const element = ELEMENTS[state];
  const bad = test.attempts.filter(({ status }) => BAD.has(status));
  const reported = element === 'failure' || element === 'error' ? bad.at(-1) : undefined;
  const earlier = bad.filter((attempt) => attempt !== reported);
  const prefix = element === 'passed' ? 'flaky' : 'rerun';
  const tries = (suffix: string, wanted: boolean): string =>
    element === 'skipped'
      ? ''
      : earlier
          .filter((one) => isFailure(one) === wanted)
          .map((one) => tryElement(`${prefix}${suffix}`, one))
          .join('');
  return [
    element === 'failure' ? verdictElement(element, reported) : '',
    tries('Failure', true),
    element === 'skipped' ? xmlElement('skipped', { message: skipMessage(test, state) }) : '',
    element === 'error' ? verdictElement(element, reported) : '',
    tries('Error', false),
    outputElement(test),
  ].join('');
}

/** Writes the cases of a suite one after the other; neighbours mostly share a class. */
function caseWriter(out: TextOutput): (test: TestCase, state: FinalState) => void {
  const classIn = lastEncoded((classname: string) => `" classname="${xmlValue(classname)}" time="`);
  return (test, state) => {
    out.bytes(START);
    out.text(xmlValue(test.name));
    out.bytes(classIn(test.classname));
    out.text(seconds(test.attempts.reduce((sum, { durationMs }) => sum + durationMs, 0)));
    const content = contentOf(test, state);
    if (content === '') out.bytes(END);
    else out.text(`">${content}</testcase>\n`);
  };
}

const START = encode('<testcase name="');
const END = encode('"/>\n');

/** What made a suite red outside of its tests stands as a case of its own: no schema knows errors of a suite. */
function problemElement(suite: string, { message, remedy, forces }: WholeProblem): string {
  const text = xmlText([message, remedy].filter((part) => part !== '').join('\n'));
  const error = xmlElement('error', { message: message.slice(0, KEPT.message), type: forces ?? 'error' }, text);
  return xmlElement('testcase', { name: `${suite} as a whole`, classname: suite, time: '0.000' }, error);
}

function problemsOf(report: SuiteReport, isReported: boolean): readonly WholeProblem[] {
  if (report.conclusion !== 'failure') return [];
  const forcing = report.problems.filter(({ forces }) => forces !== null);
  if (forcing.length > 0 || isReported) return forcing;
  return [{ message: `the suite ended as ${report.outcome}`, remedy: '', forces: null }];
}

interface Counted {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

/** A suite with what its element says of it before its tests come. */
interface CountedSuite {
  readonly report: SuiteReport;
  readonly problems: readonly WholeProblem[];
  readonly counts: Counted;
}

function countSuite(report: SuiteReport, stateOf: StateOf): CountedSuite {
  const counts = { passed: 0, failure: 0, error: 0, skipped: 0 };
  for (const test of report.tests) counts[ELEMENTS[stateOf(test)]] += 1;
  const { failure, error, skipped } = counts;
  const problems = problemsOf(report, failure + error > 0);
  const tests = report.tests.length + problems.length;
  return { report, problems, counts: { tests, failures: failure, errors: error + problems.length, skipped } };
}

function writeSuite({ report, problems, counts }: CountedSuite, stateOf: StateOf, out: TextOutput): void {
  const { suite, tests, tool, startedAt, durationMs } = report;
  const facts = {
    runner: suite.runner,
    outcome: report.outcome,
    tool: tool === null ? '' : `${tool.name} ${tool.version}`,
  };
  const properties = Object.entries(facts)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => xmlElement('property', { name, value }));
  const timestamp = new Date(startedAt).toISOString();
  out.text(xmlOpening('testsuite', { name: suite.name, ...counts, time: seconds(durationMs), timestamp }));
  out.text(xmlElement('properties', {}, properties.join('')));
  const writeCase = caseWriter(out);
  for (const test of tests) writeCase(test, stateOf(test));
  for (const problem of problems) out.text(problemElement(suite.name, problem));
  out.text('</testsuite>\n');
}

/**
 * The whole run as one junit.xml: a suite per suite, earlier attempts as flakyFailure, flakyError, rerunFailure and
 * rerunError. Valid against the schemas of Jenkins and (suite by suite) of surefire, which know no file and line. A
 * suite that is red without a failed test gets an error of its own, so that no reader takes it for green.
 */
export function renderJunit(run: RunReport, stateOf: StateOf): (out: TextOutput) => void {
  const suites = run.suites.map((suite) => countSuite(suite, stateOf));
  const total = (key: keyof Counted): number => suites.reduce((sum, { counts }) => sum + counts[key], 0);
  const attributes = {
    name: 'qaagent-orchestrate',
    tests: total('tests'),
    failures: total('failures'),
    errors: total('errors'),
    time: seconds(run.durationMs),
  };
  return (out) => {
    out.text(`<?xml version="1.0" encoding="UTF-8"?>\n${xmlOpening('testsuites', attributes)}`);
    for (const suite of suites) writeSuite(suite, stateOf, out);
    out.text('</testsuites>\n');
  };
}
