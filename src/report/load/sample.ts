import type { CsvCell } from './csv-report.js';
import { routeLabel, shortError, statusError } from './load-case.js';

/** One request, or one condition that was checked, as a load tool's log of samples reports it. */
export interface LoadSample {
  readonly of: 'requests' | 'checks';
  readonly name: string;
  /** Epoch milliseconds. */
  readonly startedAtMs: number;
  readonly elapsedMs: number;
  readonly failed: boolean;
  /** Empty when nothing failed or the log does not say why. */
  readonly error: string;
  /** Users at that time; null when the log does not say. */
  readonly users: number | null;
}

/** How many users there were, where a log distinguishes it from requests. */
export interface LoadUsers {
  readonly of: 'users';
  readonly startedAtMs: number;
  readonly users: number;
}

/** Anything that a log of samples holds. */
export type LoadSampleEntry = LoadSample | LoadUsers;

/** What a row says; `broken` when it says nothing that makes sense, null when it is of no interest. */
export type SampleEntryOf = (cell: CsvCell) => LoadSampleEntry | 'broken' | null;

const NUMBER = /^-?\d{1,15}(?:\.\d{1,12})?$/;
const numberIn = (text: string): number => (NUMBER.test(text) ? Number(text) : Number.NaN);

/** Epoch milliseconds of a time in seconds, milliseconds, microseconds or words, as tools can be asked to write it. */
function epochMs(text: string): number {
  const value = numberIn(text);
  if (Number.isNaN(value)) return text.length > 40 ? Number.NaN : Date.parse(text);
  if (value > 1e14) return value / 1_000;
  return value > 1e11 ? value : value * 1_000;
}

const countIn = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);

/** A sample of JMeter's CSV results. */
export const jmeterEntry: SampleEntryOf = (cell) => {
  // JMeter that appends to a file may write the head again.
  if (cell('elapsed') === 'elapsed') return null;
  const startedAtMs = epochMs(cell('timeStamp'));
  const elapsedMs = numberIn(cell('elapsed'));
  const success = cell('success').toLowerCase();
  const isWhole = startedAtMs >= 0 && elapsedMs >= 0 && (success === 'true' || success === 'false');
  if (!isWhole || cell('label') === '') return 'broken';
  const failed = success === 'false';
  const error = failed ? jmeterError(cell) : '';
  const users = countIn(cell('allThreads'));
  return { of: 'requests', name: cell('label'), startedAtMs, elapsedMs, failed, error, users };
};

function jmeterError(cell: CsvCell): string {
  const asked = shortError(cell('failureMessage'));
  const [code, response] = [cell('responseCode'), cell('responseMessage').replace(/^Non HTTP response message: /, '')];
  if (/^[45]\d\d$/.test(code)) return statusError(Number(code), response);
  return asked === '' ? shortError(response === '' ? code : response) : asked;
}

/** A row of k6's `--out csv`, or the same out of its JSON lines: durations of requests, checks, users. */
export const k6Moment: SampleEntryOf = (cell) => {
  const metric = cell('metric_name');
  if (metric !== 'http_req_duration' && metric !== 'checks' && metric !== 'vus') return null;
  const value = numberIn(cell('metric_value'));
  const endedAtMs = epochMs(cell('timestamp'));
  if (!(value >= 0 && endedAtMs >= 0)) return 'broken';
  if (metric === 'vus') return { of: 'users', startedAtMs: endedAtMs, users: value };
  if (metric === 'checks') {
    const failed = value === 0;
    const name = [...cell('group').split('::'), cell('check')].filter((part) => part !== '').join(' › ');
    return { of: 'checks', name, startedAtMs: endedAtMs, elapsedMs: 0, failed, error: '', users: null };
  }
  const failed = cell('expected_response') === 'false';
  const name = routeLabel(cell('method'), cell('name') || cell('url'));
  const startedAtMs = endedAtMs - value;
  return {
    of: 'requests',
    name,
    startedAtMs,
    elapsedMs: value,
    failed,
    error: failed ? k6Error(cell) : '',
    users: null,
  };
};

function k6Error(cell: CsvCell): string {
  const status = Number(cell('status'));
  return status >= 400 ? statusError(status) : shortError(cell('error'));
}
