import type { ReportBody } from './report-body.js';
import type { ReadingEnd } from './report-problems.js';
import type { XmlHandler } from './xml.js';

/** Reads one XML dialect of test results. */
export interface XmlReader extends XmlHandler {
  finish(): ReportBody;
}

/** A report that is being read: takes text, then tells what it was. */
export interface ReportInProgress {
  write(text: string): void;
  end(): ReportRead;
}

/** `body` is null when nothing in the document was a test result; `root` is then what it is instead. */
export interface ReportRead extends Omit<ReadingEnd, 'tooLarge'> {
  readonly body: ReportBody | null;
  readonly root: string;
}
