import { TooLarge, decodeChunks } from './decode-chunks.js';
import type { LoadMoment } from './load-sample.js';
import { type MomentReader, readMoments, sampleLogOf } from './load-samples.js';

/**
 * Hands on each moment of a load tool's log of samples; false when the file is none, which its beginning tells. What
 * cannot be read is left out: whether the log may be believed is said by `readReport`.
 */
export async function readSampleLog(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  take: (moment: LoadMoment) => void,
): Promise<boolean> {
  let reader: MomentReader | null = null;
  try {
    for await (const text of decodeChunks(chunks, maxBytes)) {
      if (reader === null && text.trim() === '') continue;
      reader ??= begin(text, take);
      if (reader === null) return false;
      reader.write(text);
    }
  } catch (cause) {
    if (!(cause instanceof TooLarge)) throw cause;
    return false;
  }
  reader?.end();
  return reader !== null;
}

function begin(head: string, take: (moment: LoadMoment) => void): MomentReader | null {
  const log = sampleLogOf(head);
  return log === null ? null : readMoments(log, take);
}
