import type { Problem } from '../model/problem.js';
import type { ParsedReport } from '../model/report.js';
import { chooseReader } from './choose-reader.js';
import { TooLarge, decodeChunks } from './decode-chunks.js';
import { foreignFormat } from './foreign-format.js';
import { NOTHING_DECLARED } from './report-body.js';
import { DEFAULT_MAX_BYTES, DEFAULT_MAX_KEPT_CHARS, type ReportOptions } from './report-options.js';
import { problemsOf } from './report-problems.js';
import type { ReportInProgress } from './report-in-progress.js';

const EMPTY_REMEDY = 'The program was stopped before it wrote its report; the end of its output tells more.';
const FOREIGN_REMEDY = 'Narrow the `report` setting to files with test results.';

function unread({ name, place }: ReportOptions, message: string, remedy: string): ParsedReport {
  const problem: Problem = { severity: 'error', place, message: `${name} ${message}`, remedy };
  return { format: 'unknown', cases: [], suiteErrors: [], declared: NOTHING_DECLARED, problems: [problem] };
}

interface Feeding {
  readonly report: ReportInProgress | null;
  readonly tooLarge: boolean;
}

/** Feeds the text of the file to the reader that its first visible character asks for. */
async function feed(chunks: AsyncIterable<Uint8Array>, options: ReportOptions): Promise<Feeding> {
  let report: ReportInProgress | null = null;
  try {
    for await (const text of decodeChunks(chunks, options.maxBytes ?? DEFAULT_MAX_BYTES)) {
      if (report === null && text.trim() === '') continue;
      report ??= chooseReader(text, options.maxKeptChars ?? DEFAULT_MAX_KEPT_CHARS);
      report.write(text);
    }
  } catch (cause) {
    if (!(cause instanceof TooLarge)) throw cause;
    return { report, tooLarge: true };
  }
  return { report, tooLarge: false };
}

/**
 * Reads one report of any known format, which its content tells. Never rejects on what the file holds: what is broken,
 * cut off, empty or something else altogether is a problem of severity `error` beside the cases that could be read.
 * Rejects only when the chunks themselves do. Memory is bounded apart from the cases.
 */
export async function readReport(chunks: AsyncIterable<Uint8Array>, options: ReportOptions): Promise<ParsedReport> {
  const { report, tooLarge } = await feed(chunks, options);
  if (report === null) return unread(options, 'is empty', EMPTY_REMEDY);
  const { body, root, torn, repaired } = report.end();
  if (body === null) {
    if (torn) return unread(options, 'is cut off before its first complete result', EMPTY_REMEDY);
    const message = root === '' ? 'holds no test results' : `holds no test results: it is ${foreignFormat(root)}`;
    return unread(options, message, FOREIGN_REMEDY);
  }
  const { format, cases, suiteErrors, declared } = body;
  return { format, cases, suiteErrors, declared, problems: problemsOf(body, { torn, repaired, tooLarge }, options) };
}
