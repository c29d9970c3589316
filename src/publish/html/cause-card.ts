// The causes of failing tests as cards of report.html.
import { runName } from '../../model/run.js';
import { htmlText } from '../../text/escape.js';
import { formatCount, formatNumber } from '../../text/format.js';
import { codeLine, shortLine } from '../../text/visible.js';
import { relativeAddress } from '../link.js';
import type { PublishContext } from '../view/context.js';
import type { CauseView, ReportView } from '../view/view.js';
import { htmlLink, nextHtml, placeHtml, proseHtml, testLink } from './parts.js';

const CARDS = 50;
/** The others show their title until they are opened. */
const OPEN_CARDS = 5;
const QUOTE_LINES = 6;
const TESTS = 3;

/** A card a cause, the fifty that reach furthest. */
export function causesHtml({ causes, context }: ReportView): string {
  if (causes.length === 0) return '';
  const card = (cause: CauseView, index: number): string => causeCard(cause, index, context);
  const missing = causes.length - CARDS;
  const more =
    missing > 0 ? `<p class="muted">${formatCount(missing, 'more cause')}: filter the tests by cause.</p>` : '';
  return `<section id="causes"><h2>Causes</h2>${causes.slice(0, CARDS).map(card).join('\n')}${more}</section>`;
}

function causeCard(cause: CauseView, index: number, context: PublishContext): string {
  const fix = cause.fixCode.trim() === '' ? '' : cause.fixCode.slice(0, 8000);
  return [
    `<article class="card bad" id="cause-${index + 1}"><details${index < OPEN_CARDS ? ' open' : ''}>`,
    `<summary><h3>${index + 1}. ${proseHtml(shortLine(cause.rootCause, 220))}</h3>${briefHtml(cause)}</summary>`,
    `<ul class="facts">${factItems(cause, index)}</ul>`,
    proofHtml(cause, index, context),
    nextHtml(cause.suggestion),
    fix === '' ? '' : `<details><summary>A possible fix, not tried</summary><pre>${htmlText(fix)}</pre></details>`,
    testsHtml(cause, index),
    cause.rerun === null
      ? ''
      : `<p class="muted">Run ${cause.tests.length === 1 ? 'it' : 'one'} again:</p><pre class="command">${htmlText(cause.rerun)}</pre>`,
    '</details></article>',
  ].join('');
}

/** What a closed card shows beside its title. */
function briefHtml({ tests, age }: CauseView): string {
  return `<span class="brief">${formatCount(tests.length, 'test')}${age === null ? '' : ` ${ageBadge(age)}`}</span>`;
}

const ageBadge = (age: string): string => `<span class="badge ${age}">${age}</span>`;

function factItems(cause: CauseView, index: number): string {
  const suites = cause.suites.length === 0 ? '' : ` in ${htmlText(shortLine(cause.suites.join(', '), 120))}`;
  const routes = cause.routes.map((route) => `<code>${htmlText(shortLine(route, 120))}</code>`);
  const more = cause.moreRoutes > 0 ? ` and ${formatCount(cause.moreRoutes, 'more route')}` : '';
  const since = cause.since === null ? '' : ` since ${htmlLink(runName(cause.since), cause.since.url)}`;
  const facts = [
    cause.class,
    `${cause.confidence} confidence`,
    `<strong>${formatCount(cause.tests.length, 'test')}</strong>${suites}`,
    cause.age === null ? '' : `${ageBadge(cause.age)}${since}`,
    cause.legs === '' ? '' : `<strong>${htmlText(shortLine(cause.legs, 200))}</strong>`,
    cause.changedHere ? '<strong>line changed in this pull request</strong>' : '',
    cause.source === 'model' ? 'determined by the model' : '',
    placeHtml(cause.place),
    cause.unlocated === '' ? '' : htmlText(`No file: ${shortLine(cause.unlocated, 400)}`),
    routes.join(', ') + more,
    `<a href="#cause-${index + 1}">link to this cause<span class="sr">, ${index + 1}</span></a>`,
  ];
  return facts
    .filter((fact) => fact !== '')
    .map((fact) => `<li>${fact}</li>`)
    .join('');
}

/** What proves the cause: quoted lines and the source, beside them the screenshot. */
function proofHtml(cause: CauseView, index: number, context: PublishContext): string {
  const lines = cause.quotes.slice(0, QUOTE_LINES).map((line) => codeLine(line, 400));
  const quote = lines.length === 0 ? '' : `<pre>${htmlText(lines.join('\n'))}</pre>`;
  const text = quote + sourceHtml(cause, context);
  const picture = pictureHtml(cause, index);
  if (picture === '') return text;
  return `<div class="proof">${text === '' ? '' : `<div>${text}</div>`}${picture}</div>`;
}

/** The source around the place of a cause, with the failing line marked. */
function sourceHtml({ place }: CauseView, { sourceAround }: PublishContext): string {
  const lines = place === null || place.line === 0 ? [] : sourceAround({ file: place.path, line: place.line });
  if (lines.length === 0) return '';
  const isText = (line: string): boolean => !/\|\s*$/.test(line);
  const rows = lines.slice(lines.findIndex(isText), lines.findLastIndex(isText) + 1).map((line) => {
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
  return `<p class="shots"><a href="${htmlText(address)}">${image}</a></p>`;
}

/** The first tests by name, and a button that filters the list of tests when there are more. */
function testsHtml({ tests }: CauseView, index: number): string {
  const items = tests.slice(0, TESTS).map((test) => `<li>${testLink(test)}</li>`);
  const list = `<ul class="failing">${items.join('')}</ul>`;
  if (tests.length < 2) return list;
  const label = `Show the ${formatNumber(tests.length)} tests<span class="sr"> of cause ${index + 1}</span>`;
  return `${list}<p><button type="button" data-cause="${index + 1}">${label}</button></p>`;
}
