import type { LoadLimits, LoadMeasure } from '../../model/load.js';
import type { ReportCase, ReportSuiteError } from '../../model/report.js';
import type { CaseMaker } from '../case-builder.js';
import { brokenLimits, NO_LIMITS } from './limits.js';
import { shorten } from '../../text/bounds.js';
import { formatCount } from '../../text/format.js';

/** What a report contains about one route, label or check. */
export interface LoadRow {
  /** `locust`, `k6`, `artillery`, `jmeter`. */
  readonly tool: string;
  readonly name: string;
  readonly measure: LoadMeasure;
  /** Milliseconds; null when unknown. */
  readonly averageMs: number | null;
}

/** One decimal, as load tools print milliseconds; null stays null. */
export const milliseconds = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : Math.round(value * 10) / 10;

/** The case of a row as the locust runner reports one, judged by the tool's own limits alone. */
export function loadCase({ tool, name, measure, averageMs }: LoadRow, make: CaseMaker): ReportCase {
  const route = /^[A-Z]{3,7} \//.test(name) ? { route: name.slice(0, 1_000) } : {};
  const properties = { ...route, ...Object.fromEntries(numbersOf(measure)) };
  const plain = { name, classname: tool, status: 'passed', durationMs: averageMs, properties } as const;
  return judgedCase({ ...make.case(plain), load: measure }, measure, NO_LIMITS);
}

/** The numbers of a measure by the names that reports show them under; what is unknown is left out. */
function numbersOf(measure: LoadMeasure): readonly (readonly [string, string])[] {
  const { of, count, failures, perSecond, p50Ms, p95Ms, p99Ms } = measure;
  const ratio = count === null || failures === null || count === 0 ? null : Math.round((failures / count) * 1e6) / 1e6;
  const all = [
    [of, count],
    ['failures', failures],
    ['fail-ratio', ratio],
    ['p50-ms', p50Ms],
    ['p95-ms', p95Ms],
    ['p99-ms', p99Ms],
    ['rps', of === 'checks' || perSecond === null ? null : Math.round(perSecond * 100) / 100],
  ] as const;
  return all.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as const]));
}

/** The case as these limits judge its measure; the words are those of the locust runner. */
export function judgedCase(reported: ReportCase, measure: LoadMeasure, limits: LoadLimits): ReportCase {
  const broken = brokenLimits(reported.name, measure, limits);
  const [first] = broken;
  if (first === undefined) return { ...reported, status: 'passed', message: '', type: '', details: '' };
  const message = broken.map(({ text }) => text).join('; ');
  const table = numbersOf(measure).map(([name, value]) => `${name}: ${value}`);
  const errors = measure.errors.length === 0 ? [] : ['', ...measure.errors];
  return {
    ...reported,
    status: broken.every(({ isUnreported }) => isUnreported) ? 'error' : 'failed',
    message,
    type: first.code,
    details: [message, '', ...table, ...errors].join('\n'),
  };
}

/** What makes a load report red besides its routes: none at all, rows that cannot be read. */
export function loadErrors(tool: string, cases: number, brokenRows: number): readonly ReportSuiteError[] {
  const error = (message: string): ReportSuiteError => ({ suite: tool, message, type: '', details: '' });
  return [
    ...(cases === 0 ? [error('the load report contains no request')] : []),
    ...(brokenRows === 0 ? [] : [error(`${formatCount(brokenRows, 'row')} of the load's report cannot be read`)]),
  ];
}

/** What is measured of all requests together is called so. */
export const ALL_ROUTES = 'all routes';

const MAX_NAME = 200;
const MAX_ERROR = 300;
const MOST_ERRORS = 5;

/** The name of a route as sentences hold it: one line, at most 200 characters. */
export function shortName(name: string): string {
  return shorten(name.replace(/\s+/g, ' ').trim(), MAX_NAME);
}

/** The errors that came most often, as the locust runner's driver reports them: `12 times: 500 Server Error`. */
export function errorLines(errors: Iterable<readonly [string, number]>): readonly string[] {
  const sorted = [...errors].filter(([, times]) => times > 0).toSorted(([, one], [, other]) => other - one);
  return sorted.slice(0, MOST_ERRORS).map(([error, times]) => `${times} times: ${shortError(error)}`);
}

/** One line of an error. */
export function shortError(error: string): string {
  return error.slice(0, MAX_ERROR).replace(/\s+/g, ' ').trim().toWellFormed();
}

/** A status that counts as a failure, in the words of Python's requests, which Locust uses and diagnosis reads. */
export function statusError(status: number, reason = ''): string {
  const kind = status >= 500 ? 'Server' : 'Client';
  return `${status} ${kind} Error${reason === '' ? '' : `: ${shortError(reason)}`}`;
}

/** `GET /pets/7` of a method and an address or path; without query, as requests of one route belong together. */
export function routeLabel(method: string, address: string): string {
  const plain = /^[a-z][a-z+.-]{0,20}:\/\/[^/?#\s]{1,300}([^?#\s]*)/i.exec(address);
  const path = plain === null ? address : plain[1] === '' ? '/' : (plain[1] ?? '');
  return method === '' || /^[A-Z]{3,7} /.test(path) ? path : `${method} ${path}`;
}
