import type { CaseStatus, DeclaredTotals, ReportCase, ReportSuiteError } from '../../../model/report.js';
import { type CaseMaker, statusOf, traceOf } from '../../case-builder.js';
import type { ReportBody } from '../../report-reader.js';
import { reportedDurationMs } from '../../junit/duration.js';
import type { RecordDialect, XmlRecord } from '../../xml/records.js';

const STATUS: ReadonlyMap<string, CaseStatus> = new Map([
  ['Pass', 'passed'],
  ['Fail', 'failed'],
  ['Skip', 'skipped'],
  ['NotRun', 'skipped'],
]);

/** Reads the XML of xUnit.net 2 and 3 (`assemblies`). */
export class XunitNetDialect implements RecordDialect {
  readonly records = new Set(['assembly', 'collection', 'test', 'error', 'trait']);
  readonly attributes = [
    ...['name', 'type', 'method', 'time', 'result', 'exception-type', 'source-file', 'source-line', 'value'],
    ...['total', 'failed', 'skipped', 'errors'],
  ];
  readonly texts = new Set(['message', 'stack-trace', 'output', 'reason']);
  readonly #make: CaseMaker;
  readonly #cases: ReportCase[] = [];
  readonly #suiteErrors: ReportSuiteError[] = [];
  readonly #traits = new Map<string, string>();
  #declared: DeclaredTotals = { tests: 0, failures: 0, errors: 0, skipped: 0 };

  constructor(make: CaseMaker) {
    this.#make = make;
  }

  isCase(element: string): boolean {
    return element === 'test';
  }

  take(record: XmlRecord): void {
    if (record.element === 'test') this.#takeTest(record);
    else if (record.element === 'trait') this.#traits.set(record.attribute('name'), record.attribute('value'));
    else if (record.element === 'assembly') this.#takeAssembly(record);
    else if (record.element === 'error') this.#takeError(record);
  }

  finish(): Omit<ReportBody, 'lost'> {
    const { refused: shortened } = this.#make.budget;
    return {
      format: 'xunit.net',
      cases: this.#cases,
      suiteErrors: this.#suiteErrors,
      declared: this.#declared,
      shortened,
    };
  }

  #takeTest(record: XmlRecord): void {
    const properties = Object.fromEntries(this.#traits);
    this.#traits.clear();
    this.#cases.push(
      this.#make.case({
        name: record.attribute('name'),
        classname: record.attribute('type'),
        suite: record.parent?.attribute('name'),
        ...statusOf(STATUS, record.attribute('result')),
        file: record.attribute('source-file'),
        line: Number(record.attribute('source-line')),
        durationMs: reportedDurationMs(record.attribute('time')),
        message: record.text('message') || record.text('reason'),
        type: /^([\w.]{1,200}(?:Exception|Error)) :/.exec(record.text('message'))?.[1],
        details: traceOf(record.text('message'), record.text('stack-trace')),
        output: record.text('output'),
        properties,
      }),
    );
  }

  #takeAssembly(record: XmlRecord): void {
    const count = (name: string): number => Number(record.attribute(name)) || 0;
    this.#declared = {
      tests: (this.#declared.tests ?? 0) + count('total'),
      failures: (this.#declared.failures ?? 0) + count('failed'),
      errors: (this.#declared.errors ?? 0) + count('errors'),
      skipped: (this.#declared.skipped ?? 0) + count('skipped'),
    };
  }

  #takeError(record: XmlRecord): void {
    const { message, details } = this.#make.try('error', record.text('message'), record.text('stack-trace'));
    const suite = record.attribute('name') || (record.parent?.attribute('name') ?? '');
    this.#suiteErrors.push({ suite, message, type: record.attribute('type'), details });
  }
}
