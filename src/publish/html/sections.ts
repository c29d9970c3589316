// Causes, problems and suites as sections of report.html.
import { COUNT_DEFINITIONS } from '../../verdict/totals.js';
import { htmlText } from '../../text/escape.js';
import { relativeAddress, safeUrl } from '../link.js';
import { OUTCOME_WORDS } from '../markdown/suites.js';
import type { PublishContext } from '../view/context.js';
import type { CauseView, PlaceView, ProblemView, ReportView, SuiteView } from '../view/view.js';
import { codeLine, shortLine, visibleText } from '../../text/visible.js';
import { formatCount, formatDuration, formatNumber } from '../../text/format.js';

const QUOTE_LINES = 6;
const CARDS = 50;

/** A link when the address is http(s), else the label alone. The label is HTML already. */
export function htmlLink(label: string, url: string | null): string {
  const safe = url === null ? null : safeUrl(url);
  return safe === null ? label : `<a href="${htmlText(safe)}">${label}</a>`;
}

/** Cards for what went wrong beside the tests. */
export function problemsHtml(problems: readonly ProblemView[]): string {
  if (problems.length === 0) return '';
  const missing = problems.length - CARDS;
  const more = missing > 0 ? `<p class="muted">${formatCount(missing, 'more problem')}: see report.md.</p>` : '';
  return `<section><h2>Problems</h2>${problems.slice(0, CARDS).map(problemCard).join('\n')}${more}</section>`;
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

function nextHtml(text: string): string {
  if (text.trim() === '') return '';
  if (text.includes('\n')) return `<p><strong>Next:</strong></p><pre>${htmlText(text.slice(0, 3000))}</pre>`;
  return `<p><strong>Next:</strong> ${proseHtml(shortLine(text, 600))}</p>`;
}

/** A sentence in which what stands between backticks is code. */
function proseHtml(text: string): string {
  const pieces = text.split(/`([^`]{1,500})`/);
  return pieces.map((piece, index) => (index % 2 === 1 ? `<code>${htmlText(piece)}</code>` : htmlText(piece))).join('');
}

/** A card a cause, the fifty that reach furthest. */
export function causesHtml({ causes, context }: ReportView): string {
  if (causes.length === 0) return '';
  const card = (cause: CauseView, index: number): string => causeCard(cause, index, context);
  const missing = causes.length - CARDS;
  const more =
    missing > 0 ? `<p class="muted">${formatCount(missing, 'more cause')}: filter the tests by cause.</p>` : '';
  return `<section><h2>Causes</h2>${causes.slice(0, CARDS).map(card).join('\n')}${more}</section>`;
}

function causeCard(cause: CauseView, index: number, context: PublishContext): string {
  const quote = quoteOf(cause);
  const routes = cause.routes.map((route) => `<code>${htmlText(shortLine(route, 120))}</code>`);
  const more = cause.moreRoutes > 0 ? ` and ${formatCount(cause.moreRoutes, 'more route')}` : '';
  const unlocated = cause.unlocated === '' ? '' : htmlText(`No file: ${shortLine(cause.unlocated, 400)}`);
  const spot = [placeHtml(cause.place), unlocated, routes.join(', ') + more].filter((part) => part !== '').join(' · ');
  const fix = cause.fixCode.trim() === '' ? '' : foldHtml('A possible fix, not tried', cause.fixCode.slice(0, 8000));
  const rerun = cause.rerun === null ? '' : foldHtml('How to run one again', cause.rerun);
  return [
    `<article class="card bad" id="cause-${index + 1}"><h3><a class="anchor" href="#cause-${index + 1}" aria-label="Link to cause ${index + 1}">${index + 1}.</a> ${proseHtml(shortLine(cause.rootCause, 220))}</h3>`,
    `<ul class="facts">${factItems(cause)}</ul>`,
    quote.length === 0 ? '' : `<pre>${htmlText(quote.join('\n'))}</pre>`,
    spot === '' ? '' : `<p>${spot}</p>`,
    sourceHtml(cause, context),
    pictureHtml(cause, index),
    nextHtml(cause.suggestion),
    fix,
    rerun,
    `<p><button type="button" data-cause="${index}">Show ${cause.tests.length === 1 ? 'the test' : `the ${formatNumber(cause.tests.length)} tests`}<span class="sr"> of cause ${index + 1}</span></button></p>`,
    '</article>',
  ].join('');
}

/** The lines that prove the cause; one that only repeats the title proves nothing more. */
function quoteOf({ quotes, rootCause }: CauseView): readonly string[] {
  const plain = (text: string): string => text.replaceAll('`', '').replace(/\.$/, '').trim();
  const lines = quotes.flatMap((quote) => quote.split('\n')).filter((line) => line.trim() !== '');
  const decisive = lines.filter((line) => plain(line.replace(/^E\s+/, '')) !== plain(rootCause));
  return decisive.slice(0, QUOTE_LINES).map((line) => codeLine(line, 400));
}

/** The source around the place of a cause, with the failing line marked. */
function sourceHtml({ place }: CauseView, { sourceAround }: PublishContext): string {
  const lines = place === null || place.line === 0 ? [] : sourceAround({ file: place.path, line: place.line });
  if (lines.length === 0) return '';
  const last = lines.findLastIndex((line) => !/\|\s*$/.test(line));
  const rows = lines.slice(0, last + 1).map((line) => {
    const text = htmlText(codeLine(line, 240));
    return line.startsWith('>') ? `<mark>${text}</mark>` : text;
  });
  return `<pre class="source" tabindex="0" role="group" aria-label="Source">${rows.join('\n')}</pre>`;
}

/** The first screenshot that a failing test of a cause has left. */
function pictureHtml({ tests }: CauseView, index: number): string {
  const files = tests.slice(0, 10).flatMap(({ attachments }) => attachments.slice(0, 50));
  const picture = files.find((path) => /\.(png|jpe?g|webp)$/i.test(path));
  const address = picture === undefined ? null : relativeAddress(picture);
  if (address === null) return '';
  const image = `<img src="${htmlText(address)}" loading="lazy" alt="Screenshot of a failing test of cause ${index + 1}">`;
  return `<details><summary>Screenshot</summary><p class="shots"><a href="${htmlText(address)}">${image}</a></p></details>`;
}

function factItems(cause: CauseView): string {
  const suites = cause.suites.length === 0 ? '' : ` in ${htmlText(shortLine(cause.suites.join(', '), 120))}`;
  const facts = [
    cause.class,
    `${cause.confidence} confidence`,
    `<strong>${formatCount(cause.tests.length, 'test')}</strong>${suites}`,
  ];
  if (cause.age !== null) {
    const since = cause.since === null ? '' : ` since ${htmlLink(`run ${cause.since.number}`, cause.since.url)}`;
    facts.push(`<span class="badge ${cause.age}">${cause.age}</span>${since}`);
  }
  if (cause.legs !== '') facts.push(`<strong>${htmlText(shortLine(cause.legs, 200))}</strong>`);
  if (cause.changedHere) facts.push('<strong>line changed in this pull request</strong>');
  if (cause.source === 'model') facts.push('judged by the model');
  return facts.map((fact) => `<li>${fact}</li>`).join('');
}

function placeHtml(place: PlaceView | null): string {
  if (place === null) return '';
  const label = `${shortLine(place.path, 300)}${place.line > 0 ? `:${place.line}` : ''}`;
  return htmlLink(`<code>${htmlText(label)}</code>`, place.url);
}

function foldHtml(title: string, text: string): string {
  return `<details><summary>${title}</summary><pre class="command">${htmlText(text)}</pre></details>`;
}

/** The suites in numbers. */
export function suitesHtml(suites: readonly SuiteView[]): string {
  if (suites.length === 0) return '';
  const heads = [
    'suite',
    'runner',
    'result',
    'passed',
    'failed',
    'not run',
    'flaky',
    'skipped',
    'quarantined',
    'time',
    'attempts',
  ];
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join('');
  const rows = suites.map(suiteRowHtml).join('\n');
  return `<section><h2>Suites</h2><div class="wide" tabindex="0" role="group" aria-label="Table of suites"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div><p class="quiet">${COUNT_DEFINITIONS}</p></section>`;
}

function suiteRowHtml(suite: SuiteView): string {
  const { passed, failing, notRun, flaky, skipped, quarantined, attempts } = suite;
  const counts = [passed, failing, notRun, flaky, skipped, quarantined].map(formatNumber);
  const tone = suite.mark === '~' ? 'flaky' : suite.conclusion;
  const cells = [...counts, formatDuration(suite.durationMs), formatNumber(attempts)]
    .map((cell) => `<td>${cell}</td>`)
    .join('');
  const result = `<td class="${tone}">${suite.mark} ${OUTCOME_WORDS[suite.outcome]}</td>`;
  return `<tr><td>${htmlText(shortLine(suite.name, 80))}</td><td>${suite.runner}</td>${result}${cells}</tr>`;
}
