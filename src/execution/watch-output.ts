import { StringDecoder } from 'node:string_decoder';
import type { SuiteSettings } from '../model/settings.js';
import type { EventTail } from './event-tail.js';
import type { SuiteWorld } from './suite-world.js';

const POLL_MS = 500;
const CHUNK = 1 << 20;
/** Most that is caught up with after the program's end. */
const LAST_PIECES = 16;

interface GrowingFile {
  readonly path: string;
  readonly decoder: StringDecoder;
  offset: number;
}

/** Passes on what grows, until `ended`: output as text, events as values. A character cut by the end of a piece waits for the next. */
export async function watchOutput(
  suite: SuiteSettings,
  { log: path, events }: { readonly log: string; readonly events: EventTail },
  world: Pick<SuiteWorld, 'files' | 'clock' | 'watcher'>,
  ended: AbortSignal,
): Promise<void> {
  const log: GrowingFile = { path, decoder: new StringDecoder('utf8'), offset: 0 };
  for (let isLast = false; !isLast;) {
    await world.clock.sleep(POLL_MS, ended);
    isLast = ended.aborted;
    // At the end all events are told; of output only what the console would show anyway.
    for (let piece = 0, more = true; more && piece < (isLast ? LAST_PIECES : 1); piece += 1) {
      const [output, told] = [await grown(log, world), await events.next()];
      world.watcher.progressed(suite, output, told);
      more = output.length + told.length > 0;
    }
  }
}

async function grown(file: GrowingFile, { files }: Pick<SuiteWorld, 'files'>): Promise<string> {
  const bytes = await files.readFrom(file.path, file.offset, CHUNK);
  file.offset += bytes.length;
  return file.decoder.write(Buffer.from(bytes));
}
