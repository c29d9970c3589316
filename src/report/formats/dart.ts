import { fileURLToPath } from 'node:url';
import type { CaseStatus, ReportCase, ReportedTry } from '../../model/report.js';
import { type Json, member, numberOf, parseJson, textOf } from '../../text/json.js';
import { type CaseMaker, statusOf, traceOf } from '../case-builder.js';
import { NOTHING_DECLARED, type ReportBody } from '../report-reader.js';
import type { LineDialect } from './line-report.js';

const STATUS: ReadonlyMap<string, CaseStatus> = new Map([
  ['success', 'passed'],
  ['failure', 'failed'],
  ['error', 'error'],
]);

/** Flutter prints an exception and then fails the test with a sentence that points at what was printed. */
const PRINTED_EXCEPTION = /^The following [^\n]{1,200} was thrown[^\n]{0,200}:\n([^]{1,4000}?)(?:\n\n|(?![^]))/m;
const POINTS_AT_OUTPUT = /^Test failed\. See exception logs above\./;

/** A test between its start and its end. */
interface Running {
  readonly test: Json;
  readonly startedAt: number;
  readonly errors: { readonly message: string; readonly trace: string }[];
  readonly printed: string[];
}

/** Reads `dart test --reporter json` and `flutter test --machine`: one event a line. */
export class DartReader implements LineDialect {
  readonly #make: CaseMaker;
  readonly #suites = new Map<number, string>();
  readonly #running = new Map<number, Running>();
  readonly #cases: ReportCase[] = [];
  #isDone = false;
  #failedBy: string | undefined;

  constructor(make: CaseMaker) {
    this.#make = make;
  }

  readonly take = (line: string): void => {
    const event = line.startsWith('{') ? parseJson(line) : undefined;
    const running = this.#running.get(numberOf(event, 'testID') ?? -1);
    switch (textOf(event, 'type')) {
      case 'suite':
        this.#suites.set(idOf(member(event, 'suite')), textOf(member(event, 'suite'), 'path'));
        break;
      case 'testStart':
        this.#start(event);
        break;
      case 'print':
        running?.printed.push(textOf(event, 'message'));
        break;
      case 'error':
        running?.errors.push({ message: textOf(event, 'error').trim(), trace: textOf(event, 'stackTrace') });
        break;
      case 'testDone':
        this.#end(event, running);
        break;
      case 'done':
        this.#isDone = member(event, 'success') !== null;
        if (member(event, 'success') === false) this.#failedBy = '`success` is false';
        break;
    }
  };

  readonly finish = (): ReportBody & { readonly torn: boolean } => ({
    format: 'dart-json',
    cases: this.#cases,
    suiteErrors: [],
    declared: NOTHING_DECLARED,
    failedBy: this.#failedBy,
    lost: this.#running.size,
    shortened: this.#make.budget.refused,
    torn: !this.#isDone,
  });

  #start(event: Json): void {
    const test = member(event, 'test');
    this.#running.set(idOf(test), { test, startedAt: numberOf(event, 'time') ?? 0, errors: [], printed: [] });
  }

  /** The loading of a file is a hidden test; it is of interest when it fails. */
  #end(event: Json, running: Running | undefined): void {
    if (running === undefined) return;
    this.#running.delete(numberOf(event, 'testID') ?? -1);
    const verdict = statusOf(STATUS, textOf(event, 'result'));
    if (member(event, 'hidden') === true && verdict.status === 'passed') return;
    const isSkipped = member(event, 'skipped') === true && verdict.status === 'passed';
    this.#cases.push(this.#caseOf(event, running, isSkipped ? { status: 'skipped' } : verdict));
  }

  #caseOf(event: Json, running: Running, verdict: ReturnType<typeof statusOf>): ReportCase {
    const { test, startedAt, errors, printed } = running;
    const suite = this.#suites.get(numberOf(test, 'suiteID') ?? -1) ?? '';
    const output = printed.join('\n');
    const [error] = errors;
    const message = verdict.status === 'passed' ? '' : messageOf(verdict.status, error?.message ?? '', output);
    const isRetried = verdict.status === 'passed' && errors.length > 0;
    return this.#make.case({
      name: textOf(test, 'name'),
      classname: suite,
      suite,
      ...verdict,
      ...placeOf(test, suite),
      durationMs: (numberOf(event, 'time') ?? startedAt) - startedAt,
      message,
      details: isRetried ? '' : errors.map((each) => traceOf(each.message, each.trace)).join('\n\n'),
      output,
      tries: isRetried ? errors.map((each) => this.#tryOf(each)) : [],
    });
  }

  #tryOf({ message, trace }: Running['errors'][number]): ReportedTry {
    return this.#make.try('failed', message, trace);
  }
}

const idOf = (value: Json): number => numberOf(value, 'id') ?? -1;

function messageOf(status: CaseStatus, message: string, output: string): string {
  if (status === 'skipped') return output.replace(/^Skip: /, '');
  if (!POINTS_AT_OUTPUT.test(message)) return message;
  return PRINTED_EXCEPTION.exec(output.slice(0, 20_000))?.[1]?.trim() ?? message;
}

/** `root_url` and `root_line` are there where the test was declared through a function of another file. */
function placeOf(test: Json, suite: string): { readonly file: string; readonly line: number } {
  const root = textOf(test, 'root_url');
  const url = root === '' ? textOf(test, 'url') : root;
  const line = numberOf(test, root === '' ? 'line' : 'root_line') ?? 0;
  return url.startsWith('file://')
    ? { file: pathOf(url) ?? suite, line }
    : { file: suite, line: url === '' ? line : 0 };
}

function pathOf(url: string): string | null {
  try {
    return /^file:\/\/\/[A-Za-z]:/.test(url) ? decodeURIComponent(url.slice('file:///'.length)) : fileURLToPath(url);
  } catch {
    return null;
  }
}
