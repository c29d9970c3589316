import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { copyFile, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileText, TextOutput } from '../ports.js';
import { TextBuffer } from '../text/text-buffer.js';

/** Opening a pipe without this flag waits for its writer, possibly for ever. Windows has neither. */
const READ = constants.O_RDONLY | ((constants as { readonly O_NONBLOCK?: number }).O_NONBLOCK ?? 0);

/** Error code of a path that leads to a pipe, a device or a folder. */
export const NOT_A_FILE = 'ENOTFILE';

/** Opens a regular file for reading; rejects for a pipe, device or folder, reading which may never end. */
export async function openRegular(path: string): Promise<FileHandle> {
  const handle = await open(path, READ);
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw notRegular(path);
}

/** The text of a regular file; throws for anything else. */
export function readRegularSync(path: string): string {
  return withRegular(path, (descriptor) => readFileSync(descriptor, 'utf8'));
}

/** For these, waiting for the thread pool costs more than the work. */
const SMALL_BYTES = 1 << 18;

/** A small regular file, read at once; null when it is larger. Throws for a pipe, device or folder. */
export function readSmall(path: string): Buffer | null {
  return withRegular(path, (descriptor, bytes) => {
    if (bytes > SMALL_BYTES) return null;
    // A file of /proc has no size.
    return bytes === 0 ? readFileSync(descriptor) : readBytes(descriptor, 0, Buffer.allocUnsafe(bytes));
  });
}

/** At most `maxBytes` of a regular file from `offset` on. Throws for a pipe, device or folder. */
export function readPart(path: string, offset: number, maxBytes: number): Buffer {
  return withRegular(path, (descriptor, bytes) => {
    const part = Buffer.allocUnsafe(Math.min(maxBytes, Math.max(0, bytes - offset)));
    return readBytes(descriptor, offset, part);
  });
}

/** Fills the buffer from an offset of a file on; what is returned ends where the file does. */
function readBytes(descriptor: number, offset: number, into: Buffer): Buffer {
  let filled = 0;
  while (filled < into.length) {
    const read = readSync(descriptor, into, filled, into.length - filled, offset + filled);
    if (read === 0) break;
    filled += read;
  }
  return into.subarray(0, filled);
}

/** Copies a regular file, a small one at once, and makes the parents of the target. Rejects for a pipe, device or folder. */
export async function copyRegular(from: string, to: string): Promise<void> {
  const small = readSmall(from);
  if (small !== null) {
    writeBytes(to, small);
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  await copyFile(from, to);
}

/** Does what needs the parents of a path; most often they are there. */
function withParents<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    return work();
  }
}

/** Writes a file at once, with its parents, and remembers its digest. */
export function writeBytes(path: string, bytes: Uint8Array): void {
  const descriptor = withParents(path, () => openSync(path, 'w'));
  try {
    writeAll(descriptor, bytes);
    remember(path, fstatSync(descriptor), sha256Of(bytes));
  } finally {
    closeSync(descriptor);
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at, bytes.length - at);
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function withRegular<T>(path: string, use: (descriptor: number, bytes: number) => T): T {
  const descriptor = openSync(path, READ);
  try {
    const info = fstatSync(descriptor);
    if (!info.isFile()) throw notRegular(path);
    return use(descriptor, info.size);
  } finally {
    closeSync(descriptor);
  }
}

function notRegular(path: string): Error {
  return Object.assign(new Error(`${path} is not a regular file`), { code: NOT_A_FILE });
}

/** What shows that a file is as we left it. */
interface Written extends Pick<Stats, 'ino' | 'size' | 'mtimeMs' | 'ctimeMs'> {
  readonly sha256: string;
}

const written = new Map<string, Written>();

/** The digest of a file that this process wrote and that is as it was written; null for any other. */
export function digestOfWritten(path: string): string | null {
  const known = written.get(path);
  return known !== undefined && isAsWritten(known, statSync(path)) ? known.sha256 : null;
}

/** Whatever is written to a file changes the time of its last change. */
function isAsWritten(known: Written, { ino, size, mtimeMs, ctimeMs }: Stats): boolean {
  return known.ino === ino && known.size === size && known.mtimeMs === mtimeMs && known.ctimeMs === ctimeMs;
}

function remember(path: string, { ino, size, mtimeMs, ctimeMs }: Stats, sha256: string): void {
  written.set(path, { ino, size, mtimeMs, ctimeMs, sha256 });
}

/**
 * Writes a file at once, with its parents, whole or not at all: for the few files of a run, waiting for the thread pool
 * costs more than the work.
 */
export function writeWhole(path: string, text: FileText): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const sha256 = writeText(temporary, typeof text === 'string' ? (out) => out.text(text) : text);
    renameSync(temporary, path);
    remember(path, statSync(path), sha256);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes a new file piece by piece. Returns its digest. */
function writeText(path: string, write: (out: TextOutput) => void): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'w');
  const buffer = new TextBuffer((bytes) => {
    hash.update(bytes);
    writeAll(file, bytes);
  });
  try {
    write(buffer);
    buffer.flush();
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
