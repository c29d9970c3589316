import type { TestCase } from '../../model/run.js';
import { shortLine } from '../../text/visible.js';

/** Longest id of a test in the page. */
export const ID_CHARS = 400;
/** Longest name of a suite in the page. */
export const SUITE_CHARS = 80;

/** The part of the page's address that opens a test, as `addressOf` of its script writes it. */
export function testAddress({ id, suite }: Pick<TestCase, 'id' | 'suite'>): string {
  return `#${new URLSearchParams({ test: shortLine(id, ID_CHARS), in: shortLine(suite, SUITE_CHARS) }).toString()}`;
}
