import { TextDecoder } from 'node:util';
import { createGunzip, constants } from 'node:zlib';

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const SNIFF_BYTES = 512;
const DECLARED = /^[^<]{0,200}<\?xml[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/;

/** Encodings that need more than one byte for `<`, so a declaration that was readable as ASCII cannot be true. */
const WIDE = /^(?:utf-?16|ucs-?2|utf-?32|iso-10646)/i;

async function* unzipped(chunks: Pieces): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  const feed = async (): Promise<void> => {
    for await (const chunk of chunks) {
      if (gunzip.destroyed) return;
      if (!gunzip.write(chunk)) await new Promise((resolve) => gunzip.once('drain', resolve).once('close', resolve));
    }
    gunzip.end();
  };
  const failures: unknown[] = [];
  const fed = feed().catch((cause: unknown) => {
    failures.push(cause);
    gunzip.destroy();
  });
  try {
    for await (const chunk of gunzip) yield chunk as Uint8Array;
  } catch {
    // A damaged archive ends here: the document in it is then torn, which its reader tells.
  }
  await fed;
  if (failures.length > 0) throw failures[0];
}

/** The chunks again, the first of them at least `bytes` long unless there is no more. */
async function* withFullHead(chunks: Pieces, bytes: number): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array(0);
  for await (const chunk of chunks) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    if (head.length < bytes) continue;
    yield head;
    head = null;
  }
  if (head !== null) yield head;
}

function declaredEncoding(head: Uint8Array): string {
  const declared = DECLARED.exec(Buffer.from(head.subarray(0, SNIFF_BYTES)).toString('latin1'))?.[1] ?? 'utf-8';
  return WIDE.test(declared) ? 'utf-8' : declared;
}

/** Byte order mark first, then zero bytes beside the first character, then the declaration, then UTF-8. */
function encodingOf(head: Uint8Array): string {
  const [first = 1, second = 1] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb) return 'utf-8';
  if (second === 0 && first !== 0) return 'utf-16le';
  if (first === 0 && second !== 0) return 'utf-16be';
  return declaredEncoding(head);
}

function decoderFor(head: Uint8Array): TextDecoder {
  try {
    return new TextDecoder(encodingOf(head));
  } catch {
    return new TextDecoder();
  }
}

const isZipped = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b;

/** A file in pieces, or as a whole. */
export type FileContent = AsyncIterable<Uint8Array> | Uint8Array;

/** What `decodeContent` says when it stops early. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/**
 * Text of a file, in pieces: gzip is unpacked, the byte order mark beats the declared encoding, bytes that mean nothing
 * become U+FFFD. Never fails on what the bytes say; throws TooLarge after `maxBytes` of unpacked bytes.
 */
export function decodeContent(content: FileContent, maxBytes: number): AsyncIterable<string> | Iterable<string> {
  if (!(content instanceof Uint8Array)) return decodeChunks(content, maxBytes);
  const isPlain = content.length <= maxBytes && !isZipped(content);
  return isPlain ? [decoderFor(content).decode(content)] : decodeChunks([content], maxBytes);
}

async function* decodeChunks(chunks: Pieces, maxBytes: number): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let bytes = 0;
  for await (const chunk of withFullHead(plainChunks(chunks), SNIFF_BYTES)) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new TooLarge();
    // The head is given as a whole: it shows the format.
    const piece: number = decoder === null ? chunk.length : PIECE_BYTES;
    decoder ??= decoderFor(chunk);
    for (let at = 0; at < chunk.length; at += piece)
      yield decoder.decode(chunk.subarray(at, at + piece), { stream: true });
  }
  if (decoder !== null) yield decoder.decode();
}

/** The text of a megabyte would stay in memory until the next collection of everything, that of a small piece does not. */
const PIECE_BYTES = 1 << 15;

async function* plainChunks(chunks: Pieces): AsyncGenerator<Uint8Array> {
  const whole = withFullHead(chunks, SNIFF_BYTES);
  const first = await whole.next();
  if (first.done === true) return;
  const joined = (async function* () {
    yield first.value;
    yield* whole;
  })();
  if (isZipped(first.value)) yield* unzipped(joined);
  else yield* joined;
}
