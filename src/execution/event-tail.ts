import { StringDecoder } from 'node:string_decoder';
import type { StreamEvent } from '../model/events.js';
import type { Files } from '../ports.js';
import { createEventReader } from './events.js';

const PIECE_BYTES = 1 << 20;

/** A growing event file that is read once: live piece by piece while its writer runs, and the rest when it has ended. */
export interface EventTail {
  /** The events that the next piece (1 MB at most) completes; none when nothing was added. */
  next(): Promise<readonly StreamEvent[]>;
  /** Reads on to the end of the file; all events since its beginning, in order. */
  all(): Promise<readonly StreamEvent[]>;
}

/** Follows the file, which need not be there yet. What a test can make grow is never held whole as text. */
export function followEvents(path: string, files: Pick<Files, 'readFrom'>): EventTail {
  const reader = createEventReader();
  // A character cut by the end of a piece waits for the next.
  const decoder = new StringDecoder('utf8');
  const seen: StreamEvent[] = [];
  let offset = 0;

  async function readPiece(): Promise<{ readonly bytes: number; readonly events: readonly StreamEvent[] }> {
    const bytes = await files.readFrom(path, offset, PIECE_BYTES);
    offset += bytes.length;
    const events = reader.push(decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
    for (const event of events) seen.push(event);
    return { bytes: bytes.length, events };
  }

  return {
    next: async () => (await readPiece()).events,
    all: async () => {
      while ((await readPiece()).bytes > 0);
      return seen;
    },
  };
}
