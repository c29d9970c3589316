import { htmlText } from '../../text/escape.js';
import { formatCount } from '../../text/format.js';
import { shortLine } from '../../text/visible.js';
import type { FlakyView, ReportView } from '../view/view.js';
import { testLink } from './parts.js';

const MOST = 50;

/** The flaky tests, each with what happened and how often it has happened lately. Empty without one. */
export function flakyHtml({ flaky }: Pick<ReportView, 'flaky'>): string {
  if (flaky.length === 0) return '';
  const missing = flaky.length - MOST;
  const more =
    missing > 0 ? `<p class="muted">${formatCount(missing, 'more flaky test')}: filter the tests by state.</p>` : '';
  return `<section id="flaky"><h2>Flaky tests</h2><ul class="flaky-tests">${flaky.slice(0, MOST).map(item).join('')}</ul>${more}</section>`;
}

function item({ test, story, history }: FlakyView): string {
  const lately = history === '' ? '' : ` <span class="muted">${htmlText(shortLine(history, 80))}</span>`;
  return `<li>${testLink(test)} <span class="muted">${htmlText(shortLine(test.suite, 60))}</span><br>${htmlText(shortLine(story, 400))}${lately}</li>`;
}
