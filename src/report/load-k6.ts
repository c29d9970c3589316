import { member } from '../model/json-value.js';
import type { LoadMeasure } from '../model/load.js';
import type { ReportCase } from '../model/report.js';
import type { JsonDialect } from './json-report.js';
import { loadCase, loadErrors, milliseconds } from './load-case.js';
import { thresholdCase } from './load-k6-threshold.js';
import { k6Checks, k6Metrics, type K6Check, type K6Metric } from './load-k6-summary.js';
import { ALL_ROUTES, routeLabel } from './load-text.js';
import type { CaseMaker } from './plain-case.js';
import { NOTHING_DECLARED } from './report-body.js';

/** What `ParsedReport.format` says of a k6 summary. */
export const K6_SUMMARY = 'k6-summary';

const TOOL = 'k6';
const DURATION = 'http_req_duration';
const FAILED = 'http_req_failed';

/** The tags of a part of a metric; empty for the whole of it, null for another metric. */
function tagsOf(name: string, metric: string): string | null {
  if (name === metric) return '';
  return name.startsWith(`${metric}{`) && name.endsWith('}') ? name.slice(metric.length + 1, -1) : null;
}

/** A route when the part is one of a name or address, else its tags. */
function labelOf(tags: string): string {
  if (tags === '') return ALL_ROUTES;
  const told = /^(?:name|url):(.{1,2000})$/.exec(tags)?.[1];
  return told === undefined || told.includes(',') ? tags : routeLabel('', told);
}

/** Every threshold, every check and every group of requests of a k6 summary is a case. */
export const k6Dialect: JsonDialect = {
  format: K6_SUMMARY,
  matches: (document) => {
    const names = k6Metrics(document).map(({ name }) => name);
    const isSummary = member(document, 'root_group') !== undefined || member(document, 'results') !== undefined;
    return isSummary && ['iterations', 'http_reqs', 'vus', 'data_sent'].some((name) => names.includes(name));
  },
  read: (document, make) => {
    const metrics = k6Metrics(document);
    const cases = [
      ...metrics.flatMap((metric) => routeCases(metric, metrics, make)),
      ...metrics.flatMap((metric) => metric.thresholds.map((each) => thresholdCase(metric, each, make))),
      ...k6Checks(document).map((check) => checkCase(check, metrics, make)),
    ];
    return { cases, suiteErrors: loadErrors(TOOL, cases.length, 0), declared: NOTHING_DECLARED };
  },
};

function routeCases(metric: K6Metric, metrics: readonly K6Metric[], make: CaseMaker): readonly ReportCase[] {
  const tags = tagsOf(metric.name, DURATION);
  // k6 adds this part by itself; what was not expected is among the failures.
  if (tags === null || tags === 'expected_response:true') return [];
  const measure = measureOf(metric, tags, metrics);
  return measure === null
    ? []
    : [loadCase({ tool: TOOL, name: labelOf(tags), measure, averageMs: metric.value('avg') }, make)];
}

/** Null for a part or a whole that no request belongs to. */
function measureOf({ value }: K6Metric, tags: string, metrics: readonly K6Metric[]): LoadMeasure | null {
  const part = (name: string): K6Metric | undefined => metrics.find((each) => tagsOf(each.name, name) === tags);
  const sent = part('http_reqs');
  const failed = failuresOf(part(FAILED));
  const count = sent?.value('count') ?? failed.count ?? value('count');
  if (count === 0 || (count === null && value('max') === 0)) return null;
  return {
    of: 'requests',
    count,
    failures: failed.failures,
    perSecond: sent?.value('rate') ?? null,
    p50Ms: milliseconds(value('med') ?? value('p(50)')),
    p95Ms: milliseconds(value('p(95)')),
    p99Ms: milliseconds(value('p(99)')),
    errors: [],
    ownLimit: ownLimit(metrics, FAILED, tags),
  };
}

/** A rate counts what is true, and true here is failed. */
function failuresOf(failed: K6Metric | undefined): Pick<LoadMeasure, 'count' | 'failures'> {
  const failures = failed?.value('passes') ?? failed?.value('matches') ?? null;
  const others = failed?.value('fails') ?? null;
  const sum = failures === null || others === null ? null : failures + others;
  return { failures, count: failed?.value('total') ?? sum };
}

type OwnLimit = LoadMeasure['ownLimit'];

/** What became of the script's own limits for a metric. Checks are told one by one, which limits for all of them are not. */
function ownLimit(metrics: readonly K6Metric[], name: string, tags: string | null): OwnLimit {
  const limited = metrics.filter(({ name: each, thresholds }) => tagsOf(each, name) !== null && thresholds.length > 0);
  if (limited.length === 0) return 'none';
  if (limited.every(({ thresholds }) => thresholds.every(([, held]) => held === true))) return 'held';
  return limited.some((metric) => tagsOf(metric.name, name) === tags) ? 'told' : 'none';
}

function checkCase({ name, passes, fails }: K6Check, metrics: readonly K6Metric[], make: CaseMaker): ReportCase {
  const count = passes === null || fails === null ? null : passes + fails;
  const unknown = { perSecond: null, p50Ms: null, p95Ms: null, p99Ms: null, errors: [] };
  const measure: LoadMeasure = {
    of: 'checks',
    count,
    failures: fails,
    ...unknown,
    ownLimit: ownLimit(metrics, 'checks', null),
  };
  return loadCase({ tool: TOOL, name, measure, averageMs: null }, make);
}
