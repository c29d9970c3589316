import { headAndTail, stripAnsi } from './bounds.js';
import { unixLines, withoutControls } from './xml-characters.js';

const MAX_NAME = 4_000;

/** A string of its own. What is sliced from a chunk would otherwise keep the whole chunk in memory. */
export function ownString(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/**
 * Gives equal names one copy, cleaned as `cleanName` does; forgets after 20,000 different ones. For class names, files
 * and suites, which one case often shares with the next.
 */
export class StringPool {
  readonly #known = new Map<string, string>();
  #lastRaw = '';
  #lastOwn = '';

  own(text: string): string {
    if (text === this.#lastRaw) return this.#lastOwn;
    if (text.length > MAX_NAME) return ownString(cleanName(text));
    const raw = ownString(text);
    const own = this.#known.get(raw) ?? cleanName(raw);
    if (this.#known.size >= 20_000) this.#known.clear();
    this.#known.set(raw, own);
    this.#lastRaw = raw;
    this.#lastOwn = own;
    return own;
  }
}

/** Text as people should see it: no colours, no control characters, LF line ends. */
export function readableText(text: string): string {
  return withoutControls(unixLines(stripAnsi(text)));
}

/** A name as it identifies a test: one copy, no control characters, at most 4,000 characters, otherwise untouched. */
export function cleanName(text: string): string {
  return withoutControls(text.length > MAX_NAME ? text.slice(0, MAX_NAME) : text);
}

/** Collects text of any length and keeps its head (seven tenths) and tail within `maxChars`. */
export class KeptText {
  readonly #maxHead: number;
  readonly #maxTail: number;
  #head = '';
  #tail = '';
  #length = 0;

  constructor(maxChars: number) {
    this.#maxHead = Math.floor(maxChars * 0.7);
    this.#maxTail = maxChars - this.#maxHead;
  }

  /** Characters that came in, kept or not. */
  get length(): number {
    return this.#length;
  }

  add(piece: string): void {
    this.#length += piece.length;
    const room = this.#maxHead - this.#head.length;
    if (room > 0) this.#head += ownString(piece.slice(0, room));
    if (piece.length <= room) return;
    this.#tail += piece.slice(Math.max(0, room));
    if (this.#tail.length > 4 * this.#maxTail) this.#tail = ownString(this.#tail.slice(-this.#maxTail));
  }

  /** The kept text with a line that says how much is missing. */
  toString(): string {
    const tail = this.#tail.slice(-this.#maxTail);
    const missing = this.#length - this.#head.length - tail.length;
    const gap = missing > 0 ? `\n[... ${missing} characters left out ...]\n` : '';
    return readableText(this.#head + gap + tail);
  }
}

/** Text that all cases of a report may keep together; what comes after it is spent is left out and counted. */
export class TextBudget {
  #left: number;
  #refused = 0;

  constructor(maxChars: number) {
    this.#left = maxChars;
  }

  /** How many texts were shortened or left out. */
  get refused(): number {
    return this.#refused;
  }

  /** An own copy of the text, or of its head when the budget is spent. */
  keep(text: string): string {
    if (text === '') return '';
    const room = Math.max(this.#left, 0);
    if (text.length > room) this.#refused += 1;
    const kept = text.length > room ? text.slice(0, Math.max(room, 400)) : text;
    this.#left -= kept.length;
    return ownString(kept.toWellFormed());
  }
}

/** How much text a document may still carry. */
export interface TextAllowance {
  /** The text, bounded; empty once the whole document has had its share. */
  readonly take: (text: string) => string;
  /** Texts that got no room. */
  readonly refused: () => number;
}

/** Bounds texts one by one and together: 100,000 traces of 64 KB each would be a document too large to open. */
export function textAllowance(maxChars: number, maxCharsEach: number): TextAllowance {
  let left = maxChars;
  let refused = 0;
  return {
    take: (text) => {
      if (text === '') return '';
      const bounded = headAndTail(text, Math.min(maxCharsEach, text.length)).toWellFormed();
      if (bounded.length > left) {
        refused += 1;
        return '';
      }
      left -= bounded.length;
      return bounded;
    },
    refused: () => refused,
  };
}
