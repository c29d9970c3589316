import type { CaseStatus, ReportCase, ReportedTry } from '../model/report.js';
import { clipBytes, headAndTail } from '../model/text.js';
import { attachmentsOf } from './attachments.js';
import { type DeclaredPlace, caseAttributes, declaredPlace } from './declared-place.js';
import { type JunitResult, junitStatus } from './junit-status.js';
import { KeptText, cleanName, ownString } from './kept-text.js';
import { KEPT } from './report-options.js';
import { reportedDurationMs } from './reported-duration.js';
import type { CaseContext } from './result-draft.js';
import type { XmlAttributes } from './xml-attributes.js';

const NOTHING: readonly never[] = [];
const NO_PROPERTIES: Readonly<Record<string, string>> = {};
const NO_RESULT: JunitResult = { element: '', message: '', type: '', details: '' };
const UNSEEN_TRY: readonly ReportedTry[] = [
  { status: 'failed', message: 'An earlier attempt failed; the report does not hold it.', type: '', details: '' },
];
const MAX_RESULTS = 50;
const MAX_PROPERTIES = 100;
const RETRIED_NAME = /\(attempt (\d{1,4}) of \d{1,4}\)$/;

/** Collects one `testcase` element. */
export class CaseDraft {
  readonly #suite: string;
  readonly #name: string;
  readonly #classname: string;
  readonly #word: string;
  readonly #failureAttribute: string | undefined;
  readonly #durationMs: number | null;
  readonly #declared: DeclaredPlace;
  readonly #bad: JunitResult[] = [];
  readonly #tries: JunitResult[] = [];
  #skip: JunitResult | null = null;
  #place: DeclaredPlace | null = null;
  #output: KeptText | null = null;
  #properties: Map<string, string> | null = null;

  constructor(attributes: XmlAttributes, suite: string, suiteFile: string, context: CaseContext) {
    const { pool } = context;
    this.#suite = suite;
    this.#name = ownString(cleanName(attributes.get('name') ?? ''));
    this.#classname = pool.own(cleanName(attributes.get('classname') ?? attributes.get('class') ?? ''));
    this.#word = attributes.get('status') ?? attributes.get('result') ?? '';
    this.#failureAttribute = attributes.get('failure');
    this.#durationMs = reportedDurationMs(attributes.get('time') ?? attributes.get('duration'));
    this.#declared = caseAttributes(attributes, suiteFile, context);
  }

  /** True when a failure or skip has been seen, so that a case that is cut off later has a status all the same. */
  get isDecided(): boolean {
    return this.#bad.length > 0 || this.#skip !== null;
  }

  output(): KeptText {
    this.#output ??= new KeptText(KEPT.output);
    return this.#output;
  }

  property(name: string, value: string): void {
    this.#properties ??= new Map();
    if (this.#properties.size < MAX_PROPERTIES)
      this.#properties.set(cleanName(name), clipBytes(cleanName(value), 4_000));
  }

  /** Takes a finished child element. */
  result(result: JunitResult, place: DeclaredPlace | null): void {
    this.#place ??= place;
    const list = result.element === 'failure' || result.element === 'error' ? this.#bad : this.#tries;
    if (/^(?:failure|error|rerun|flaky)/.test(result.element)) {
      if (list.length < MAX_RESULTS) list.push(result);
    } else this.#skip ??= result;
  }

  /** The case as the model wants it. */
  finish({ budget, pool }: CaseContext): ReportCase {
    const status = junitStatus({
      bad: this.#bad,
      tries: this.#tries,
      skip: this.#skip,
      word: this.#word,
      failureAttribute: this.#failureAttribute !== undefined,
    });
    const headline = this.#headline(status);
    const output = this.#output?.toString() ?? '';
    const details = joinedDetails(this.#bad, headline);
    return {
      suite: this.#suite,
      name: this.#name,
      classname: this.#classname,
      status,
      ...declaredPlace(this.#declared, this.#place, this.#classname, `${headline.message}\n${details}`, pool),
      durationMs: this.#durationMs,
      message: headline.message,
      type: headline.type,
      details,
      output: budget.keep(output),
      tries: this.#earlierTries(status),
      properties: this.#properties === null ? NO_PROPERTIES : Object.fromEntries(this.#properties),
      attachments: output.includes('[[ATTACHMENT|') ? attachmentsOf(output) : NOTHING,
    };
  }

  #headline(status: CaseStatus): JunitResult {
    if (status === 'passed') return NO_RESULT;
    const bad = this.#bad.find(({ element }) => (status === 'error' ? element === 'error' : true));
    const attribute = this.#failureAttribute ?? '';
    const told = (status === 'skipped' ? (this.#skip ?? bad) : bad) ?? this.#tries[0];
    if (told !== undefined) return told;
    return attribute === '' ? NO_RESULT : { ...NO_RESULT, message: clipBytes(cleanName(attribute), KEPT.message) };
  }

  #earlierTries(status: CaseStatus): readonly ReportedTry[] {
    if (this.#tries.length > 0) return this.#tries.map(tryOf);
    const attempt = RETRIED_NAME.exec(this.#name)?.[1];
    return status === 'passed' && Number(attempt ?? 1) > 1 ? UNSEEN_TRY : NOTHING;
  }
}

function tryOf({ element, message, type, details }: JunitResult): ReportedTry {
  return { status: element.endsWith('Error') ? 'error' : 'failed', message, type, details };
}

/** All failures of a test are one test's: their texts follow each other, the headline's first. */
function joinedDetails(bad: readonly JunitResult[], headline: JunitResult): string {
  if (bad.length < 2) return headline.details;
  const others = bad.filter((result) => result !== headline);
  const all = [headline, ...others].map(({ message, details }) => (details === '' ? message : details));
  return headAndTail(all.filter((text) => text !== '').join('\n\n'), KEPT.details);
}
