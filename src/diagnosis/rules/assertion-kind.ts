import { statusCompared } from '../facts/comparison.js';
import type { Facts } from './rule.js';

interface KindRule {
  readonly kind: string;
  readonly holds: (facts: Facts) => boolean;
}

const headOf = (facts: Facts): string => `${facts.type} ${facts.headline}`;

const REQUEST = /status|Response|HTTP|fetch|\b(?:GET|POST|PUT|PATCH|DELETE)\b/i;
const WEB =
  /locator|toBeVisible|toHave(?:Text|Count|URL|Title|Value|Class|Attribute)|expected (?:not )?to find|Timed out retrying/i;
const MOCK =
  /toHaveBeen|\b(?:been|to be) called|not called|WantedBut|NeverWanted|ActualInvocation|InteractionsWanted|unexpected message|number of calls|expected call|times\(/i;
const EXCEPTION =
  /DID NOT (?:RAISE|WARN)|(?:to be|was|is|were|been) thrown|toThrow|Missing expected|instead of (?:rejecting|resolving)|expected (?:\S+ )?exception|should (?:throw|raise)|expected .{1,120} (?:to (?:throw|raise)|but nothing was)|Regex pattern did not match|Expected regex|not raised|No exception|wantErr (?:true|false)\b/i;
const OBJECTS =
  /toEqual|deep(?:ly|ish)? ?[- ]?equal|two (?:arrays|objects)|Differing items|Extra items|At index \d|Object \{|Array \[|\bmap\[/;

/** Ordered: the first that holds names the sort of comparison. */
const KINDS: readonly KindRule[] = [
  {
    kind: 'element-not-found',
    holds: (facts) =>
      /element\(s\) not found|never found it|Unable to (?:find|locate)/i.test(facts.body()) &&
      /expect|find|locate/i.test(facts.head),
  },
  { kind: 'web-assertion', holds: (facts) => WEB.test(headOf(facts)) },
  {
    kind: 'snapshot-missing',
    holds: (facts) => /snapshot.{0,40}(?:doesn't exist|missing|not written)/i.test(facts.head),
  },
  { kind: 'snapshot', holds: (facts) => /snapshot|toHaveScreenshot|toMatchAria/i.test(facts.head) },
  { kind: 'mock', holds: (facts) => MOCK.test(`${headOf(facts)} ${facts.body().slice(0, 600)}`) },
  { kind: 'expected-exception', holds: (facts) => EXCEPTION.test(facts.head) },
  {
    kind: 'status-code',
    holds: (facts) =>
      statusCompared(facts.comparison()) !== null &&
      REQUEST.test(`${facts.head}\n${facts.lines.slice(0, 60).join('\n')}`),
  },
  {
    kind: 'object-diff',
    holds: (facts) => OBJECTS.test(facts.body()) || /^[[{(]/.test(facts.comparison()?.actual ?? ''),
  },
  {
    kind: 'text-diff',
    holds: (facts) =>
      /^[-+?] .{1,200}\n[-+?] /m.test(facts.body()) && /["'].{24}/.test(facts.comparison()?.actual ?? ''),
  },
];

/** The sort of comparison that failed: `mock`, `snapshot`, `status-code`, ..., else `value`. */
export function assertionKind(facts: Facts): string {
  return KINDS.find(({ holds }) => holds(facts))?.kind ?? 'value';
}
