// Next steps for elements of a page that are missing, or have another text, state or number than expected.
import type { Comparison } from '../facts/comparison.js';
import type { Facts } from '../rules/rule.js';
import { linesAbove, typedLine } from '../source/test-lines.js';
import type { Judged } from '../wording/compared.js';
import { clip, first } from '../wording/sentence.js';
import { missingOnOwnPage } from './for-browser.js';
import type { About } from './suggestion.js';

/** Where the page can be seen as the test saw it, by its library. */
const seenIn = (facts: Facts): string =>
  /testing-library|jest-dom|jsdom|Ignored nodes/.test(facts.text) ? '`screen.debug()`' : 'trace or screenshot';

const locatorIn = (text: string): string => /locator '([^']{1,120})'/.exec(text)?.[1] ?? '';

/** An element that nothing on the page matches. */
export function missingElement(what: string, about: About): string {
  const { testWhere } = about;
  return first(
    missingOnOwnPage(about, what),
    `Open the page as the test sees it (${testWhere}): nothing matches ${what}; correct the locator, or find out why the page does not render it.`,
  );
}

/** What a step for an element with two values is made of. */
interface Element {
  readonly about: About;
  readonly pair: Comparison;
  readonly subject: string;
  readonly what: string;
  readonly seen: string;
}

/** A field that holds what the test itself typed; empty for other values. */
function typedByTest({ about: { facts, place, testWhere }, what, pair }: Element): string {
  const typed = typedLine(pair.actual.replace(/^["'`](.*)["'`]$/, '$1'), linesAbove(facts, place));
  return typed === null || place === null
    ? ''
    : `Correct one of the two lines of the test: ${place.file}:${typed.number} writes ${clip(pair.actual, 60)} into ${what}, and ${testWhere} expects ${clip(pair.expected, 60)}.`;
}

/** States of an element that a test may wait for in vain. */
const STATE = /^(?:hidden|visible|enabled|disabled|checked|unchecked|editable|focused|attached|detached|empty)$/;

const inState = ({ about: { testWhere }, pair, what, seen }: Element): string =>
  STATE.test(pair.actual)
    ? `Make ${what} ${pair.expected} before ${testWhere} (an action or a condition that the page waits for), or correct the page: it stays ${pair.actual} (${seen}).`
    : '';

const counted = ({ pair: { actual, expected }, what, seen }: Element): string =>
  /^\d+$/.test(actual) && /^\d+$/.test(expected)
    ? `Find out why the page shows ${actual} of ${what}, expected ${expected} (${seen}): the data that it loads, a filter, or a locator that matches too ${Number(actual) > Number(expected) ? 'many' : 'few'}.`
    : '';

const atAddress = ({ about: { testWhere, rootCause }, pair, subject }: Element): string =>
  /\bURL\b|https?:|data:/.test(rootCause) && subject.includes('page')
    ? `Find in the trace why the page is still at ${clip(pair.actual, 60)} before ${testWhere}: the log-in, click or redirect that should lead to ${clip(pair.expected, 60)} is missing or did not take effect.`
    : '';

/** An element that has another text, value or number than expected. */
export function forWeb(about: About, { pair, subject }: Judged): string {
  const { testWhere, ask, rootCause, facts } = about;
  const what = first(ask('locator'), subject, 'the element');
  const seen = `${seenIn(facts)} of ${testWhere}`;
  if (/not found/i.test(rootCause)) return missingElement(first(locatorIn(rootCause), what), about);
  const made = pair === null ? null : { about, pair, subject, what, seen };
  const step = made === null ? '' : first(typedByTest(made), inState(made), counted(made), atAddress(made));
  if (step !== '') return step;
  const [, element = '', should = '', wanted = '', actual = ''] =
    /^expected (.{1,100}?) (to have \w{1,30}) (.{1,80}), got (.{1,80})$/.exec(rootCause) ?? [];
  if (element !== '')
    return `Find out what should give ${element} the expected ${should.replace('to have ', '')} ${wanted} (${seen}): it has ${actual}.`;
  return pair === null
    ? `Look at ${seen}, and find out what should have changed ${what}: ${clip(rootCause, 100)}.`
    : `Find where the page gets ${clip(pair.actual, 60)} for ${what}, expected ${clip(pair.expected, 60)} (${seen}): its data, or an action that is missing.`;
}
