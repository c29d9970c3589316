import type { DeclaredTotals } from '../model/report.js';
import type { Problem, Severity } from '../model/problem.js';
import type { ReportBody } from './report-reader.js';
import type { ReportOptions } from './report-reader.js';

/** How the reading of a file went, beside what was in it. */
export interface ReadingEnd {
  readonly torn: boolean;
  readonly repaired: boolean;
  readonly tooLarge: boolean;
}

const number = new Intl.NumberFormat('en-US');
const count = (value: number): string => number.format(value);
const plural = (value: number, word: string): string => `${count(value)} ${word}${value === 1 ? '' : 's'}`;

const KILLED = 'Was the program killed, or the disk full? The end of its output tells more.';

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
  if (tooLarge) return `${name} is too large; ${count(kept)} of at least ${count(expected)} results kept`;
  const where = lost > 0 ? 'in the middle of a test' : 'before its end';
  return `${name} ends ${where}; ${count(kept)} of at least ${count(expected)} results kept`;
}

function countMessage({ cases, declared, suiteErrors }: ReportBody, name: string): string | null {
  const badCases = cases.filter(({ status }) => status === 'failed' || status === 'error').length;
  const bad = badCases + suiteErrors.length;
  const claimsBad = declared.failures !== null || declared.errors !== null;
  const claims = [
    declared.tests === null || declared.tests === cases.length ? '' : plural(declared.tests, 'test'),
    !claimsBad || declaredBad(declared) === bad ? '' : plural(declaredBad(declared), 'failure'),
  ].filter((claim) => claim !== '');
  return claims.length === 0
    ? null
    : `${name} declares ${claims.join(' and ')}, but lists ${plural(cases.length, 'test')} and ${plural(bad, 'failure')}`;
}

/** What is wrong with a report that could be read at all. Only severity `error` forbids to believe it green. */
export function problemsOf(body: ReportBody, end: ReadingEnd, { name, place }: ReportOptions): readonly Problem[] {
  const problem = (severity: Severity, message: string, remedy = ''): Problem => ({ severity, place, message, remedy });
  const problems: Problem[] = [];
  if (end.torn || end.tooLarge || body.lost > 0) problems.push(problem('error', tornMessage(body, end, name), KILLED));
  if (hidesFailures(body)) {
    const message = `${name} declares ${plural(declaredBad(body.declared), 'failure')} and shows none`;
    problems.push(problem('error', message, 'The output of the command tells what failed outside of any test.'));
  } else if (body.cases.length === 0 && (body.declared.tests ?? 0) > 0) {
    const message = `${name} declares ${plural(body.declared.tests ?? 0, 'test')} and lists none`;
    problems.push(problem('warning', message, 'Let the report writer list each test.'));
  } else if (!end.torn) {
    const message = countMessage(body, name);
    if (message !== null) problems.push(problem('note', message));
  }
  if (end.repaired)
    problems.push(problem('note', `${name} is not well-formed XML; it was read as far as it makes sense`));
  if (body.shortened > 0)
    problems.push(problem('note', `${name} holds too much text; ${plural(body.shortened, 'text')} shortened`));
  return problems;
}
