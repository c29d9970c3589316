// The table of suites.
import { cellCode, codeSpan, markdownText } from '../../text/escape.js';
import { markdownLink } from '../link.js';
import type { ReportView, SuiteView } from '../view/view.js';
import { shortLine } from '../../text/visible.js';
import { formatCount, formatDuration, formatNumber } from '../../text/format.js';

const SUITES_IN_LINE = 8;

/** The suites with their marks and, behind them, the links: the line under the title. */
export function verdictLine(view: ReportView): string {
  return [suitesLine(view.suites), linksLine(view)].filter((part) => part !== '').join(' — ');
}

function suitesLine(suites: readonly SuiteView[]): string {
  const sorted = [...suites].sort((a, b) => Number(a.mark === '✓') - Number(b.mark === '✓'));
  const shown = suites.length > SUITES_IN_LINE ? sorted.slice(0, SUITES_IN_LINE) : suites;
  const parts = shown.map((suite) => `${suite.mark} **${suiteName(suite)}** ${suiteCount(suite)}`);
  const missing = suites.length - shown.length;
  if (missing > 0) parts.push(formatCount(missing, 'more suite'));
  return parts.join(' · ');
}

function suiteName(suite: SuiteView): string {
  return markdownText(shortLine(suite.name, 60)) || 'unnamed';
}

function suiteCount(suite: SuiteView): string {
  if (suite.total === 0) return OUTCOME_WORDS[suite.outcome];
  const passed =
    suite.passed === suite.total
      ? formatNumber(suite.total)
      : `${formatNumber(suite.passed)} of ${formatNumber(suite.total)}`;
  const flaky = suite.flaky > 0 ? `, ${formatNumber(suite.flaky)} flaky` : '';
  const outcome = suite.mark === '!' || suite.outcome === 'cancelled' ? `, ${OUTCOME_WORDS[suite.outcome]}` : '';
  return passed + flaky + outcome;
}

/** How an outcome is called where people read it. */
export const OUTCOME_WORDS: Readonly<Record<SuiteView['outcome'], string>> = {
  passed: 'passed',
  failed: 'failed',
  error: 'error',
  'no-tests': 'no tests',
  timeout: 'timed out',
  crashed: 'crashed',
  'config-error': 'not run',
  'report-error': 'report broken',
  incomplete: 'incomplete',
  cancelled: 'cancelled',
  skipped: 'skipped',
};

function linksLine({ context }: ReportView): string {
  const links = [
    context.artifactUrl === null ? '' : markdownLink('HTML report and evidence', context.artifactUrl),
    context.runUrl === null ? '' : markdownLink(`run ${context.runNumber}`, context.runUrl),
    context.headSha === '' ? '' : `${codeSpan(context.headSha.slice(0, 7))}${attempt(context.runAttempt)}`,
  ];
  return links.filter((link) => link !== '').join(' · ');
}

function attempt(runAttempt: number): string {
  return runAttempt > 0 ? `, attempt ${runAttempt}` : '';
}

/** Head of the table of suites, with the line that makes it a table. */
export const SUITES_HEAD = [
  '| suite | runner | result | passed | failed | not run | flaky | skipped | time | attempts |',
  '| --- | --- | --- | --: | --: | --: | --: | --: | --: | --: |',
  '',
].join('\n');

/** One row of the table of suites. */
export function suiteRow(suite: SuiteView): string {
  const cells = [
    `${suite.mark} ${cellCode(shortLine(suite.name, 80))}`,
    suite.runner,
    OUTCOME_WORDS[suite.outcome],
    formatNumber(suite.passed),
    formatNumber(suite.failing),
    formatNumber(suite.notRun),
    formatNumber(suite.flaky),
    formatNumber(suite.skipped),
    formatDuration(suite.durationMs),
    formatNumber(suite.attempts),
  ];
  return `| ${cells.join(' | ')} |\n`;
}
