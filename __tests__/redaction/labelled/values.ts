/** What a test prints, and what of it is secret. */
export interface Labelled {
  /** Sort of secret and form, for the table. */
  readonly name: string;
  readonly text: string;
  /** Every part that must not leave the machine. */
  readonly secrets: readonly string[];
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

/** Characters that tokens are made of. */
export const ALPHABETS = {
  letters: `${LOWER}${LOWER.toUpperCase()}${DIGITS}`,
  upper: `${LOWER.toUpperCase()}${DIGITS}`,
  lower: `${LOWER}${DIGITS}`,
  hex: `${DIGITS}abcdef`,
  digits: DIGITS,
  word: `${LOWER}${LOWER.toUpperCase()}${DIGITS}-_`,
  base64: `${LOWER}${LOWER.toUpperCase()}${DIGITS}+/`,
} as const;

let state = 20_260_101;

/** The next of a fixed sequence of numbers. */
function next(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

/** Invented characters of one alphabet: the files of the repository hold no text that a scanner could take for a secret. */
export function invented(length: number, alphabet: keyof typeof ALPHABETS = 'letters'): string {
  const characters = ALPHABETS[alphabet];
  return Array.from({ length }, () => characters[next(characters.length)] ?? '').join('');
}

/** An invented UUID. */
export function uuid(): string {
  return [8, 4, 4, 4, 12].map((length) => invented(length, 'hex')).join('-');
}
