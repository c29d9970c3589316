import { NOTHING_DECLARED, type ReportBody } from '../report-reader.js';
import type { RecordDialect, XmlRecord } from '../xml/records.js';

const number = (text: string): number => Number(text.trim()) || 0;

/**
 * Reads the summaries that Failsafe (`failsafe-summary`) and TestNG (`testng-results`) write beside their reports: no
 * test, and the verdict of the whole run.
 */
export class RunSummaryDialect implements RecordDialect {
  readonly records = new Set(['failsafe-summary', 'testng-results']);
  readonly attributes = ['result', 'timeout', 'failed'];
  readonly texts = new Set(['errors', 'failures', 'failureMessage']);
  #body: Omit<ReportBody, 'lost'> = {
    ...{ format: 'failsafe-summary', cases: [], suiteErrors: [], declared: NOTHING_DECLARED, shortened: 0 },
  };

  isCase(): boolean {
    return false;
  }

  take(record: XmlRecord): void {
    const isTestng = record.element === 'testng-results';
    const failures = isTestng ? number(record.attribute('failed')) : number(record.text('failures'));
    const declared = { ...NOTHING_DECLARED, failures, errors: isTestng ? 0 : number(record.text('errors')) };
    const failedBy = record.attribute('timeout') === 'true' ? 'it timed out' : resultOf(record);
    this.#body = { ...this.#body, format: record.element, declared, failedBy };
  }

  finish(): Omit<ReportBody, 'lost'> {
    return this.#body;
  }
}

/** 254 says that no test was found, which Failsafe forgives; 255 that tests failed. */
function resultOf(record: XmlRecord): string | undefined {
  const result = record.attribute('result');
  return result === '' || result === 'null' || result === '254' ? undefined : `its result is ${result.slice(0, 20)}`;
}
