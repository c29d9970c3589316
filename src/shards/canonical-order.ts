import { createHash } from 'node:crypto';

/** More than any suite has: a place among them and a hash fit into the digits of a number. */
const MOST = 2 ** 22;
const PIECE = 4096;

/**
 * Indices of `count` different texts in an order that depends on the texts alone: that of their hashes, of equal ones
 * that of the texts. A million texts are not compared with each other.
 */
export function canonicalOrder(count: number, textAt: (at: number) => string): Uint32Array {
  const keys = new Float64Array(count);
  for (let at = 0; at < count; at += 1) keys[at] = hash31(textAt(at)) * MOST + at;
  keys.sort();
  const order = Uint32Array.from(keys, (key) => key % MOST);
  for (let from = 0; from < count;) {
    let to = from + 1;
    while (to < count && Math.floor((keys[to] ?? 0) / MOST) === Math.floor((keys[from] ?? 0) / MOST)) to += 1;
    if (to - from > 1) order.subarray(from, to).sort((a, b) => (textAt(a) < textAt(b) ? -1 : 1));
    from = to;
  }
  return order;
}

/** Digest of different texts, the same for every order of them. */
export function digestOfSet(texts: readonly string[]): string {
  const order = canonicalOrder(texts.length, (at) => texts[at] ?? '');
  const hash = createHash('sha256');
  hashInPieces(order.length, (at) => `${texts[order[at] ?? 0] ?? ''}\n`, hash);
  return hash.digest('hex');
}

/** Feeds many short texts to a hash, some at a time. */
export function hashInPieces(
  count: number,
  textAt: (at: number) => string,
  hash: { update(text: string): unknown },
): void {
  for (let from = 0; from < count; from += PIECE) {
    let piece = '';
    for (let at = from; at < Math.min(count, from + PIECE); at += 1) piece += textAt(at);
    hash.update(piece);
  }
}

/** FNV-1a, folded into 31 bits: quick, and good enough to spread names. */
function hash31(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 1;
}
