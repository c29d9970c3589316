import { differenceIn, type Comparison } from '../facts/comparison.js';
import type { Facts } from '../rules/rule.js';
import { withoutEnd } from '../../text/bounds.js';

/** Two large values print alike; what differs inside them says more. */
const CUT = /\.\.\.|…|^(?:Object|Array|Map|Set)\b.{0,3}$|\n|\\n/;
const LARGE = 60;
/** `"boats": 4`, `:row => 4`, `Label: (string) "Jam"`: a member with its value. */
const MEMBER =
  /^[[{(\s]{0,3}(["']?)(:?[\w$.@-]{1,60})\1\s?(?::|=>|=)\s?(?:\(\w{1,20}\) (?:\(len=\d{1,6}\) )?)?(.{1,160})$/;

/** A member of two values that differs. */
export interface Member {
  readonly name: string;
  readonly actual: string;
  readonly expected: string;
}

/** A value without the commas and brackets that belong to what is around it. */
function inside(text: string): string {
  const plain = withoutEnd(text, ' \t\r\n,');
  const opened = (plain.match(/[([{]/g) ?? []).length;
  const closed = (plain.match(/[)\]}]/g) ?? []).length;
  return /[\])}]$/.test(plain) && opened < closed ? inside(plain.slice(0, -1)) : plain;
}

/** The member that both sides of a comparison name; null when they are not members. */
export function memberOf(pair: Comparison): Member | null {
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
