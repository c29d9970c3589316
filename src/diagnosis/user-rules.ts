import type { Category } from '../model/diagnosis.js';
import { dangerOf } from './regex-danger.js';
import type { Facts } from './rule.js';

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
