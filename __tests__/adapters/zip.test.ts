import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { zipArchives } from '../../src/adapters/zip.js';

const folder = mkdtempSync(join(tmpdir(), 'archives-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LIMITS = { isWanted: (name: string) => name.endsWith('.txt'), entryBytes: 1000, totalBytes: 2500 };

function read(bytes: Uint8Array, limits = LIMITS) {
  const path = join(folder, 'some.zip');
  writeFileSync(path, bytes);
  return zipArchives.readEntries(path, limits);
}

const zip = (entries: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])));

describe('an archive', () => {
  test('gives the wanted entries in its order', async () => {
    const bytes = zip({ 'b.txt': 'two', 'a.png': 'no', 'deep/a.txt': 'one — ü' });
    expect(await read(bytes)).toEqual([
      { name: 'b.txt', text: 'two' },
      { name: 'deep/a.txt', text: 'one — ü' },
    ]);
  });

  test('leaves out what is larger than an entry, or all entries, may be', async () => {
    const bytes = zip({
      'a.txt': 'a'.repeat(1001),
      'b.txt': 'b'.repeat(1000),
      'c.txt': 'c'.repeat(1000),
      'd.txt': 'd'.repeat(600),
      'e.txt': 'e',
    });
    expect((await read(bytes))?.map(({ name }) => name)).toEqual(['b.txt', 'c.txt', 'e.txt']);
  });

  test('that unpacks to more than it declares is refused', async () => {
    const bytes = Buffer.from(zip({ 'bomb.txt': 'a'.repeat(900_000) }));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(900_000);
    const small = Buffer.alloc(4);
    small.writeUInt32LE(900);
    for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size)) small.copy(bytes, at);
    expect(await read(bytes)).toBeNull();
  });

  test('whose entries lead outside is refused', async () => {
    expect(await read(zip({ '../../up.txt': 'x' }))).toBeNull();
  });

  test.each([
    ['is cut off', zip({ 'a.txt': 'hello' }).slice(0, -10)],
    ['is none', strToU8('not an archive at all')],
    ['is empty', new Uint8Array()],
    ['is broken inside', Buffer.from(zip({ 'a.txt': 'abc'.repeat(200) })).fill(0xff, 35, 60)],
  ])('that %s is null, not an exception', async (_title, bytes) => {
    expect(await read(bytes)).toBeNull();
  });

  test('that does not exist is null', async () => {
    expect(await zipArchives.readEntries(join(folder, 'nowhere.zip'), LIMITS)).toBeNull();
  });
});
