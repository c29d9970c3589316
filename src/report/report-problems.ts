import type { DeclaredTotals } from '../model/report.js';
import type { Problem, Severity } from '../model/problem.js';
import { formatCount, formatNumber } from '../text/format.js';
import type { ReportBody } from './report-reader.js';
import type { ReportOptions } from './report-reader.js';

/** How the reading of a file went, beside what was in it. */
export interface ReadingEnd {
  readonly torn: boolean;
  readonly repaired: boolean;
  /** Broken markup took in results, which are lost. */
  readonly swallowed?: boolean;
  readonly tooLarge: boolean;
}

const KILLED = 'Was the program killed, or the disk full? See the end of its output.';

/** Failures and errors that the totals claim. */
function declaredBad({ failures, errors }: DeclaredTotals): number {
  return (failures ?? 0) + (errors ?? 0);
}

/** True when totals claim failures of which no element shows one, not even as a flaky try. */
export function hidesFailures({
  cases,
  suiteErrors,
  declared,
}: Omit<ReportBody, 'format' | 'lost' | 'shortened'>): boolean {
  if (declaredBad(declared) === 0 || suiteErrors.length > 0) return false;
  return cases.every(({ status, tries }) => status !== 'failed' && status !== 'error' && tries.length === 0);
}

function tornMessage({ cases, declared, lost }: ReportBody, { tooLarge }: ReadingEnd, name: string): string {
  const kept = cases.length;
  const expected = Math.max(kept + (lost > 0 ? 1 : 0), declared.tests ?? 0);
  if (tooLarge) return `${name} is too large; ${formatNumber(kept)} of at least ${formatNumber(expected)} results kept`;
  const where = lost > 0 ? 'in the middle of a test' : 'before its end';
  return `${name} ends ${where}; ${formatNumber(kept)} of at least ${formatNumber(expected)} results kept`;
}

/** Failures and errors that the report lists, each element for itself. */
function listedBad({ cases, suiteErrors, listedBad: listed }: ReportBody): number {
  if (listed !== undefined) return listed;
  const tries = cases.reduce((sum, each) => sum + each.tries.length, 0);
  return cases.filter(({ status }) => BAD.has(status)).length + tries + suiteErrors.length;
}

const BAD: ReadonlySet<string> = new Set(['failed', 'error', 'unfinished']);

/**
 * Results that the report declares and does not list. What is skipped may be counted alone (mocha, libtest), each try of
 * a test may count (Surefire), and some tools count something else than tests.
 */
function missingTests(body: ReportBody): number {
  const { cases, declared, countsOtherThings = false } = body;
  if (countsOtherThings || declared.tests === null) return 0;
  const tries = cases.reduce((sum, each) => sum + each.tries.length, 0);
  const skipped = cases.filter(({ status }) => status === 'skipped' || status === 'not-run').length;
  const skippedAlone = Math.max(0, (declared.skipped ?? 0) - skipped);
  return Math.max(0, declared.tests - cases.length - tries - skippedAlone);
}

const OUTSIDE = 'See the output of the command to find what failed outside any test.';

/** Where the report contradicts itself: what it declares of the whole run is worse, or more, than what it lists. */
function contradiction(body: ReportBody, name: string): readonly [message: string, remedy: string] | null {
  const declared = declaredBad(body.declared);
  const listed = listedBad(body);
  if (declared > listed && (listed === 0 || body.countsOtherThings !== true)) {
    const shown = listed === 0 ? 'shows none' : `shows ${formatNumber(listed)}`;
    return [`${name} declares ${formatCount(declared, 'failure')} and ${shown}`, OUTSIDE];
  }
  if (body.failedBy !== undefined && listed === 0)
    return [`${name} states that the run failed (${body.failedBy}), but shows no failure`, OUTSIDE];
  if (missingTests(body) === 0) return null;
  const lists = body.cases.length === 0 ? 'none' : formatNumber(body.cases.length);
  const message = `${name} declares ${formatCount(body.declared.tests ?? 0, 'test')} and lists ${lists}`;
  return [message, 'Configure the report writer to list every test. Tests that are not listed cannot be evaluated.'];
}

/** What is wrong with a report that could be read at all. Only severity `error` forbids to believe it green. */
export function problemsOf(body: ReportBody, end: ReadingEnd, { name, place }: ReportOptions): readonly Problem[] {
  const problem = (severity: Severity, message: string, remedy = ''): Problem => ({ severity, place, message, remedy });
  const problems: Problem[] = [];
  const isTorn = end.torn || end.tooLarge || body.lost > 0;
  const contradicts = contradiction(body, name);
  if (isTorn) problems.push(problem('error', tornMessage(body, end, name), KILLED));
  if (contradicts !== null && (!isTorn || hidesFailures(body))) problems.push(problem('error', ...contradicts));
  if (end.swallowed === true)
    problems.push(problem('error', `${name} has broken markup, and at least one result is lost`));
  if (end.repaired) problems.push(problem('note', `${name} is not well-formed XML; the readable parts were used`));
  if (body.shortened > 0)
    problems.push(problem('note', `${name} contains too much text; ${formatCount(body.shortened, 'text')} truncated`));
  return problems;
}
