import type { Category } from '../model/diagnosis.js';
import type { Facts } from './rules/rule.js';

/** A rule a user wrote under `diagnosis.rules`; it is asked before every built-in one. */
export interface UserRule {
  /** A regular expression, case-insensitive, matched line by line. */
  readonly match: string;
  readonly category: Category;
  readonly kind?: string;
  /** The sentence to show; `$1` to `$9` are the groups of the match. */
  readonly cause?: string;
  readonly suggestion?: string;
  /** Who looks after it: shown with the suggestion. */
  readonly owner?: string;
}

/** A user's rule that can be run safely. */
export interface CompiledUserRule {
  readonly rule: UserRule;
  readonly pattern: RegExp;
  /** `user/1`: its place in the settings, 1-based. */
  readonly name: string;
}

export interface CompiledUserRules {
  readonly rules: readonly CompiledUserRule[];
  /** One sentence for each rule that was refused. */
  readonly problems: readonly string[];
}

const MAX_LINES = 200;
const MAX_LINE = 400;

function compileOne(rule: UserRule, index: number): CompiledUserRule | string {
  const name = `user/${index + 1}`;
  const place = `diagnosis.rules[${index}].match`;
  const danger = dangerOf(rule.match);
  if (danger !== '') return `${place}: refused, ${danger}.`;
  try {
    return { rule, name, pattern: new RegExp(rule.match, 'i') };
  } catch (error) {
    return `${place}: ${error instanceof Error ? error.message : 'not a regular expression'}.`;
  }
}

/** Compiles the user's rules in order; one that is not a regular expression or could run away is refused with a sentence. */
export function compileUserRules(rules: readonly UserRule[]): CompiledUserRules {
  const compiled = rules.map(compileOne);
  return {
    rules: compiled.filter((rule) => typeof rule !== 'string'),
    problems: compiled.filter((rule) => typeof rule === 'string'),
  };
}

/** What a user's rule says about a failure. */
export interface UserMatch {
  readonly rule: CompiledUserRule;
  /** Empty when the rule has no sentence of its own. */
  readonly cause: string;
  readonly suggestion: string;
  /** The words that matched. */
  readonly evidence: string;
}

function filled(template: string, groups: readonly string[]): string {
  return template.replace(/\$([1-9])/g, (_, digit: string) => groups[Number(digit)] ?? '').slice(0, 300);
}

/** The first user's rule that matches a line of the headline, the failure or its captured output; null when none does. */
export function userMatch(rules: readonly CompiledUserRule[], facts: Facts): UserMatch | null {
  if (rules.length === 0) return null;
  const captured = facts.captured.split('\n').slice(-MAX_LINES);
  const lines = [facts.head, ...facts.lines.slice(0, MAX_LINES), ...captured].map((line) => line.slice(0, MAX_LINE));
  for (const compiled of rules) {
    for (const line of lines) {
      const match = compiled.pattern.exec(line);
      if (!match) continue;
      const { cause = '', suggestion = '', owner = '' } = compiled.rule;
      const advice = [filled(suggestion, match), owner === '' ? '' : `Owner: ${owner}.`].filter((text) => text !== '');
      return {
        rule: compiled,
        cause: filled(cause, match),
        suggestion: advice.join(' '),
        evidence: match[0].slice(0, 200),
      };
    }
  }
  return null;
}

const MAX_PATTERN = 500;
const MAX_UNBOUNDED = 2;
const TOKEN = /\\.|\[(?:\\.|[^\]\\])*\]?|\((?:\?(?::|=|!|<=|<!|<\w+>))?|[)|]|[*+?]\??|\{\d+(?:,\d*)?\}\??|[^]/g;
/** Repetitions whose cost multiplies: `*`, `+`, `{3,}` and wide ranges. */
const UNBOUNDED = /^(?:[*+]|\{\d+,\}|\{\d+,\d{2,}\})/;

/** What a group holds, as far as it matters for a repetition of the group. */
interface Group {
  readonly repeats: boolean;
  readonly branches: boolean;
}

const EMPTY: Group = { repeats: false, branches: false };

interface Scan {
  readonly open: readonly Group[];
  /** The group that the token before closed; null after anything else. */
  readonly closed: Group | null;
  readonly unbounded: number;
  readonly nested: boolean;
}

const withInner = (open: readonly Group[], change: Partial<Group>): readonly Group[] => [
  ...open.slice(0, -1),
  { ...(open.at(-1) ?? EMPTY), ...change },
];

function step(scan: Scan, token: string): Scan {
  const { open } = scan;
  if (token.startsWith('(')) return { ...scan, open: [...open, EMPTY], closed: null };
  if (token === '|') return { ...scan, open: withInner(open, { branches: true }), closed: null };
  if (token === ')') {
    const closed = open.at(-1) ?? EMPTY;
    const outer = open.length > 1 ? open.slice(0, -1) : open;
    return { ...scan, open: closed.repeats ? withInner(outer, { repeats: true }) : outer, closed };
  }
  if (!UNBOUNDED.test(token)) return { ...scan, closed: null };
  const { closed } = scan;
  const nested = scan.nested || (closed !== null && (closed.repeats || closed.branches));
  return { open: withInner(open, { repeats: true }), closed: null, unbounded: scan.unbounded + 1, nested };
}

/**
 * Says why a pattern could take too long: a repeated group that itself repeats or branches, a reference back, too many
 * repetitions. Empty for a harmless pattern. Deliberately strict: `(a|b)+` can be written `[ab]+`.
 */
export function dangerOf(source: string): string {
  if (source.length > MAX_PATTERN) return `longer than ${MAX_PATTERN} characters`;
  const tokens = source.match(TOKEN) ?? [];
  const { nested, unbounded } = tokens.reduce(step, { open: [EMPTY], closed: null, unbounded: 0, nested: false });
  if (nested) return 'a repeated group holds another repetition or a choice';
  if (tokens.some((token) => /^\\(?:[1-9]|k)/.test(token))) return 'it refers back to a group';
  return unbounded > MAX_UNBOUNDED ? `it repeats without a bound more than ${MAX_UNBOUNDED} times; use {0,9}` : '';
}
