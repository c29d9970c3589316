import type { Ask } from '../facts/entities.js';
import { differenceIn, statusCompared, type Comparison } from '../facts/comparison.js';
import type { Facts, Classification } from '../rules/rule.js';
import { clip, first, pathOf, plainHeadline, sourceLine, withDetail } from './sentence.js';

/** Two large values print alike; what differs inside them says more. */
const CUT = /\.\.\.|…|^(?:Object|Array|Map|Set)\b.{0,3}$/;

function pairOf(facts: Facts, kind: string): Comparison | null {
  const whole = facts.comparison();
  const cut = whole === null || CUT.test(whole.actual) || CUT.test(whole.expected) || whole.actual === whole.expected;
  const inner = cut || kind === 'snapshot' ? differenceIn(facts.lines) : null;
  return inner ?? whole;
}

/** Kinds whose own sentence says more than two values. */
const SPOKEN = new Set(['mock', 'snapshot-missing', 'expected-exception']);

/** What was expected and what came, with its subject. */
export function assertion({ kind }: Classification, facts: Facts, ask: Ask): string {
  const headline = plainHeadline(facts);
  const isSpoken = SPOKEN.has(kind) && !/^expect\(/.test(headline);
  const pair = isSpoken ? null : pairOf(facts, kind);
  if (pair === null) {
    const bare = /^(?:[\w.]{0,80}AssertionError\W*)?$/.test(headline);
    return bare ? first(sourceLine(facts), headline) : headline;
  }
  const subject = kind === 'mock' ? headline.replace(/^expect\(|\(expected\)$/g, '') : told(headline, pair.actual);
  return worded(pair, first(ask('locator'), subject), ask);
}

function worded(comparison: Comparison, subject: string, ask: Ask): string {
  const relation = /^(?:==|===|=|is|equals)$/.test(comparison.relation) ? '' : `${comparison.relation} `;
  const pair = `expected ${relation}${comparison.expected}, got ${comparison.actual}`;
  const from = statusCompared(comparison) === null ? '' : pathOf(ask('endpoint'));
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
