import { finalStateOf } from '../../verdict/final-state.js';
import type { RunReport, SuiteAttempt, TestAttempt, TestCase } from '../../model/run.js';
import { ID_CHARS, SUITE_CHARS } from './address.js';
import { htmlDetail, startOf } from './detail.js';
import type { HtmlData, HtmlSuite } from './page-data.js';
import type { TextOutput } from '../../ports.js';
import { textAllowance } from '../../text/bounded-text.js';
import { labelOf, placeView } from '../view/tests.js';
import type { ReportView } from '../view/view.js';
import { shortLine } from '../../text/visible.js';

const TEXT_CHARS = 20_000_000;
const TEXT_CHARS_EACH = 16_000;

/** What is asked of every test once, as columns: a run may have a million of them. */
interface Rows {
  readonly tests: readonly TestCase[];
  readonly age: Uint8Array;
  readonly line: Float64Array;
  readonly file: Int32Array;
  readonly route: Int32Array;
  readonly files: readonly string[];
  readonly routes: readonly string[];
}

function rowsOf(view: ReportView, report: RunReport): Rows {
  const tests = report.suites.flatMap((suite) => suite.tests);
  const count = tests.length;
  const [routes, files] = [numbering(), numbering()];
  const [route, file] = [new Int32Array(count), new Int32Array(count)];
  const [age, line] = [new Uint8Array(count), new Float64Array(count)];
  let at = 0;
  for (const test of tests) {
    const facts = factsOf(test, view);
    route[at] = routes.of(facts.route ?? '');
    file[at] = files.of(facts.file);
    line[at] = facts.line;
    age[at] = facts.age === 'new' ? 1 : facts.age === 'known' ? 2 : 0;
    at += 1;
  }
  return { tests, age, line, file, route, files: files.names, routes: routes.names };
}

/**
 * Writes the data of the page, an `HtmlData` as JSON in which nothing can end the script element or open a comment. Texts
 * are made visible here; colours stay for the script to render.
 */
export function writeHtmlData(view: ReportView, report: RunReport, out: TextOutput): void {
  const rows = rowsOf(view, report);
  const lists: Pick<HtmlData, 'suites' | 'causes' | 'routes' | 'files'> = {
    suites: report.suites.map((suite) => ({
      name: shortLine(suite.suite.name, SUITE_CHARS),
      attempts: suite.attempts.map((attempt) => suiteAttempt(attempt, report)),
    })),
    causes: view.causes.map((cause) => shortLine(cause.rootCause, 120)),
    routes: rows.routes.map((route) => shortLine(route, ID_CHARS)),
    files: rows.files.map((file) => fileOf(file, view)),
  };
  out.text(harmless(lists).slice(0, -1));
  writeColumn('id', rows, ({ id }) => shortLine(id, ID_CHARS), out);
  out.text(`,"titles":${harmless(titlesOf(rows))}`);
  for (const [name, valueOf] of Object.entries(columnsOf(view, report, rows))) writeColumn(name, rows, valueOf, out);
  writeDetails(rows, view, report, out);
  out.text('}');
}

type ColumnOf<Value> = (test: TestCase, at: number) => Value;
type Column = 'state' | 'suite' | 'file' | 'line' | 'start' | 'duration' | 'attempt' | 'cause' | 'route' | 'age';

/** In the order in which they are written. */
function columnsOf(
  view: ReportView,
  report: RunReport,
  { file, line, route, age }: Rows,
): { readonly [Name in Column]: ColumnOf<HtmlData[Name][number] | undefined> } {
  const causes = new Map(view.causes.flatMap((cause, index) => cause.tests.map((test) => [test, index])));
  const suites = report.suites.flatMap(({ tests }, index) => (tests.length === 0 ? [] : [{ index, tests }]));
  return {
    state: finalStateOf,
    suite: suiteColumn(suites),
    file: (_, at) => file[at],
    line: (_, at) => line[at],
    start: (test) => startOf(lastOf(test), report),
    duration: (test) => Math.round(lastOf(test).durationMs),
    attempt: (test) => lastOf(test).number,
    cause: (test) => causes.get(test) ?? -1,
    route: (_, at) => route[at],
    age: (_, at) => age[at] as 0 | 1 | 2,
  };
}

/** The suite of each test, asked for one after the other. */
function suiteColumn(
  suites: readonly { readonly index: number; readonly tests: readonly TestCase[] }[],
): ColumnOf<number> {
  let current = 0;
  let end = suites[0]?.tests.length ?? 0;
  return (_, at) => {
    while (at >= end) {
      current += 1;
      end += suites[current]?.tests.length ?? Infinity;
    }
    return suites[current]?.index ?? -1;
  };
}

/** So many values are turned into JSON at once. */
const SLICE = 1000;

function writeColumn(name: string, { tests }: Rows, valueOf: ColumnOf<unknown>, out: TextOutput): void {
  out.text(`,"${name}":[`);
  for (let from = 0; from < tests.length; from += SLICE) {
    const values = tests.slice(from, from + SLICE).map((test, index) => valueOf(test, from + index));
    out.text(`${from === 0 ? '' : ','}${harmless(values).slice(1, -1)}`);
  }
  out.text(']');
}

const harmless = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** By row: what tests are called whose id is only a place. */
function titlesOf({ tests }: Rows): Readonly<Record<number, string>> {
  const titles: Record<number, string> = {};
  tests.forEach((test, index) => {
    const label = labelOf(test);
    if (label !== test.id) titles[index] = shortLine(label, ID_CHARS);
  });
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

function writeDetails({ tests }: Rows, view: ReportView, report: RunReport, out: TextOutput): void {
  const allowance = textAllowance(TEXT_CHARS, TEXT_CHARS_EACH);
  let separator = '';
  out.text(',"details":{');
  tests.forEach((test, index) => {
    const state = finalStateOf(test);
    if (state === 'passed' && test.attachments.length === 0) return;
    out.text(`${separator}"${index}":${harmless(htmlDetail(test, state, view, report, allowance))}`);
    separator = ',';
  });
  out.text('}');
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
