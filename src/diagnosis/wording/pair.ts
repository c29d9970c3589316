import { differenceIn, isUnittestDiff, type Comparison } from '../facts/comparison.js';
import { ABSENT, differingMembers, type Member, membersOfLines } from '../facts/members.js';
import type { Facts } from '../rules/rule.js';
import { withoutEnd } from '../../text/bounds.js';

/** Two large values print alike; what differs inside them says more. */
const CUT = /\.\.\.|…|^(?:Object|Array|Map|Set)\b.{0,3}$|\n|\\n/;
const LARGE = 60;
/** `"boats": 4`, `:row => 4`, `Label: (string) "Jam"`: a member with its value. */
const MEMBER =
  /^[[{(\s]{0,3}(["']?)(:?[\w$.@-]{1,60})\1\s?(?::|=>|=)\s?(?:\(\w{1,20}\) (?:\(len=\d{1,6}\) )?)?(.{1,160})$/;

/** A value without the commas and brackets that belong to what is around it. */
function inside(text: string): string {
  const plain = withoutEnd(text, ' \t\r\n,');
  const opened = (plain.match(/[([{]/g) ?? []).length;
  const closed = (plain.match(/[)\]}]/g) ?? []).length;
  return /[\])}]$/.test(plain) && opened < closed ? inside(plain.slice(0, -1)) : plain;
}

/** The member that both sides of a comparison name; null when they are not members. */
export function memberOf(pair: Comparison): Member | null {
  const [inner] = differingMembers(pair);
  if (inner !== undefined) return inner;
  // Previews that the tool cut look alike.
  if (pair.actual === pair.expected) return null;
  const [expected, actual] = [MEMBER.exec(pair.expected), MEMBER.exec(pair.actual)];
  if (!expected || !actual || expected[2] !== actual[2]) return null;
  return { name: expected[2] ?? '', expected: inside(expected[3] ?? ''), actual: inside(actual[3] ?? '') };
}

/** The two values that a sentence names: those compared, or the first difference inside of large ones. */
export function pairOf(facts: Facts, kind: string): Comparison | null {
  const whole = facts.comparison();
  const isCut = (text: string): boolean => CUT.test(text) || text.length > LARGE;
  const isLarge = whole === null || isCut(whole.actual) || isCut(whole.expected) || whole.actual === whole.expected;
  if (!isLarge && kind !== 'object-diff' && kind !== 'snapshot') return whole;
  const inner = differenceIn(facts.lines);
  return isLarge || (inner !== null && memberOf(inner) !== null) ? (inner ?? whole) : whole;
}

const UNAWAITED = /^(?:<coroutine object |Promise ?[{[]|\[object Promise\]|<Future |<Task |Promise$)/;

/** True when a test compares what an asynchronous call returns before it is awaited. */
export const isUnawaited = ({ actual }: Pick<Comparison, 'actual'>): boolean => UNAWAITED.test(actual);

const SAYS_ERROR = /^[{[(]?\s{0,2}["']?(?:error|errors|detail|message|statusCode|status|code)["']?\s?:/;

/** What an answer says of an error where another object was expected; empty for other values. */
export const errorAnswer = ({ actual, expected }: Comparison): string =>
  SAYS_ERROR.test(actual) && /\berrors?\b|\bdetail\b|message/.test(actual) && !/error|detail|message/.test(expected)
    ? actual
    : '';

/** The members in which the compared objects differ, as far as the values or the diff show them. */
export function differingIn(facts: Facts, pair: Comparison | null): readonly Member[] {
  const whole = facts.comparison();
  for (const each of [pair, whole]) {
    const members = each === null ? [] : differingMembers(each);
    if (each !== null && errorAnswer(each) !== '') return [];
    if (members.length > 1) return members;
  }
  const shown = membersOfLines(facts.lines, isUnittestDiff(facts.lines) ? 'actual' : 'expected');
  return shown.length > 0 ? shown : pair === null ? [] : differingMembers(pair);
}

/** How a member differs: `currency is 'USD', expected 'EUR'`. */
export function memberInWords({ name, actual, expected }: Member): string {
  const named = /^\d+$/.test(name) ? `element ${name}` : name;
  if (actual === ABSENT) return `${named} is missing, expected ${expected}`;
  return expected === ABSENT ? `${named} (${actual}) is not expected` : `${named} is ${actual}, expected ${expected}`;
}

/** The other members that differ, named up to three: `also tax and currency differ`; empty when there are none. */
export function othersInWords(others: readonly Member[]): string {
  const names = [...new Set(others.map(({ name }) => name))];
  if (names.length === 0) return '';
  const shown = names.slice(0, 3);
  const rest = names.length > 3 ? ` and ${names.length - 3} more` : '';
  const listed =
    rest === '' && shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}` : shown.join(', ');
  return `also ${listed}${rest} differ${names.length === 1 ? 's' : ''}`;
}
