import type { ReportCase } from '../model/report.js';
import type { PreparedSuite } from '../runners/runner.js';
import { isBad } from './final-state.js';
import { observeEvents } from './observe-events.js';
import { observeReports } from './observe-reports.js';
import type { AttemptWitness, ObservedTest, PathMapper } from './witness.js';

/**
 * What one attempt shows of every test. Events are believed before reports; a report that says otherwise is kept as a
 * disagreement, and a failure that only a report knows is a test of its own.
 */
export function observeAttempt(
  witness: AttemptWitness,
  suite: PreparedSuite,
  mapPath: PathMapper,
): readonly ObservedTest[] {
  const streamed = observeEvents(witness, mapPath);
  if (streamed.length === 0) return observeReports(witness, suite, mapPath);
  const cases = casesByKey(witness, suite);
  const compared = streamed.map((test) => compare(test, cases.get(suite.keyOfTest(test)) ?? []));
  const known = new Set(streamed.map(suite.keyOfTest));
  const extra = observeReports(witness, suite, mapPath).filter((test) =>
    test.tries.some(({ status }) => isBad(status)),
  );
  const ids = new Set(streamed.map((test) => test.id));
  return [...compared, ...extra.filter((test) => !ids.has(test.selector) && !known.has(keyOf(test, suite)))];
}

function casesByKey({ reports }: AttemptWitness, suite: PreparedSuite): ReadonlyMap<string, readonly ReportCase[]> {
  const groups = new Map<string, ReportCase[]>();
  for (const reported of reports.flatMap(({ report }) => report.cases)) {
    const key = suite.keyOfCase(reported);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [reported]);
    else group.push(reported);
  }
  return groups;
}

function keyOf(test: ObservedTest, suite: PreparedSuite): string {
  return suite.keyOfCase({ ...NO_CASE, classname: test.classname, name: test.name });
}

function compare(test: ObservedTest, cases: readonly ReportCase[]): ObservedTest {
  const last = test.tries.at(-1);
  const [only] = cases;
  if (last === undefined || only === undefined || cases.length > 1) return test;
  const completed = { ...test, properties: only.properties };
  if (saysTheSame(last.status, only.status)) return completed;
  return { ...completed, disagreement: `the event stream says ${last.status}, the report says ${only.status}` };
}

function saysTheSame(event: string, report: ReportCase['status']): boolean {
  if (event === report) return true;
  if (event === 'xfailed') return report === 'skipped';
  // Tools differ in what they call a failure and an error; both are red.
  return (event === 'error' && report === 'failed') || (event === 'failed' && report === 'error');
}

const NO_CASE: ReportCase = {
  suite: '',
  name: '',
  classname: '',
  status: 'passed',
  file: '',
  line: 0,
  durationMs: null,
  message: '',
  type: '',
  details: '',
  output: '',
  tries: [],
  properties: {},
  attachments: [],
};
