import type { TestCase } from './run.js';

/** What identifies a test in a run: suite and id. Baselines, diagnoses and reports join on it. */
export function testKey(test: Pick<TestCase, 'suite' | 'id'>): string {
  return `${test.suite}\n${test.id}`;
}
