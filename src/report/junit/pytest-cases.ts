import type { CaseStatus, ReportCase } from '../../model/report.js';
import { headAndTail } from '../../text/bounds.js';
import { joinFailures } from '../../text/failures.js';
import { KEPT } from '../report-reader.js';

const RANK: Readonly<Record<CaseStatus, number>> = {
  'not-run': 0,
  skipped: 1,
  passed: 2,
  unfinished: 3,
  failed: 4,
  error: 5,
};

const isBad = ({ status }: ReportCase): boolean => status === 'failed' || status === 'error';

/** One test that the report shows several times: the worst status, reported by the first result that is bad. */
function worstOf(results: readonly [ReportCase, ...ReportCase[]]): ReportCase {
  const worst = results.reduce((one, other) => (RANK[other.status] > RANK[one.status] ? other : one));
  const reported = results.find(isBad) ?? worst;
  const details = results.filter(isBad).map((result) => (result.details === '' ? result.message : result.details));
  const durations = results.flatMap(({ durationMs }) => (durationMs === null ? [] : [durationMs]));
  return {
    ...reported,
    status: worst.status,
    details: details.length > 1 ? headAndTail(joinFailures(details), KEPT.details) : reported.details,
    output: headAndTail(results.map(({ output }) => output).join(''), KEPT.output),
    durationMs: durations.length === 0 ? null : durations.reduce((sum, one) => sum + one, 0),
    properties: { ...reported.properties, 'results in the report': String(results.length) },
  };
}

/**
 * pytest names a test once per result: call and teardown of one test, every attempt of pytest-rerunfailures (whose
 * failed attempts look like passes) and of flaky. They are one test, as bad as its worst result; order stays.
 */
export function mergePytestCases(cases: readonly ReportCase[]): readonly ReportCase[] {
  const groups = new Map<string, [ReportCase, ...ReportCase[]]>();
  for (const reported of cases) {
    const key = `${reported.suite}\n${reported.classname}\n${reported.name}\n${reported.file}`;
    const group = reported.name === '' ? undefined : groups.get(key);
    if (group === undefined) groups.set(reported.name === '' ? `${key}${groups.size}` : key, [reported]);
    else group.push(reported);
  }
  if (groups.size === cases.length) return cases;
  return [...groups.values()].map((group) => (group.length === 1 ? group[0] : worstOf(group)));
}
