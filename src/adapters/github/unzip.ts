import type { ArchiveLimits } from '../../model/publication.js';

const MOST_ENTRIES = 200_000;

/** The wanted files of an archive as text. Rejects when the archive is broken, lies about sizes or exceeds the limits. */
export async function unzipWanted(
  archive: Buffer,
  { isWanted, fileBytes }: ArchiveLimits,
): Promise<ReadonlyMap<string, string>> {
  const { fromBufferPromise } = await import('yauzl');
  // The library rejects paths that lead outside, and an entry that unpacks to more than it declares.
  const zip = await fromBufferPromise(archive, { lazyEntries: true, validateEntrySizes: true });
  if (zip.entryCount > MOST_ENTRIES) throw new Error(`${zip.entryCount} entries are too many`);
  const found = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    if (!isWanted(entry.fileName)) continue;
    if (entry.uncompressedSize > fileBytes)
      throw new Error(`${entry.fileName} has ${entry.uncompressedSize} bytes, more than ${fileBytes}`);
    if (found.has(entry.fileName)) throw new Error(`${entry.fileName} is there twice`);
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    found.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  }
  return found;
}
