// Problems and suites as sections of report.html.
import { COUNT_DEFINITIONS } from '../../verdict/totals.js';
import { htmlText } from '../../text/escape.js';
import { OUTCOME_WORDS } from '../markdown/suites.js';
import type { ProblemView, SuiteView } from '../view/view.js';
import { shortLine, visibleText } from '../../text/visible.js';
import { formatCount, formatDuration, formatNumber } from '../../text/format.js';
import { nextHtml, placeHtml } from './parts.js';

const CARDS = 50;

/** Cards for what went wrong beside the tests. */
export function problemsHtml(problems: readonly ProblemView[]): string {
  if (problems.length === 0) return '';
  const missing = problems.length - CARDS;
  const more = missing > 0 ? `<p class="muted">${formatCount(missing, 'more problem')}: see report.md.</p>` : '';
  return `<section id="problems"><h2>Problems</h2>${problems.slice(0, CARDS).map(problemCard).join('\n')}${more}</section>`;
}

function problemCard(problem: ProblemView): string {
  const { severity, suite, place, headline, message, progress, quote, spot, remedy } = problem;
  const subject = headline === '' ? [...new Set([suite, place])].filter((part) => part !== '').join(', ') : headline;
  const title = subject === '' ? shortLine(message, 300) : subject;
  return [
    `<article class="card ${severity === 'error' ? 'bad' : ''}"><h3>${htmlText(title)}</h3>`,
    subject === '' || message === '' ? '' : `<p>${htmlText(shortLine(message, 1000))}</p>`,
    progress === '' ? '' : `<p class="muted">${htmlText(progress)}</p>`,
    quote === '' ? '' : `<pre>${htmlText(visibleText(quote).slice(0, 6000))}</pre>`,
    spot === null ? '' : `<p>${placeHtml(spot)}</p>`,
    nextHtml(remedy),
    '</article>',
  ].join('');
}

/** A column of the table of suites. */
interface Column {
  readonly name: string;
  readonly of: (suite: SuiteView) => number;
}

const COUNTS: readonly Column[] = [
  { name: 'passed', of: ({ passed }) => passed },
  { name: 'failed', of: ({ failing }) => failing },
  { name: 'not run', of: ({ notRun }) => notRun },
  { name: 'flaky', of: ({ flaky }) => flaky },
  { name: 'skipped', of: ({ skipped }) => skipped },
  { name: 'quarantined', of: ({ quarantined }) => quarantined },
];
/** Shown though they are zero everywhere. */
const ALWAYS = new Set(['passed', 'failed']);

/** The suites in numbers; a count that is zero in all of them has no column. */
export function suitesHtml(suites: readonly SuiteView[]): string {
  if (suites.length === 0) return '';
  const counts = COUNTS.filter(({ name, of }) => ALWAYS.has(name) || suites.some((suite) => of(suite) > 0));
  const heads = ['suite', 'runner', 'result', ...counts.map(({ name }) => name), 'time', 'attempts'];
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join('');
  const rows = suites.map((suite) => suiteRowHtml(suite, counts)).join('\n');
  return `<section id="suites"><h2>Suites</h2><div class="wide" tabindex="0" role="group" aria-label="Table of suites"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div><p class="muted small">${COUNT_DEFINITIONS}</p></section>`;
}

function suiteRowHtml(suite: SuiteView, counts: readonly Column[]): string {
  const tone = suite.mark === '~' ? 'flaky' : suite.conclusion;
  const cells = [
    ...counts.map(({ of }) => formatNumber(of(suite))),
    formatDuration(suite.durationMs),
    formatNumber(suite.attempts),
  ];
  const numbers = cells.map((cell) => `<td>${cell}</td>`).join('');
  const result = `<td class="${tone}">${suite.mark} ${OUTCOME_WORDS[suite.outcome]}</td>`;
  return `<tr><td>${htmlText(shortLine(suite.name, 80))}</td><td>${suite.runner}</td>${result}${numbers}</tr>`;
}
