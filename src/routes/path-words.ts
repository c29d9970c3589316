import { wordsOf } from '../text/name-words.js';
import { isParameter } from './path-template.js';

const IDENTIFIERS = new Set(['id', 'pk', 'slug', 'uuid', 'guid', 'key']);

/** A segment of a path as names spell it. */
export interface NameSegment {
  /** Its words in one: `userprofiles`. */
  readonly joined: string;
  /** How people write it before a parameter (`get_pet_by_id` for `/pets/{id}`); empty elsewhere. */
  readonly singular: string;
  readonly parameter: boolean;
}

/** Prepares a path for `wordsTelling`. */
export function nameSegments(segments: readonly string[]): readonly NameSegment[] {
  return segments.map((segment, index) => {
    const joined = wordsOf(segment).join('');
    const parameter = isParameter(segment);
    const singular = !parameter && isParameter(segments[index + 1] ?? '') ? singularOf(joined) : '';
    return { joined, singular, parameter };
  });
}

/**
 * How many words of a test's name distinguish this path, from the first word on; null when one of its segments is not named.
 * A parameter may be called as in the path, `pet_id` of the word before it, or plain `id`, with or without `by`.
 */
export function wordsTelling(segments: readonly NameSegment[], words: readonly string[]): number | null {
  let at = 0;
  // Most paths of an API end here, and every test asks all of them.
  if (segments[0]?.parameter === false && segments[0].joined[0] !== words[0]?.[0]) return null;
  for (const segment of segments) {
    const next = segment.parameter ? afterParameter(segment, words, at) : afterLiteral(segment, words, at);
    if (next === null) return null;
    at = next;
  }
  return at;
}

function afterLiteral({ joined, singular }: NameSegment, words: readonly string[], at: number): number | null {
  const exact = afterJoined(joined, words, at);
  if (exact !== null || singular === '') return exact;
  // Only with the identifier behind it, so that `get_pet` alone claims nothing.
  const next = afterJoined(singular, words, at);
  return next !== null && (words[next] === 'by' || IDENTIFIERS.has(words[next] ?? '')) ? next : null;
}

/** Words may be split otherwise than the segment: `user_profiles` is `userProfiles`. */
function afterJoined(wanted: string, words: readonly string[], at: number): number | null {
  if (wanted === '') return null;
  let joined = '';
  for (let end = at; end < words.length && joined.length < wanted.length; end++) {
    joined += words[end] ?? '';
    if (joined === wanted) return end + 1;
  }
  return null;
}

function afterParameter({ joined }: NameSegment, words: readonly string[], from: number): number | null {
  const at = words[from] === 'by' ? from + 1 : from;
  const own = afterJoined(joined, words, at);
  if (own !== null) return own;
  const [first = '', second = ''] = words.slice(at, at + 2);
  if (IDENTIFIERS.has(first) || /^\d+$/.test(first)) return at + 1;
  return IDENTIFIERS.has(second) ? at + 2 : null;
}

/** English plurals as paths use them. */
function singularOf(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
