import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import picomatch from 'picomatch';
import type { Files } from '../../src/ports.js';
import { writtenText } from './written-text.js';

/** Files in memory, for tests that do not care about a disk. */
export function memoryFiles(
  initial: Readonly<Record<string, string>> = {},
): Files & { readonly all: Map<string, string> } {
  const all = new Map(Object.entries(initial));
  const folders = new Set<string>();
  const text = (path: string): string => {
    const found = all.get(path);
    if (found === undefined && isDirectory(path))
      throw Object.assign(new Error(`${path} is not a regular file`), { code: 'ENOTFILE' });
    if (found === undefined) throw Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT' });
    return found;
  };
  const isDirectory = (path: string): boolean =>
    folders.has(path) || [...all.keys()].some((file) => file.startsWith(`${path}/`));
  return {
    all,
    readText: (path) => Promise.resolve(text(path)),
    readTextIfExists: async (path) => await Promise.resolve(all.has(path) || isDirectory(path) ? text(path) : null),
    readSmall: (path) => Promise.resolve(Buffer.from(text(path))),
    async *readChunks(path) {
      yield await Promise.resolve(Buffer.from(text(path)));
    },
    readTail: (path, maxBytes) => Promise.resolve((all.get(path) ?? '').slice(-maxBytes)),
    readFrom: (path, offset, maxBytes) =>
      Promise.resolve(Buffer.from(all.get(path) ?? '').subarray(offset, offset + maxBytes)),
    exists: (path) => Promise.resolve(all.has(path) || isDirectory(path)),
    isDirectory: (path) => Promise.resolve(isDirectory(path)),
    sizeOf: (path) => Promise.resolve(Buffer.byteLength(text(path))),
    modifiedAt: () => Promise.resolve(0),
    statFile: (path) => {
      const found = all.get(path);
      return Promise.resolve(found === undefined ? null : { bytes: Buffer.byteLength(found), state: found });
    },
    makeDirectory: (path) => Promise.resolve(void folders.add(path)),
    claimDirectory: (path, first) => {
      const isFree = !folders.has(path);
      folders.add(dirname(path)).add(path);
      if (isFree) all.set(join(path, first.name), first.text);
      return Promise.resolve(isFree);
    },
    writeWhole: (path, content) => Promise.resolve(void all.set(path, writtenText(content))),
    append: (path, content) => Promise.resolve(void all.set(path, (all.get(path) ?? '') + content)),
    writeBytes: (path, bytes) => Promise.resolve(void all.set(path, Buffer.from(bytes).toString())),
    copy: (from, to) => Promise.resolve(void all.set(to, text(from))),
    glob: (patterns, directory) => {
      const wanted = picomatch(
        patterns.filter((pattern) => !pattern.startsWith('!')),
        { dot: true },
      );
      const unwanted = picomatch(
        patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)),
        { dot: true },
      );
      const inside = [...all.keys()].filter((path) => path.startsWith(`${directory}/`));
      const matches = inside.filter((path) => {
        const relative = path.slice(directory.length + 1);
        return wanted(relative) && !unwanted(relative);
      });
      return Promise.resolve(matches.toSorted());
    },
    sha256: (path) => Promise.resolve(createHash('sha256').update(text(path)).digest('hex')),
  };
}
