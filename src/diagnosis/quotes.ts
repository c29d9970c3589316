import type { Facts, Verdict } from './rule.js';

const MAX_QUOTES = 3;
const MAX_CHARS = 300;

/** Verbatim lines that the judgement rests on: the line with the rule's words first, then how the failure speaks. */
export function quotesOf(verdict: Verdict, facts: Facts): readonly string[] {
  const lines = [...facts.lines.slice(0, 400), ...facts.captured.split('\n').slice(-80)].map((line) => line.trim());
  const words = verdict.evidence.split('\n')[0]?.trim() ?? '';
  const exact = words.length < 3 ? undefined : lines.find((line) => line.includes(words));
  const spoken = lines.find((line) => line !== '' && line.includes(facts.headline.slice(0, 30)));
  const found = [exact, spoken].filter((line): line is string => line !== undefined && line !== '');
  return [...new Set(found.map((line) => line.slice(0, MAX_CHARS)))].slice(0, MAX_QUOTES);
}
