import { finalStateOf } from '../execution/final-state.js';
import type { RunReport, SuiteAttempt, TestAttempt, TestCase } from '../model/run.js';
import { colouredText } from './coloured-text.js';
import { relativeAddress } from './link.js';
import { textAllowance, type TextAllowance } from './text-allowance.js';
import type { PlaceView, ReportView } from './view.js';
import { shortLine } from './visible.js';

const TEXT_CHARS = 30_000_000;
const TEXT_CHARS_EACH = 16_000;
const ID_CHARS = 400;

/**
 * What the page's script reads, as columns: 100,000 tests parse several times faster so than as objects. Indices point
 * into `suites`, `files`, `routes` and `causes`; -1 is none. Times are milliseconds since `startedAt`.
 */
export interface HtmlData {
  readonly startedAt: number;
  readonly durationMs: number;
  readonly suites: readonly HtmlSuite[];
  readonly causes: readonly string[];
  readonly routes: readonly string[];
  readonly files: readonly string[];
  readonly id: readonly string[];
  readonly state: readonly string[];
  readonly suite: readonly number[];
  readonly file: readonly number[];
  readonly line: readonly number[];
  readonly start: readonly number[];
  readonly duration: readonly number[];
  readonly attempt: readonly number[];
  readonly cause: readonly number[];
  readonly route: readonly number[];
  readonly age: readonly (0 | 1 | 2)[];
  /** Only of tests that have more to tell than that they passed; the key is the index of the test. */
  readonly details: Readonly<Record<number, HtmlDetail>>;
  /** Traces that found no room. */
  readonly left: number;
}

interface HtmlSuite {
  readonly name: string;
  readonly attempts: readonly {
    readonly n: number;
    readonly start: number;
    readonly ms: number;
    readonly end: string;
  }[];
}

interface HtmlDetail {
  readonly attempts: readonly HtmlAttempt[];
  readonly files: readonly string[];
  readonly place: PlaceView | null;
  readonly rerun: string;
  readonly notes: readonly string[];
}

interface HtmlAttempt {
  readonly status: string;
  readonly start: number;
  readonly round: number;
  readonly ms: number;
  readonly message: string;
  readonly details: string;
  readonly output: string;
}

/** The data of the page. Texts are made visible here; colours stay for the script to render. */
export function htmlData(view: ReportView, report: RunReport): HtmlData {
  const tests = report.suites.flatMap((suite, index) => suite.tests.map((test) => ({ test, suite: index })));
  const causes = new Map(view.causes.flatMap((cause, index) => cause.tests.map((test) => [test, index])));
  const routes = numbering();
  const files = numbering();
  const allowance = textAllowance(TEXT_CHARS, TEXT_CHARS_EACH);
  const details: Record<number, HtmlDetail> = {};
  const rows = tests.map(({ test, suite }, index) => {
    const { age, route, state } = view.describe(test);
    if (state !== 'passed' || test.attachments.length > 0) details[index] = detailOf(test, view, report, allowance);
    return { test, suite, age, state, route: routes.of(route ?? ''), file: files.of(shortLine(test.file, ID_CHARS)) };
  });
  const column = <T>(of: (row: (typeof rows)[number]) => T): readonly T[] => rows.map(of);
  return {
    startedAt: report.startedAt,
    durationMs: report.durationMs,
    suites: report.suites.map((suite) => ({
      name: shortLine(suite.suite.name, 80),
      attempts: suite.attempts.map((attempt) => suiteAttempt(attempt, report)),
    })),
    causes: view.causes.map((cause) => shortLine(cause.rootCause, 120)),
    id: column(({ test }) => shortLine(test.id, ID_CHARS)),
    state: column(({ state }) => state),
    suite: column(({ suite }) => suite),
    file: column(({ file }) => file),
    line: column(({ test }) => test.line),
    start: column(({ test }) => startOf(lastOf(test), report)),
    duration: column(({ test }) => Math.round(lastOf(test).durationMs)),
    attempt: column(({ test }) => lastOf(test).number),
    cause: column(({ test }) => causes.get(test) ?? -1),
    route: column(({ route }) => route),
    age: column(({ age }) => (age === 'new' ? 1 : age === 'known' ? 2 : 0)),
    routes: routes.names,
    files: files.names,
    details,
    left: allowance.refused(),
  };
}

/** Numbers for names, in the order in which they are first seen; -1 for the empty one. */
function numbering(): { readonly of: (name: string) => number; readonly names: readonly string[] } {
  const names: string[] = [];
  const known = new Map<string, number>();
  const of = (name: string): number => {
    if (name === '') return -1;
    const index = known.get(name) ?? names.push(name) - 1;
    known.set(name, index);
    return index;
  };
  return { of, names };
}

function detailOf(test: TestCase, view: ReportView, report: RunReport, allowance: TextAllowance): HtmlDetail {
  const state = finalStateOf(test);
  const { place } = view.describe(test);
  const { quarantine, disagreement } = test;
  const owned =
    quarantine === null ? '' : `Quarantined: ${quarantine.reason} (${quarantine.owner}, until ${quarantine.expires})`;
  return {
    attempts: test.attempts.map((attempt) => attemptOf(attempt, report, allowance)),
    files: test.attachments.slice(0, 50).flatMap((path) => relativeAddress(path) ?? []),
    place,
    rerun: state === 'skipped' ? '' : shortLine(view.context.rerunCommand(test) ?? '', 2000),
    notes: [owned, disagreement].filter((note) => note !== '').map((note) => shortLine(note, 500)),
  };
}

function attemptOf(attempt: TestAttempt, report: RunReport, allowance: TextAllowance): HtmlAttempt {
  const text = (raw: string): string => colouredText(allowance.take(raw));
  return {
    status: attempt.status,
    round: attempt.number,
    start: startOf(attempt, report),
    ms: Math.round(attempt.durationMs),
    message: text(attempt.message),
    // Runners often repeat the message as the head of the trace.
    details: text(attempt.details === attempt.message ? '' : attempt.details),
    output: text(attempt.output),
  };
}

function suiteAttempt(attempt: SuiteAttempt, report: RunReport): HtmlSuite['attempts'][number] {
  const { reason, signal, exitCode, durationMs } = attempt.exit;
  const end = reason ?? signal ?? (exitCode === null ? 'ended' : `exit status ${exitCode}`);
  return { n: attempt.number, start: attempt.startedAt - report.startedAt, ms: durationMs, end };
}

function lastOf(test: TestCase): TestAttempt {
  return test.attempts.at(-1) ?? test.attempts[0];
}

function startOf({ startedAt }: TestAttempt, report: RunReport): number {
  return startedAt === null ? -1 : Math.max(0, Math.round(startedAt - report.startedAt));
}
