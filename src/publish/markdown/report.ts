import type { Problem } from '../../model/problem.js';
import { assemble, type Block, type Section } from './byte-budget.js';
import { markdownText } from '../../text/escape.js';
import { markdownLink, safeUrl } from '../link.js';
import {
  causeSections,
  fixedSection,
  flakySection,
  folded,
  problemHead,
  problemSection,
  quarantineSection,
  slowerSection,
  slowestSection,
  suitesSection,
  testLine,
  type Profile,
} from './sections.js';
import { verdictLine } from './suites.js';
import { proposalSection } from './proposals.js';
import { codeSection, routesSection } from './coverage.js';
import type { ReportView } from '../view/view.js';
import { codeSpan } from '../../text/escape.js';
import { formatCount } from '../../text/format.js';

/** A step summary beyond this is dropped whole by GitHub, with everything in it. */
export const SUMMARY_BYTES = 1_048_576;
const PROBLEMS = 10;
const REPORT_BYTES = 4_194_304;

/** The job summary, at most `maxBytes` of UTF-8; empty when not even the verdict fits. */
export function renderSummary(view: ReportView, maxBytes: number): string {
  const profile: Profile = { testsPerCause: 20, listed: 200, where: whereRest(view) };
  return render(
    [heading(view, '##'), ...mainSections(view, profile), ...foldedSections(view, profile)],
    view,
    maxBytes,
  );
}

/** report.md: the same with every failing test, up to 4 MiB. */
export function renderMarkdownReport(view: ReportView): string {
  const profile: Profile = { testsPerCause: 50, listed: 20_000, where: '`report.html` beside this file' };
  const sections = [heading(view, '#'), ...mainSections(view, profile), ...foldedSections(view, profile)];
  return `${render([...sections, everyFailure(view, profile)], view, REPORT_BYTES, profile.where)}\n`;
}

/** What became known after the summary was written, as an addition to it; empty when there is nothing or no room. */
export function renderLateProblems(problems: readonly Problem[], view: ReportView, maxBytes: number): string {
  const views = problems.map((problem) => ({
    ...problem,
    suite: '',
    headline: '',
    progress: '',
    quote: '',
    spot: null,
  }));
  return render(views.map(problemSection), view, maxBytes);
}

/** The sections of `sections` that fit, with a note of what did not. */
export function render(
  sections: readonly Section[],
  view: ReportView,
  maxBytes: number,
  where: string = whereRest(view),
): string {
  const note = (what: readonly string[]): string => `_Not shown because of limited space: ${summed(what)}; ${where}._`;
  return assemble(sections, maxBytes, note);
}

/** Names the first few: fifty missing lists need no fifty names. */
function summed(what: readonly string[]): string {
  const shown = what.slice(0, 6).join(', ');
  return what.length > 6 ? `${shown} and ${formatCount(what.length - 6, 'more part')}` : shown;
}

/** Where everything is that a bounded document leaves out; Markdown of ours. */
export function whereRest({ context }: ReportView): string {
  if (context.artifactUrl !== null && safeUrl(context.artifactUrl) !== null) {
    return `all in the ${markdownLink('evidence', context.artifactUrl)}`;
  }
  return `all in ${codeSpan(`${context.evidenceDirectory.replace(/\/$/, '')}/report.html`)}`;
}

/** The title as a heading, for documents that have no title of their own. */
export function heading(view: ReportView, level: string): Block {
  const title = markdownText(view.title);
  return { kind: 'block', what: 'the title', priority: 0, forms: [() => `${level} ${mark(view)} ${title}`] };
}

function mark({ conclusion, flaky }: ReportView): string {
  if (conclusion === 'failure') return '✕';
  if (conclusion === 'success') return flaky.length > 0 ? '~' : '✓';
  return '–';
}

/** Verdict, problems, causes, flaky: what people came for. */
export function mainSections(view: ReportView, profile: Profile): readonly Section[] {
  const [urgent, other] = [true, false].map((wanted) => problemsOf(view, wanted, profile));
  return [
    { kind: 'block', what: 'the suites', priority: 1, forms: [() => verdictLine(view)] },
    ...(urgent ?? []),
    ...causeSections(view, profile),
    flakySection(view, profile),
    fixedSection(view, profile),
    ...(other ?? []),
  ];
}

/** The first few problems of a kind in full, the others in a line each. */
function problemsOf(view: ReportView, urgent: boolean, profile: Profile): readonly Section[] {
  const problems = view.problems.filter(({ severity }) => (severity === 'error') === urgent);
  const others = problems.slice(PROBLEMS);
  const title = formatCount(others.length, urgent ? 'more problem' : 'more note');
  const list = folded(title, urgent ? 15 : 46, others.length, profile, (index) => {
    const problem = others[index];
    return problem === undefined ? '' : `- ${problemHead(problem)}\n`;
  });
  return [...problems.slice(0, PROBLEMS).map(problemSection), list];
}

/** What is folded away, and who decided. */
export function foldedSections(view: ReportView, profile: Profile): readonly Section[] {
  const details = [suitesSection, slowerSection, slowestSection, quarantineSection].map((section) =>
    section(view, profile),
  );
  return [
    ...details,
    proposalSection(view),
    routesSection(view.context, profile),
    codeSection(view.context, profile),
    footer(view),
  ];
}

/** Every failing test by cause, behind a fold. */
export function everyFailure(view: ReportView, profile: Profile): Section {
  const tests = [...view.causes.flatMap((cause) => cause.tests), ...view.unexplained];
  const title = `${formatCount(tests.length, 'failing test')}, by cause`;
  return folded(title, 70, tests.length, profile, (index) => testLine(tests[index], view));
}

function footer({ notes, context }: ReportView): Block {
  const text = markdownText([...notes, `qaagent-orchestrate ${context.version}`].join(' '));
  return { kind: 'block', what: 'the footer', priority: 2, forms: [() => `<sub>${text}</sub>`] };
}
