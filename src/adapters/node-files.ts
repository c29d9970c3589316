import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Files, FileStatus } from '../ports.js';
import { findFiles } from './find-files.js';
import {
  copyRegular,
  digestOfWritten,
  NOT_A_FILE,
  openRegular,
  readPart,
  readSmall,
  writeBytes,
  writeWhole,
} from './regular-file.js';

/** The real file system. What takes no time worth speaking of is done at once: a thread pool would cost more. */
export const nodeFiles: Files = {
  readText,
  readTextIfExists: (path) => unlessMissing(readText(path), null),
  readSmall: (path) => atOnce(() => readSmall(path)),
  readChunks,
  readTail,
  readFrom,
  exists: (path) => unlessMissing(atOnce(() => statSync(path)).then(Boolean), false),
  isDirectory: (path) =>
    unlessMissing(
      atOnce(() => statSync(path).isDirectory()),
      false,
    ),
  sizeOf: (path) => atOnce(() => statSync(path).size),
  modifiedAt: (path) => atOnce(() => statSync(path).mtimeMs),
  statFile: (path) => atOnce(() => statFile(path)),
  makeDirectory: (path) => atOnce(() => void mkdirSync(path, { recursive: true })),
  claimDirectory: (path, first) => atOnce(() => claimDirectory(path, first)),
  writeWhole: (path, text) => atOnce(() => writeWhole(path, text)),
  append: (path, text) => atOnce(() => appendFileSync(path, text)),
  writeBytes: (path, bytes) => atOnce(() => writeBytes(path, bytes)),
  copy: copyRegular,
  glob: async (patterns, directory, onUnreadable) => {
    const paths = await findFiles(patterns, directory);
    const unreadable = new Set(paths.filter(isNoName));
    for (const path of unreadable) onUnreadable?.(path);
    return unreadable.size === 0 ? paths : paths.filter((path) => !unreadable.has(path));
  },
  sha256: async (path) => digestOfWritten(path) ?? digestOf(path),
};

/** A promise of what is done now; what it throws rejects. */
function atOnce<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

/** A folder where a file was asked for is no such file. */
const MISSING: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

/** A file name that is not UTF-8 reads as a name that no file has. */
function isNoName(path: string): boolean {
  return path.includes('\ufffd') && lstatSync(path, { throwIfNoEntry: false }) === undefined;
}

async function unlessMissing<T>(work: Promise<T>, otherwise: T, codes: ReadonlySet<string> = MISSING): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (codes.has((error as NodeJS.ErrnoException).code ?? '')) return otherwise;
    throw error;
  }
}

function statFile(path: string): FileStatus | null {
  try {
    const info = statSync(path, { bigint: true });
    const { ino, size, mtimeNs, ctimeNs } = info;
    return info.isFile() ? { bytes: Number(size), state: [ino, size, mtimeNs, ctimeNs].join(' ') } : null;
  } catch {
    return null;
  }
}

async function readText(path: string): Promise<string> {
  const small = readSmall(path);
  if (small !== null) return small.toString('utf8');
  const handle = await openRegular(path);
  try {
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
  const small = readSmall(path);
  if (small !== null) {
    yield small;
    return;
  }
  const handle = await openRegular(path);
  for await (const chunk of handle.createReadStream({ highWaterMark: 1 << 20 })) yield chunk as Uint8Array;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of readChunks(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** For files that others write: in the place of a file, a pipe or folder holds nothing. */
const HOLDS_NOTHING = new Set([...MISSING, NOT_A_FILE]);

function readFrom(path: string, offset: number, maxBytes: number): Promise<Uint8Array> {
  const read = atOnce<Uint8Array>(() => readPart(path, offset, maxBytes));
  return unlessMissing(read, new Uint8Array(), HOLDS_NOTHING);
}

async function readTail(path: string, maxBytes: number): Promise<string> {
  const size = await unlessMissing(nodeFiles.sizeOf(path), 0);
  const bytes = await readFrom(path, Math.max(0, size - maxBytes), maxBytes);
  return Buffer.from(bytes).toString('utf8');
}

/** What a rename says when its target is a folder that holds something; the last two on Windows. */
const TAKEN: readonly (string | undefined)[] = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'];

function claimDirectory(path: string, { name, text }: { name: string; text: string }): boolean {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    writeWhole(join(draft, name), text);
    renameSync(draft, path);
    return true;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const isTaken =
      TAKEN.includes((error as NodeJS.ErrnoException).code) &&
      statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    if (isTaken) return false;
    throw error;
  }
}
