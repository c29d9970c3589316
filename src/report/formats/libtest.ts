import type { CaseStatus, ReportCase } from '../../model/report.js';
import { type Json, numberOf, textOf } from '../../text/json.js';
import { parseJson } from '../../text/json.js';
import type { LineDialect } from './line-report.js';
import { type CaseMaker, statusOf } from '../case-builder.js';
import { NOTHING_DECLARED, type ReportBody } from '../report-reader.js';

const STATUS: ReadonlyMap<string, CaseStatus> = new Map([
  ['ok', 'passed'],
  ['failed', 'failed'],
  ['ignored', 'skipped'],
]);
/** The panic's text follows its place, since Rust 1.73 on the next line. */
const PANIC =
  /^thread '[^\n]{1,300}' (?:\(\d{1,12}\) )?panicked at (?:'([^\n]{0,2000})', )?[^\n]{1,400}(?:\n([^\n]{1,2000}))?/m;

interface Verdict {
  readonly status: CaseStatus;
  readonly unknown: string | undefined;
}

/** Reads `cargo test -- -Z unstable-options --format json`, several test binaries in one stream. */
export class LibtestReader implements LineDialect {
  readonly #make: CaseMaker;
  readonly #started = new Set<string>();
  readonly #cases: ReportCase[] = [];
  #openSuites = 0;
  #declared = 0;
  #failures = 0;
  #hasFailed = false;

  constructor(make: CaseMaker) {
    this.#make = make;
  }

  readonly take = (line: string): void => {
    const event = line.startsWith('{') ? parseJson(line) : undefined;
    const kind = textOf(event, 'event');
    if (textOf(event, 'type') === 'suite') this.#takeSuite(event, kind);
    if (textOf(event, 'type') !== 'test') return;
    const name = textOf(event, 'name');
    if (kind === 'started') this.#started.add(name);
    const { status, unknown } = statusOf(STATUS, kind);
    if (kind === 'started' || kind === 'timeout') return;
    this.#started.delete(name);
    this.#cases.push(this.#caseOf(event, name, { status, unknown }));
  };

  readonly finish = (): ReportBody & { readonly torn: boolean } => ({
    format: 'libtest-json',
    cases: this.#cases,
    suiteErrors: [],
    declared: { ...NOTHING_DECLARED, tests: this.#declared, failures: this.#failures },
    failedBy: this.#hasFailed ? 'its suite failed' : undefined,
    lost: this.#started.size,
    shortened: this.#make.budget.refused,
    torn: this.#openSuites > 0,
  });

  #takeSuite(event: Json, kind: string): void {
    this.#openSuites += kind === 'started' ? 1 : -1;
    if (kind === 'started') this.#declared += numberOf(event, 'test_count') ?? 0;
    else this.#failures += numberOf(event, 'failed') ?? 0;
    this.#hasFailed ||= kind === 'failed';
  }

  #caseOf(event: Json, name: string, { status, unknown }: Verdict): ReportCase {
    const printed = textOf(event, 'stdout');
    const panic = PANIC.exec(printed.slice(0, 20_000));
    const seconds = numberOf(event, 'exec_time');
    const at = name.lastIndexOf('::');
    return this.#make.case({
      name,
      classname: at < 0 ? '' : name.slice(0, at),
      suite: at < 0 ? '' : name.slice(0, at),
      status,
      unknown,
      durationMs: seconds === null ? null : seconds * 1_000,
      message: textOf(event, 'message') || panic?.[1] || panic?.[2],
      details: status === 'failed' ? printed : '',
      output: status === 'failed' ? '' : printed,
    });
  }
}
