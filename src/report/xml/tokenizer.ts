import { XmlAttributes } from './attributes.js';
import { type CloseListener, type ElementContent, XmlStack } from './element-stack.js';
import { MARK, afterDeclaration, afterName, isBlank, localName, startsName } from './scan.js';
import { decodeReferences, safeCut } from '../../text/xml-characters.js';

/** Hears the elements of a document in order. Names come without a namespace prefix. */
export interface XmlHandler {
  readonly open: (name: string, attributes: XmlAttributes) => ElementContent;
  readonly text: (piece: string) => void;
  readonly close: CloseListener;
}

/** How a document ended. */
export interface XmlEnd {
  /** Elements were left open. */
  readonly torn: boolean;
  /** The last tag has no end. */
  readonly cut: boolean;
  /** End tags did not match. */
  readonly repaired: boolean;
  /** Broken markup took in the start of a result: an attribute without its closing quote, an end tag without a start. */
  readonly swallowed: boolean;
}

const MAX_TAG_CHARS = 1 << 20;
const CDATA = '<![CDATA[';
/** An element of a report that can only be inside an attribute when a quote is missing. */
const RESULT = /<\/?(?:failure|error|skipped|testcase|testsuite)[\s>/]/;

/**
 * Reads XML piece by piece and never refuses: what is not markup is text, what is not closed is closed by its parent,
 * a DTD is skipped and no entity of it is expanded. Memory is bounded by one tag of 1 MB. It stands where saxes or
 * htmlparser2 would, because neither keeps unescaped markup inside a failure as text, and the faster of them takes half
 * as long again for 500,000 cases.
 */
export class XmlTokenizer {
  readonly #handler: XmlHandler;
  readonly #attributes = new XmlAttributes();
  readonly #stack: XmlStack;
  #text = '';
  #at = 0;
  /** Terminator of a comment, an instruction or an over-long attribute that is being skipped. */
  #skipTo = '';
  /** Start of a tag whose over-long attribute is being skipped. */
  #longTag = '';
  #inCdata = false;
  #last = false;
  #swallowed = false;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
    this.#stack = new XmlStack(handler.close);
  }

  /** Takes the next piece of the document. */
  write(piece: string): void {
    this.#text = this.#at < this.#text.length ? this.#text.slice(this.#at) + piece : piece;
    this.#at = 0;
    while (this.#at < this.#text.length && this.#step());
  }

  /** Says that nothing more comes; closes what is open, innermost first, as torn. */
  end(): XmlEnd {
    this.#last = true;
    this.write('');
    const cut = this.#at < this.#text.length;
    this.#stack.tearDown();
    const { torn, repaired, orphaned } = this.#stack;
    return { torn, cut, repaired, swallowed: this.#swallowed || orphaned };
  }

  /** Handles what starts here; false when it needs more text. */
  #step(): boolean {
    if (this.#inCdata) return this.#cdata();
    if (this.#skipTo !== '') return this.#skip();
    const less = this.#text.indexOf('<', this.#at);
    if (less !== this.#at) return this.#plain(less);
    const missing = this.#at + CDATA.length - this.#text.length;
    if (missing > 0 && !this.#last && !this.#text.includes('>', this.#at)) return false;
    return this.#stack.content === 'text' ? this.#markupInText() : this.#markup();
  }

  /** Goes on at `next`; false when that is no progress. */
  #goOn(next: number): boolean {
    if (next <= this.#at) return false;
    this.#at = next;
    return true;
  }

  #emit(from: number, to: number, decode: boolean): void {
    if (to <= from || !this.#stack.holdsText) return;
    const piece = this.#text.slice(from, to);
    this.#handler.text(decode ? decodeReferences(piece) : piece);
  }

  #plain(less: number): boolean {
    const end = less >= 0 ? less : this.#last ? this.#text.length : safeCut(this.#text, this.#at);
    this.#emit(this.#at, end, true);
    return this.#goOn(end);
  }

  #cdata(): boolean {
    const end = this.#text.indexOf(']]>', this.#at);
    const stop = end >= 0 ? end : this.#text.length - (this.#last ? 0 : 2);
    this.#emit(this.#at, stop, false);
    this.#inCdata = end < 0;
    return this.#goOn(end < 0 ? stop : end + 3);
  }

  #skip(): boolean {
    const end = this.#text.indexOf(this.#skipTo, this.#at);
    if (end < 0) return this.#goOn(this.#text.length - this.#skipTo.length + 1);
    if (this.#longTag === '') this.#at = end + this.#skipTo.length;
    else this.#text = this.#longTag + this.#text.slice(end);
    if (this.#longTag !== '') this.#at = 0;
    this.#longTag = '';
    this.#skipTo = '';
    return true;
  }

  #skipFrom(at: number, terminator: string): boolean {
    this.#skipTo = terminator;
    return this.#goOn(at);
  }

  #markupInText(): boolean {
    const text = this.#text;
    const { name } = this.#stack;
    if (text.startsWith(CDATA, this.#at)) return this.#startCdata();
    const end = this.#at + name.length + 2;
    if (!this.#last && text.length <= end) return false;
    const after = text.charCodeAt(end);
    if (text.startsWith(`</${name}`, this.#at) && (after === MARK.greater || isBlank(after))) return this.#closeTag();
    return this.#lessThan();
  }

  #lessThan(): boolean {
    this.#emit(this.#at, this.#at + 1, false);
    return this.#goOn(this.#at + 1);
  }

  #startCdata(): boolean {
    this.#inCdata = true;
    return this.#goOn(this.#at + CDATA.length);
  }

  #markup(): boolean {
    const text = this.#text;
    const at = this.#at;
    if (text.startsWith('</', at)) return this.#closeTag();
    if (text.startsWith('<?', at)) return this.#instruction();
    if (text.startsWith('<!--', at)) return this.#skipFrom(at + 4, '-->');
    if (text.startsWith(CDATA, at)) return this.#startCdata();
    if (text.startsWith('<!', at)) return this.#goOn(this.#unlessTooLong(afterDeclaration(text, at)));
    return startsName(text.charCodeAt(at + 1)) ? this.#openTag() : this.#lessThan();
  }

  /** A second XML declaration starts another document: whatever the one before has left open is torn. */
  #instruction(): boolean {
    if (this.#text.startsWith('<?xml', this.#at) && isBlank(this.#text.charCodeAt(this.#at + 5)))
      this.#stack.tearDown();
    return this.#skipFrom(this.#at + 2, '?>');
  }

  #unlessTooLong(end: number): number {
    return end < 0 && this.#text.length - this.#at > MAX_TAG_CHARS ? this.#at + 2 : end;
  }

  #closeTag(): boolean {
    const end = this.#text.indexOf('>', this.#at);
    if (end >= 0) this.#stack.close(this.#text.slice(this.#at + 2, afterName(this.#text, this.#at + 2)));
    return this.#goOn(this.#unlessTooLong(end < 0 ? end : end + 1));
  }

  #openTag(): boolean {
    const nameEnd = afterName(this.#text, this.#at + 1);
    const end = this.#attributes.read(this.#text, nameEnd);
    if (end < 0) return this.#waitForTag();
    const inner = this.#text.indexOf('<', nameEnd);
    if (inner >= 0 && inner < end && RESULT.test(this.#text.slice(inner, end))) this.#swallowed = true;
    if (!this.#stack.full) this.#openNamed(this.#text.slice(this.#at + 1, nameEnd));
    else if (!this.#attributes.selfClosed) this.#stack.skip();
    return this.#goOn(end);
  }

  #openNamed(name: string): void {
    const { selfClosed } = this.#attributes;
    const content = this.#handler.open(localName(name), this.#attributes);
    if (!selfClosed) this.#stack.push(name, content);
    else if (content !== 'noise') this.#handler.close(localName(name), false);
  }

  /** Waits for the end of a tag; from 1 MB on it skips to the end of the attribute and keeps only its head. */
  #waitForTag(): boolean {
    if (this.#text.length - this.#at < MAX_TAG_CHARS) return false;
    if (this.#attributes.openQuote === '') return this.#lessThan();
    this.#longTag = this.#text.slice(this.#at, this.#at + MAX_TAG_CHARS);
    return this.#skipFrom(this.#text.length, this.#attributes.openQuote);
  }
}
