import type { Category, Confidence } from '../../model/diagnosis.js';
import type { Comparison } from '../facts/comparison.js';

/** What a failure says, cut and ordered so that rules can be short. Everything is bounded. */
export interface Facts {
  /** Exception class as the report or the text gives it; empty when none is known. */
  readonly type: string;
  /** The message before any diff, trace or log begins; at most 600 characters. */
  readonly headline: string;
  /** `type: headline`: what most rules read. */
  readonly head: string;
  /** Frame-free evidence, the headline included; at most 2,500 characters. */
  readonly body: () => string;
  /** The line of source at the failing place, when the repository is at hand; else empty. */
  readonly source: string;
  /** The line of source at the product's place, when it is known; else empty. */
  readonly productSource: string;
  /** The source of the test from its declaration to the failing line, as far as the repository has it. */
  readonly nearby: () => string;
  /** The repository's file that a path of a trace means; null when it is none, or no repository is at hand. */
  readonly ownFile: (path: string) => string | null;
  /** Names of the files and folders directly in a folder of the repository; a folder ends with a slash. */
  readonly filesIn: (folder: string) => readonly string[];
  /** The lines of a file of the repository, as far as they are at hand. */
  readonly linesOf: (file: string) => readonly string[];
  /** The lines as one text, at most 8,000 characters. */
  readonly text: string;
  /** Captured output of the test, its set-up and its server: second-class evidence, at most 4,000 characters. */
  readonly captured: string;
  /** What was compared, as far as a known shape shows it; null when nothing was. */
  readonly comparison: () => Comparison | null;
  /** The innermost cause of a chain of exceptions, when the text shows one. */
  readonly root: { readonly type: string; readonly headline: string } | null;
  /** What the exception that wraps this one says, when the root of the chain decided; else empty. */
  readonly wrapper: string;
  /** Cleaned lines of the failure without captured output. */
  readonly lines: readonly string[];
}

/** Where a rule looks: the exception class, the head (`type: headline`), or all lines of the failure. */
export type RuleScope = 'type' | 'head' | 'text';

/** One line of the rule table. The first rule that matches decides; examples are in fixtures/failures/rules. */
export interface Rule {
  readonly name: string;
  readonly category: Category;
  readonly kind: string;
  /** Measured reliability of this class of rule on failures nobody had tuned for. */
  readonly confidence: Confidence;
  readonly on: RuleScope;
  readonly match: RegExp;
  /** Text that shows that the rule would be wrong. */
  readonly unless?: RegExp;
  /** One line: why these words mean this category. */
  readonly why: string;
}

/** A decided category with the rule that decided. */
export interface Classification {
  readonly category: Category;
  readonly kind: string;
  readonly confidence: Confidence;
  readonly rule: string;
  /** What the rule matched: the words that a quote must show. */
  readonly evidence: string;
}

const scopeText = (facts: Facts, scope: RuleScope): string =>
  scope === 'type' ? facts.type : scope === 'head' ? facts.head : facts.text;

/** The first rule of `rules` that holds for `facts`, or null. */
export function firstMatch(rules: readonly Rule[], facts: Facts): Classification | null {
  for (const rule of rules) {
    const text = scopeText(facts, rule.on);
    const match = rule.match.exec(text);
    if (!match || rule.unless?.test(text)) continue;
    const { category, kind, confidence, name } = rule;
    return { category, kind, confidence, rule: name, evidence: match[0] };
  }
  return null;
}
