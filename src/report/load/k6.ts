// Reads k6's summary: every threshold, check and group of requests is a case.
import type { LoadMeasure } from '../../model/load.js';
import type { ReportCase } from '../../model/report.js';
import { member } from '../../text/json.js';
import type { CaseMaker } from '../case-builder.js';
import type { JsonDialect } from '../formats/json-report.js';
import { NOTHING_DECLARED } from '../report-reader.js';
import { type K6Check, k6Checks, type K6Metric, k6Metrics } from './k6-summary.js';
import { failingText, slowText } from './limits.js';
import { ALL_ROUTES, loadCase, loadErrors, milliseconds, routeLabel, shortName } from './load-case.js';

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
  const reported = /^(?:name|url):(.{1,2000})$/.exec(tags)?.[1];
  return reported === undefined || reported.includes(',') ? tags : routeLabel('', reported);
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

/** What became of the script's own limits for a metric. Checks are reported one by one, which limits for all of them are not. */
function ownLimit(metrics: readonly K6Metric[], name: string, tags: string | null): OwnLimit {
  const limited = metrics.filter(({ name: each, thresholds }) => tagsOf(each, name) !== null && thresholds.length > 0);
  if (limited.length === 0) return 'none';
  if (limited.every(({ thresholds }) => thresholds.every(([, held]) => held === true))) return 'held';
  return limited.some((metric) => tagsOf(metric.name, name) === tags) ? 'reported' : 'none';
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

const EXPRESSION =
  /^([a-z]{1,10}(?:\(\d{1,3}(?:\.\d{1,6})?\))?)\s{0,5}(<=?|>=?|===?|!=)\s{0,5}(\d{1,15}(?:\.\d{1,9})?)$/;
const TIMES = /^(?:http_req_|grpc_req_|iteration_)(?:duration|waiting)(?:\{|$)/;

/** A threshold of k6 with k6's own judgement: broken is failed, not judged is an error. */
function thresholdCase(
  metric: K6Metric,
  [expression, held]: readonly [string, boolean | null],
  make: CaseMaker,
): ReportCase {
  const name = `${metric.name}: ${expression}`;
  const plain = { name, classname: 'k6' };
  if (held === true) return make.case({ ...plain, status: 'passed' });
  if (held === null) {
    const message = `k6 did not report whether ${shortName(name)} held`;
    return make.case({ ...plain, status: 'error', message, type: 'threshold' });
  }
  return make.case({ ...plain, status: 'failed', ...broken(metric, expression) });
}

interface Words {
  readonly message: string;
  readonly type: string;
}

/** A threshold taken apart. */
interface Asked {
  readonly metric: K6Metric;
  /** `p(95)`, `rate`, `avg`. */
  readonly of: string;
  readonly limit: number;
  readonly measured: number;
}

/** The words of a limit that does not hold, where the threshold is one of time or failures. */
function broken(metric: K6Metric, expression: string): Words {
  const [, of = '', operator = '', reported = ''] = EXPRESSION.exec(expression.trim()) ?? [];
  const measured = metric.value(of) ?? (of === 'rate' ? metric.value('value') : null);
  const asked = { metric, of, limit: Number(reported), measured: measured ?? Number.NaN };
  const known = operator.startsWith('<') && measured !== null ? (slow(asked) ?? failing(asked)) : null;
  const reached = measured === null ? '' : ` (${of} is ${String(Number(measured.toPrecision(6)))})`;
  const message = `${shortName(metric.name)} breaks k6's threshold ${shortName(expression)}${reached}`;
  return known ?? { message, type: 'threshold' };
}

function slow({ metric: { name }, of, limit, measured }: Asked): Words | null {
  const percentile = /^p\((50|95|99)\)$/.exec(of === 'med' ? 'p(50)' : of)?.[1];
  if (percentile === undefined || !TIMES.test(name)) return null;
  const rounded = Math.round(measured * 10) / 10;
  const message = slowText(`p${percentile}`, partOf(name), rounded > limit ? rounded : measured, limit);
  return { message, type: `p${percentile}` };
}

function failing({ metric, of, limit, measured }: Asked): Words | null {
  const [failures, others] = [metric.value('passes'), metric.value('fails')];
  if (of !== 'rate' || failures === null || others === null || !isFailed(metric)) return null;
  const counted = { of: 'requests', count: failures + others } as const;
  return { message: failingText(partOf(metric.name), counted, measured, limit), type: 'fail-ratio' };
}

const isFailed = ({ name }: K6Metric): boolean => name === 'http_req_failed' || name.startsWith('http_req_failed{');

/** What a metric is measured of: the route in its tags, its tags, else all. */
function partOf(name: string): string {
  const at = name.indexOf('{');
  if (at < 0) return name.startsWith('http_') ? ALL_ROUTES : name;
  return name.slice(at + 1, -1).replace(/^(?:name|url):/, '');
}
