import { caseAttributes } from './declared-place.js';
import { cleanName, ownString } from './kept-text.js';
import { reportedDurationMs } from './reported-duration.js';
import type { CaseContext } from './result-draft.js';
import type { DeclaredPlace } from './told-place.js';
import type { XmlAttributes } from './xml-attributes.js';

/** What the start tag of a `testcase` says. */
export interface CaseHead {
  readonly suite: string;
  readonly name: string;
  readonly classname: string;
  /** Attribute `status` or `result`; empty without one. */
  readonly word: string;
  /** Attribute `failure`, which node:test writes; null without one. */
  readonly failure: string | null;
  readonly durationMs: number | null;
  readonly declared: DeclaredPlace;
}

/** Reads the start tag of a case that stands in a suite of this path and file. */
export function caseHead(attributes: XmlAttributes, suite: string, suiteFile: string, context: CaseContext): CaseHead {
  return {
    suite,
    name: ownString(cleanName(attributes.get('name') ?? '')),
    classname: context.pool.own(cleanName(attributes.get('classname') ?? attributes.get('class') ?? '')),
    word: ownString(attributes.get('status') ?? attributes.get('result') ?? ''),
    failure: attributes.get('failure') ?? null,
    durationMs: reportedDurationMs(attributes.get('time') ?? attributes.get('duration')),
    declared: caseAttributes(attributes, suiteFile, context),
  };
}
