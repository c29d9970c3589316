import { clipBytes, firstLine } from '../model/text.js';
import type { DeclaredPlace } from './told-place.js';
import type { ClassPlaces } from './declared-place.js';
import type { JunitResult } from './junit-status.js';
import { KeptText, type StringPool, type TextBudget, readableText } from './kept-text.js';
import { KEPT } from './report-options.js';
import type { XmlAttributes } from './xml-attributes.js';

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
    const message = messageFrom(this.#message);
    return {
      element: this.#element,
      message: budget.keep(message === '' ? firstLine(text) : message),
      type: pool.own(this.#type),
      details: budget.keep(details.trim() === '' ? '' : details),
    };
  }
}
