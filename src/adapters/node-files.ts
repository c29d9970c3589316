import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, statSync } from 'node:fs';
import { appendFile, mkdir, open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import type { Files, FileStatus } from '../ports.js';
import { copyRegular, NOT_A_FILE, openRegular, readSmall } from './regular-file.js';

/** The real file system. */
export const nodeFiles: Files = {
  readText,
  readTextIfExists: (path) => unlessMissing(readText(path), null),
  readChunks,
  readTail,
  readFrom,
  exists: (path) =>
    unlessMissing(
      stat(path).then(() => true),
      false,
    ),
  isDirectory: (path) =>
    unlessMissing(
      stat(path).then((info) => info.isDirectory()),
      false,
    ),
  sizeOf: async (path) => (await stat(path)).size,
  modifiedAt: async (path) => (await stat(path)).mtimeMs,
  statFile: (path) => Promise.resolve(statFile(path)),
  makeDirectory: async (path) => {
    await mkdir(path, { recursive: true });
  },
  claimDirectory,
  writeWhole,
  append: (path, text) => appendFile(path, text),
  copy: copyRegular,
  glob: async (patterns, directory, onUnreadable) => {
    const paths = await findFiles(patterns, directory);
    const unreadable = new Set(paths.filter(isNoName));
    for (const path of unreadable) onUnreadable?.(path);
    return unreadable.size === 0 ? paths : paths.filter((path) => !unreadable.has(path));
  },
  sha256: async (path) => {
    const hash = createHash('sha256');
    for await (const chunk of readChunks(path)) hash.update(chunk);
    return hash.digest('hex');
  },
};

/**
 * Folders that are links are entered when the pattern says how deep: with `**` a link could lead in circles, and pnpm's
 * folders are full of them. What lies outside of the folder is then left out.
 */
async function findFiles(patterns: readonly string[], directory: string): Promise<readonly string[]> {
  const options = { cwd: directory, absolute: true, dot: true } as const;
  const find = async (followSymbolicLinks: boolean): Promise<readonly string[]> =>
    (await glob([...patterns], { ...options, followSymbolicLinks })).map((path) => resolve(path));
  const found = new Set(await find(false));
  const isDeep = patterns.some((pattern) => pattern.includes('**') && !pattern.startsWith('!'));
  const linked = isDeep ? [] : (await find(true)).filter((path) => !found.has(path));
  const root = linked.length === 0 ? '' : await realpath(directory);
  for (const path of linked) if ((await realpath(path)).startsWith(root + sep)) found.add(path);
  return [...found].toSorted();
}

/** A folder where a file was asked for is no such file. */
const MISSING = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

/** A file name that is not UTF-8 reads as a name that no file has. */
function isNoName(path: string): boolean {
  return path.includes('\ufffd') && lstatSync(path, { throwIfNoEntry: false }) === undefined;
}

async function unlessMissing<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (MISSING.has((error as NodeJS.ErrnoException).code ?? '')) return otherwise;
    throw error;
  }
}

/** Asked for every file of a run, one after the other: at once. */
function statFile(path: string): FileStatus | null {
  try {
    const info = statSync(path);
    return info.isFile() ? { bytes: info.size, modifiedAt: info.mtimeMs } : null;
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

/** For files that others write: in the place of a file, a pipe or folder holds nothing. */
async function openIfRegular(path: string): Promise<FileHandle | null> {
  try {
    return await unlessMissing(openRegular(path), null);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === NOT_A_FILE) return null;
    throw error;
  }
}

async function readFrom(path: string, offset: number, maxBytes: number): Promise<Uint8Array> {
  const handle = await openIfRegular(path);
  if (handle === null) return new Uint8Array();
  try {
    const buffer = Buffer.alloc(Math.min(maxBytes, Math.max(0, (await handle.stat()).size - offset)));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function readTail(path: string, maxBytes: number): Promise<string> {
  const size = await unlessMissing(
    stat(path).then((info) => info.size),
    0,
  );
  const bytes = await readFrom(path, Math.max(0, size - maxBytes), maxBytes);
  return Buffer.from(bytes).toString('utf8');
}

/** What a rename says when its target is a folder that holds something; the last two on Windows. */
const TAKEN: readonly (string | undefined)[] = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'];

async function claimDirectory(path: string, { name, text }: { name: string; text: string }): Promise<boolean> {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    await writeWhole(join(draft, name), text);
    await rename(draft, path);
    return true;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    const isTaken = TAKEN.includes((error as NodeJS.ErrnoException).code) && (await nodeFiles.isDirectory(path));
    if (isTaken) return false;
    throw error;
  }
}

async function writeWhole(path: string, text: string | Iterable<string>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const handle = await open(temporary, 'w');
    try {
      await (typeof text === 'string' ? handle.writeFile(text) : writeTexts(handle, text));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

const BUFFER_BYTES = 1 << 20;
/** Of a UTF-16 unit in UTF-8, at most. */
const UNIT_BYTES = 3;

/** Encodes texts one after the other into one buffer: joined first, they would be copied twice. */
async function writeTexts(handle: FileHandle, texts: Iterable<string>): Promise<void> {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  let filled = 0;
  const flush = async (): Promise<void> => {
    await handle.writeFile(buffer.subarray(0, filled));
    filled = 0;
  };
  for (const text of texts) {
    const most = text.length * UNIT_BYTES;
    if (most > BUFFER_BYTES - filled) await flush();
    if (most > BUFFER_BYTES) await handle.writeFile(text);
    else filled += buffer.write(text, filled);
  }
  await flush();
}
