import type { ReportCase } from '../model/report.js';
import { placeOfTag } from './declared-place.js';
import { tellingWord } from './junit-status.js';
import { cleanName, ownString } from './kept-text.js';
import { reportedDurationMs } from './reported-duration.js';
import type { CaseContext } from './result-draft.js';
import type { XmlAttributes } from './xml-attributes.js';

/** What the start tag of a `testcase` says. */
export interface CaseHead {
  /** The case if nothing else is said of it: passed. */
  readonly bare: ReportCase;
  /** Attribute `status` or `result`, whichever tells more; empty without one. */
  readonly word: string;
  /** Attribute `failure`, which node:test writes; null without one. */
  readonly failure: string | null;
}

const NOTHING: readonly never[] = [];
const NO_PROPERTIES: Readonly<Record<string, string>> = {};

/** Reads the start tag of a case that stands in a suite of this path and file. */
export function caseHead(attributes: XmlAttributes, suite: string, suiteFile: string, context: CaseContext): CaseHead {
  const classname = context.pool.own(attributes.get('classname') ?? attributes.get('class') ?? '');
  const { file, line } = placeOfTag(attributes, suiteFile, classname, context);
  const bare: ReportCase = {
    suite,
    name: ownString(cleanName(attributes.get('name') ?? '')),
    classname,
    status: 'passed',
    file,
    line,
    durationMs: reportedDurationMs(attributes.get('time') ?? attributes.get('duration')),
    message: '',
    type: '',
    details: '',
    output: '',
    tries: NOTHING,
    properties: NO_PROPERTIES,
    attachments: NOTHING,
  };
  return {
    bare,
    word: ownString(tellingWord(attributes.get('status'), attributes.get('result'))),
    failure: attributes.get('failure') ?? null,
  };
}
