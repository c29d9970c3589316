import type { Problem } from '../model/problem.js';
import type { ParsedReport } from '../model/report.js';
import { decodeContent, type FileContent, TooLarge } from './decode-chunks.js';
import { problemsOf } from './report-problems.js';
import {
  DEFAULT_MAX_BYTES,
  DEFAULT_MAX_KEPT_CHARS,
  NOTHING_DECLARED,
  type ReportInProgress,
  type ReportOptions,
} from './report-reader.js';
import { explainParents } from './subtests.js';
import { XmlReport } from './xml/xml-report.js';

const EMPTY_REMEDY = 'The program was stopped before it wrote its report; see the end of its output.';
const FOREIGN_REMEDY = 'Limit the `report` setting to files with test results.';

/** A report of which nothing could be read; `message` follows its name. */
export function unreadableReport({ name, place }: ReportOptions, message: string, remedy = ''): ParsedReport {
  const problem: Problem = { severity: 'error', place, message: `${name} ${message}`, remedy };
  return { format: 'unknown', cases: [], suiteErrors: [], declared: NOTHING_DECLARED, problems: [problem] };
}

interface Feeding {
  readonly report: ReportInProgress | null;
  readonly tooLarge: boolean;
}

/** Feeds the text of the file to the reader that its first visible character asks for. */
async function feed(content: FileContent, options: ReportOptions): Promise<Feeding> {
  let report: ReportInProgress | null = null;
  try {
    for await (const text of decodeContent(content, options.maxBytes ?? DEFAULT_MAX_BYTES)) {
      if (report === null && text.trim() === '') continue;
      report ??= await chooseReader(text, options.maxKeptChars ?? DEFAULT_MAX_KEPT_CHARS);
      report.write(text);
    }
  } catch (cause) {
    if (!(cause instanceof TooLarge)) throw cause;
    return { report, tooLarge: true };
  }
  return { report, tooLarge: false };
}

/**
 * Reads one report of any known format, which its content shows. Never rejects on what the file holds: what is broken,
 * cut off, empty or something else altogether is a problem of severity `error` beside the cases that could be read.
 * Rejects only when the chunks themselves do. Memory is bounded apart from the cases.
 */
export async function readReport(content: FileContent, options: ReportOptions): Promise<ParsedReport> {
  const { report, tooLarge } = await feed(content, options);
  if (report === null) return unreadableReport(options, 'is empty', EMPTY_REMEDY);
  const { body, root, ...end } = report.end();
  if (body === null) {
    if (end.torn) return unreadableReport(options, 'is cut off before its first complete result', EMPTY_REMEDY);
    const message = root === '' ? 'contains no test results' : `contains no test results: it is ${foreignFormat(root)}`;
    return { ...unreadableReport(options, message, FOREIGN_REMEDY), foreign: true };
  }
  const { format, suiteErrors, declared } = body;
  const cases = explainParents(body.cases);
  return { format, cases, suiteErrors, declared, problems: problemsOf(body, { ...end, tooLarge }, options) };
}

/** The reader for a report that begins like this. Most are XML; the readers of other formats are loaded when one is met. */
async function chooseReader(head: string, maxKeptChars: number): Promise<ReportInProgress> {
  if (head.trimStart().startsWith('<')) return new XmlReport(maxKeptChars);
  const { otherReport } = await import('./other-report.js');
  return otherReport(head, maxKeptChars) ?? new XmlReport(maxKeptChars);
}

/** What a document is that holds no test results, by the name of its root element. */
const BY_ROOT: ReadonlyMap<string, string> = new Map([
  ['coverage', 'a coverage report (Cobertura or Clover)'],
  ['report', 'a JaCoCo coverage report'],
  ['CoverageSession', 'an OpenCover coverage report'],
  ['html', 'an HTML page'],
  ['HTML', 'an HTML page'],
  ['robot', "Robot Framework's output.xml; run rebot with --xunit for JUnit"],
  ['Site', "CTest's Test.xml; run ctest with --output-junit for JUnit"],
  ['checkstyle', 'a Checkstyle report'],
  ['pmd', 'a PMD report'],
  ['BugCollection', 'a SpotBugs report'],
  ['testng-results', "TestNG's testng-results.xml; its junitreports folder holds JUnit"],
  ['Result', 'an Android CTS result'],
  ['testResults', "JMeter's XML; set jmeter.save.saveservice.output_format=csv"],
  ['rss', 'a feed'],
  ['JSON', 'JSON in an unknown format'],
  ['project', 'a Maven or Ant project file'],
]);

/** Says in words what a document with this root element is; the element itself when it is unknown. */
function foreignFormat(root: string): string {
  return BY_ROOT.get(root) ?? (root === '' ? 'not XML' : `XML with the root <${root.slice(0, 80)}>`);
}
