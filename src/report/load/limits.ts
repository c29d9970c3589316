// Every limit that the numbers of a route break, response times first.
import type { LoadLimits, LoadMeasure } from '../../model/load.js';
import { shortName } from './load-case.js';

/** A limit that does not hold, or of which the report does not contain enough. */
export interface BrokenLimit {
  readonly code: 'p50' | 'p95' | 'p99' | 'fail-ratio';
  /** One sentence without a full stop. */
  readonly text: string;
  /** True: the report does not hold what the limit asks for. */
  readonly isUnreported: boolean;
}

/** No limit is set: requests that the tool does not judge itself must not fail. */
export const NO_LIMITS: LoadLimits = { p50Ms: null, p95Ms: null, p99Ms: null, failRatio: null };

const figure = (value: number, digits: number): string => String(Number(value.toPrecision(digits)));

/** `p95 of GET /report is 601.5 ms, limit 500 ms`: what the locust runner's driver says, and diagnosis reads. */
export function slowText(percentile: string, name: string, measuredMs: number, limitMs: number): string {
  return `${percentile} of ${shortName(name)} is ${figure(measuredMs, 6)} ms, limit ${figure(limitMs, 6)} ms`;
}

/** `12 % of 80 requests to GET /pay failed, limit 1 %`; ratios from 0 to 1. */
export function failingText(name: string, { of, count }: Counted, ratio: number, limit: number): string {
  const what = of === 'checks' ? `${count} checks of` : `${count} requests to`;
  return `${figure(ratio * 100, 4)} % of ${what} ${shortName(name)} failed, limit ${figure(limit * 100, 4)} %`;
}

interface Counted {
  readonly of: LoadMeasure['of'];
  readonly count: number;
}

/** Every limit that a measure breaks, response times first. */
export function brokenLimits(name: string, measure: LoadMeasure, limits: LoadLimits): readonly BrokenLimit[] {
  const failing = brokenRatio(name, measure, limits);
  const slow = (['p50', 'p95', 'p99'] as const).flatMap((code) => brokenTime(code, name, measure, limits));
  // Where nothing was answered there are no times, and the failures say why.
  return [...(failing.length > 0 ? slow.filter(({ isUnreported }) => !isUnreported) : slow), ...failing];
}

type Percentile = 'p50' | 'p95' | 'p99';

function brokenTime(code: Percentile, name: string, measure: LoadMeasure, limits: LoadLimits): readonly BrokenLimit[] {
  const limit = limits[`${code}Ms`];
  const measured = measure[`${code}Ms`];
  if (limit === null || measure.of === 'checks') return [];
  if (measured === null) {
    const text = `${code} of ${shortName(name)} is not in the report, limit ${figure(limit, 6)} ms`;
    return [{ code, text, isUnreported: true }];
  }
  return measured > limit ? [{ code, text: slowText(code, name, measured, limit), isUnreported: false }] : [];
}

function brokenRatio(
  name: string,
  { of, count, failures, ownLimit }: LoadMeasure,
  { failRatio }: LoadLimits,
): readonly BrokenLimit[] {
  if (count === null || failures === null || failures === 0) return [];
  const limit = failRatio ?? (ownLimit === 'none' ? 0 : 1);
  const ratio = Math.round((failures / Math.max(count, 1)) * 1e6) / 1e6;
  if (ratio <= limit) return [];
  return [{ code: 'fail-ratio', text: failingText(name, { of, count }, ratio, limit), isUnreported: false }];
}
