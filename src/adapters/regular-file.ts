import { closeSync, constants, fstatSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { copyFile, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

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
  return withRegular(path, (descriptor, bytes) => (bytes > SMALL_BYTES ? null : readFileSync(descriptor)));
}

/** Copies a regular file, a small one at once, and makes the parents of the target. Rejects for a pipe, device or folder. */
export async function copyRegular(from: string, to: string): Promise<void> {
  const small = readSmall(from);
  mkdirSync(dirname(to), { recursive: true });
  if (small === null) await copyFile(from, to);
  else writeFileSync(to, small);
}

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
