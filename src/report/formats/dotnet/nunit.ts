import type { CaseStatus, DeclaredTotals, ReportCase, ReportSuiteError } from '../../../model/report.js';
import { type CaseMaker, traceOf } from '../../case-builder.js';
import { NOTHING_DECLARED, type ReportBody } from '../../report-reader.js';
import { reportedDurationMs } from '../../junit/duration.js';
import type { RecordDialect, XmlRecord } from '../../xml/records.js';

const BAD_LABELS = new Set(['Error', 'Invalid', 'Cancelled']);

/** NUnit 3 says Passed, Failed (with a label), Skipped, Inconclusive, Warning; NUnit 2 says Success, Failure, Error, Ignored, NotRunnable. */
function statusOf(record: XmlRecord): CaseStatus {
  switch (record.attribute('result')) {
    case 'Passed':
    case 'Success':
    case 'Warning':
      return 'passed';
    case 'Failed':
      return BAD_LABELS.has(record.attribute('label')) ? 'error' : 'failed';
    case 'Failure':
      return 'failed';
    case 'Skipped':
    case 'Ignored':
    case 'Inconclusive':
      return 'skipped';
    case '':
      return record.attribute('executed') === 'False' ? 'skipped' : 'error';
    default:
      return 'error';
  }
}

const KNOWN = new Set([
  ...['Passed', 'Success', 'Warning', 'Failed', 'Failure', 'Skipped', 'Ignored', 'Inconclusive'],
  ...['Error', 'NotRunnable', 'Cancelled', 'Invalid', ''],
]);

function suitePath(record: XmlRecord): string {
  const names: string[] = [];
  for (let suite = record.parent; suite !== null; suite = suite.parent)
    if (suite.element === 'test-suite' && suite.attribute('type') !== 'Assembly') names.push(suite.attribute('name'));
  return names
    .filter((name) => name !== '')
    .slice(0, 20)
    .join(' > ');
}

/** Reads the results of NUnit 2 (`test-results`) and NUnit 3 (`test-run`). */
export class NunitDialect implements RecordDialect {
  readonly records = new Set(['test-run', 'test-results', 'test-suite', 'test-case', 'attachment']);
  readonly attributes = [
    ...['name', 'fullname', 'classname', 'type', 'result', 'label', 'site', 'executed', 'duration', 'time'],
    ...['total', 'failed', 'failures', 'errors', 'skipped', 'not-run'],
  ];
  readonly texts = new Set(['message', 'stack-trace', 'output', 'filePath']);
  readonly #make: CaseMaker;
  readonly #cases: ReportCase[] = [];
  readonly #suiteErrors: ReportSuiteError[] = [];
  readonly #files: string[] = [];
  #bad = 0;
  #format = 'nunit3';
  #declared: DeclaredTotals = NOTHING_DECLARED;
  #failedBy: string | undefined;

  constructor(make: CaseMaker) {
    this.#make = make;
  }

  isCase(element: string): boolean {
    return element === 'test-case';
  }

  take(record: XmlRecord): void {
    if (record.element === 'test-case') this.#takeCase(record);
    else if (record.element === 'test-suite') this.#takeSuite(record);
    else if (record.element === 'attachment') this.#files.push(record.text('filePath').trim());
    else this.#takeRoot(record);
  }

  finish(): Omit<ReportBody, 'lost'> {
    const { refused: shortened } = this.#make.budget;
    return {
      format: this.#format,
      cases: this.#cases,
      suiteErrors: this.#suiteErrors,
      declared: this.#declared,
      failedBy: this.#failedBy,
      shortened,
    };
  }

  #takeCase(record: XmlRecord): void {
    const full = record.attribute('fullname') || record.attribute('name');
    const status = statusOf(record);
    if (status === 'failed' || status === 'error') this.#bad += 1;
    this.#cases.push(
      this.#make.case({
        name: record.attribute('name'),
        classname: record.attribute('classname') || classOf(full),
        suite: suitePath(record),
        status,
        unknown: KNOWN.has(record.attribute('result')) ? undefined : record.attribute('result'),
        durationMs: reportedDurationMs(record.attribute('duration') || record.attribute('time')),
        message: record.text('message'),
        type: /^\s{0,4}([\w.]{1,200}Exception) :/.exec(record.text('message'))?.[1],
        details: traceOf(record.text('message'), record.text('stack-trace')),
        output: record.text('output'),
        attachments: this.#files.splice(0).filter((file) => file !== ''),
      }),
    );
  }

  /** A suite that fails by itself, and not through a test in it, failed in its tear-down or could not be loaded. */
  #takeSuite(record: XmlRecord): void {
    const message = record.text('message');
    const fails = ['Failed', 'Failure', 'Error', 'NotRunnable'].includes(record.attribute('result'));
    const byChild = record.attribute('site') === 'Child' || message.startsWith('One or more child tests');
    if (!fails || byChild || message === '' || (record.attribute('site') !== 'TearDown' && this.#bad > 0)) return;
    const reported = this.#make.try('error', message, record.text('stack-trace'));
    this.#suiteErrors.push({
      suite: record.attribute('name'),
      message: reported.message,
      type: '',
      details: reported.details,
    });
  }

  #takeRoot(record: XmlRecord): void {
    const count = (name: string): number => Number(record.attribute(name)) || 0;
    this.#format = record.element === 'test-run' ? 'nunit3' : 'nunit2';
    const result = record.attribute('result');
    if (result.startsWith('Fail')) this.#failedBy = `its result is ${result.slice(0, 60)}`;
    this.#declared = {
      // NUnit 2 leaves what did not run out of its total
      tests: count('total') + count('not-run'),
      failures: count('failed') + count('failures'),
      errors: count('errors'),
      skipped: count('skipped') + count('not-run'),
    };
  }
}

/** The class in a full name such as `Space.Class.Method("a.b")`. */
function classOf(full: string): string {
  const [address = ''] = full.split('(', 1);
  return address.slice(0, Math.max(0, address.lastIndexOf('.')));
}
