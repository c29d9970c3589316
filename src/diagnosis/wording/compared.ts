import type { Ask } from '../facts/entities.js';
import { statusCompared, type Comparison } from '../facts/comparison.js';
import type { Facts, Classification } from '../rules/rule.js';
import { expectedException, missingSnapshot, mocked, stated } from './expectation.js';
import { memberOf, pairOf } from './pair.js';
import { clip, first, pathOf, plainHeadline, sourceLine, withDetail } from './sentence.js';
import { comparedCode, type ComparedCode } from './subject.js';

const NEUTRAL = 'the compared value';
const EQUALITY = /^(?:==|===|=|is(?: identical to| equal to)?|equals|to (?:strictly |deeply |deep )?(?:equal|eql|be))$/;

/** Membership and order read as they are written; everything else as a value and what it should be. */
function relationOf({ actual, expected, relation }: Comparison, subject: string): string {
  const named = subject === '' ? '' : `${subject}: `;
  const thing = first(subject, NEUTRAL);
  if (/^(?:in|not in)$/.test(relation))
    return `${named}${actual} is ${relation === 'in' ? 'not in' : 'in'} ${expected}`;
  if (/^(?:!=|is not)$/.test(relation)) return `${thing} is ${actual}, expected anything else`;
  if (/^(?:to )?(?:include|contain|match|have|start|end)/.test(relation))
    return `${named}expected ${actual} ${relation.startsWith('to ') ? relation : `to ${relation}`} ${expected}`;
  return `${thing} is ${actual}, expected ${relation} ${expected}`;
}

function worded(pair: Comparison, subject: string, code: ComparedCode | null): string {
  if (/\bto (?:be|have|equal|match|contain|include|find)\b/.test(pair.expected))
    return `expected ${pair.expected}, got ${pair.actual.replace(/\.$/, '')}`;
  const member = memberOf(pair);
  if (member)
    return `${member.name} is ${member.actual}, expected ${member.expected}${subject === '' ? '' : ` in ${subject}`}`;
  if (!EQUALITY.test(pair.relation)) return relationOf(pair, subject);
  const isSwapped = code?.isReversed === true && code.isAsWritten && pair.subject === undefined;
  const { actual, expected } = isSwapped ? { actual: pair.expected, expected: pair.actual } : pair;
  return `${first(subject, NEUTRAL)} is ${actual}, expected ${expected}`;
}

/** What the server itself logged when it answered with an error. */
function serverError(facts: Facts, pair: Comparison): string {
  if (!pair.actual.startsWith('5')) return '';
  const lines = facts.captured.split('\n').map((line) => line.trim());
  const raised = /^[\w.$\\]{3,120}(?:Error|Exception|NotFound|DoesNotExist)\b: ?\S/;
  return (lines.findLast((line) => raised.test(line)) ?? '').slice(0, 120);
}

/** The request is the subject of a status. */
function answered(pair: Comparison, facts: Facts, ask: Ask, subject: string): string {
  const from = pathOf(ask('endpoint'));
  const sentence =
    from === ''
      ? `${first(subject, 'the status')} is ${pair.actual}, expected ${pair.expected}`
      : withDetail(`expected ${pair.expected}, got ${pair.actual}`, from, ' from ');
  return withDetail(sentence, serverError(facts, pair));
}

/** Sentences that say only that something was not true. */
const BARE =
  /^(?:[\w.\\]{0,80}(?:AssertionError|AssertionFailedError)?\W*|(?:assert(?:ion)? ?)?(?:False|false|failed|None|True|true|0)|assert (?:not )?\S{1,40}|expected (?:false|true|undefined|null) to be (?:true|false|truthy|falsy|ok).{0,40}|Failed asserting that (?:false|true) is (?:true|false)\.?|(?:False|True|None) is not (?:true|false)|expected:? ?<?(?:true|false)>? but was:? ?<?(?:true|false)>?|assertion failed(?:: .{0,120})?|Expected (?:value|condition).{0,20})$/;
const FALSE_WANTED = /assertFalse|assert not |assert_false|isFalse|toBeFalsy|be (?:false|falsy)/;

/** A line of source that says what should hold. */
const CLAIM = /assert|expect|should|must|require|check|verify|raise|throw|fail|[=!<>]=/i;
const MAX_CLAIM = 100;
const TRUTH = /^(?:\W*|[\w.]{0,80}(?:Error|Exception)\W*|assert.*|false|true|none|0)$/i;

function bare(headline: string, code: ComparedCode | null, facts: Facts): string {
  if (!BARE.test(headline)) return headline;
  if (code === null) {
    const source = sourceLine(facts);
    return CLAIM.test(source) ? source : headline;
  }
  // Without rewriting, all that Python says of a comparison is the message beside it.
  if (code.claim !== undefined && code.claim.length <= MAX_CLAIM)
    return withDetail(`\`${code.claim}\` is false`, TRUTH.test(headline) ? '' : headline);
  return FALSE_WANTED.test(`${sourceLine(facts)} ${headline}`)
    ? `\`${code.subject}\` is true, expected it to be false`
    : `\`${code.subject}\` is false, expected it to be true`;
}

const GENERIC =
  /^expect\(|^expected\b|^assertion|^Failed asserting|^Assert\.|^Expect(?:ed|ing)\b|[Ee]xpected.{1,200}(?:but|got|to )|^Not equal|\s(?:==|!=|===|!==)\s|^Snapshot |^REQUIRE\(|^Error message not equal|^Error Trace|^Value of|^Status\b|not found in|^Differing/;

/** What the author of the test wrote beside the comparison. */
function reported(headline: string, pair: Comparison): string {
  const text = headline
    .replace(/\bassert .{1,400}$/, '')
    .replace(/^(?:AssertionError|Error):? ?/, '')
    .replace(/(?: ==>)? expected:? ?<.{1,300}$/, '')
    .trim();
  const isMarkup = /^[bB]?['"]?[\s\\n]{0,8}[<{[]/.test(text);
  const isOwn = text !== '' && text.length <= 140 && !isMarkup && !GENERIC.test(text) && !text.includes(pair.actual);
  return isOwn ? clip(text, 140).replace(/[.:,]$/, '') : '';
}

const withReported = (text: string, sentence: string): string =>
  clip(text === '' ? sentence : `${text}: ${sentence.replace(`${NEUTRAL} is `, 'got ')}`);

/** What was expected and what came, with its subject. */
export function assertion({ kind }: Classification, facts: Facts, ask: Ask): string {
  const special = missingSnapshot(facts) || mocked(facts) || stated(facts) || expectedException(facts);
  if (special !== '') return clip(special);
  if (kind === 'element-not-found' && ask('locator') !== '') return clip(`no element matches ${ask('locator')}`);
  const headline = plainHeadline(facts);
  const code = comparedCode(facts.source) ?? comparedCode(sourceLine(facts));
  const pair = kind === 'mock' ? null : pairOf(facts, kind);
  if (pair === null) return clip(bare(headline, code, facts));
  const quoted = code === null ? '' : `\`${code.subject}\``;
  const isStatus = statusCompared(pair) !== null;
  const subject = first(pair.subject ?? '', ask('locator'), quoted);
  return withReported(
    reported(headline, pair),
    isStatus ? answered(pair, facts, ask, quoted) : worded(pair, subject, code),
  );
}
