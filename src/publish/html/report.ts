import { createHash } from 'node:crypto';
import type { SuiteFindings } from '../../model/quality.js';
import type { RunReport } from '../../model/run.js';
import type { TextOutput } from '../../ports.js';
import { htmlText } from '../../text/escape.js';
import { writeHtmlData } from './data.js';
import { causesHtml, htmlLink, problemsHtml, suitesHtml } from './sections.js';
import { findingsHtml } from './findings.js';
import { flakyHtml } from './flaky.js';
import { coveredRoutesHtml } from './routes.js';
import { loadHtml } from './load.js';
import { scoresHtml } from './scores.js';
import { proposalsHtml } from './proposals.js';
import { trendHtml } from './trend.js';
import { PAGE_SCRIPT, PAGE_STYLE } from './page.js';
import type { ReportView } from '../view/view.js';
import { shortLine } from '../../text/visible.js';
import { formatCount, formatDuration, formatNumber } from '../../text/format.js';

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
    out.text(
      [
        '<!doctype html>',
        '<html lang="en">',
        head(view),
        '<body>',
        '<a class="skip" href="#tests">Skip to the tests</a>',
        header(view, report),
        '<main>',
        problemsHtml(view.problems),
        causesHtml(view),
        flakyHtml(view),
        suitesHtml(view.suites) + findingsHtml(findings) + measuredHtml(view, report),
        TIMELINE,
        TESTS,
        '</main>',
        footer(view),
        '<script type="application/json" id="data">',
      ].join('\n'),
    );
    writeHtmlData(view, report, out);
    out.text(`</script>\n<script>${PAGE_SCRIPT}</script>\n</body>\n</html>\n`);
  };
}

/** What was measured besides passing and failing. */
function measuredHtml({ context }: ReportView, report: RunReport): string {
  const measured = scoresHtml(report) + loadHtml(context.load, report) + coveredRoutesHtml(context.coverage);
  return proposalsHtml(context) + trendHtml(context) + measured;
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

function header(view: ReportView, report: RunReport): string {
  const mark = ({ failure: '✕', success: '✓', neutral: '–', cancelled: '–' } as const)[view.conclusion];
  return [
    '<header>',
    `<h1 class="${view.conclusion}"><span class="mark" aria-hidden="true">${mark}</span> ${htmlText(view.title)}</h1>`,
    stateBar(view),
    `<ul class="facts">${facts(view, report)
      .map((fact) => `<li>${fact}</li>`)
      .join('')}</ul>`,
    '</header>',
  ].join('\n');
}

function facts(view: ReportView, report: RunReport): readonly string[] {
  const { context } = view;
  const started = new Date(view.startedAt).toISOString().slice(0, 16).replace('T', ' ');
  const commit = context.headSha === '' ? '' : `<code>${htmlText(context.headSha.slice(0, 7))}</code>`;
  const commitUrl =
    context.repositoryUrl === null ? null : `${context.repositoryUrl}/commit/${encodeURIComponent(context.headSha)}`;
  return [
    htmlText(shortLine(context.project, 80)),
    ...origin(context),
    context.runUrl === null
      ? ''
      : `${htmlLink(`run ${context.runNumber}`, context.runUrl)}, attempt ${context.runAttempt}`,
    commit === '' ? '' : htmlLink(commit, commitUrl),
    `<time datetime="${new Date(view.startedAt).toISOString()}">${started} UTC</time>`,
    formatDuration(view.durationMs),
    context.artifactUrl === null ? '' : htmlLink('evidence', context.artifactUrl),
    toolsOf(report),
  ].filter((fact) => fact !== '');
}

/** Pull request and branch. */
function origin({ repositoryUrl, branch, pullRequest }: ReportView['context']): readonly string[] {
  const pullUrl = repositoryUrl === null ? null : `${repositoryUrl}/pull/${pullRequest ?? 0}`;
  return [
    pullRequest === null ? '' : htmlLink(`#${pullRequest}`, pullUrl),
    branch === '' ? '' : `<code>${htmlText(shortLine(branch, 80))}</code>`,
  ];
}

/** The tools that ran, with their versions. */
function toolsOf({ suites }: RunReport): string {
  const named = suites.flatMap(({ tool }) =>
    tool === null || tool.version === '' ? [] : [`${tool.name} ${tool.version}`],
  );
  return htmlText(shortLine([...new Set(named)].join(', '), 200));
}

/** How the run divides into states, as a picture with words. */
function stateBar({ suites }: ReportView): string {
  const sum = (of: (suite: ReportView['suites'][number]) => number): number =>
    suites.reduce((total, suite) => total + of(suite), 0);
  const flaky = sum((suite) => suite.flaky);
  const parts = [
    ['bad', 'failed', sum((suite) => suite.failing)],
    ['flaky', 'flaky', flaky],
    ['off', 'not run', sum((suite) => suite.notRun)],
    ['off', 'skipped', sum((suite) => suite.skipped)],
    ['off', 'quarantined', sum((suite) => suite.quarantined)],
    ['good', 'passed at once', sum((suite) => suite.passed) - flaky],
  ] as const;
  const total = parts.reduce((all, [, , value]) => all + value, 0);
  if (total === 0) return '';
  const words = parts.filter(([, , value]) => value > 0).map(([, name, value]) => `${formatNumber(value)} ${name}`);
  let x = 0;
  const bars = parts.map(([tone, , value]) => {
    const width = (value / total) * 1000;
    x += width;
    return value === 0
      ? ''
      : `<rect class="b-${tone}" x="${(x - width).toFixed(2)}" width="${Math.max(3, width).toFixed(2)}" height="10"/>`;
  });
  return `<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="${words.join(', ')}">${bars.reverse().join('')}</svg>`;
}

const TIMELINE =
  '<section id="timeline-part" hidden><h2>Timeline</h2><div class="timeline" id="timeline"></div></section>';

const select = (name: string, label: string, options: string): string =>
  `<label>${label}<select id="f-${name}">${options}</select></label>`;
const ALL = '<option value="">all</option>';

const TESTS = [
  '<section id="tests" tabindex="-1"><h2>Tests</h2>',
  '<noscript><p>Search and the list of tests need JavaScript; report.md beside this file needs none.</p></noscript>',
  '<div class="filters">',
  '<label class="search">Search names and messages<input id="f-q" type="search" autocomplete="off" spellcheck="false"></label>',
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
