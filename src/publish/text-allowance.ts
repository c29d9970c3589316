import { headAndTail } from '../model/text.js';

/** How much text a document may still carry. */
export interface TextAllowance {
  /** The text, bounded; empty once the whole document has had its share. */
  readonly take: (text: string) => string;
  /** Texts that got no room. */
  readonly refused: () => number;
}

/** Bounds texts one by one and together: 100,000 traces of 64 KB each would be a document nobody can open. */
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
