import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

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

/** The text of a small regular file; throws for anything else. */
export function readRegularSync(path: string): string {
  const descriptor = openSync(path, READ);
  try {
    if (!fstatSync(descriptor).isFile()) throw notRegular(path);
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}

function notRegular(path: string): Error {
  return Object.assign(new Error(`${path} is not a regular file`), { code: NOT_A_FILE });
}
