import type { Failure } from '../../model/diagnosis.js';
import { readAndClassify } from '../rules/classify.js';
import type { Classification } from '../rules/rule.js';
import { idParts, statusMeaning, toolVerdict, type ToolReading } from './tool-reading.js';
import { clip } from '../wording/sentence.js';

const PERCENTILE =
  /(p\d{2}) of .{1,300}? is (\d{1,9}(?:\.\d{1,3})?) ms, (?:the )?(?:limit|threshold)(?: is)? (\d{1,9}(?:\.\d{1,3})?) ms/g;
const RATIO =
  /(\d{1,3}(?:\.\d{1,4})?) % of (\d{1,9}) (requests to|checks of) .{1,300}? failed, (?:the )?(?:limit|threshold)(?: is)? (\d{1,3}(?:\.\d{1,4})?) %/;
const TIMES = /^\d{1,9} times: (\S.{0,400})$/;
const STATUS = /^(\d{3}) (?:Client|Server) Error/;

/** How a load tool is spoken of. */
interface LoadWords {
  /** What the user wrote for it. */
  readonly script: string;
  /** Where it is seen when a route became slow; empty when there is no such place for sure. */
  readonly course: string;
}

const LOCUST: LoadWords = {
  script: 'the locustfile',
  course: '; `locust.html` in the evidence shows when it became slow',
};

/** Reads a route that breaks its thresholds under load, or an error of the load script itself. */
export function readLocust(failure: Failure): ToolReading | null {
  const [, route] = idParts(failure.testId);
  if (failure.type === 'exception') return scriptError(failure);
  return readLimits(failure, route, LOCUST);
}

/** Reads the limits that a route broke, in the words that all load reports share; null when there are none. */
export function readLimits(failure: Failure, route: string, words: LoadWords): ToolReading | null {
  const message = failure.message.slice(0, 2000);
  const ratio = RATIO.exec(message);
  return ratio === null ? tooSlow(route, message, words) : failing(failure, route, ratio, words);
}

function tooSlow(route: string, message: string, { course }: LoadWords): ToolReading | null {
  const broken = [...message.matchAll(PERCENTILE)];
  const [first] = broken;
  if (first === undefined) return null;
  const parts = broken.map(
    ([, percentile = '', reached = '', limit = ''], at) =>
      `${percentile}${at === 0 ? ` of ${route}` : ''} is ${duration(reached)}, the threshold is ${duration(limit)}`,
  );
  return {
    verdict: toolVerdict('locust', { category: 'assertion', kind: 'latency' }, first[0]),
    rootCause: clip(parts.join('; ')),
    suggestion: `Profile ${clip(route, 100)} with as many users at once (queries, locks, calls to other services)${course}.`,
    causeKey: `load|slow|${route.slice(0, 300)}`,
  };
}

/** `1940` reads as 1.9 s; less than a second stays in milliseconds. */
function duration(milliseconds: string): string {
  const value = Number(milliseconds);
  return value < 1000 ? `${value} ms` : `${Number((value / 1000).toFixed(1))} s`;
}

function failing(
  failure: Failure,
  route: string,
  [evidence, share, count, what, limit]: RegExpExecArray,
  words: LoadWords,
): ToolReading {
  const error = commonError(failure.details);
  const meaning = meaningOf(error, failure);
  const reported = error === '' ? '' : `: ${plain(error)}`;
  return {
    verdict: toolVerdict('locust', meaning, error === '' ? evidence : error),
    rootCause: clip(
      `${route} fails ${share} % of ${count} ${what === 'checks of' ? 'checks' : 'requests'} (the threshold is ${limit} %)${reported}`,
    ),
    suggestion: advice(route, meaning, words),
    causeKey: isShared(meaning)
      ? `load|${meaning.category}|${meaning.kind}`
      : `load|${route.slice(0, 300)}|${reported.slice(0, 100)}`,
  };
}

/** Without the decoration of `requests`: which pool, which errno, which address. */
function plain(error: string): string {
  return error
    .replace(/ for url: \S{1,400}$/, '')
    .replace(/^(?:HTTPS?ConnectionPool\(.{1,200}?\): |\[Errno \d{1,5}\] )/, '');
}

/** The error that came most often; the driver lists them in that order. */
function commonError(details: string): string {
  const lines = details.slice(0, 32_000).split('\n').slice(0, 200);
  return lines.map((line) => TIMES.exec(line)?.[1]).find((error) => error !== undefined) ?? '';
}

function meaningOf(error: string, failure: Failure): Pick<Classification, 'category' | 'kind'> {
  const status = STATUS.exec(error)?.[1];
  if (status !== undefined) return statusMeaning(Number(status));
  if (error === '') return { category: 'assertion', kind: 'fail-ratio' };
  const { category, kind } = readAndClassify({ ...failure, message: error, type: '', details: '', output: '' }).verdict;
  return category === 'unknown' || category === 'flaky'
    ? { category: 'assertion', kind: 'fail-ratio' }
    : { category, kind };
}

/** A service that is not there and credentials that are refused break every route alike. */
const isShared = ({ category, kind }: Pick<Classification, 'category' | 'kind'>): boolean =>
  (category === 'connection' && ['refused', 'dns', 'unreachable'].includes(kind)) || kind === 'unauthorized';

function advice(
  route: string,
  { category, kind }: Pick<Classification, 'category' | 'kind'>,
  { script }: LoadWords,
): string {
  const short = clip(route, 100);
  if (category === 'auth')
    return `Let ${script} log in first${script === LOCUST.script ? ' (`on_start`)' : ''}, or check its credentials for ${short}.`;
  if (kind === 'refused')
    return 'Read the log of the service: it was not there, or took no more connections under this load.';
  if (category === 'timeout') return `Find what ${short} waits for under load (locks, a full pool, another service).`;
  if (kind === 'not-found') return `Correct the path of ${short} in ${script}, or the route of the service.`;
  return `Send one request to ${short} alone: when it fails too, repair that first, otherwise read the log of the service under load.`;
}

function scriptError(failure: Failure): ToolReading {
  const [, times = '', text = ''] = /^(\d{1,9}) times: ([^\n]{0,400})/.exec(failure.message) ?? [
    '',
    '',
    failure.message,
  ];
  const { verdict } = readAndClassify({ ...failure, message: text, type: '', details: '' });
  const known = verdict.confidence !== 'low' && verdict.category !== 'flaky';
  return {
    verdict: known
      ? { ...verdict, evidence: text }
      : toolVerdict('locust', { category: 'unknown', kind: 'custom-error' }, text),
    rootCause: clip(`the locustfile raised an error${times === '' ? '' : ` ${times} times`}: ${text}`),
    suggestion:
      'Correct the task in the locustfile: what it raises stops its user from sending the rest of the requests.',
    causeKey: `load|script|${text.slice(0, 200)}`,
  };
}
