import { labelOf } from '../view/tests.js';
import { OUTCOME_WORDS } from '../markdown/suites.js';
import { causeBlock, problemBlock } from './cards.js';
import { indent, placeText, type Lines } from './parts.js';
import { columns, cutToColumns } from '../../text/columns.js';
import { padTo, paint, safeLine, wrap, type TerminalOptions, type Tone } from './style.js';
import type { Mark, ReportView, SuiteView } from '../view/view.js';
import { shortLine } from '../../text/visible.js';
import { formatCount, formatDuration, formatNumber } from '../../text/format.js';

const CAUSES = 10;
const LISTED = 20;
const PROBLEMS = 10;

const TONES: Readonly<Record<Mark, Tone>> = { '✕': 'red', '!': 'red', '~': 'yellow', '✓': 'green', '–': 'dim' };

/** The report for a person at a terminal: what the check says, in the same order, without a single control code of a test. */
export function renderTerminal(view: ReportView, options: TerminalOptions): string {
  const blocks = [
    titleBlock(view, options),
    suitesBlock(view.suites, options),
    ...view.problems.slice(0, PROBLEMS).map((problem) => problemBlock(problem, options)),
    moreProblems(view),
    ...view.causes.slice(0, CAUSES).map((cause, index) => causeBlock(cause, index + 1, options)),
    moreCauses(view),
    unexplainedBlock(view, options),
    flakyBlock(view, options),
    fixedBlock(view, options),
    footer(view, options),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function titleBlock(view: ReportView, options: TerminalOptions): Lines {
  const mark = ({ failure: '✕', success: '✓', neutral: '–', cancelled: '–' } as const)[view.conclusion];
  const lines = wrap(safeLine(view.title), options.width - 2);
  return lines.map((line, index) => {
    const bold = paint('bold', line, options);
    return index === 0 ? `${paint(TONES[mark], mark, options)} ${bold}` : `  ${bold}`;
  });
}

function suitesBlock(suites: readonly SuiteView[], options: TerminalOptions): Lines {
  const names = suites.map(({ name }) => cutToColumns(safeLine(name), 30));
  const widest = Math.max(0, ...names.map(columns));
  return suites.map((suite, index) => {
    const parts = [
      paint(TONES[suite.mark], suite.mark, options),
      padTo(names[index] ?? '', widest),
      padTo(suiteWords(suite), 28),
      paint('dim', formatDuration(suite.durationMs), options),
    ];
    return `  ${parts.join('  ')}`.trimEnd();
  });
}

function suiteWords(suite: SuiteView): string {
  const words = suite.total === 0 ? [] : [`${formatNumber(suite.passed)} of ${formatNumber(suite.total)} passed`];
  if (suite.flaky > 0) words.push(`${formatNumber(suite.flaky)} flaky`);
  if (suite.outcome !== 'passed' && suite.outcome !== 'failed') words.push(OUTCOME_WORDS[suite.outcome]);
  return words.join(', ');
}

function moreProblems({ problems }: ReportView): Lines {
  const missing = problems.length - PROBLEMS;
  return missing > 0 ? [`and ${formatCount(missing, 'more problem')}`] : [];
}

function moreCauses(view: ReportView): Lines {
  const others = view.causes.slice(CAUSES);
  const tests = others.reduce((sum, cause) => sum + cause.tests.length, 0);
  return others.length === 0
    ? []
    : [`and ${formatCount(others.length, 'more cause')} of ${formatCount(tests, 'failing test')}`];
}

function unexplainedBlock(view: ReportView, options: TerminalOptions): Lines {
  const lines = view.unexplained.slice(0, LISTED).flatMap((test) => {
    const { id, message, place } = view.describe(test);
    const head =
      `${paint('red', '✕', options)} ${safeLine(shortLine(id, 300))}  ${placeText(place, options)}`.trimEnd();
    return message === '' ? [head] : [head, `  ${cutToColumns(safeLine(message), options.width - 2)}`];
  });
  const missing = view.unexplained.length - LISTED;
  return missing > 0 ? [...lines, `  and ${formatNumber(missing)} more`] : lines;
}

function flakyBlock(view: ReportView, options: TerminalOptions): Lines {
  if (view.flaky.length === 0) return [];
  const lines = view.flaky
    .slice(0, LISTED)
    .flatMap(({ test, story, history }) => [
      `${paint('yellow', '~', options)} ${safeLine(shortLine(labelOf(test), 300))}`,
      ...indent(wrap(safeLine([story, history].filter((part) => part !== '').join('; ')), options.width - 2), 2),
    ]);
  const missing = view.flaky.length - LISTED;
  return [
    paint('bold', 'Flaky: passed on retry', options),
    ...lines,
    ...(missing > 0 ? [`  and ${formatNumber(missing)} more`] : []),
  ];
}

function fixedBlock(view: ReportView, options: TerminalOptions): Lines {
  const lines = view.fixed
    .slice(0, LISTED)
    .map((id) => `${paint('green', '✓', options)} ${safeLine(shortLine(id, 300))} is fixed`);
  const missing = view.fixed.length - LISTED;
  return missing > 0 ? [...lines, `  and ${formatNumber(missing)} more`] : lines;
}

function footer({ context, notes }: ReportView, options: TerminalOptions): Lines {
  const report = `Report: ${safeLine(context.evidenceDirectory.replace(/\/$/, ''))}/report.html`;
  return [report, ...notes.flatMap((note) => wrap(safeLine(note), options.width))].map((line) =>
    paint('dim', line, options),
  );
}
