import { statusCompared } from '../facts/comparison.js';
import type { Facts, Classification } from './rule.js';

interface StatusRule {
  readonly statuses: readonly number[];
  readonly words: RegExp;
  readonly category: Classification['category'];
  readonly kind: (status: number, words: string) => string;
}

const AUTH =
  /\btokens?\b|credential|unauthori[sz]ed|forbidden|\bpermissions?\b|invalid_token|authenticat|access.denied|not allowed|log.?in|sign.?in|\bscopes?\b|api.?key|expired|www-authenticate/i;
const INVALID =
  /required|missing|invalid|validation|must (?:be|not|have)|value_error|malformed|not a valid|not null|bad request/i;
const ABSENT = /not.?found|no such|does not exist|doesn't exist|unknown \w+|no \w+ (?:with|matches)/i;

/** Status codes of RFC 9110 with the words that must stand beside them. */
const RULES: readonly StatusRule[] = [
  {
    statuses: [401, 403],
    words: AUTH,
    category: 'auth',
    kind: (status, words) => (/expired/i.test(words) ? 'token-expired' : status === 401 ? 'unauthorized' : 'forbidden'),
  },
  {
    statuses: [429],
    words: /rate.?limit|too many|retry|throttl|quota/i,
    category: 'connection',
    kind: () => 'rate-limit',
  },
  {
    statuses: [502, 503, 504],
    words: /bad gateway|unavailable|gateway time-?out|upstream|maintenance|overload/i,
    category: 'connection',
    kind: () => '5xx',
  },
  { statuses: [404, 410], words: ABSENT, category: 'data', kind: () => 'not-found' },
  { statuses: [400, 409, 422], words: INVALID, category: 'data', kind: () => 'validation' },
];

const RESPONSE = /[{[]\s{0,3}["']|->|←|: \S|<\w+>/;

/** Source lines, traces and labels of values are the test's words, not the server's. */
const isReported = (line: string): boolean =>
  !/^\s*(?:>|at |\d+ \||> \d+|E? ? \+ {1,12}where|def |assert |File |Expected|Received|# |self\.|@)|^[^\s].{0,300}\.\w{1,5}:\d+/.test(
    line,
  );

/** Playwright prints the answer itself (`← 401 Unauthorized`); elsewhere the compared value is the status. */
function answerOf(facts: Facts): { readonly status: number; readonly words: () => string } {
  const answered = facts.text.includes('←') ? /← (\d{3}) ?(.{0,80})/.exec(facts.text) : null;
  if (answered) return { status: Number(answered[1]), words: () => answered[2] ?? '' };
  const compared = statusCompared(facts.comparison());
  const reported = compared === null ? REPORTED.exec(facts.headline) : null;
  if (reported) return { status: Number(reported[1]), words: () => reported[2] ?? '' };
  return { status: compared?.actual ?? 0, words: () => serverWords(facts) };
}

/** `GET /manifest -> 401 {...}`: what a helper of the tests says of an answer. */
const REPORTED =
  /(?:->|→|\banswered|\breturned|\bresponded with|\bfailed with|\bgot)(?: HTTP| status(?: code)?:?)? ?([45]\d\d)\b(.{0,200})/;
/** A dump of the answer in captured output, as MockMvc prints it. */
const BODY = /^\s{0,20}(?:Body|Response body|response body|Response)\s?[=:]\s{0,4}(\S.{0,300})$/;

const serverWords = (facts: Facts): string =>
  [
    ...facts.lines.slice(0, 40).filter((line) => RESPONSE.test(line) && isReported(line)),
    ...facts.captured.split('\n').flatMap((line) => BODY.exec(line)?.[1] ?? []),
  ].join('\n');

/** A refused status with the server's own words about it is more than a number that differs; null without them. */
export function explainedStatus(facts: Facts): Classification | null {
  const { status, words } = answerOf(facts);
  const rule = RULES.find(({ statuses }) => statuses.includes(status));
  const reported = rule ? words() : '';
  if (!rule?.words.test(reported)) return null;
  const { category } = rule;
  return {
    category,
    kind: rule.kind(status, reported),
    confidence: 'high',
    rule: `${category}/status-with-evidence`,
    evidence: String(status),
  };
}
