import type { CaseStatus } from '../../model/report.js';

/** One `failure` or `error` of a test case, or one try of a rerun, once it is complete. */
export interface JunitResult {
  readonly element: string;
  readonly message: string;
  readonly type: string;
  readonly details: string;
}

/** What the status of a test case is decided from. */
export interface JunitEvidence {
  /** `failure` and `error` elements. */
  readonly bad: readonly JunitResult[];
  /** `rerunFailure`, `rerunError`, `flakyFailure` and `flakyError` elements. */
  readonly tries: readonly JunitResult[];
  /** `skipped` and its spellings; null without one. */
  readonly skip: JunitResult | null;
  /** Attribute `status` or `result`, see `tellingWord`. */
  readonly word: string;
  /** True when the case carries an attribute `failure` (node:test). */
  readonly failureAttribute: boolean;
}

const ERROR_WORDS = new Set(['error', 'errored', 'hook_error', 'undefined', 'broken']);
const FAILED_WORDS = new Set(['fail', 'failed', 'failure', 'xpass']);
const SKIPPED_WORDS = new Set([
  ...['notrun', 'not run', 'disabled', 'untested', 'skipped', 'skip'],
  ...['ignored', 'pending', 'suppressed', 'xfail'],
]);

/** Says whether a failure was announced: node:test's todo, Catch2's `[!mayfail]`, TestNG's SkipException. */
function isExpected({ bad, skip }: JunitEvidence): boolean {
  if (skip !== null && (skip.type === 'todo' || skip.message.includes('tagged with !mayfail'))) return true;
  return bad.every(({ type }) => type.endsWith('SkipException'));
}

/** Of the attributes `status` and `result` the one that says something: googletest writes `run` and `skipped`. */
export function statusWord(status: string | undefined, result: string | undefined): string {
  return status !== undefined && statusOfWord(status) !== 'passed' ? status : (result ?? '');
}

function statusOfWord(word: string): CaseStatus {
  if (word === '' || word.length > 20) return 'passed';
  const lower = word.toLowerCase();
  if (ERROR_WORDS.has(lower)) return 'error';
  if (FAILED_WORDS.has(lower)) return 'failed';
  return SKIPPED_WORDS.has(lower) ? 'skipped' : 'passed';
}

/**
 * The status of one test case, first match: failure elements (even beside `skipped`, and even beside flaky tries),
 * reruns that no success followed, the attribute `failure`, `skipped`, the status word. Unknown words change nothing.
 */
export function junitStatus(evidence: JunitEvidence): CaseStatus {
  const { bad, tries, skip, word, failureAttribute } = evidence;
  if (bad.length > 0) {
    if (isExpected(evidence)) return 'skipped';
    return bad.some(({ element }) => element === 'error') ? 'error' : 'failed';
  }
  if (tries.some(({ element }) => element.startsWith('rerun'))) return 'failed';
  if (failureAttribute) return skip?.type === 'todo' ? 'skipped' : 'failed';
  if (skip !== null) return 'skipped';
  return statusOfWord(word);
}
