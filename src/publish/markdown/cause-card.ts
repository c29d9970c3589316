import { runName } from '../../model/run.js';
import { labelOf } from '../view/tests.js';
import { codeBlock, codeSpan, markdownProse, markdownText } from '../../text/escape.js';
import { markdownLink } from '../link.js';
import type { CauseView, PlaceView } from '../view/view.js';
import { codeLine, shortLine, visibleLine } from '../../text/visible.js';
import { formatCount } from '../../text/format.js';

const SENTENCE_CHARS = 400;
const HEADING_CHARS = 220;
const QUOTE_LINES = 6;
const QUOTE_LINE_CHARS = 300;
const FIX_CHARS = 4000;

/** The card of one cause in three lengths: everything, without its tests, and what it takes to know of it. */
export function causeForms(
  cause: CauseView,
  position: number,
  profile: { readonly testsPerCause: number; readonly where: string },
): readonly [() => string, () => string, () => string] {
  const heading = `### ${position}. ${markdownProse(shortLine(cause.rootCause, HEADING_CHARS)) || 'unknown cause'}`;
  const facts = factsLine(cause);
  const spot = spotLine(cause);
  const next = nextLine(cause);
  const card = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
  return [
    () => card(heading, facts, quote(cause, QUOTE_LINES), spot, next, fix(cause), testsOf(cause, profile)),
    () => card(heading, facts, quote(cause, 2), spot, next, `_Tests and rerun command: ${profile.where}._`),
    () => card(heading, `${facts} · ${profile.where}`),
  ];
}

function factsLine(cause: CauseView): string {
  const tests = cause.tests.length;
  const parts = [
    codeSpan(cause.class),
    `${cause.confidence} confidence`,
    `${tests > 1 ? `**${formatCount(tests, 'test')}**` : '1 test'}${inSuites(cause)}`,
  ];
  const age = ageWords(cause);
  if (age !== '') parts.push(age);
  if (cause.legs !== '') parts.push(`**${markdownText(shortLine(cause.legs, 200))}**`);
  if (cause.changedHere) parts.push('**line changed in this pull request**');
  if (cause.source === 'model') parts.push('determined by the model');
  return parts.join(' · ');
}

/** ` in unit, e2e`; three at most are named. */
function inSuites({ suites }: CauseView): string {
  if (suites.length === 0) return '';
  const named = suites.slice(0, 3).map((name) => codeSpan(shortLine(name, 60)));
  return ` in ${named.join(', ')}${suites.length > 3 ? ` and ${formatCount(suites.length - 3, 'more suite')}` : ''}`;
}

function ageWords({ age, since }: CauseView): string {
  if (age === null) return '';
  const word = age === 'new' ? '**new**' : 'known';
  return since === null ? word : `${word} since ${markdownLink(runName(since), since.url)}`;
}

function quote({ quotes }: CauseView, lines: number): string {
  const quoted = quotes.slice(0, lines).map((line) => codeLine(line, QUOTE_LINE_CHARS));
  return quoted.length === 0 ? '' : codeBlock(quoted.join('\n'));
}

function spotLine(cause: CauseView): string {
  const place = cause.place === null ? withoutPlace(cause) : placeLink(cause.place);
  const more = cause.moreRoutes > 0 ? ` and ${formatCount(cause.moreRoutes, 'more route')}` : '';
  const routes = cause.routes.map((route) => codeSpan(shortLine(route, 120))).join(', ') + more;
  return [place, routes].filter((part) => part !== '').join(' · ');
}

function withoutPlace({ unlocated }: CauseView): string {
  return unlocated === '' ? '' : `No file: ${markdownText(shortLine(unlocated, SENTENCE_CHARS))}`;
}

/** `path:line` as code, linked when there is something to link to. */
export function placeLink(place: PlaceView): string {
  const label = codeSpan(`${shortLine(place.path, 200)}${place.line > 0 ? `:${place.line}` : ''}`);
  return markdownLink(label, place.url);
}

function nextLine(cause: CauseView): string {
  const next = visibleLine(cause.suggestion);
  return next === '' ? '' : `**Next:** ${markdownProse(shortLine(next, SENTENCE_CHARS))}`;
}

function fix(cause: CauseView): string {
  if (cause.fixCode.trim() === '' || cause.fixCode.length > FIX_CHARS) return '';
  return `<details><summary>A possible fix, not tried</summary>\n\n${codeBlock(cause.fixCode)}\n</details>`;
}

function testsOf(
  cause: CauseView,
  { testsPerCause, where }: { readonly testsPerCause: number; readonly where: string },
): string {
  const shown = cause.tests.slice(0, testsPerCause);
  const missing = cause.tests.length - shown.length;
  const lines = shown.map((test) => `- ${codeSpan(shortLine(labelOf(test), 300))}\n`);
  if (missing > 0) lines.push(`- ${formatCount(missing, 'more test')}: ${where}\n`);
  const rerun = cause.rerun === null ? '' : `\n${codeBlock(cause.rerun)}\n`;
  const evidence = cause.evidence.map((path) => codeSpan(shortLine(path, 200)));
  const files = evidence.length > 0 ? `\nEvidence: ${evidence.join(', ')}\n` : '';
  const label = `${formatCount(cause.tests.length, 'test')}${cause.rerun === null ? '' : ', and how to rerun one'}`;
  return `<details><summary>${label}</summary>\n\n${lines.join('')}${rerun}${files}\n</details>`;
}

/** One line for a cause that got no card. */
export function causeLine(cause: CauseView): string {
  const place = cause.place === null ? '' : ` ${placeLink(cause.place)}`;
  return `- **${formatCount(cause.tests.length, 'test')}** ${markdownText(shortLine(cause.rootCause, 160))}${place}\n`;
}
