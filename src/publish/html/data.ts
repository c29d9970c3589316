import { finalStateOf } from '../../verdict/final-state.js';
import type { RunReport, SuiteAttempt, TestAttempt, TestCase } from '../../model/run.js';
import { htmlDetail, startOf } from './detail.js';
import type { HtmlData, HtmlDetail, HtmlSuite } from './page-data.js';
import { textAllowance } from '../../text/bounded-text.js';
import { labelOf, placeView } from '../view/tests.js';
import type { Age, ReportView } from '../view/view.js';
import { shortLine } from '../../text/visible.js';

const TEXT_CHARS = 20_000_000;
const TEXT_CHARS_EACH = 16_000;
const ID_CHARS = 400;

interface Row {
  readonly test: TestCase;
  readonly suite: number;
  readonly state: string;
  readonly age: Age;
  readonly route: number;
  readonly file: number;
  readonly line: number;
}

/** The data of the page. Texts are made visible here; colours stay for the script to render. */
export function htmlData(view: ReportView, report: RunReport): HtmlData {
  const routes = numbering();
  const files = numbering();
  const rows = report.suites.flatMap((suite, index) =>
    suite.tests.map((test): Row => {
      const { state, age, route, file, line } = factsOf(test, view);
      return { test, suite: index, state, age, route: routes.of(route ?? ''), file: files.of(file), line };
    }),
  );
  const causes = new Map(view.causes.flatMap((cause, index) => cause.tests.map((test) => [test, index])));
  const column = <T>(of: (row: Row) => T): readonly T[] => rows.map(of);
  return {
    suites: report.suites.map((suite) => ({
      name: shortLine(suite.suite.name, 80),
      attempts: suite.attempts.map((attempt) => suiteAttempt(attempt, report)),
    })),
    causes: view.causes.map((cause) => shortLine(cause.rootCause, 120)),
    routes: routes.names.map((route) => shortLine(route, ID_CHARS)),
    files: files.names.map((file) => fileOf(file, view)),
    id: column(({ test }) => shortLine(test.id, ID_CHARS)),
    titles: titlesOf(rows),
    state: column(({ state }) => state),
    suite: column(({ suite }) => suite),
    file: column(({ file }) => file),
    line: column(({ line }) => line),
    start: column(({ test }) => startOf(lastOf(test), report)),
    duration: column(({ test }) => Math.round(lastOf(test).durationMs)),
    attempt: column(({ test }) => lastOf(test).number),
    cause: column(({ test }) => causes.get(test) ?? -1),
    route: column(({ route }) => route),
    age: column(({ age }) => (age === 'new' ? 1 : age === 'known' ? 2 : 0)),
    details: detailsOf(rows, view, report),
  };
}

/** By row: what tests are called whose id is only a place. */
function titlesOf(rows: readonly Row[]): Readonly<Record<number, string>> {
  const titles: Record<number, string> = {};
  for (const [index, { test }] of rows.entries()) {
    const label = labelOf(test);
    if (label !== test.id) titles[index] = shortLine(label, ID_CHARS);
  }
  return titles;
}

/** A passed test is described without asking for its place in the repository: there are too many of them. */
function factsOf(test: TestCase, view: ReportView) {
  const state = finalStateOf(test);
  const { file, line } = test;
  if (state === 'passed') return { state, age: null, route: view.context.routeOf(test), file, line };
  const { age, route, place } = view.describe(test);
  return place === null ? { state, age, route, file, line } : { state, age, route, file: place.path, line: place.line };
}

/** Resolved once a file, not once a test. */
function fileOf(file: string, view: ReportView): readonly [string, string | null] {
  const place = placeView({ file, line: 0 }, view.context);
  return [shortLine(place?.path ?? file, ID_CHARS), place?.url ?? null];
}

function detailsOf(rows: readonly Row[], view: ReportView, report: RunReport): Readonly<Record<number, HtmlDetail>> {
  const allowance = textAllowance(TEXT_CHARS, TEXT_CHARS_EACH);
  const details: Record<number, HtmlDetail> = {};
  rows.forEach(({ test, state }, index) => {
    if (state === 'passed' && test.attachments.length === 0) return;
    details[index] = htmlDetail(test, state, view, report, allowance);
  });
  return details;
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

function suiteAttempt(attempt: SuiteAttempt, report: RunReport): HtmlSuite['attempts'][number] {
  const { reason, signal, exitCode, durationMs } = attempt.exit;
  const end = reason ?? signal ?? (exitCode === null ? 'ended' : `exit status ${exitCode}`);
  return { n: attempt.number, start: attempt.startedAt - report.startedAt, ms: durationMs, end };
}

function lastOf(test: TestCase): TestAttempt {
  return test.attempts.at(-1) ?? test.attempts[0];
}
