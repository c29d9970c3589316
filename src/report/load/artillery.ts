import { type Json, entriesOf, member, numberOf } from '../../text/json.js';
import type { LoadMeasure } from '../../model/load.js';
import type { ReportCase } from '../../model/report.js';
import type { JsonDialect } from '../formats/json-report.js';
import { loadCase, loadErrors, milliseconds } from './load-case.js';
import { ALL_ROUTES, errorLines, statusError } from './load-case.js';
import type { CaseMaker } from '../case-builder.js';
import { NOTHING_DECLARED } from '../report-reader.js';

const TOOL = 'artillery';
/** What its plugin `metrics-by-endpoint` puts before the names of what it counts. */
const ENDPOINT = 'plugins.metrics-by-endpoint.';

/** What was counted of one endpoint, or of all requests. */
interface Counts {
  readonly codes: Map<number, number>;
  readonly errors: Map<string, number>;
}

/** Reads what `artillery run --output` writes: all requests are a case, and each endpoint that its plugin lists separately. */
export const artilleryDialect: JsonDialect = {
  format: 'artillery',
  matches: (document) => {
    const aggregate = member(document, 'aggregate');
    const isReport = member(aggregate, 'counters') !== undefined && member(aggregate, 'summaries') !== undefined;
    return isReport && Array.isArray(member(document, 'intermediate'));
  },
  read: (document, make) => {
    const aggregate = member(document, 'aggregate');
    const cases = [
      ...allRequests(aggregate, make),
      ...endpointCases(aggregate, make),
      ...expectations(aggregate, make),
    ];
    return { cases, suiteErrors: loadErrors(TOOL, cases.length, 0), declared: NOTHING_DECLARED };
  },
};

const counters = (aggregate: Json): readonly (readonly [string, number])[] =>
  entriesOf(member(aggregate, 'counters')).flatMap(([name, value]) =>
    typeof value === 'number' && Number.isFinite(value) ? [[name, value] as const] : [],
  );

function allRequests(aggregate: Json, make: CaseMaker): readonly ReportCase[] {
  const counts: Counts = { codes: new Map(), errors: new Map() };
  for (const [name, value] of counters(aggregate)) {
    if (name.startsWith('http.codes.')) counts.codes.set(Number(name.slice('http.codes.'.length)), value);
    else if (name.startsWith('errors.')) counts.errors.set(name.slice('errors.'.length), value);
  }
  const requests = numberOf(member(aggregate, 'counters'), 'http.requests') ?? 0;
  return requests === 0 ? [] : [caseOf(ALL_ROUTES, requests, counts, 'http.response_time', aggregate, make)];
}

function endpointCases(aggregate: Json, make: CaseMaker): readonly ReportCase[] {
  const endpoints = new Map<string, Counts>();
  for (const [name, value] of counters(aggregate)) {
    const reported = name.startsWith(ENDPOINT) ? endpointOf(name.slice(ENDPOINT.length)) : null;
    if (reported === null) continue;
    const counts = endpoints.get(reported.endpoint) ?? { codes: new Map(), errors: new Map() };
    endpoints.set(reported.endpoint, counts);
    if (reported.kind === 'codes') counts.codes.set(Number(reported.what), value);
    else counts.errors.set(reported.what, value);
  }
  return [...endpoints].map(([name, counts]) => {
    const requests = [...counts.codes.values(), ...counts.errors.values()].reduce((sum, each) => sum + each, 0);
    return caseOf(name, requests, counts, `${ENDPOINT}response_time.${name}`, aggregate, make);
  });
}

interface EndpointCounter {
  readonly endpoint: string;
  readonly kind: 'codes' | 'errors';
  readonly what: string;
}

/** `/pets.codes.200`, `/pets.errors.ETIMEDOUT`; the endpoint may hold points as well. */
function endpointOf(text: string): EndpointCounter | null {
  for (const kind of ['codes', 'errors'] as const) {
    const at = text.lastIndexOf(`.${kind}.`);
    if (at > 0) return { endpoint: text.slice(0, at), kind, what: text.slice(at + kind.length + 2) };
  }
  return null;
}

function caseOf(
  name: string,
  count: number,
  counts: Counts,
  summary: string,
  aggregate: Json,
  make: CaseMaker,
): ReportCase {
  const times = member(member(aggregate, 'summaries'), summary);
  const refused = [...counts.codes].filter(([code]) => code >= 400);
  const failed = [...refused.map(([code, times]) => [statusError(code), times] as const), ...counts.errors];
  const [first, last] = [numberOf(aggregate, 'firstCounterAt'), numberOf(aggregate, 'lastCounterAt')];
  const seconds = first === null || last === null ? 0 : (last - first) / 1_000;
  const measure: LoadMeasure = {
    of: 'requests',
    count,
    // A request may be refused and break what was asked of its answer as well.
    failures: Math.min(
      count,
      failed.reduce((sum, [, each]) => sum + each, 0),
    ),
    perSecond: seconds > 0 ? count / seconds : null,
    p50Ms: milliseconds(numberOf(times, 'p50')),
    p95Ms: milliseconds(numberOf(times, 'p95')),
    p99Ms: milliseconds(numberOf(times, 'p99')),
    errors: errorLines(failed),
    ownLimit: 'none',
  };
  return loadCase({ tool: TOOL, name, measure, averageMs: numberOf(times, 'mean') }, make);
}

/** What the plugin `expect` asked of answers. */
function expectations(aggregate: Json, make: CaseMaker): readonly ReportCase[] {
  const counted = member(aggregate, 'counters');
  const [held, failures] = [numberOf(counted, 'plugins.expect.ok'), numberOf(counted, 'plugins.expect.failed')];
  const count = (held ?? 0) + (failures ?? 0);
  if (count === 0) return [];
  const unknown = { perSecond: null, p50Ms: null, p95Ms: null, p99Ms: null, errors: [], ownLimit: 'none' } as const;
  const measure: LoadMeasure = { of: 'checks', count, failures: failures ?? 0, ...unknown };
  return [loadCase({ tool: TOOL, name: 'expectations', measure, averageMs: null }, make)];
}
