import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../../src/diagnosis/rules/classify.js';
import { diagnoseFailure } from '../../../src/diagnosis/diagnose-failure.js';
import { RACE_RULES } from '../../../src/diagnosis/rules/flaky-rules.js';
import { aFailure } from '../a-failure.js';

type Example = string | { readonly type?: string; readonly message: string; readonly details?: string };

const FOLDER = resolve(import.meta.dirname, '../../../fixtures/failures/rules');
const examples = readdirSync(FOLDER).flatMap((file) =>
  Object.entries(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<string, readonly Example[]>).map(
    ([rule, texts]) => ({ rule, texts, category: file.replace('.json', '') }),
  ),
);

const failureOf = (example: Example) => aFailure(typeof example === 'string' ? { message: example } : example);

describe('the table of rules', () => {
  test('every rule has at least two examples that no label of the corpus holds', () => {
    const proven = new Map(examples.map(({ rule, texts }) => [rule, texts.length]));
    const unproven = [...RULES, ...RACE_RULES]
      .filter(({ name }) => (proven.get(name) ?? 0) < 2)
      .map(({ name }) => name);
    expect(unproven).toEqual([]);
  });

  test.each(examples)('$rule decides its own examples', ({ rule, texts, category }) => {
    const decided = texts.map((example) => {
      const { rule: by, category: said } = diagnoseFailure(failureOf(example));
      return `${said} by ${by}: ${JSON.stringify(example).slice(0, 120)}`;
    });
    expect(decided).toEqual(texts.map((example) => `${category} by ${rule}: ${JSON.stringify(example).slice(0, 120)}`));
  });

  test('rules name themselves once and say why in one line', () => {
    const names = [...RULES, ...RACE_RULES].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { why } of RULES) expect(why).toMatch(/^[^\n]{20,160}\.$/);
  });
});
