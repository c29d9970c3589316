import { StringDecoder } from 'node:string_decoder';
import type { StreamEvent } from '../../model/events.js';
import type { SuiteSettings } from '../../model/settings.js';
import type { Files } from '../../ports.js';
import type { SuiteServices } from '../suite-services.js';
import { createEventReader } from './event-reader.js';

const POLL_MS = 500;
const CHUNK = 1 << 20;
/** An output that is further ahead when its program has ended is not caught up with: its last lines are passed on. */
const FAR_AHEAD = 4 * CHUNK;
const LAST_BYTES = 16 * 1024;
const LEFT_OUT = '\n[... left out here, see output.log in the evidence ...]\n';

interface GrowingFile {
  readonly path: string;
  readonly decoder: StringDecoder;
  offset: number;
}

/** Passes on what grows, until `ended`: output as text, events as values. A character cut by the end of a piece waits for the next. */
export async function watchOutput(
  suite: SuiteSettings,
  { log: path, events }: { readonly log: string; readonly events: EventTail },
  services: Pick<SuiteServices, 'files' | 'clock' | 'watcher'>,
  ended: AbortSignal,
): Promise<void> {
  const log: GrowingFile = { path, decoder: new StringDecoder('utf8'), offset: 0 };
  for (let isLast = false; !isLast;) {
    await services.clock.sleep(POLL_MS, ended);
    isLast = ended.aborted;
    if (isLast && (await skipToEnd(log, services))) services.watcher.progressed(suite, LEFT_OUT, []);
    for (let more = true; more;) {
      const [output, reported] = [await grown(log, services), await events.next()];
      services.watcher.progressed(suite, output, reported);
      // At the end everything is passed on, before it one piece at a time.
      more = isLast && output.length + reported.length > 0;
    }
  }
}

async function skipToEnd(file: GrowingFile, { files }: Pick<SuiteServices, 'files'>): Promise<boolean> {
  const bytes = (await files.statFile(file.path))?.bytes ?? 0;
  const isFar = bytes - file.offset > FAR_AHEAD;
  if (isFar) file.offset = bytes - LAST_BYTES;
  return isFar;
}

async function grown(file: GrowingFile, { files }: Pick<SuiteServices, 'files'>): Promise<string> {
  const bytes = await files.readFrom(file.path, file.offset, CHUNK);
  file.offset += bytes.length;
  return file.decoder.write(Buffer.from(bytes));
}

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
