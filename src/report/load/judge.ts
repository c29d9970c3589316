// Judges the routes of load reports by the limits of the suite.
import type { LoadLimits, LoadMeasure } from '../../model/load.js';
import type { ParsedReport, ReportCase } from '../../model/report.js';
import { judgedCase } from './load-case.js';
import { NO_LIMITS } from './limits.js';
import { K6_SUMMARY } from './k6.js';
import { LOCUST_FAILURES } from './locust.js';
import { ALL_ROUTES } from './load-case.js';

const keyOf = ({ classname, name }: ReportCase): string => `${classname}\n${name}`;

/** True when a case is about requests: what limits for load can judge. */
export function isMeasured({ load }: ReportCase): boolean {
  return load?.of === 'requests' && (load.count ?? load.p50Ms ?? load.p95Ms) !== null;
}

/**
 * The reports of one attempt with the routes of load reports judged by these limits. What a tool spreads over several
 * files is put together: the errors that Locust keeps apart, a k6 summary and the log of the same samples. Reports of
 * other kinds are handed back as they are.
 */
export function judgeLoad<T extends { readonly report: ParsedReport }>(
  reports: readonly T[],
  limits: LoadLimits = NO_LIMITS,
): readonly T[] {
  const all = reports.map(({ report }) => report);
  if (!all.some(({ cases }) => cases.some(({ load }) => load !== undefined))) return reports;
  return reports.map((one) => ({ ...one, report: judgeReport(one.report, all, limits) }));
}

function judgeReport(report: ParsedReport, all: readonly ParsedReport[], limits: LoadLimits): ParsedReport {
  const twins = all.filter((other) => isSameRun(report, other)).flatMap(({ cases }) => cases);
  const held = new Set([...report.cases, ...twins].filter(({ load }) => load?.ownLimit === 'held').map(kindOf));
  const cases = report.cases.flatMap((each): readonly ReportCase[] => {
    const twin = twins.find((other) => isTwin(each, other));
    if (twin !== undefined && BESIDE.has(report.format)) return [];
    return [judge(each, { twin: twin?.load, isHeld: held.has(kindOf(each)) }, limits)];
  });
  return { ...report, cases };
}

const kindOf = ({ classname, load }: ReportCase): string => `${classname}\n${load?.of ?? ''}`;

/** Files that may stand beside a tool's list of routes or log of samples, and report less of the same run. */
const BESIDE: ReadonlySet<string> = new Set([LOCUST_FAILURES, K6_SUMMARY]);

/** True for two files of one tool that are about the same requests: a file may as well be of another run. */
function isSameRun(one: ParsedReport, other: ParsedReport): boolean {
  if (BESIDE.has(one.format) === BESIDE.has(other.format)) return false;
  if (one.format === LOCUST_FAILURES || other.format === LOCUST_FAILURES) return true;
  const [whole, others] = [wholeOf(one), wholeOf(other)];
  return whole !== null && others !== null && isSameWhole(whole, others);
}

/** All requests of a run. */
interface Whole {
  readonly averageMs: number;
  readonly count: number | null;
  readonly failures: number | null;
}

function wholeOf({ cases }: ParsedReport): Whole | null {
  const found = cases.find(({ name, load }) => name === ALL_ROUTES && load !== undefined);
  if (found?.load === undefined || found.durationMs === null) return null;
  return { averageMs: found.durationMs, count: found.load.count, failures: found.load.failures };
}

/** Two runs may send as many requests; that they take as long to a thousandth is one run. */
function isSameWhole(one: Whole, other: Whole): boolean {
  const isAsLong = Math.abs(one.averageMs - other.averageMs) <= 0.01 + one.averageMs / 1_000;
  return isAsLong && one.count === other.count && one.failures === other.failures;
}

/** True for one route or check in two files; what both count must be equal. */
function isTwin(one: ReportCase, other: ReportCase): boolean {
  const [own, others] = [one.load, other.load];
  if (own === undefined || others === undefined || keyOf(one) !== keyOf(other)) return false;
  return own.failures === null || others.failures === null || own.failures === others.failures;
}

interface Beside {
  /** The same route in another file of the run. */
  readonly twin: LoadMeasure | undefined;
  /** The tool's own limit for failures held. */
  readonly isHeld: boolean;
}

function judge(reported: ReportCase, { twin, isHeld }: Beside, limits: LoadLimits): ReportCase {
  const { load } = reported;
  if (load === undefined || (load.of === 'requests' && !isMeasured(reported))) return reported;
  const errors = load.errors.length > 0 ? load.errors : (twin?.errors ?? []);
  const ownLimit = isHeld ? 'held' : (twin?.ownLimit ?? load.ownLimit);
  const measure: LoadMeasure = { ...load, errors, ownLimit };
  return judgedCase({ ...reported, load: measure }, measure, limits);
}
