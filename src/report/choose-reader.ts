import { GoTestReader } from './go-test-reader.js';
import { JsonReport, startOfJson } from './json-report.js';
import { LibtestReader } from './libtest-reader.js';
import { LineReport } from './line-report.js';
import { loadReport } from './load-report.js';
import { CaseMaker } from './plain-case.js';
import type { ReportInProgress } from './report-in-progress.js';
import { TapReader } from './tap-reader.js';
import { XmlReport } from './xml-report.js';

const XML = /<(?:\?xml\s|testsuites?[\s>]|testcase[\s>])/;
const TAP = /^(?:TAP version \d|1\.\.\d{1,9}\s*(?:#|$)|(?:not )?ok \d{1,9}\b)/m;
const GO_TEST = /^\{(?=[^\n]{0,2000}"Action":")[^\n]{0,2000}"(?:Package|ImportPath)":"/m;
const LIBTEST = /^\{ ?"type": ?"(?:suite|test|report)", ?"event": ?"/m;

/** The reader for a report that begins like this; XML when nothing else fits, since console noise may come first. */
export function chooseReader(head: string, maxKeptChars: number): ReportInProgress {
  const start = head.trimStart();
  if (start.startsWith('<')) return new XmlReport(maxKeptChars);
  const load = loadReport(head, maxKeptChars);
  if (load !== null) return load;
  if (GO_TEST.test(head)) return new LineReport(new GoTestReader(new CaseMaker(maxKeptChars)));
  if (LIBTEST.test(head)) return new LineReport(new LibtestReader(new CaseMaker(maxKeptChars)));
  if (XML.test(head)) return new XmlReport(maxKeptChars);
  if (TAP.test(head)) return new LineReport(new TapReader(new CaseMaker(maxKeptChars)));
  return startOfJson(head) >= 0 ? new JsonReport(maxKeptChars) : new XmlReport(maxKeptChars);
}
