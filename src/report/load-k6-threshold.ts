import type { ReportCase } from '../model/report.js';
import type { K6Metric } from './load-k6-summary.js';
import { failingText, slowText } from './load-limits.js';
import { ALL_ROUTES, shortName } from './load-text.js';
import type { CaseMaker } from './plain-case.js';

const EXPRESSION =
  /^([a-z]{1,10}(?:\(\d{1,3}(?:\.\d{1,6})?\))?)\s{0,5}(<=?|>=?|===?|!=)\s{0,5}(\d{1,15}(?:\.\d{1,9})?)$/;
const TIMES = /^(?:http_req_|grpc_req_|iteration_)(?:duration|waiting)(?:\{|$)/;

/** A threshold of k6 with k6's own judgement: broken is failed, not judged is an error. */
export function thresholdCase(
  metric: K6Metric,
  [expression, held]: readonly [string, boolean | null],
  make: CaseMaker,
): ReportCase {
  const name = `${metric.name}: ${expression}`;
  const plain = { name, classname: 'k6' };
  if (held === true) return make.case({ ...plain, status: 'passed' });
  if (held === null) {
    const message = `k6 does not say whether ${shortName(name)} held`;
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
  const [, of = '', operator = '', told = ''] = EXPRESSION.exec(expression.trim()) ?? [];
  const measured = metric.value(of) ?? (of === 'rate' ? metric.value('value') : null);
  const asked = { metric, of, limit: Number(told), measured: measured ?? Number.NaN };
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
