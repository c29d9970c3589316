import { createHash } from 'node:crypto';
import { hash53 } from '../text/hash.js';

/** More than any suite has: a place among them and half of a key fit into the digits of a number. */
const MOST = 2 ** 22;
/** Keys have 53 bits, orders look at the upper 31. */
const LOWER = 2 ** 22;

/** A number of 53 bits for each of `count` texts: quick, and different for different texts but by a rare accident. */
export function keysOf(count: number, textAt: (at: number) => string): Float64Array {
  const keys = new Float64Array(count);
  for (let at = 0; at < count; at += 1) keys[at] = hash53(textAt(at));
  return keys;
}

/**
 * Indices of different texts in an order that depends on the texts alone: that of their keys, of equal ones that of the
 * texts. A million texts are not compared with each other.
 */
export function canonicalOrder(keys: Float64Array, textAt: (at: number) => string): Uint32Array {
  const places = new Float64Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) places[at] = upperOf(keys[at] ?? 0) * MOST + at;
  places.sort();
  const order = new Uint32Array(keys.length);
  for (let place = 0; place < order.length; place += 1) order[place] = (places[place] ?? 0) % MOST;
  for (let from = 0; from < order.length;) {
    const upper = upperOf(keys[order[from] ?? 0] ?? 0);
    let to = from + 1;
    while (to < order.length && upperOf(keys[order[to] ?? 0] ?? 0) === upper) to += 1;
    if (to - from > 1) order.subarray(from, to).sort((a, b) => (textAt(a) < textAt(b) ? -1 : 1));
    from = to;
  }
  return order;
}

const upperOf = (key: number): number => Math.floor(key / LOWER);

/** Digest of the texts with these keys, the same for every order of them. */
export function digestOfKeys(keys: Float64Array): string {
  const sorted = keys.slice().sort();
  return createHash('sha256').update(new Uint8Array(sorted.buffer)).digest('hex');
}

/** Digest of different texts, the same for every order of them. */
export function digestOfSet(texts: readonly string[]): string {
  return digestOfKeys(keysOf(texts.length, (at) => texts[at] ?? ''));
}
