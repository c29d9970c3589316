import { createHash } from 'node:crypto';
import type { SuiteFindings } from '../../model/quality.js';
import type { RunReport } from '../../model/run.js';
import type { TextOutput } from '../../ports.js';
import { htmlText } from '../../text/escape.js';
import { writeHtmlData } from './data.js';
import { causesHtml } from './cause-card.js';
import { header, navigation, type Section } from './header.js';
import { problemsHtml, suitesHtml } from './sections.js';
import { findingsHtml } from './measured/findings.js';
import { flakyHtml } from './flaky.js';
import { coveredRoutesHtml } from './measured/routes.js';
import { loadHtml } from './measured/load.js';
import { scoresHtml } from './measured/scores.js';
import { proposalsHtml } from './proposals.js';
import { trendHtml } from './measured/trend.js';
import { PAGE_SCRIPT, PAGE_STYLE } from './page.js';
import type { ReportView } from '../view/view.js';
import { shortLine } from '../../text/visible.js';
import { formatCount } from '../../text/format.js';

/**
 * report.html: one file that loads nothing from anywhere. Verdict, causes and suites are plain HTML; timeline and list of
 * tests are drawn by its own script from data that it never treats as markup.
 */
export function renderHtmlReport(
  view: ReportView,
  report: RunReport,
  findings: readonly SuiteFindings[] = [],
): (out: TextOutput) => void {
  return (out) => {
    const sections = sectionsOf(view, report, findings);
    out.text(
      [
        '<!doctype html>',
        '<html lang="en">',
        head(view),
        '<body>',
        '<a class="skip" href="#tests">Skip to the tests</a>',
        header(view, report),
        navigation(sections),
        '<main>',
        ...sections.map(({ html }) => html),
        '</main>',
        footer(view),
        '<script type="application/json" id="data">',
      ].join('\n'),
    );
    writeHtmlData(view, report, out);
    out.text(`</script>\n<script>${PAGE_SCRIPT}</script>\n</body>\n</html>\n`);
  };
}

/** The sections that have something to show, in their order. */
function sectionsOf(view: ReportView, report: RunReport, findings: readonly SuiteFindings[]): readonly Section[] {
  const { context } = view;
  const section = (id: string, name: string, html: string, count: number | null = null): Section => ({
    ...{ id, name, count, html },
  });
  const all = [
    section('problems', 'Problems', problemsHtml(view.problems), view.problems.length),
    section('causes', 'Causes', causesHtml(view), view.causes.length),
    section('flaky', 'Flaky', flakyHtml(view), view.flaky.length),
    section('suites', 'Suites', suitesHtml(view.suites), view.suites.length),
    section('findings', 'Findings', findingsHtml(findings)),
    section('quarantine', 'Quarantine', proposalsHtml(context)),
    section('trend', 'Trend', trendHtml(context)),
    section('scores', 'Scores', scoresHtml(report)),
    section('load', 'Load', loadHtml(context.load, report)),
    section('routes', 'Routes', coveredRoutesHtml(context.coverage), context.coverage.routes.length),
    section('timeline-part', 'Timeline', view.suites.some(({ attempts }) => attempts > 0) ? TIMELINE : ''),
    section('tests', 'Tests', TESTS, report.totals.total),
  ];
  return all.filter(({ html }) => html !== '');
}

function head(view: ReportView): string {
  const policy = [
    "default-src 'none'",
    `script-src '${sha256(PAGE_SCRIPT)}'`,
    `style-src '${sha256(PAGE_STYLE)}'`,
    // Screenshots lie beside the page, which people open from disk.
    "img-src 'self' file: data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${htmlText(view.title)}</title>`,
    `<style>${PAGE_STYLE}</style>`,
    '</head>',
  ].join('\n');
}

function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

const TIMELINE = '<section id="timeline-part"><h2>Timeline</h2><div class="timeline" id="timeline"></div></section>';

const select = (name: string, label: string, options: string): string =>
  `<label>${label}<select id="f-${name}">${options}</select></label>`;
const ALL = '<option value="">all</option>';

const TESTS = [
  '<section id="tests" tabindex="-1"><h2>Tests</h2>',
  '<noscript><p>Search and the list of tests need JavaScript; report.md beside this file needs none.</p></noscript>',
  '<div class="filters">',
  '<label class="search"><span>Search names and messages <kbd>/</kbd></span><input id="f-q" type="search" aria-keyshortcuts="/" autocomplete="off" spellcheck="false"></label>',
  select('suite', 'Suite', ALL),
  select('cause', 'Cause', ALL),
  select('route', 'Route', ALL),
  select('age', 'New or known', ALL),
  select(
    'sort',
    'Order',
    '<option value="state">failures first</option><option value="slow">slowest first</option><option value="start">as they ran</option><option value="name">by name</option>',
  ),
  '</div>',
  '<div class="chips" id="chips" role="group" aria-label="State"></div>',
  '<p class="count"><span id="count" role="status"></span> <button type="button" id="clear" hidden>Clear filters</button></p>',
  '<div class="tests" id="list"></div>',
  '<p class="more"><button type="button" id="more" hidden>Show more</button></p>',
  '</section>',
].join('\n');

function footer({ notes, context, fixed }: ReportView): string {
  const gone =
    fixed.length > 0
      ? `<p>${formatCount(fixed.length, 'test')} fixed: ${fixed
          .slice(0, 50)
          .map((id) => `<code>${htmlText(shortLine(id, 300))}</code>`)
          .join(', ')}</p>`
      : '';
  const lines = [...notes, `qaagent-orchestrate ${context.version}`].map((note) => htmlText(shortLine(note, 1000)));
  return `<footer>${gone}<p>${lines.join(' ')}</p></footer>`;
}
