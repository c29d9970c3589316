// The status of a case from the attributes `status` and `result`, where a dialect writes them.
import type { CaseStatus } from '../../model/report.js';
import { cleanName } from '../../text/bounded-text.js';
import { clipBytes } from '../../text/bounds.js';

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
  /** `warning` of a case that is no test of its own; null without one. */
  readonly warning: JunitResult | null;
  /** Attribute `status` or `result`, see `statusWord`. */
  readonly word: string;
  /** A child element that no known writer uses; empty when there is none. */
  readonly unknownElement: string;
  /** True when the suite counts skipped tests and neither a failure nor an error. */
  readonly countsAsSkipped: boolean;
  /** True when the case carries an attribute `failure` (node:test). */
  readonly failureAttribute: boolean;
}

/** Words of the attributes `status` and `result`, in lower case. Jenkins calls a new failure a regression. */
const WORDS: ReadonlyMap<string, CaseStatus> = new Map([
  ...wordsOf('passed', 'pass passed success successful succeeded ok run completed complete executed finished fixed'),
  ...wordsOf('error', 'error errored hook_error cleanup_error undefined broken crashed aborted timeout timedout'),
  ...wordsOf('failed', 'fail failed failure xpass regression unexpected'),
  ...wordsOf('skipped', 'disabled skipped skip ignored ignore pending suppressed xfail todo inconclusive'),
  ...wordsOf('not-run', 'notrun not_run not-run untested notexecuted'),
  ['not run', 'not-run'],
]);

function wordsOf(status: CaseStatus, words: string): readonly (readonly [string, CaseStatus])[] {
  return words.split(' ').map((word) => [word, status]);
}

/**
 * Says whether a failure was announced: node:test's todo, Catch2's `[!mayfail]`, TestNG's SkipException, karma's skipped
 * test with the failure that its `skip` prevented.
 */
function isExpected({ bad, skip, countsAsSkipped }: JunitEvidence): boolean {
  if (skip !== null && (skip.type === 'todo' || skip.message.includes('tagged with !mayfail') || countsAsSkipped))
    return true;
  return bad.every(({ type }) => type.endsWith('SkipException'));
}

const known = (word: string): CaseStatus | undefined => WORDS.get(word.toLowerCase());

/** Of the attributes `status` and `result` the one that says more: googletest writes `run` and `skipped`. */
export function statusWord(status: string, result: string): string {
  if (status === '' || known(status) === 'passed') return result;
  return known(result) === 'skipped' || (known(status) === undefined && known(result) !== undefined) ? result : status;
}

/** Why a case whose failure has no element is an error: what the report says of it and no known writer uses, quoted. */
export function unknownMessage({ unknownElement, word }: JunitEvidence): string {
  if (unknownElement !== '') return `the report has an unknown element for this test: <${clip(unknownElement)}>`;
  const isUnknown = word !== '' && known(word) === undefined;
  return isUnknown ? `the report has an unknown status for this test: "${clip(word)}"` : '';
}

const clip = (word: string): string => clipBytes(cleanName(word), 60);

/** CTest writes `notrun` for tests that skip themselves as well as for those it could not start. */
const SKIPS_ITSELF = /^SKIP_/;

function statusOfSkip({ message }: JunitResult, word: string): CaseStatus {
  return known(word) === 'not-run' && !SKIPS_ITSELF.test(message) ? 'not-run' : 'skipped';
}

/**
 * The status of one test case, first match: failure elements (even beside `skipped`, and even beside flaky tries),
 * reruns that no success followed, the attribute `failure`, `skipped`, what is unknown, the status word.
 */
export function junitStatus(evidence: JunitEvidence): CaseStatus {
  const { bad, tries, skip, word, failureAttribute } = evidence;
  if (bad.length > 0) {
    if (isExpected(evidence)) return 'skipped';
    return bad.some(({ element }) => element === 'error') ? 'error' : 'failed';
  }
  if (tries.some(({ element }) => element.startsWith('rerun'))) return 'failed';
  if (failureAttribute) return skip?.type === 'todo' ? 'skipped' : 'failed';
  if (evidence.unknownElement !== '' || evidence.warning !== null) return 'error';
  if (skip !== null) return statusOfSkip(skip, word);
  return word === '' ? 'passed' : (known(word) ?? 'error');
}
