import type { Entry, ZipFile } from 'yauzl';
import type { ArchiveLimits } from '../model/publication.js';
import type { ArchiveEntry, Archives, EntryLimits } from '../ports.js';

const MOST_ENTRIES = 100_000;

/** ZIP files on disk, read entry by entry. */
export const zipArchives: Archives = {
  readEntries: async (path, limits) => {
    // Loaded when it is needed: most runs leave no archive.
    const { openPromise } = await import('yauzl');
    try {
      // The library rejects paths that lead outside, and an entry that unpacks to more than it declares.
      const zip = await openPromise(path, { lazyEntries: true, validateEntrySizes: true, autoClose: false });
      try {
        return await readWanted(zip, limits);
      } finally {
        zip.close();
      }
    } catch {
      return null;
    }
  },
};

async function readWanted(zip: ZipFile, { isWanted, entryBytes, totalBytes }: EntryLimits): Promise<ArchiveEntry[]> {
  if (zip.entryCount > MOST_ENTRIES) return [];
  const found: ArchiveEntry[] = [];
  let left = totalBytes;
  for await (const entry of zip.eachEntry()) {
    if (!isWanted(entry.fileName) || entry.uncompressedSize > Math.min(entryBytes, left)) continue;
    left -= entry.uncompressedSize;
    found.push({ name: entry.fileName, text: await textOf(zip, entry) });
  }
  return found;
}

async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const UNZIP_MOST_ENTRIES = 200_000;

/** The wanted files of an archive. Rejects when the archive is broken, lies about sizes or exceeds the limits. */
export async function unzipWanted(
  archive: Buffer,
  { isWanted, fileBytes }: ArchiveLimits,
): Promise<ReadonlyMap<string, Buffer>> {
  const { fromBufferPromise } = await import('yauzl');
  // The library rejects paths that lead outside, and an entry that unpacks to more than it declares.
  const zip = await fromBufferPromise(archive, { lazyEntries: true, validateEntrySizes: true });
  if (zip.entryCount > UNZIP_MOST_ENTRIES) throw new Error(`${zip.entryCount} entries are more than allowed`);
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    if (!isWanted(entry.fileName)) continue;
    if (entry.uncompressedSize > fileBytes)
      throw new Error(`${entry.fileName} has ${entry.uncompressedSize} bytes, more than ${fileBytes}`);
    if (found.has(entry.fileName)) throw new Error(`${entry.fileName} is in the archive twice`);
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    found.set(entry.fileName, Buffer.concat(chunks));
  }
  return found;
}
