// Text of files as bytes, without a string for each line: evidence has some for every test.
import type { TextOutput } from '../ports.js';

const BUFFER_BYTES = 1 << 18;
/** Of a UTF-16 unit in UTF-8, at most. */
const UNIT_BYTES = 3;
const PART_UNITS = Math.floor(BUFFER_BYTES / UNIT_BYTES);

/** Encodes text into one buffer and passes it on whenever it is full; `flush` passes on the rest. */
export class TextBuffer implements TextOutput {
  readonly #into = Buffer.allocUnsafe(BUFFER_BYTES);
  readonly #take: (bytes: Uint8Array) => void;
  #filled = 0;

  /** `take` must not keep the bytes. */
  constructor(take: (bytes: Uint8Array) => void) {
    this.#take = take;
  }

  /** Appends text of any length. */
  text(text: string): void {
    if (text.length > PART_UNITS) {
      for (let from = 0, to = 0; from < text.length; from = to) {
        to = partEnd(text, from);
        this.text(text.slice(from, to));
      }
      return;
    }
    if (text.length * UNIT_BYTES > BUFFER_BYTES - this.#filled) this.flush();
    this.#filled += this.#into.write(text, this.#filled);
  }

  /** Appends what `encode` returned, or what stands in a file. */
  bytes(encoded: Uint8Array): void {
    if (encoded.length > BUFFER_BYTES - this.#filled) this.flush();
    if (encoded.length > BUFFER_BYTES) {
      this.#take(encoded);
      return;
    }
    this.#into.set(encoded, this.#filled);
    this.#filled += encoded.length;
  }

  /** Passes on what has not been passed on yet. */
  flush(): void {
    if (this.#filled > 0) this.#take(this.#into.subarray(0, this.#filled));
    this.#filled = 0;
  }
}

/** Where the next part of a text ends: no pair of surrogates is cut in two. */
function partEnd(text: string, from: number): number {
  const end = from + PART_UNITS;
  if (end >= text.length) return text.length;
  return /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
}

/** The bytes of a text that is written again and again. */
export function encode(text: string): Uint8Array {
  return Buffer.from(text);
}

/** Remembers the bytes of the last answer: what stands beside each other in a report is often the same. */
export function lastEncoded<Value>(of: (value: Value) => string): (value: Value) => Uint8Array {
  let known: Value | undefined;
  let answer = encode('');
  return (value) => {
    if (value === known) return answer;
    known = value;
    answer = encode(of(value));
    return answer;
  };
}

/** Nearly every text: nothing that JSON escapes. */
const PLAIN = /^[^"\\\x00-\x1f\ud800-\udfff]*$/;

/** What stands between the quotes of a text in JSON. */
export function insideJson(text: string): string {
  return PLAIN.test(text) ? text : JSON.stringify(text).slice(1, -1);
}
