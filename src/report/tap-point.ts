import type { CaseStatus } from '../model/report.js';
import { KeptText } from './kept-text.js';
import { KEPT } from './report-options.js';

/** One `ok` or `not ok` line and what follows it. */
export interface TapPoint {
  readonly name: string;
  readonly status: CaseStatus;
  /** Words behind SKIP or TODO. */
  readonly reason: string;
  readonly todo: boolean;
  readonly suite: string;
  /** Collects the lines of the diagnostic. */
  readonly diagnostic: KeptText;
}

const POINT = /^(not )?ok\b(?: +(\d{1,9}))?(?: *-)? *(.*)$/;
const DIRECTIVE = /(?:^|\s)#\s*(SKIP|TODO)\w{0,5}:?(?:\s+(.*))?$/i;

/** True for a test point, `ok` or `not ok`. */
export function isTapPoint(content: string): boolean {
  return POINT.test(content);
}

/** A failure that was announced by TODO is skipped, as its writer means it. */
function statusOf(failed: boolean, word: string): CaseStatus {
  if (word === 'skip' || (word === 'todo' && failed)) return 'skipped';
  return failed ? 'failed' : 'passed';
}

/** Reads a test point of a subtest with this path. */
export function tapPoint(content: string, suite: string): TapPoint {
  const [, not, number = '', description = ''] = POINT.exec(content) ?? [];
  const directive = DIRECTIVE.exec(description);
  const [, kind = '', reason = ''] = directive ?? [];
  const word = kind.toLowerCase();
  const title = directive === null ? description : description.slice(0, directive.index);
  return {
    name: title.replaceAll('\\#', '#').trim() || `test ${number}`.trim(),
    status: statusOf(not !== undefined, word),
    reason: reason === '' ? word : reason,
    todo: word === 'todo',
    suite,
    diagnostic: new KeptText(KEPT.details),
  };
}
