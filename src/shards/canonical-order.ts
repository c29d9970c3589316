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

/** Digest of the texts that have these sorted keys, the same for every order of the texts. */
export function digestOfKeys(sorted: Float64Array): string {
  return createHash('sha256').update(new Uint8Array(sorted.buffer)).digest('hex');
}

/** Sorted keys that more than one text has: nearly always those of equal texts. */
export function repeatedKeys(sorted: Float64Array): ReadonlySet<number> {
  const repeated = new Set<number>();
  for (let at = 1; at < sorted.length; at += 1) {
    const key = sorted[at] ?? 0;
    if (key === sorted[at - 1]) repeated.add(key);
  }
  return repeated;
}
