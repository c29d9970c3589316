import type { ParsedReport } from '../model/report.js';

/**
 * Files that tools write beside their reports and that hold no tests of their own. They are left out when another
 * report was read; when one is all there is, it is what is wrong.
 */
const BY_NAME: readonly RegExp[] = [
  // TestNG: the tests to run again, and the same results as its junitreports folder
  /^testng-failed\.xml$/,
  // Allure: settings of the report, and what tests attached
  /^(?:categories|executor|environment)\.json$/,
  /^environment\.(?:xml|properties)$/,
  /^(?:history|history-trend|duration-trend|retry-trend|categories-trend)\.json$/,
  /-attachment\.\w{1,8}$/,
  // Surefire: the same results as text, and its own log
  /^[\w.$-]{1,300}(?:Test|Tests|TestCase|IT|ITCase)\.txt$/,
  /-output\.txt$/,
  /\.dump(?:stream)?$/,
  // Playwright: what its next --last-failed would run
  /^\.last-run\.json$/,
];

/** Formats that hold the verdict of a run whose tests are reported by other files. */
const SUMMARY_FORMATS: ReadonlySet<string> = new Set(['failsafe-summary', 'testng-results', 'allure-container']);

/** True for a file without tests that some tool writes beside its reports. */
function isCompanion(path: string): boolean {
  const name = path.split('/').at(-1) ?? '';
  return BY_NAME.some((pattern) => pattern.test(name));
}

/** How files are called that may hold results. */
const REPORT_NAME = /\.(?:xml|json|jsonl|ndjson|trx|tap|csv|jtl|txt)$|^[^.]+$/i;

/** Files that no setting names and that are something else: pages, styles, logs, data of a report for people. */
function isUnrelated({ name, pattern, report }: ReadFile): boolean {
  if (pattern !== undefined || report.format !== 'unknown') return false;
  return report.foreign === true || !REPORT_NAME.test(name.split('/').at(-1) ?? '');
}

interface ReadFile {
  readonly name: string;
  /** The pattern of `report` that names the file; absent for a file in the folder of the attempt. */
  readonly pattern?: string;
  readonly report: ParsedReport;
}

/**
 * Leaves out the companions of reports with tests, and what a command put beside its reports. A summary that says that its run failed is kept when no other report
 * shows a failure.
 */
export function settleCompanions<T extends ReadFile>(reports: readonly T[]): readonly T[] {
  if (!reports.some(({ report }) => report.cases.length > 0)) return reports;
  const showsFailure = reports.some(({ report }) => !isSummary(report) && isRed(report));
  return reports.filter((file) => {
    const { name, report } = file;
    if (isSummary(report)) return !showsFailure && isRed(report);
    return !(isCompanion(name) && report.format === 'unknown') && !isUnrelated(file);
  });
}

const isSummary = ({ format }: ParsedReport): boolean => SUMMARY_FORMATS.has(format);

function isRed({ cases, suiteErrors, problems }: ParsedReport): boolean {
  const isBad = cases.some(({ status }) => status === 'failed' || status === 'error' || status === 'unfinished');
  return isBad || suiteErrors.length > 0 || problems.some(({ severity }) => severity === 'error');
}
