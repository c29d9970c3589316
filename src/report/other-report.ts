import { CaseMaker } from './case-builder.js';
import { DartReader } from './formats/dart.js';
import { GoTestReader } from './formats/go-test.js';
import { JsonReport, startOfJson } from './formats/json-report.js';
import { LibtestReader } from './formats/libtest.js';
import { LineReport } from './formats/line-report.js';
import { TapReader } from './formats/tap.js';
import { loadReport } from './load/load-report.js';
import type { ReportInProgress } from './report-reader.js';

const XML = /<(?:\?xml\s|testsuites?[\s>]|testcase[\s>])/;
const TAP = /^(?:TAP version \d|# Subtest: \S|1\.\.\d{1,9}\s*(?:#|$)|(?:not )?ok \d{1,9}\b)/m;
const GO_TEST = /^\{(?=[^\n]{0,2000}"Action":")[^\n]{0,2000}"(?:Package|ImportPath)":"/m;
const DART = /^\{"protocolVersion":"\d[^\n]{0,300}"type":"start"/m;
const LIBTEST = /^\{ ?"type": ?"(?:suite|test|report)", ?"event": ?"/m;

/** The reader for a report that does not begin with XML; null when it is XML after all, since console noise may come first. */
export function otherReport(head: string, maxKeptChars: number): ReportInProgress | null {
  const load = loadReport(head, maxKeptChars);
  if (load !== null) return load;
  if (GO_TEST.test(head)) return new LineReport(new GoTestReader(new CaseMaker(maxKeptChars)));
  if (LIBTEST.test(head)) return new LineReport(new LibtestReader(new CaseMaker(maxKeptChars)));
  if (DART.test(head)) return new LineReport(new DartReader(new CaseMaker(maxKeptChars)));
  if (XML.test(head)) return null;
  if (TAP.test(head)) return new LineReport(new TapReader(new CaseMaker(maxKeptChars)));
  return startOfJson(head) >= 0 ? new JsonReport(maxKeptChars) : null;
}
