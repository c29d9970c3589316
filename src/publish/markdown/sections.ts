// Causes, failing tests and problems as sections of summary, comment and report.md.
import { labelOf } from '../view/tests.js';
import type { FinalState, TestCase } from '../../model/run.js';
import type { List, Section } from './byte-budget.js';
import { COUNT_DEFINITIONS } from '../../verdict/totals.js';
import { codeBlock, codeSpan, markdownProse, markdownText } from '../../text/escape.js';
import { causeForms, causeLine, placeLink } from './cause-card.js';
import { SUITES_HEAD, suiteRow } from './suites.js';
import type { FlakyView, ProblemView, ReportView } from '../view/view.js';
import { shortLine, visibleText } from '../../text/visible.js';
import { formatCount, formatDuration, formatNumber } from '../../text/format.js';

const CARDS = 5;

/** How much room one kind of document gives to lists, and where the rest is to be found (Markdown of ours). */
export interface Profile {
  readonly testsPerCause: number;
  readonly listed: number;
  readonly where: string;
}

/** Cards for the five causes that matter most, then the others in a line each, then what no cause explains. */
export function causeSections(view: ReportView, profile: Profile): readonly Section[] {
  const cards = view.causes.slice(0, CARDS).map((cause, index): Section => ({
    kind: 'block',
    what: `cause ${index + 1}`,
    priority: 20 + index,
    forms: causeForms(cause, index + 1, profile),
  }));
  const others = view.causes.slice(CARDS);
  const more = folded(formatCount(others.length, 'more cause'), 30, others.length, profile, (index) => {
    const cause = others[index];
    return cause === undefined ? '' : causeLine(cause);
  });
  return [...cards, more, unexplained(view, profile)];
}

function unexplained(view: ReportView, profile: Profile): List {
  const none = view.causes.length === 0;
  const title = none ? 'Failing tests' : 'Failing tests without a known cause';
  return {
    ...folded(title, 25, view.unexplained.length, profile, (index) => testLine(view.unexplained[index], view)),
    open: `### ${title}\n\n`,
    close: '',
  };
}

const STATE_WORDS: Readonly<Record<FinalState, string>> = {
  passed: 'passed',
  flaky: 'flaky',
  'order-dependent': 'is order-dependent',
  failed: '',
  error: 'ended with an error',
  lost: 'did not run again',
  skipped: 'skipped',
  xfailed: 'failed as expected',
  'not-run': 'did not run',
  timeout: 'timed out',
  crashed: 'crashed',
  cancelled: 'was cancelled',
  quarantined: 'is quarantined',
};

/** A failing test: its location and message. */
export function testLine(test: TestCase | undefined, view: ReportView): string {
  if (test === undefined) return '';
  const { id, place, message, state, age } = view.describe(test);
  const words = STATE_WORDS[state];
  const fresh = age === null ? '' : ` (${age})`;
  const spot = place === null ? '' : ` ${placeLink(place)}`;
  const reason = message === '' ? '' : `: ${markdownText(shortLine(message, 200))}`;
  return `- ${state === 'failed' ? '✕' : '!'} ${codeSpan(shortLine(id, 300))}${words === '' ? '' : ` ${words}`}${fresh}${spot}${reason}\n`;
}

/** Tests that passed only when they were tried again. */
export function flakySection(view: ReportView, profile: Profile): List {
  const list = folded('Flaky: passed on retry', 40, view.flaky.length, profile, (index) =>
    flakyLine(view.flaky[index]),
  );
  return { ...list, open: '### Flaky: passed on retry\n\n', close: '' };
}

function flakyLine(flaky: FlakyView | undefined): string {
  if (flaky === undefined) return '';
  const history = flaky.history === '' ? '' : `; ${markdownText(flaky.history)}`;
  return `- ~ ${codeSpan(shortLine(labelOf(flaky.test), 300))} ${markdownProse(shortLine(flaky.story, 300))}${history}\n`;
}

/** A list behind a fold. Items end with a line break. */
export function folded(
  title: string,
  priority: number,
  size: number,
  { listed, where }: Profile,
  item: (index: number) => string,
): List {
  return {
    kind: 'list',
    what: title.toLowerCase(),
    priority,
    open: `<details><summary>${title}</summary>\n\n`,
    count: size,
    limit: listed,
    item,
    more: (missing) => `\n${formatNumber(missing)} more: ${where}\n`,
    close: '\n</details>',
  };
}

/** One problem in two lengths. */
export function problemSection(problem: ProblemView, index: number): Section {
  const head = problemHead(problem);
  const quote = problem.quote === '' ? '' : codeBlock(visibleText(problem.quote).slice(0, 6000));
  const remedy = remedyText(problem.remedy);
  const spot = problem.spot === null ? '' : placeLink(problem.spot);
  const join = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
  return {
    kind: 'block',
    what: `problem ${index + 1}`,
    priority: problem.severity === 'error' ? 10 : 45,
    forms: [() => join(head, quote, spot, remedy), () => join(head, spot, remedy), () => head],
  };
}

/** A problem in one line: what, and how far it got. */
export function problemHead({ severity, suite, place, headline, message, progress }: ProblemView): string {
  const mark = severity === 'error' ? '!' : '–';
  const subject = headline === '' ? [...new Set([suite, place])].filter((part) => part !== '').join(', ') : headline;
  const bold = subject === '' ? '' : `**${markdownText(shortLine(subject, 300))}**`;
  const reason = markdownProse(shortLine(message, 500));
  const text = [bold, reason].filter((part) => part !== '').join(headline === '' ? ': ' : '. ');
  return `${mark} ${text}${progress === '' ? '' : ` — ${progress}`}`;
}

function remedyText(remedy: string): string {
  if (remedy.trim() === '') return '';
  if (!remedy.includes('\n')) return `**Next:** ${markdownProse(shortLine(remedy, 500))}`;
  return `**Next:**\n\n${codeBlock(remedy.slice(0, 3000))}`;
}

/** The suites in a table, behind a fold. */
export function suitesSection(view: ReportView, profile: Profile): List {
  const list = folded('Suites', 50, view.suites.length, profile, (index) => {
    const suite = view.suites[index];
    return suite === undefined ? '' : suiteRow(suite);
  });
  return { ...list, open: `${list.open}${SUITES_HEAD}`, close: `\n<sub>${COUNT_DEFINITIONS}</sub>\n${list.close}` };
}

/** The tests that took longest. */
export function slowestSection(view: ReportView, profile: Profile): List {
  return folded('Slowest tests', 60, view.slowest.length, profile, (index) => {
    const test = view.slowest[index];
    if (test === undefined) return '';
    const { id, suite, durationMs } = view.describe(test);
    return `- ${formatDuration(durationMs)} ${codeSpan(shortLine(id, 300))} (${markdownText(shortLine(suite, 60))})\n`;
  });
}

/** Tests that took much longer than in earlier runs. */
export function slowerSection({ context }: ReportView, profile: Profile): List {
  const slower = [...(context.baseline?.slower ?? [])];
  const title = `${formatCount(slower.length, 'test')} slower than in earlier runs`;
  return folded(title, 58, slower.length, profile, (index) => {
    const [key = '', test] = slower[index] ?? [];
    if (test === undefined) return '';
    const [suite = '', ...id] = key.split('\n');
    const times = `${formatDuration(test.durationMs)}, usually ${formatDuration(test.usualMs)} (${formatCount(test.runs, 'run')})`;
    return `- ${times} ${codeSpan(shortLine(id.join(' '), 300))} (${markdownText(shortLine(suite, 60))})\n`;
  });
}

/** Known-bad tests that do not count, with who answers for them. */
export function quarantineSection(view: ReportView, profile: Profile): List {
  const title = `${formatCount(view.quarantined.length, 'quarantined test')}, not counted`;
  return folded(title, 55, view.quarantined.length, profile, (index) => {
    const entry = view.quarantined[index];
    if (entry === undefined) return '';
    const { reason, owner, expires } = entry.quarantine;
    const words = `${shortLine(reason, 200)} (${shortLine(owner, 60)}, until ${shortLine(expires, 20)})`;
    return `- ${codeSpan(shortLine(labelOf(entry.test), 300))}: ${markdownText(words)}\n`;
  });
}

/** Tests that failed before and pass now. */
export function fixedSection(view: ReportView, profile: Profile): List {
  return folded(`${formatNumber(view.fixed.length)} fixed`, 42, view.fixed.length, profile, (index) => {
    return `- ✓ ${codeSpan(shortLine(view.fixed[index] ?? '', 300))}\n`;
  });
}
