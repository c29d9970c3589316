import type { ReportBody } from '../report-reader.js';
import { KeptText, cleanName } from '../../text/bounded-text.js';
import { KEPT } from '../report-reader.js';
import type { XmlAttributes } from './attributes.js';
import type { ElementContent } from './element-stack.js';
import type { XmlReader } from '../report-reader.js';

/** An element with the attributes and the texts of its children that a dialect asked for; empty when absent. */
export interface XmlRecord {
  readonly element: string;
  /** The record around this one. */
  readonly parent: XmlRecord | null;
  attribute(name: string): string;
  text(child: string): string;
}

/** Which elements of an XML dialect make records, and what becomes of them. */
export interface RecordDialect {
  readonly records: ReadonlySet<string>;
  /** Attributes that records keep. */
  readonly attributes: readonly string[];
  /** Child elements whose text goes to the record around them. */
  readonly texts: ReadonlySet<string>;
  /** Hears of a record whose end has been read; never of one that is cut off. */
  take(record: XmlRecord): void;
  /** Whether a record that is cut off is a test. */
  isCase(element: string): boolean;
  finish(): Omit<ReportBody, 'lost'>;
}

class OpenRecord implements XmlRecord {
  readonly element: string;
  readonly parent: OpenRecord | null;
  readonly #attributes = new Map<string, string>();
  readonly #texts = new Map<string, KeptText>();

  constructor(element: string, parent: OpenRecord | null, attributes: XmlAttributes, kept: readonly string[]) {
    this.element = element;
    this.parent = parent;
    for (const name of kept) {
      const value = attributes.get(name);
      if (value !== undefined) this.#attributes.set(name, cleanName(value));
    }
  }

  attribute(name: string): string {
    return this.#attributes.get(name) ?? '';
  }

  text(child: string): string {
    return this.#texts.get(child)?.toString() ?? '';
  }

  collect(child: string): KeptText {
    const text = this.#texts.get(child) ?? new KeptText(KEPT.details);
    if (text.length > 0) text.add('\n');
    this.#texts.set(child, text);
    return text;
  }
}

/** Reads an XML dialect as records. */
export class XmlRecordReader implements XmlReader {
  readonly #dialect: RecordDialect;
  #innermost: OpenRecord | null = null;
  #target: KeptText | null = null;
  #lost = 0;

  constructor(dialect: RecordDialect) {
    this.#dialect = dialect;
  }

  finish(): ReportBody {
    return { ...this.#dialect.finish(), lost: this.#lost };
  }

  readonly open = (name: string, attributes: XmlAttributes): ElementContent => {
    const { records, texts } = this.#dialect;
    if (records.has(name)) {
      this.#innermost = new OpenRecord(name, this.#innermost, attributes, this.#dialect.attributes);
      return 'elements';
    }
    if (this.#innermost === null || !texts.has(name)) return 'elements';
    this.#target = this.#innermost.collect(name);
    return 'text';
  };

  readonly text = (piece: string): void => {
    this.#target?.add(piece);
  };

  readonly close = (name: string, torn: boolean): void => {
    this.#target = null;
    const record = this.#innermost;
    if (record?.element !== name) return;
    this.#innermost = record.parent;
    if (!torn) this.#dialect.take(record);
    else if (this.#dialect.isCase(name)) this.#lost += 1;
  };
}
