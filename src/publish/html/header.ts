// Head of report.html: verdict, states, facts of the run, links to the sections.
import type { RunReport } from '../../model/run.js';
import { htmlText } from '../../text/escape.js';
import { formatDuration, formatNumber } from '../../text/format.js';
import { shortLine } from '../../text/visible.js';
import type { ReportView } from '../view/view.js';
import { htmlLink } from './parts.js';
import { stateBar } from './state-bar.js';

/** A section of the page, as the links at its head name it. */
export interface Section {
  readonly id: string;
  readonly name: string;
  /** Null where a number says nothing. */
  readonly count: number | null;
  /** Empty for a section that is left out. */
  readonly html: string;
}

/** Links to the sections that the page has. */
export function navigation(sections: readonly Section[]): string {
  const items = sections.map(({ id, name, count }) => {
    const number = count === null ? '' : ` <span class="muted">${formatNumber(count)}</span>`;
    return `<li><a href="#${id}">${name}${number}</a></li>`;
  });
  return `<nav aria-label="Sections"><ul>${items.join('')}</ul></nav>`;
}

/** Verdict, states and facts of the run. */
export function header(view: ReportView, report: RunReport): string {
  const mark = ({ failure: '✕', success: '✓', neutral: '–', cancelled: '–' } as const)[view.conclusion];
  return [
    '<header>',
    `<h1 class="${view.conclusion}"><span class="mark" aria-hidden="true">${mark}</span> ${htmlText(view.title)}</h1>`,
    stateBar(view.suites),
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
    commit === '' ? '' : `commit ${htmlLink(commit, commitUrl)}`,
    `<time datetime="${new Date(view.startedAt).toISOString()}">${started} UTC</time>`,
    `took ${formatDuration(view.durationMs)}`,
    toolsOf(report),
    htmlText(shortLine(context.environment, 200)),
    context.artifactUrl === null ? '' : htmlLink('evidence', context.artifactUrl),
  ].filter((fact) => fact !== '');
}

/** Pull request and branch. */
function origin({ repositoryUrl, branch, pullRequest }: ReportView['context']): readonly string[] {
  const pullUrl = repositoryUrl === null ? null : `${repositoryUrl}/pull/${pullRequest ?? 0}`;
  return [
    pullRequest === null ? '' : `pull request ${htmlLink(`#${pullRequest}`, pullUrl)}`,
    branch === '' ? '' : `branch <code>${htmlText(shortLine(branch, 80))}</code>`,
  ];
}

/** The tools that ran, with their versions. */
function toolsOf({ suites }: RunReport): string {
  const named = suites.flatMap(({ tool }) =>
    tool === null || tool.version === '' ? [] : [`${tool.name} ${tool.version}`],
  );
  return htmlText(shortLine([...new Set(named)].join(', '), 200));
}
