import type { LoadLimits } from '../model/load.js';
import type { SuiteProblem } from '../model/problem.js';
import type { SuiteSettings } from '../model/settings.js';
import { isMeasured } from '../report/load-judge.js';
import type { AttemptWitness } from './witness.js';

/** The limits that a suite sets for the load reports it reads; undefined when it sets none or reads none. */
export function loadLimitsOf(suite: SuiteSettings): LoadLimits | undefined {
  return suite.runner === 'command' || suite.runner === 'junit' ? suite.thresholds : undefined;
}

/** Thresholds that nothing was judged by: no report of the attempt tells of load. */
export function loadProblems(suite: SuiteSettings, { reports }: AttemptWitness): readonly SuiteProblem[] {
  if (loadLimitsOf(suite) === undefined) return [];
  if (reports.some(({ report }) => report.cases.some(isMeasured))) return [];
  const names = reports.map(({ name }) => name).slice(0, 5);
  const read = names.length === 0 ? '' : ` (read: ${names.join(', ')})`;
  const message = `has \`thresholds\`, and no report of it tells of load${read}`;
  const remedy =
    "Let the load tool write into $QAAGENT_REPORT_DIR or name its file in `report`: Locust's `*_stats.csv`, k6's summary, Artillery's JSON, JMeter's CSV.";
  return [{ severity: 'error', place: suite.name, message, remedy, forces: 'report-error' }];
}
