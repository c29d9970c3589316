import type { LoadLimits, LoadMeasure } from '../model/load.js';
import type { ParsedReport, ReportCase } from '../model/report.js';
import { judgedCase } from './load-case.js';
import { NO_LIMITS } from './load-limits.js';
import { LOCUST_FAILURES } from './load-locust-failures.js';

const keyOf = ({ classname, name }: ReportCase): string => `${classname}\n${name}`;

/** True when a case tells of requests: what limits for load can judge. */
export function isMeasured({ load }: ReportCase): boolean {
  return load?.of === 'requests' && (load.count ?? load.p50Ms ?? load.p95Ms) !== null;
}

/**
 * The reports of one attempt with the routes of load reports judged by these limits. What a tool spreads over several
 * files is put together: the errors that Locust keeps apart, the limits of a k6 summary beside its log of samples.
 * Reports of other kinds are handed back as they are.
 */
export function judgeLoad<T extends { readonly report: ParsedReport }>(
  reports: readonly T[],
  limits: LoadLimits = NO_LIMITS,
): readonly T[] {
  const all = reports.flatMap(({ report }) => report.cases);
  if (!all.some(({ load }) => load !== undefined)) return reports;
  const known: Known = {
    routes: new Set(all.filter(({ load }) => load !== undefined && load.count !== null).map(keyOf)),
    errors: new Map(reports.flatMap(({ report }) => errorsOf(report))),
    limited: new Set(all.filter(({ load }) => load?.ownLimit === 'held').map(kindOf)),
  };
  return reports.map((one) => {
    const cases = one.report.cases.filter((each) => !isToldElsewhere(each, known));
    return { ...one, report: { ...one.report, cases: cases.map((each) => judge(each, known, limits)) } };
  });
}

/** What all reports of an attempt tell together. */
interface Known {
  /** Routes and checks whose number is known. */
  readonly routes: ReadonlySet<string>;
  readonly errors: ReadonlyMap<string, readonly string[]>;
  /** Tools whose own limit for failures held, with what it is for. */
  readonly limited: ReadonlySet<string>;
}

const kindOf = ({ classname, load }: ReportCase): string => `${classname}\n${load?.of ?? ''}`;

function errorsOf({ format, cases }: ParsedReport): readonly (readonly [string, readonly string[]])[] {
  return format === LOCUST_FAILURES ? cases.map((each) => [keyOf(each), each.load?.errors ?? []] as const) : [];
}

function isToldElsewhere(reported: ReportCase, { routes }: Known): boolean {
  return reported.load?.count === null && routes.has(keyOf(reported));
}

function judge(reported: ReportCase, { errors, limited }: Known, limits: LoadLimits): ReportCase {
  const { load } = reported;
  if (load === undefined || (load.of === 'requests' && !isMeasured(reported))) return reported;
  const own = load.errors.length > 0 ? load.errors : (errors.get(keyOf(reported)) ?? []);
  const measure: LoadMeasure = {
    ...load,
    errors: own,
    ownLimit: limited.has(kindOf(reported)) ? 'held' : load.ownLimit,
  };
  return judgedCase({ ...reported, load: measure }, measure, limits);
}
