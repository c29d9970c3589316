import { member, numberOf, parseJson, textOf } from '../../text/json.js';
import type { CaseMaker } from '../case-builder.js';
import { decodeContent, TooLarge } from '../decode-chunks.js';
import { LineReport } from '../formats/line-report.js';
import { NOTHING_DECLARED, type ReportBody, type ReportInProgress } from '../report-reader.js';
import { type CsvCell, type CsvEnd, NamedRows } from './csv-report.js';
import { ALL_ROUTES, loadErrors } from './load-case.js';
import { jmeterEntry, k6Moment, type LoadSampleEntry, type SampleEntryOf } from './sample.js';
import { LoadTally } from './tally.js';

/** A log of samples: every request that a load tool sent is a row or a line. */
export interface SampleLog {
  readonly tool: 'jmeter' | 'k6';
  readonly format: string;
  readonly momentOf: SampleEntryOf;
  /** Between the cells of a row; null for k6's JSON lines. */
  readonly delimiter: string | null;
}

const K6_CSV = /^metric_name,timestamp,metric_value,/;
const K6_LINES = /^\{(?=[^\n]{0,300}"metric":")(?=[^\n]{0,300}"type":"(?:Metric|Point)")/;
const JMETER_COLUMNS = ['timeStamp', 'elapsed', 'label', 'success'];
const DELIMITERS = [',', ';', '\t', '|'];

/** Which log of samples begins like this; null when none does. */
export function sampleLogOf(head: string): SampleLog | null {
  const start = head.trimStart();
  const line = start.slice(0, 4_000).split('\n', 1)[0] ?? '';
  if (K6_CSV.test(line)) return { tool: 'k6', format: 'k6-csv', momentOf: k6Moment, delimiter: ',' };
  if (K6_LINES.test(line)) return { tool: 'k6', format: 'k6-json-lines', momentOf: k6Moment, delimiter: null };
  const delimiter = DELIMITERS.find((each) => {
    const columns = line.trimEnd().split(each);
    return JMETER_COLUMNS.every((name) => columns.includes(name));
  });
  return delimiter === undefined ? null : { tool: 'jmeter', format: 'jmeter-csv', momentOf: jmeterEntry, delimiter };
}

/** A line of k6's JSON as a row of its CSV; null when it is no JSON. */
function cellOfLine(line: string): CsvCell | null {
  const point = parseJson(line);
  if (point === undefined) return null;
  if (textOf(point, 'type') !== 'Point') return () => '';
  const data = member(point, 'data');
  const tags = member(data, 'tags');
  return (column) => {
    if (column === 'metric_name') return textOf(point, 'metric');
    if (column === 'timestamp') return textOf(data, 'time');
    if (column === 'metric_value') return String(numberOf(data, 'value') ?? '');
    return textOf(tags, column);
  };
}

/** A log that is handed on moment by moment; `end` as for rows of CSV. */
export interface SampleEntryReader {
  write(text: string): void;
  end(): CsvEnd;
}

/** Reads a log of samples and hands on each moment; memory does not grow with the log. */
function readMoments({ momentOf, delimiter }: SampleLog, take: (moment: LoadSampleEntry) => void): SampleEntryReader {
  let broken = 0;
  const takeCell = (cell: CsvCell): void => {
    const moment = momentOf(cell);
    if (moment === 'broken') broken += 1;
    else if (moment !== null) take(moment);
  };
  if (delimiter === null) return readLines(takeCell);
  const rows = new NamedRows(delimiter, takeCell);
  const end = (): CsvEnd => {
    const ended = rows.end();
    return { ...ended, broken: ended.broken + broken };
  };
  return { write: (text) => rows.write(text), end };
}

function readLines(take: (cell: CsvCell) => void): SampleEntryReader {
  let [broken, isLastBroken] = [0, false];
  const lines = new LineReport({
    take: (line) => {
      if (line === '') return;
      const cell = cellOfLine(line);
      isLastBroken = cell === null;
      if (cell === null) broken += 1;
      else take(cell);
    },
    finish: () => ({ ...EMPTY, torn: false }),
  });
  const end = (): CsvEnd => {
    lines.end();
    return { torn: isLastBroken, broken: broken - (isLastBroken ? 1 : 0) };
  };
  return { write: (text) => lines.write(text), end };
}

const EMPTY: ReportBody = {
  format: '',
  cases: [],
  suiteErrors: [],
  declared: NOTHING_DECLARED,
  lost: 0,
  shortened: 0,
};

/** The report that a log of samples is: a case a route, its numbers computed from the samples. */
export function sampleReport(log: SampleLog, make: CaseMaker): ReportInProgress {
  const tally = new LoadTally();
  const reader = readMoments(log, (moment) => {
    if (moment.of === 'users') return;
    tally.add(moment);
    // As k6's summary does, whose own limits are for all of them.
    if (log.tool === 'k6' && moment.of === 'requests') tally.add({ ...moment, name: ALL_ROUTES });
  });
  return {
    write: (text) => reader.write(text),
    end: () => {
      const { torn, broken } = reader.end();
      const cases = tally.cases(log.tool, make);
      const suiteErrors = loadErrors(log.tool, cases.length, broken);
      const body = { ...EMPTY, format: log.format, cases, suiteErrors, shortened: make.budget.refused };
      return { body, root: '', torn, repaired: false };
    },
  };
}

/**
 * Hands on each moment of a load tool's log of samples; false when the file is none, which its beginning shows. What
 * cannot be read is left out: `readReport` decides whether the log is complete.
 */
export async function readSampleLog(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  take: (moment: LoadSampleEntry) => void,
): Promise<boolean> {
  let reader: SampleEntryReader | null = null;
  try {
    for await (const text of decodeContent(chunks, maxBytes)) {
      if (reader === null && text.trim() === '') continue;
      reader ??= begin(text, take);
      if (reader === null) return false;
      reader.write(text);
    }
  } catch (cause) {
    if (!(cause instanceof TooLarge)) throw cause;
    return false;
  }
  reader?.end();
  return reader !== null;
}

function begin(head: string, take: (moment: LoadSampleEntry) => void): SampleEntryReader | null {
  const log = sampleLogOf(head);
  return log === null ? null : readMoments(log, take);
}
