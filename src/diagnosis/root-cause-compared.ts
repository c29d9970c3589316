import type { Ask } from './entities.js';
import { statusCompared } from './comparison.js';
import type { Facts } from './rule.js';
import { clip, first, pathOf, plainHeadline, sourceLine, withDetail } from './wording.js';

/** What was expected and what came, with its subject. */
export function assertion(facts: Facts, ask: Ask): string {
  const comparison = facts.comparison();
  const headline = plainHeadline(facts);
  if (comparison === null) {
    const bare = /^(?:[\w.]{0,80}AssertionError\W*)?$/.test(headline);
    return bare ? first(sourceLine(facts), headline) : headline;
  }
  const status = statusCompared(comparison);
  const relation = /^(?:==|=|is|equals)$/.test(comparison.relation) ? '' : `${comparison.relation} `;
  const pair = `expected ${relation}${comparison.expected}, got ${comparison.actual}`;
  const from = status === null ? '' : pathOf(ask('endpoint'));
  const subject = first(ask('locator'), told(headline, comparison.actual));
  const whole = withDetail(pair, from, ' from ');
  return clip(from === '' && subject !== '' ? `${subject}: ${whole}` : whole);
}

/** What the author of the test wrote beside the comparison. */
function told(headline: string, actual: string): string {
  const text = headline
    .replace(/\bassert .{1,400}$/, '')
    .replace(/^(?:AssertionError|Error):? ?/, '')
    .trim();
  const generic =
    /^expect\(|^expected\b|^assertion|^Failed asserting|^Assert\.|^Expected values|[Ee]xpected.{1,200}(?:but|got|to )/.test(
      text,
    );
  return generic || text === '' || (text.includes(actual) && text.length > 120)
    ? ''
    : clip(text, 140).replace(/[.:,]$/, '');
}
