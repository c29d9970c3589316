/** Options by which test tools are given the file of their report, when it is one that is read. */
const REPORT_OPTION =
  /[\s.](?:--outputFile(?:\.\w{1,20})?|outputFile|--output-file|--log-junit|--output-junit|--junitfile|--jsonfile|--junit-path|--reporter-outfile|--junit-?xml|--junit-report|--xunit|--test-reporter-destination|output|mochaFile)[= ](["']?)([\w./@+-]{1,200}\.(?:xml|json|tap|trx))\1(?=\s|$|,)/;
/** What shows that a line writes a report in a place of its own. */
const WRITES_REPORT = /\$\{?QAAGENT_REPORT_DIR/;

/** A line that names its report already, which stays as it is; null for one that names none. */
export function namedReport(line: string): { readonly run: string; readonly report?: readonly string[] } | null {
  if (WRITES_REPORT.test(line)) return { run: line };
  const path = REPORT_OPTION.exec(line)?.[2];
  return path === undefined ? null : { run: line, report: [path] };
}
