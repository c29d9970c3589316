import { locustReport } from './locust.js';
import { sampleLogOf, sampleReport } from './sample-log.js';
import { CaseMaker } from '../case-builder.js';
import type { ReportInProgress } from '../report-reader.js';

/** The reader of a load tool's CSV or lines that begin like this; null when they are no load tool's. */
export function loadReport(head: string, maxKeptChars: number): ReportInProgress | null {
  const log = sampleLogOf(head);
  const make = new CaseMaker(maxKeptChars);
  return log === null ? locustReport(head, make) : sampleReport(log, make);
}
