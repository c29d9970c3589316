import type { ReportCase } from '../model/report.js';
import { asRetry } from './retries.js';

/** A subtest belongs to its parent, and a parent runs again with its subtest. */
function isAmong(name: string, failed: ReadonlySet<string>): boolean {
  return failed.has(name) || [...failed].some((each) => each.startsWith(`${name}/`) || name.startsWith(`${each}/`));
}

/**
 * Joins the tries of gotestsum's `--rerun-fails`: a package starts again after its end and runs tests that have failed and
 * no others. A package that runs others, too, is another run (other tags, other flags), and its results count by themselves.
 * `runs`: how often the package had ended before a case.
 */
export function joinReruns(cases: readonly ReportCase[], runs: ReadonlyMap<ReportCase, number>): readonly ReportCase[] {
  if (![...runs.values()].some((run) => run > 0)) return cases;
  const packages = grouped(cases, ({ classname }) => classname);
  return [...packages.values()].flatMap((own) => {
    const byRun = grouped(own, (reported) => runs.get(reported) ?? 0);
    const [first = [], ...reruns] = [...byRun].toSorted(([one], [other]) => one - other).map(([, group]) => group);
    return reruns.reduce<readonly ReportCase[]>(withRerun, first);
  });
}

function grouped<Key>(cases: readonly ReportCase[], keyOf: (reported: ReportCase) => Key): Map<Key, ReportCase[]> {
  const groups = new Map<Key, ReportCase[]>();
  for (const reported of cases) {
    const group = groups.get(keyOf(reported));
    if (group === undefined) groups.set(keyOf(reported), [reported]);
    else group.push(reported);
  }
  return groups;
}

function withRerun(before: readonly ReportCase[], rerun: readonly ReportCase[]): readonly ReportCase[] {
  const failed = new Set(before.filter(({ status }) => status === 'failed').map(({ name }) => name));
  if (!rerun.every(({ name }) => isAmong(name, failed))) return [...before, ...rerun];
  const again = new Map(rerun.map((reported) => [reported.name, reported]));
  const joined = before.map((reported) => {
    const later = again.get(reported.name);
    again.delete(reported.name);
    return later === undefined ? reported : asRetry(reported, later);
  });
  return [...joined, ...again.values()];
}
