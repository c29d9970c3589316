import type { CaseStatus, DeclaredTotals, ReportCase, ReportSuiteError } from '../../../model/report.js';
import { firstLine } from '../../../text/bounds.js';
import { type CaseMaker, statusOf, traceOf } from '../../case-builder.js';
import { NOTHING_DECLARED, type ReportBody } from '../../report-reader.js';
import { reportedDurationMs } from '../../junit/duration.js';
import type { RecordDialect, XmlRecord } from '../../xml/records.js';

/** Outcomes of vstest.xsd. */
const STATUS: ReadonlyMap<string, CaseStatus> = new Map([
  ...['Passed', 'PassedButRunAborted', 'Completed', 'Warning'].map((word) => [word, 'passed'] as const),
  ...['NotExecuted', 'NotRunnable', 'Inconclusive'].map((word) => [word, 'skipped'] as const),
  ['Failed', 'failed'],
  ['Pending', 'not-run'],
  ...['Error', 'Timeout', 'Aborted', 'Disconnected', 'InProgress'].map((word) => [word, 'error'] as const),
]);

/** Reads TRX, the results file of `dotnet test --logger trx` and Visual Studio. */
export class TrxDialect implements RecordDialect {
  readonly records = new Set(['UnitTestResult', 'UnitTest', 'TestMethod', 'RunInfo', 'Counters', 'ResultSummary']);
  readonly attributes = [
    ...['testId', 'testName', 'outcome', 'duration', 'id', 'className'],
    ...['total', 'failed', 'error', 'timeout', 'aborted', 'notExecuted'],
  ];
  readonly texts = new Set(['Message', 'StackTrace', 'StdOut', 'StdErr', 'DebugTrace', 'Text']);
  readonly #make: CaseMaker;
  readonly #results: { readonly testId: string; readonly reported: ReportCase }[] = [];
  readonly #classes = new Map<string, string>();
  readonly #suiteErrors: ReportSuiteError[] = [];
  #declared: DeclaredTotals = NOTHING_DECLARED;
  #failedBy: string | undefined;

  constructor(make: CaseMaker) {
    this.#make = make;
  }

  isCase(element: string): boolean {
    return element === 'UnitTestResult';
  }

  take(record: XmlRecord): void {
    if (record.element === 'UnitTestResult') this.#takeResult(record);
    else if (record.element === 'TestMethod') this.#takeMethod(record);
    else if (record.element === 'RunInfo') this.#takeRunInfo(record);
    else if (record.element === 'Counters') this.#takeCounters(record);
    else if (record.element === 'ResultSummary') this.#takeSummary(record.attribute('outcome'));
  }

  finish(): Omit<ReportBody, 'lost'> {
    const cases = this.#results.map(({ testId, reported }) => {
      const classname = this.#classes.get(testId);
      return classname === undefined ? reported : { ...reported, suite: classname, classname };
    });
    const { refused: shortened } = this.#make.budget;
    return {
      format: 'trx',
      cases,
      suiteErrors: this.#suiteErrors,
      declared: this.#declared,
      failedBy: this.#failedBy,
      shortened,
    };
  }

  #takeResult(record: XmlRecord): void {
    const skipped = STATUS.get(record.attribute('outcome')) === 'skipped';
    const output = [record.text('StdOut'), record.text('StdErr'), record.text('DebugTrace')];
    const message = record.text('Message');
    this.#results.push({
      testId: record.attribute('testId'),
      reported: this.#make.case({
        name: record.attribute('testName'),
        // The outcome is left out where it is `Error`, the first of the list in the schema.
        ...statusOf(STATUS, record.attribute('outcome') || 'Error'),
        durationMs: reportedDurationMs(record.attribute('duration')),
        message: message === '' && skipped ? firstLine(record.text('StdOut')) : message,
        type: /^(?:Test method \S{1,400} threw exception:\s{0,4})?([\w.]{1,200}Exception)\b/.exec(message)?.[1],
        details: traceOf(message, record.text('StackTrace')),
        output: output.filter((text) => text !== '').join('\n'),
      }),
    });
  }

  /** Class names may carry the assembly behind a comma. */
  #takeMethod(record: XmlRecord): void {
    const [className = ''] = record.attribute('className').split(',');
    const id = record.parent?.attribute('id') ?? '';
    this.#classes.set(id, this.#make.pool.own(className));
  }

  #takeRunInfo(record: XmlRecord): void {
    if (record.attribute('outcome') !== 'Error') return;
    const { message, details } = this.#make.try('error', '', record.text('Text'));
    this.#suiteErrors.push({ suite: '', message, type: '', details });
  }

  #takeSummary(outcome: string): void {
    if (STATUS.get(outcome) === 'passed' || outcome === '') return;
    this.#failedBy = `its outcome is ${outcome.slice(0, 60)}`;
  }

  #takeCounters(record: XmlRecord): void {
    const count = (name: string): number => Number(record.attribute(name)) || 0;
    this.#declared = {
      tests: count('total'),
      failures: count('failed'),
      errors: count('error') + count('timeout') + count('aborted'),
      skipped: count('notExecuted'),
    };
  }
}
