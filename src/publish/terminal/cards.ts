import { runName } from '../../model/run.js';
import { labelOf } from '../view/tests.js';
import { indent, next, placeText, quoted, type Lines } from './parts.js';
import { padTo, paint, safeLine, wrap, type TerminalOptions } from './style.js';
import type { CauseView, ProblemView } from '../view/view.js';
import { shortLine } from '../../text/visible.js';
import { formatCount, formatNumber } from '../../text/format.js';

const TESTS_PER_CAUSE = 5;
const QUOTE_LINES = 6;

/** What went wrong beside the tests. */
export function problemBlock(problem: ProblemView, options: TerminalOptions): Lines {
  const mark = problem.severity === 'error' ? '!' : '–';
  const subject =
    problem.headline || [...new Set([problem.suite, problem.place])].filter((part) => part !== '').join(', ');
  const text = [subject, problem.message].filter((part) => part !== '').join(problem.headline === '' ? ': ' : '. ');
  const [first = '', ...others] = wrap(safeLine(shortLine(text, 600)), options.width - 2);
  return [
    `${paint(problem.severity === 'error' ? 'red' : 'dim', mark, options)} ${paint('bold', first, options)}`,
    ...indent(
      [...others, problem.progress].filter((line) => line !== ''),
      2,
    ),
    ...quoted(problem.quote.split('\n'), 12, options, 2),
    ...indent(problem.spot === null ? [] : [placeText(problem.spot, options)], 2),
    ...next(problem.remedy, options, 2),
  ];
}

/** One cause with its first tests and how to rerun one. */
export function causeBlock(cause: CauseView, position: number, options: TerminalOptions): Lines {
  const [first = '', ...others] = wrap(safeLine(shortLine(cause.rootCause, 220)), options.width - 4);
  const shown = cause.tests.slice(0, TESTS_PER_CAUSE);
  const tests = shown.map((test) => `${paint('red', '✕', options)} ${safeLine(shortLine(labelOf(test), 300))}`);
  const missing = cause.tests.length - shown.length;
  if (missing > 0) tests.push(`  and ${formatNumber(missing)} more`);
  const unlocated = cause.unlocated === '' ? '' : `No file: ${safeLine(shortLine(cause.unlocated, 400))}`;
  const spot = [
    placeText(cause.place, options),
    unlocated,
    ...cause.routes.map((route) => safeLine(shortLine(route, 100))),
  ];
  const rerun = cause.rerun === null ? [] : [`Rerun: ${safeLine(cause.rerun)}`];
  return [
    `${paint('red', padTo(`${position}.`, 3), options)} ${paint('bold', first, options)}`,
    ...indent(
      others.map((line) => paint('bold', line, options)),
      4,
    ),
    ...indent([paint('dim', facts(cause), options)], 4),
    ...quoted(cause.quotes, QUOTE_LINES, options, 4),
    ...indent(
      [spot.filter((part) => part !== '').join('  ')].filter((line) => line !== ''),
      4,
    ),
    ...next(cause.suggestion, options, 4),
    ...indent([...tests, ...rerun], 4),
  ];
}

function facts(cause: CauseView): string {
  const suites = cause.suites.length === 0 ? '' : ` in ${safeLine(shortLine(cause.suites.join(', '), 120))}`;
  const tests = `${formatCount(cause.tests.length, 'test')}${suites}`;
  const parts = [cause.class, `${cause.confidence} confidence`, tests];
  if (cause.age !== null) parts.push(`${cause.age}${cause.since === null ? '' : ` since ${runName(cause.since)}`}`);
  if (cause.legs !== '') parts.push(safeLine(cause.legs));
  if (cause.changedHere) parts.push('line changed here');
  return parts.join(' · ');
}
