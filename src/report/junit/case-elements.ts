// What a `testcase` tag and the elements in it hold: name, failures, tries, properties, `file` and `line` of a failure
// element.
import type { ReportCase } from '../../model/report.js';
import {
  cleanName,
  KeptText,
  ownString,
  readableText,
  type StringPool,
  type TextBudget,
} from '../../text/bounded-text.js';
import { clipBytes } from '../../text/bounds.js';
import type { DeclaredPlace } from '../case-location.js';
import { headlineOf, saysNothing } from '../headline.js';
import { KEPT } from '../report-reader.js';
import type { XmlAttributes } from '../xml/attributes.js';
import { reportedDurationMs } from './duration.js';
import { type ClassPlaces, placeOfTag } from './location.js';
import { type JunitResult, statusWord } from './status.js';
import type { SuiteFrame } from './suites.js';

/** What the start tag of a `testcase` says. */
export interface CaseHead {
  /** The case without further elements: passed. */
  readonly bare: ReportCase;
  /** Attribute `status` or `result`, whichever says more; empty without one. */
  readonly word: string;
  /** Attribute `failure`, which node:test writes; null without one. */
  readonly failure: string | null;
  /** True when the suite counts skipped tests and neither a failure nor an error. */
  readonly countsAsSkipped: boolean;
}

const NOTHING: readonly never[] = [];
const NO_PROPERTIES: Readonly<Record<string, string>> = {};

/** pytest writes a case without a name for the test that was running when its session was ended. */
export const UNFINISHED = 'the test that was running when pytest ended';

/** What the tag of a case inherits from the suite that it stands in. */
export type CaseSuite = Pick<SuiteFrame, 'path' | 'file' | 'isPytest' | 'nodeSuites' | 'countsAsSkipped'>;

/** Reads the start tag of a case that stands in this suite. */
export function caseHead(attributes: XmlAttributes, suite: CaseSuite, context: CaseContext): CaseHead {
  const written = attributes.get('classname') ?? attributes.get('class') ?? '';
  // node:test before Node 24 gives every case this class, and escapes quotation marks twice.
  const isOldNode = written === 'test';
  const classname = context.pool.own(isOldNode && suite.nodeSuites !== '' ? suite.nodeSuites : written);
  const { file, line } = placeOfTag(attributes, suite.file, classname, context);
  const title = cleanName(attributes.get('name') ?? '');
  const name = ownString(isOldNode ? title.replaceAll('&quot;', '"') : title);
  const isUnfinished = suite.isPytest && name === '' && classname === '';
  const bare: ReportCase = {
    suite: suite.path,
    name: isUnfinished ? UNFINISHED : name,
    classname,
    status: isUnfinished ? 'unfinished' : 'passed',
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
    // With pytest the attribute can only come from a test itself.
    word: suite.isPytest ? '' : wordOf(attributes, `${classname}/${name}`),
    failure: attributes.get('failure') ?? null,
    countsAsSkipped: suite.countsAsSkipped,
  };
}

/** Older versions of googletest mark a disabled test by nothing but its name. */
const DISABLED = /(?:^|[/.])DISABLED_/;

function wordOf(attributes: XmlAttributes, name: string): string {
  const word = statusWord(attributes.get('status') ?? '', attributes.get('result') ?? '');
  return word === 'notrun' && DISABLED.test(name) ? 'disabled' : ownString(word);
}

const MAX_RESULTS = 50;
const MAX_PROPERTIES = 100;
const MAX_PROPERTY_BYTES = 4_000;

/** Collects what stands inside a `testcase`. Most cases hold nothing and never get one. */
export class CaseChildren {
  readonly #bad: JunitResult[] = [];
  readonly #tries: JunitResult[] = [];
  readonly #properties = new Map<string, string>();
  #skip: JunitResult | null = null;
  #warning: JunitResult | null = null;
  #unknown = '';
  #place: DeclaredPlace | null = null;
  #output: KeptText | null = null;

  /** `failure` and `error` elements, at most 50. */
  get bad(): readonly JunitResult[] {
    return this.#bad;
  }

  /** Elements of earlier tries, at most 50. */
  get tries(): readonly JunitResult[] {
    return this.#tries;
  }

  /** `skipped` or one of its spellings. */
  get skip(): JunitResult | null {
    return this.#skip;
  }

  /** `warning`, as PHPUnit writes it. */
  get warning(): JunitResult | null {
    return this.#warning;
  }

  /** Name of the first child element that no known writer uses; empty without one. */
  get unknown(): string {
    return this.#unknown;
  }

  set unknown(element: string) {
    if (this.#unknown === '') this.#unknown = element;
  }

  /** Where a failure element itself says it happened. */
  get place(): DeclaredPlace | null {
    return this.#place;
  }

  get properties(): ReadonlyMap<string, string> {
    return this.#properties;
  }

  /** True when a failure or skip has been seen, so that a case that is cut off later has a status all the same. */
  get isDecided(): boolean {
    return this.#bad.length > 0 || this.#skip !== null;
  }

  /** Where system-out and system-err go. */
  get output(): KeptText {
    this.#output ??= new KeptText(KEPT.output);
    return this.#output;
  }

  /** Text that came in through `output`. */
  get printed(): string {
    return this.#output?.toString() ?? '';
  }

  /** Sets a property; at most 100 are kept. */
  property(name: string, value: string): void {
    if (this.#properties.size < MAX_PROPERTIES)
      this.#properties.set(cleanName(name), clipBytes(cleanName(value), MAX_PROPERTY_BYTES));
  }

  /** Takes a finished child element. */
  result(result: JunitResult, place: DeclaredPlace | null): void {
    const { element } = result;
    this.#place ??= place;
    const isBad = element === 'failure' || element === 'error';
    if (element === 'warning') this.#warning ??= result;
    else if (!isBad && !/^(?:rerun|flaky)/.test(element)) this.#skip ??= result;
    else if (isBad && this.#bad.length < MAX_RESULTS) this.#bad.push(result);
    else if (!isBad && this.#tries.length < MAX_RESULTS) this.#tries.push(result);
  }
}

/** What all cases of one report share. */
export interface CaseContext {
  /** Class names and types of failures. */
  readonly pool: StringPool;
  /** Paths of files. */
  readonly files: StringPool;
  readonly places: ClassPlaces;
  readonly budget: TextBudget;
}

const LEADING_BLANK_LINES = /^(?:[ \t]*\n)+/;

const messageFrom = (text: string): string => clipBytes(readableText(text), KEPT.message).trim();

const NODE_FAILURE = '[ERR_TEST_FAILURE]: ';

/** The message with the line breaks that node:test takes out of the attribute and leaves in the text. */
function withLines(message: string, text: string): string {
  const label = text.indexOf(NODE_FAILURE);
  if (label < 0 || message === '') return message;
  const start = label + NODE_FAILURE.length;
  let at = start;
  for (const unit of message.split('')) {
    while (text[at] === '\n') at += 1;
    if (text[at] !== unit) return message;
    at += 1;
  }
  return text.slice(start, at);
}

/** Collects the text of one `failure`, `error`, `skipped` or try. */
export class ResultDraft {
  readonly #element: string;
  readonly #message: string;
  readonly #type: string;
  readonly #place: DeclaredPlace | null;
  readonly text = new KeptText(KEPT.details);

  constructor(element: string, attributes: XmlAttributes) {
    this.#element = element;
    this.#type = attributes.get('type') ?? '';
    // behave's undefined steps carry no exception, and Python spells that out
    this.#message = this.#type === 'NoneType' ? '' : (attributes.get('message') ?? '');
    const file = attributes.get('file') ?? '';
    this.#place = file === '' ? null : { file, line: Number(attributes.get('line') ?? 0) };
  }

  /** Where the element itself says it happened. */
  get place(): DeclaredPlace | null {
    return this.#place;
  }

  /** A message that had to be cut is kept in the details when there is nothing else. */
  finish({ budget, pool }: CaseContext): JunitResult {
    const text = this.text.toString().replace(LEADING_BLANK_LINES, '').trimEnd();
    const details = text.trim() === '' && this.#message.length > KEPT.message ? this.#message : text;
    const message = messageFrom(withLines(this.#message, text));
    return {
      element: this.#element,
      message: budget.keep(message === '' || (saysNothing(message) && text.trim() !== '') ? headlineOf(text) : message),
      type: pool.own(this.#type),
      details: budget.keep(details.trim() === '' ? '' : details),
    };
  }
}
