// The title of the check: the verdict in one line of plain text, at most 255 bytes.
import { clipBytes } from '../../text/bounds.js';
import { type RunReport, runName } from '../../model/run.js';
import { addTotals } from '../../verdict/totals.js';
import type { RunReference } from '../../model/run.js';
import { didNotStart, suiteHeadline } from './suite-headline.js';
import { visibleLine } from '../../text/visible.js';
import { formatCount, formatDuration, formatNumber } from '../../text/format.js';

/** GitHub takes 255 characters; bytes are the stricter reading. */
const TITLE_BYTES = 255;

/** What the title needs to know beside the report. */
export interface TitleFacts {
  /** Without order-dependent tests, which are counted apart. */
  readonly failing: number;
  /** Failing tests that failed before as well; null without a baseline. */
  readonly known: number | null;
  /** When every known failure goes back to one run. */
  readonly knownSince: RunReference | null;
  /** Failing tests that no headline of a suite names. */
  readonly beside: number;
  /** Failing tests that did not run again when they were retried. */
  readonly lost: number;
  readonly causes: number;
  readonly fixed: number;
  readonly comparedWith: RunReference | null;
}

/** The verdict in one line of plain text, at most 255 bytes. It is never a bare "failed". */
export function titleOf(report: RunReport, facts: TitleFacts): string {
  const title = visibleLine(sentence(report, facts));
  const clipped = clipBytes(title, TITLE_BYTES);
  return clipped === title ? title : `${clipBytes(title, TITLE_BYTES - 3)}…`;
}

function sentence(report: RunReport, facts: TitleFacts): string {
  if (report.conclusion === 'cancelled') return cancelled(report, facts);
  const headlines = report.suites.filter(({ conclusion }) => conclusion !== 'success').map(suiteHeadline);
  // What is missing of a merged run is missing for all of its suites.
  const broken = [...new Set(headlines.filter((headline) => headline !== null))];
  const first = broken[0];
  const missed = (report.problems ?? []).map(({ headline }) => headline);
  const tests = facts.failing > 0 ? failures(report, facts) : rest(report, facts);
  const waiting = report.suites.filter((suite) => !didNotStart(suite));
  const unran = addTotals(waiting.map(({ totals }) => totals)).notRun === 0 ? [] : [notRun(report)];
  if (first === undefined) return (facts.failing > 0 ? [tests, ...missed] : [...missed, tests]).join('; ');
  const second = broken.length === 2 ? [broken[1] ?? ''] : [];
  const more = broken.length > 2 ? [`${formatCount(broken.length - 1, 'more suite')} broken`] : [];
  return [first, ...second, ...more, ...(facts.beside > 0 ? [tests] : unran), ...missed].join('; ');
}

function cancelled(report: RunReport, facts: TitleFacts): string {
  const failed = facts.failing > 0 ? `, ${formatNumber(facts.failing)} failed` : '';
  return `cancelled after ${formatDuration(report.durationMs)}: ${formatNumber(report.totals.passed)} passed${failed} so far`;
}

function failures(report: RunReport, facts: TitleFacts): string {
  const { totals } = report;
  const parts = [failureWords(facts)];
  if (totals.orderDependent > 0) parts.push(`${formatNumber(totals.orderDependent)} order-dependent`);
  if (totals.notRun > 0) parts.push(notRun(report));
  if (totals.flaky > 0) parts.push(`${formatNumber(totals.flaky)} flaky`);
  parts.push(`${formatNumber(totals.passed)} passed in ${formatDuration(report.durationMs)}`);
  return parts.join(', ');
}

function notRun({ totals }: RunReport): string {
  return `${formatNumber(totals.notRun)} not run`;
}

function failureWords(facts: TitleFacts): string {
  const { failing, known } = facts;
  const causes = failing > 1 && facts.causes > 0 ? ` (${formatCount(facts.causes, 'cause')})` : '';
  if (facts.lost === failing) return `${formatCount(failing, 'failed test')} did not run again`;
  if (known === null) return `${formatCount(failing, 'failure')}${causes}`;
  if (known === failing) {
    const since = facts.knownSince === null ? '' : ` (since ${runName(facts.knownSince)})`;
    return `${formatCount(failing, 'known failure')}${since}`;
  }
  const rest = known > 0 ? `, ${formatNumber(known)} known` : '';
  return `${formatCount(failing - known, 'new failure')}${causes}${rest}`;
}

function rest(report: RunReport, facts: TitleFacts): string {
  const { totals, conclusion } = report;
  if (totals.total === 0) return nothing(report);
  const isRed = conclusion === 'failure';
  // Flaky tests are the reason only where nothing else is.
  const flakyRed = isRed && totals.flaky > 0 && totals.orderDependent + totals.notRun === 0;
  const parts: string[] = flakyRed ? [failTheRun(totals.flaky, 'flaky test')] : [];
  if (totals.orderDependent > 0)
    parts.push(
      isRed
        ? failTheRun(totals.orderDependent, 'order-dependent test')
        : formatCount(totals.orderDependent, 'order-dependent test'),
    );
  parts.push(`${formatNumber(totals.passed)} passed in ${formatDuration(report.durationMs)}`);
  if (facts.fixed > 0) parts.push(`${formatNumber(facts.fixed)} fixed${sinceRun(facts.comparedWith)}`);
  if (totals.flaky > 0 && !flakyRed) parts.push(`${formatNumber(totals.flaky)} flaky`);
  if (totals.quarantined > 0) parts.push(`${formatNumber(totals.quarantined)} quarantined`);
  if (totals.skipped > 0) parts.push(`${formatNumber(totals.skipped)} skipped`);
  if (totals.notRun > 0) parts.unshift(`${formatCount(totals.notRun, 'test')} did not run`);
  return parts.join(', ');
}

function failTheRun(count: number, what: string): string {
  return `${formatCount(count, what)} fail${count === 1 ? 's' : ''} the run`;
}

function sinceRun(run: RunReference | null): string {
  return run === null ? '' : ` since ${runName(run)}`;
}

function nothing(report: RunReport): string {
  const off = report.suites.length > 0 && report.suites.every(({ suite }) => !suite.enabled);
  return off ? 'nothing ran: every suite is disabled' : 'no tests ran';
}
