import { stripVTControlCharacters } from 'node:util';
import { ISSUED_TOKENS } from './issued.js';
import { LITERAL_SECRETS } from './literals.js';
import { LOOK_ALIKES } from './look-alikes.js';
import { NAMED_SECRETS } from './named.js';
import type { Labelled } from './values.js';

/** Every labelled secret. */
export const SECRETS: readonly Labelled[] = [...ISSUED_TOKENS, ...NAMED_SECRETS, ...LITERAL_SECRETS];
export { LOOK_ALIKES };

/** This share of a secret in one piece counts as the secret. */
const SHARE = 0.6;

/** Text without what programs put between the letters of a word: colours, line breaks, margins, boxes. */
export function joined(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/(?:\n|\\n)E\s/g, '')
    .replaceAll(/[\s│]|\\n/g, '');
}

/** True when a secret, or most of it in one piece, can be read in text that `joined` has prepared. */
export function survives(secret: string, text: string): boolean {
  const whole = joined(secret);
  const length = Math.ceil(whole.length * SHARE);
  return text.includes(whole.slice(0, length)) || text.includes(whole.slice(-length));
}
