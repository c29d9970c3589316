// The step for objects and lists that differ: the member, the item or the order.
import type { Comparison } from '../../facts/comparison.js';
import { ABSENT, type Member } from '../../facts/members.js';
import type { Judged } from '../../wording/compared.js';
import { errorAnswer, memberOf, othersInWords } from '../../wording/pair.js';
import { clip } from '../../wording/sentence.js';
import type { About } from '../suggestion.js';

/** The items of a printed list; null for other values. */
function items(text: string): readonly string[] | null {
  const inner = /^\[(.{1,200})\]$/.exec(text.trim())?.[1];
  return inner === undefined || /[[\]{}…]|\.\.\./.test(inner) ? null : inner.split(',').map((item) => item.trim());
}

/** The step for one member: from where it comes, or why it is missing. */
function memberStep({ name, actual, expected }: Member, of: string): string {
  if (actual === ABSENT) return `Find out why ${of} has no \`${name}\` (expected ${expected})`;
  return expected === ABSENT
    ? `Find the code that adds \`${name}\` (${actual}) to ${of}`
    : `Find where \`${name}\` of ${of} is set to ${actual} instead of ${expected}`;
}

/** The step for the members that differ: the first, with the names of the others. */
function ofMembers([member, ...others]: readonly Member[], of: string, where: string): string {
  if (member === undefined) return '';
  const also = othersInWords(others);
  return `${memberStep(member, of)}${also === '' ? '' : ` (${also})`}; if that is intended, correct ${where}.`;
}

/** Two lists, by order or by the items that only one has; empty for other values. */
function ofItems(pair: Comparison, of: string, where: string): string {
  const [actual, expected] = [items(pair.actual), items(pair.expected)];
  if (actual === null || expected === null) return '';
  const sorted = (list: readonly string[]): string => [...list].sort().join();
  if (sorted(actual) === sorted(expected))
    return `Sort ${of} by the right key (numbers as numbers): it has the expected items in another order (${where}).`;
  const extra = actual.filter((item) => !expected.includes(item)).slice(0, 3);
  const missing = expected.filter((item) => !actual.includes(item)).slice(0, 3);
  const parts = [
    missing.length > 0 ? `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing from ${of}` : '',
    extra.length > 0
      ? `${extra.join(', ')} ${extra.length === 1 ? 'is' : 'are'} in ${missing.length > 0 ? 'it' : of}`
      : '',
  ];
  return `Find out why ${parts.filter((part) => part !== '').join(' and ')} (${where}).`;
}

/** An answer that is an error, or objects of which some members differ; empty for other values. */
function ofContent({ request, testWhere }: About, { pair, members }: Judged, of: string): string {
  const error = pair === null ? '' : errorAnswer(pair);
  if (error === '') return ofMembers(members, of, testWhere);
  const answer = request === '' ? of : `the answer to ${request} (${of})`;
  return `Find out why ${answer} is an error before ${testWhere} compares it: ${clip(error, 100)}.`;
}

/** Two values of which the report shows only a part, or that lack a member. */
function ofProperty({ rootCause, testWhere }: About, of: string): string {
  if (/ in a part that the report leaves out/.test(rootCause))
    return `Compare the members of ${of} one by one at ${testWhere}, or run this test alone and read its diff: the report shows only the first of them, and these are equal.`;
  const property = /\bto have (?:own )?(?:property|key) (\S{1,60})/.exec(rootCause)?.[1];
  return property === undefined ? '' : `Add the member ${property} where the object is built, or correct ${testWhere}.`;
}

/** Two objects or lists, by the member, item or order that differs; `ofMembership` words what a list should hold. */
export function forObjects(about: About, judged: Judged, ofMembership: (pair: Comparison) => string): string {
  const { testWhere } = about;
  const { pair, subject } = judged;
  const of = subject === '' ? 'the object' : subject;
  const content = ofContent(about, judged, of);
  if (content !== '') return content;
  if (pair === null)
    return `Print both objects at ${testWhere} one member a line; follow the first that differs to where it is set.`;
  const member = memberOf(pair);
  const step =
    ofMembership(pair) || (member === null ? '' : ofMembers([member], of, testWhere)) || ofProperty(about, of);
  return (
    step ||
    ofItems(pair, of, testWhere) ||
    `Find where ${of} becomes ${clip(pair.actual, 60)} instead of ${clip(pair.expected, 60)}; if that is intended, correct ${testWhere}.`
  );
}
