// Words what was expected and what came, with its subject.
import type { Ask } from '../facts/entities.js';
import { lastKnown } from '../../locate/last-known.js';
import { statusCompared, type Comparison } from '../facts/comparison.js';
import type { Facts, Classification } from '../rules/rule.js';
import { expectedException, missingSnapshot, mocked, stated } from './expectation.js';
import type { Member } from '../facts/members.js';
import { differingIn, errorAnswer, isUnawaited, memberInWords, memberOf, othersInWords, pairOf } from './pair.js';
import { withMore } from './more.js';
import { clip, first, pathOf, insideOfTest, plainHeadline, sourceLine, withDetail } from './sentence.js';
import { loggedError } from '../source/server-in-test.js';
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
  if (/^(?:to )?(?:contains?|includes?)$/.test(relation)) return `${named}${actual} does not contain ${expected}`;
  if (/^(?:to )?(?:include|contain|match|have|start|end)/.test(relation))
    return `${named}expected ${actual} ${relation.startsWith('to ') ? relation : `to ${relation}`} ${expected}`;
  return `${thing} is ${actual}, expected ${relation} ${expected}`;
}

/** The first member that differs, with the names of the others. */
function ofMembers([member, ...others]: readonly Member[], subject: string): string {
  if (member === undefined) return '';
  const also = othersInWords(others);
  return `${memberInWords(member)}${subject === '' ? '' : ` in ${subject}`}${also === '' ? '' : `; ${also}`}`;
}

/** What a tool prints in the place of what it leaves out. */
const CUT = /…|\.\.\./;

function worded(pair: Comparison, subject: string): string {
  if (/\bto (?:be|have|equal|match|contain|include|find)\b/.test(pair.expected))
    return `expected ${pair.expected}, got ${pair.actual.replace(/\.$/, '')}`;
  const member = errorAnswer(pair) === '' ? memberOf(pair) : null;
  if (member) return ofMembers([member], subject);
  if (pair.actual === pair.expected && CUT.test(pair.actual))
    return `${first(subject, NEUTRAL)} differs from the expected value in a part that the report leaves out: ${pair.actual}`;
  if (!EQUALITY.test(pair.relation)) return relationOf(pair, subject);
  return `${first(subject, NEUTRAL)} is ${pair.actual}, expected ${pair.expected}`;
}

/** What the server itself logged when it answered with an error. */
const serverError = (facts: Facts, pair: Comparison): string =>
  pair.actual.startsWith('5') ? (loggedError(facts)?.error ?? '') : '';

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

/** unittest writes the message of the author behind its own. */
const WITH_MESSAGE = /^(?:False|None|0|\[\]|''|True|\S{1,40}) is not (?:true|false) : (.{1,160})$/;

function bare(headline: string, code: ComparedCode | null, facts: Facts): string {
  const message = WITH_MESSAGE.exec(headline)?.[1];
  if (message !== undefined) return code === null ? message : `${message}: ${bare('False is not true', code, facts)}`;
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
  /^expect\(|^expected\b|^assertion|^Failed asserting|^Assert\.|^Expect(?:ed|ing)\b|[Ee]xpected.{1,200}(?:but|got|to )|^Not equal|\s(?:==|!=|===|!==)\s|^Snapshot |^REQUIRE\(|^Error message not equal|^Error Trace|^Value of|^Status\b|not found in|^Differing|^The input did not|^Arrays are not/;

/** What the author of the test wrote beside the comparison. */
function reported(headline: string, pair: Comparison): string {
  const text = headline
    .replace(/^(.{5,120}?): '.{1,200}' does not equal expected '.{0,200}'$/, '$1')
    .replace(/\bassert .{1,400}$/, '')
    .replace(/^(?:AssertionError|Error):? ?/, '')
    .replace(/ \(\d{1,3} failures\).{0,400}$/, '')
    .replace(/(?: ==>)? expected:? ?<.{1,300}$/, '')
    .replace(/(?<=^\[[^\]]{1,120}\])\s{0,4}[Ee]xpected:? .{1,300}$/, '')
    .trim()
    .replace(/^\[([^\]]{3,120})\]$/, '$1');
  const isMarkup = /^[bB]?['"]?[\s\\n]{0,8}[<{[]/.test(text);
  const isOwn = text !== '' && text.length <= 140 && !isMarkup && !GENERIC.test(text) && !text.includes(pair.actual);
  return isOwn ? clip(text, 140).replace(/[.:,]$/, '') : '';
}

const withReported = (text: string, sentence: string): string =>
  clip(text === '' ? sentence : `${text}: ${sentence.replace(`${NEUTRAL} is `, 'got ')}`);

/** What an assertion judged, as both sentences name it. */
export interface Judged {
  /** The expression in the source; empty when no line shows it. */
  readonly code: string;
  /** What the sentence calls the compared thing: the tool's name for it, the locator, or the code in backticks. */
  readonly subject: string;
  /** The two values, the expected one by the source where the source tells; null when none are printed. */
  readonly pair: Comparison | null;
  /** The members in which two objects differ; empty for other values. */
  readonly members: readonly Member[];
}

/** Equality of two sides that the tool prints as the source has them, the expected one first. */
function inOrder(pair: Comparison, code: ComparedCode | null): Comparison {
  const isSwapped = code?.isReversed === true && code.isAsWritten && pair.subject === undefined;
  return isSwapped && EQUALITY.test(pair.relation) && memberOf(pair) === null
    ? { ...pair, actual: pair.expected, expected: pair.actual }
    : pair;
}

const codeOf: (facts: Facts) => ComparedCode | null = lastKnown(
  (facts) => comparedCode(insideOfTest(facts.source)) ?? comparedCode(sourceLine(facts)),
);

/** Reads what was compared and what it is called. */
export function judgedBy(kind: string, facts: Facts, ask: Ask): Judged {
  const code = codeOf(facts);
  const found = kind === 'mock' ? null : pairOf(facts, kind);
  const pair = found === null ? null : inOrder(found, code);
  const quoted = code === null ? '' : `\`${code.subject}\``;
  const members = kind === 'object-diff' ? differingIn(facts, pair) : [];
  const whole = first(pair?.subject ?? '', ask('locator'), quoted);
  const at = pair?.index === undefined ? '' : `element ${pair.index}`;
  const subject = [at, whole].filter((part) => part !== '').join(' of ');
  return { code: at === '' ? (code?.subject ?? '') : '', subject, pair, members };
}

/** A tool that names no subject gets that of the source. */
function withSubject(sentence: string, facts: Facts): string {
  const code = codeOf(facts)?.subject;
  return code === undefined ? sentence : sentence.replace(/^the received value(?= is )/, `\`${code}\``);
}

/** What two texts of several lines are compared by; empty for other values. */
const lineOf = (kind: string, facts: Facts): string =>
  kind === 'text-diff' && /\\n|\n/.test(facts.comparison()?.actual ?? '') ? 'a line of the text' : '';

/** Members that differ, or a call that was not awaited; empty for other values. */
function ofContent({ members, pair, subject }: Judged): string {
  if (members.length > 0) return ofMembers(members, subject);
  if (pair === null || !isUnawaited(pair)) return '';
  const what = pair.actual.includes('coroutine') ? 'coroutine' : 'promise';
  return `${first(subject, NEUTRAL)} is a ${what} that is not awaited, expected ${pair.expected}`;
}

/** What was expected and what came, with its subject. */
export function assertion({ kind }: Pick<Classification, 'kind'>, facts: Facts, ask: Ask): string {
  const special = missingSnapshot(facts) || mocked(facts) || stated(facts) || expectedException(facts);
  if (special !== '') return clip(withSubject(special, facts));
  if (kind === 'element-not-found' && ask('locator') !== '') return clip(`no element matches ${ask('locator')}`);
  const headline = plainHeadline(facts);
  const judged = judgedBy(kind, facts, ask);
  const { code, subject, pair } = judged;
  const content = ofContent(judged);
  if (content !== '') return clip(content);
  if (pair === null) return withMore(clip(bare(headline, codeOf(facts), facts)), facts);
  const isStatus = statusCompared(pair) !== null;
  const quoted = code === '' ? '' : `\`${code}\``;
  const sentence = isStatus ? answered(pair, facts, ask, quoted) : worded(pair, subject || lineOf(kind, facts));
  return withMore(withReported(reported(headline, pair), sentence), facts);
}
