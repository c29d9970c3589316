import { finalStateOf } from '../verdict/final-state.js';
import type { Diagnosis, RunDiagnosis } from '../model/diagnosis.js';
import type { AttemptStatus, FinalState, RunReport, TestAttempt, TestCase } from '../model/run.js';
import { testKey } from '../model/run.js';
import type { TextOutput } from '../ports.js';
import type { PublishContext } from './view/context.js';
import { decisiveAttempt } from '../verdict/final-state.js';
import { encode, insideJson, lastEncoded } from '../text/text-buffer.js';
import { textAllowance, type TextAllowance } from '../text/bounded-text.js';

/** https://ctrf.io: the version of the specification this document keeps to. */
const SPEC_VERSION = '0.0.0';
const TEXT_CHARS = 50_000_000;
const TEXT_CHARS_EACH = 20_000;

type CtrfStatus = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

/** The run in the Common Test Report Format, for tools that read it. Traces are bounded; nothing else is left out. */
export function renderCtrf(
  report: RunReport,
  diagnosis: RunDiagnosis,
  context: PublishContext,
): (out: TextOutput) => void {
  const stop = report.startedAt + Math.round(report.durationMs);
  const head = {
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    runId: context.runId,
    timestamp: new Date(stop).toISOString(),
    generatedBy: `qaagent-orchestrate ${context.version}`,
  };
  const tool = { name: 'qaagent-orchestrate', version: context.version };
  return (out) => {
    out.text(`${JSON.stringify(head).slice(0, -1)},"results":{"tool":${JSON.stringify(tool)},"tests":[`);
    const allowance = textAllowance(TEXT_CHARS, TEXT_CHARS_EACH);
    const counts = writeTests(report, diagnosis, allowance, out);
    const left = allowance.refused();
    out.text(`],"summary":${JSON.stringify(summaryOf(report, counts, stop))}`);
    out.text(left > 0 ? `,"extra":${JSON.stringify({ tracesLeftOut: left })}}}` : '}}');
  };
}

type Counts = Readonly<Record<CtrfStatus | 'tests', number>>;

/** Writes every test and counts them. */
function writeTests(report: RunReport, diagnosis: RunDiagnosis, allowance: TextAllowance, out: TextOutput): Counts {
  const diagnoses = new Map(diagnosis.diagnoses.map((entry) => [entry.key, entry]));
  const counts = { tests: 0, passed: 0, failed: 0, skipped: 0, pending: 0, other: 0 };
  for (const { suite, tests } of report.suites) {
    const writePlain = plainTests(suite, out);
    for (const test of tests) {
      const state = finalStateOf(test);
      if (counts.tests > 0) out.bytes(COMMA);
      if (isPlain(test, state)) writePlain(test);
      else out.text(JSON.stringify(ctrfTest(test, state, suite.runner, diagnoses.get(testKey(test)), allowance)));
      counts.tests += 1;
      counts[STATUS[state]] += 1;
    }
  }
  return counts;
}

const COMMA = encode(',');

function summaryOf(report: RunReport, counts: Counts, stop: number): object {
  return {
    ...counts,
    flaky: report.totals.flaky,
    suites: report.suites.length,
    start: report.startedAt,
    stop,
    duration: Math.round(report.durationMs),
    extra: { conclusion: report.conclusion },
  };
}

/** Nearly every test: it passed at once. */
function isPlain({ attempts, tags }: TestCase, state: FinalState): boolean {
  return state === 'passed' && attempts.length === 1 && tags.length === 0;
}

/** Plain tests, put together from what they share: the same text as by `ctrfTest`, in a third of the time. */
function plainTests({ name, runner }: RunReport['suites'][number]['suite'], out: TextOutput): (test: TestCase) => void {
  const json = JSON.stringify;
  const start = encode(`{"testId":"${insideJson(plain(name))} `);
  const suiteIn = lastEncoded(
    (classname: string) => `"suite":${json([name, classname].filter((part) => part !== '').map(plain))},`,
  );
  const end = `"type":${json(name)}`;
  const extra = `,"extra":${json({ runner })}}`;
  const fileIn = lastEncoded(
    (file: string) => `${end}${file === '' ? '' : `,"filePath":${json(plain(file))}`}${extra}`,
  );
  return (test) => {
    const { startedAt, durationMs } = test.attempts[0];
    out.bytes(start);
    out.text(insideJson(plain(test.id)));
    out.bytes(BEFORE_NAME);
    out.text(insideJson(plain(test.name || test.id) || 'unnamed'));
    out.bytes(BEFORE_DURATION);
    out.text(`${Math.round(durationMs)},`);
    if (startedAt !== null) out.text(`"start":${Math.round(startedAt)},"stop":${Math.round(startedAt + durationMs)},`);
    out.bytes(suiteIn(test.classname));
    if (test.line > 0) out.text(`"line":${Math.trunc(test.line)},`);
    out.bytes(fileIn(test.file));
  };
}

const BEFORE_NAME = encode('","name":"');
const BEFORE_DURATION = encode('","status":"passed","duration":');

function ctrfTest(
  test: TestCase,
  state: FinalState,
  runner: string,
  diagnosis: Diagnosis | undefined,
  allowance: TextAllowance,
) {
  const reported = decisiveAttempt(test);
  const last = test.attempts.at(-1) ?? test.attempts[0];
  const bad = state !== 'passed';
  const trace = bad ? allowance.take(reported.details) : '';
  return {
    testId: plain(`${test.suite} ${test.id}`),
    name: plain(test.name || test.id) || 'unnamed',
    status: STATUS[state],
    duration: Math.round(last.durationMs),
    ...times(last),
    suite: [test.suite, test.classname].filter((part) => part !== '').map(plain),
    ...(bad && reported.message !== '' ? { message: allowance.take(reported.message) } : {}),
    ...(trace === '' ? {} : { trace }),
    ...(diagnosis?.source === 'model' ? { ai: plain(`${diagnosis.rootCause} ${diagnosis.suggestion}`) } : {}),
    ...(test.line > 0 ? { line: Math.trunc(test.line) } : {}),
    ...rawStatusOf(state),
    ...(test.tags.length === 0 ? {} : { tags: test.tags.map(plain) }),
    type: test.suite,
    ...(test.file === '' ? {} : { filePath: plain(test.file) }),
    ...retriesOf(test, allowance),
    ...(state === 'flaky' ? { flaky: true } : {}),
    extra: { runner, ...(diagnosis === undefined ? {} : { cause: causeOf(diagnosis) }) },
  };
}

const STATUS: Readonly<Record<FinalState, CtrfStatus>> = {
  passed: 'passed',
  flaky: 'passed',
  failed: 'failed',
  'order-dependent': 'failed',
  error: 'failed',
  lost: 'failed',
  timeout: 'failed',
  crashed: 'failed',
  skipped: 'skipped',
  xfailed: 'skipped',
  'not-run': 'pending',
  cancelled: 'pending',
  quarantined: 'other',
};

/** Written only where it differs from the status. */
function rawStatusOf(state: FinalState): { readonly rawStatus?: FinalState } {
  return STATUS[state] === state ? {} : { rawStatus: state };
}

function causeOf({ category, kind, confidence, rootCause, suggestion, source, causeKey }: Diagnosis): object {
  return { category, kind, confidence, rootCause: plain(rootCause), suggestion: plain(suggestion), source, causeKey };
}

function retriesOf(test: TestCase, allowance: TextAllowance): object {
  const earlier = test.attempts.slice(0, -1);
  if (earlier.length === 0) return {};
  return {
    retries: earlier.length,
    retryAttempts: earlier.map((attempt, index) => ({
      attempt: index + 1,
      status: attemptStatus(attempt.status),
      duration: Math.round(attempt.durationMs),
      ...(attempt.message === '' ? {} : { message: allowance.take(attempt.message) }),
      ...(attempt.details === '' ? {} : { trace: allowance.take(attempt.details) }),
      ...times(attempt),
    })),
  };
}

function attemptStatus(status: AttemptStatus): CtrfStatus {
  return status === 'interrupted' ? 'pending' : STATUS[status];
}

function times({ startedAt, durationMs }: TestAttempt): object {
  if (startedAt === null) return {};
  return { start: Math.round(startedAt), stop: Math.round(startedAt + durationMs) };
}

function plain(text: string): string {
  return text.toWellFormed();
}
