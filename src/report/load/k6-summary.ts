// Metrics and checks of a k6 summary, of one shape whichever of its three forms it has; `k6.ts` makes cases of them.
import { type Json, entriesOf, listOf, member, numberOf, textOf } from '../../text/json.js';

/** One metric of a k6 summary, of one shape whatever wrote it. */
export interface K6Metric {
  /** `http_req_duration`, or a part of one: `http_req_duration{name:GET /pets}`. */
  readonly name: string;
  readonly value: (name: string) => number | null;
  /** Expression and whether it held; null when the summary does not say. */
  readonly thresholds: readonly (readonly [string, boolean | null])[];
}

/** How often one check held and did not. */
export interface K6Check {
  /** Groups and name, joined by ` › `. */
  readonly name: string;
  readonly passes: number | null;
  readonly fails: number | null;
}

/** Depth of groups that is read; k6 scripts nest two or three. */
const MOST_DEPTH = 20;

/**
 * The metrics of `--summary-export` (values beside `thresholds`, which say `true` when they were CROSSED), of
 * handleSummary's data (`values`, thresholds with `ok`) and of the machine-readable summary (a list, no thresholds).
 */
export function k6Metrics(document: Json): readonly K6Metric[] {
  const listed = listOf(member(document, 'results'), 'metrics').map((each) => metricOf(textOf(each, 'name'), each));
  return listed.length > 0
    ? listed
    : entriesOf(member(document, 'metrics')).map(([name, each]) => metricOf(name, each));
}

function metricOf(name: string, metric: Json): K6Metric {
  const values = member(metric, 'values') ?? metric;
  const thresholds = entriesOf(member(metric, 'thresholds')).map(
    ([text, reported]) => [text, heldOf(reported)] as const,
  );
  return { name, value: (key) => valueOf(values, key), thresholds };
}

/** The machine-readable summary spells `p(95)` as `p95`. */
function valueOf(values: Json, key: string): number | null {
  return numberOf(values, key) ?? numberOf(values, key.replace(/^p\((\d{1,3}(?:\.\d{1,6})?)\)$/, 'p$1'));
}

function heldOf(reported: Json): boolean | null {
  if (typeof reported === 'boolean') return !reported;
  const ok = member(reported, 'ok');
  return typeof ok === 'boolean' ? ok : null;
}

/** Every check, in the order of the summary. */
export function k6Checks(document: Json): readonly K6Check[] {
  const listed = listOf(member(member(document, 'results'), 'checks'), 'results');
  if (listed.length > 0) return listed.map((each) => checkOf(each, []));
  return checksOf(member(document, 'root_group'), [], 0);
}

/** Lists in handleSummary's data, objects by name in the exported summary. */
function itemsOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : entriesOf(value).map(([, each]) => each);
}

function checksOf(group: Json, path: readonly string[], depth: number): readonly K6Check[] {
  if (depth > MOST_DEPTH) return [];
  const own = itemsOf(member(group, 'checks')).map((each) => checkOf(each, path));
  const nested = itemsOf(member(group, 'groups'));
  return [...own, ...nested.flatMap((each) => checksOf(each, [...path, textOf(each, 'name')], depth + 1))];
}

function checkOf(check: Json, path: readonly string[]): K6Check {
  const name = [...path, textOf(check, 'name')].join(' › ');
  return { name, passes: numberOf(check, 'passes'), fails: numberOf(check, 'fails') };
}
