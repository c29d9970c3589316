import { MARK, afterBlanks, afterName, isBlank } from './scan.js';
import { decodeReferences } from '../../text/xml-characters.js';

/** True where a quoted value may end; a quote before anything else is part of the value, an unescaped one. */
function endsValue(code: number): boolean {
  return isBlank(code) || code === MARK.greater || code === MARK.slash || code === MARK.question || Number.isNaN(code);
}

/**
 * The attributes of one start tag. One instance is filled again and again, so nothing may be kept of it but the
 * strings that it hands out. The first of two attributes with one name wins.
 */
export class XmlAttributes {
  /** Where name and value of each attribute start and end in the text: four numbers each. */
  readonly #spans: number[] = [];
  #text = '';
  #count = 0;
  #selfClosed = false;
  #openQuote = '';

  /** True when the tag that was read last ends itself (`<a/>`). */
  get selfClosed(): boolean {
    return this.#selfClosed;
  }

  /** The quote that had not been closed when `read` ran out of text; empty otherwise. */
  get openQuote(): string {
    return this.#openQuote;
  }

  /** Value with references decoded and line breaks as written; undefined when there is none. */
  get(name: string): string | undefined {
    const spans = this.#spans;
    for (let at = 0; at < this.#count; at += 4) {
      const start = spans[at] ?? 0;
      if ((spans[at + 1] ?? 0) - start !== name.length || !this.#text.startsWith(name, start)) continue;
      return decodeReferences(this.#text.slice(spans[at + 2], spans[at + 3]));
    }
    return undefined;
  }

  /** Reads from behind the tag name to behind `>`; answers the index there, or -1 when the text ends before. */
  read(text: string, at: number): number {
    this.#text = text;
    this.#count = 0;
    this.#selfClosed = false;
    this.#openQuote = '';
    for (let index = afterBlanks(text, at); index < text.length; index = afterBlanks(text, index)) {
      const code = text.charCodeAt(index);
      if (code === MARK.greater) return index + 1;
      if (code === MARK.less) return index;
      this.#selfClosed = code === MARK.slash;
      index = code === MARK.slash || code === MARK.equals ? index + 1 : this.#readOne(text, index);
      if (index < 0) return -1;
    }
    return -1;
  }

  #readOne(text: string, at: number): number {
    const nameEnd = afterName(text, at);
    const equals = afterBlanks(text, nameEnd);
    if (text.charCodeAt(equals) !== MARK.equals) return equals;
    const start = afterBlanks(text, equals + 1);
    const quote = text.charAt(start);
    if (quote !== '"' && quote !== "'") return this.#keep(at, nameEnd, start, afterName(text, start));
    const end = this.#closingQuote(text, quote, start + 1);
    return end < 0 ? -1 : this.#keep(at, nameEnd, start + 1, end) + 1;
  }

  #keep(at: number, nameEnd: number, start: number, end: number): number {
    const spans = this.#spans;
    spans[this.#count] = at;
    spans[this.#count + 1] = nameEnd;
    spans[this.#count + 2] = start;
    spans[this.#count + 3] = end;
    this.#count += 4;
    return end;
  }

  #closingQuote(text: string, quote: string, from: number): number {
    for (let end = text.indexOf(quote, from); end >= 0; end = text.indexOf(quote, end + 1))
      if (endsValue(text.charCodeAt(end + 1))) return end;
    this.#openQuote = quote;
    return -1;
  }
}
