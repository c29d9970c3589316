import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { nodeFiles } from '../../src/adapters/node-files.js';
import { readRegularSync } from '../../src/adapters/regular-file.js';
import type { FileText } from '../../src/ports.js';

let folder: string;
let pipe: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qaagent-files-'));
  pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function drain(path: string): Promise<void> {
  for await (const chunk of nodeFiles.readChunks(path)) expect(chunk).toBeUndefined();
}

describe('a pipe in the place of a file', () => {
  test.each([
    ['readText', () => nodeFiles.readText(pipe)],
    ['readTextIfExists', () => nodeFiles.readTextIfExists(pipe)],
    ['readChunks', () => drain(pipe)],
    ['readSmall', () => nodeFiles.readSmall(pipe)],
    ['copy', () => nodeFiles.copy(pipe, join(folder, 'copy'))],
    ['sha256', () => nodeFiles.sha256(pipe)],
  ])('is refused by %s, which does not wait for a writer', async (_, read) => {
    await expect(read()).rejects.toThrow(/is not a regular file/);
  });

  test('holds nothing for those who follow a growing file', async () => {
    expect(await nodeFiles.readFrom(pipe, 0, 10)).toHaveLength(0);
    expect(await nodeFiles.readTail(pipe, 10)).toBe('');
    expect(await nodeFiles.statFile(pipe)).toBeNull();
    expect(() => readRegularSync(pipe)).toThrow(/is not a regular file/);
  });

  test('is no match of a pattern', async () => {
    writeFileSync(join(folder, 'file'), 'x');
    expect(await nodeFiles.glob(['*'], folder)).toEqual([join(folder, 'file')]);
  });
});

describe('a folder in the place of a file', () => {
  test('holds nothing', async () => {
    mkdirSync(join(folder, 'events.jsonl'));
    expect(await nodeFiles.readFrom(join(folder, 'events.jsonl'), 0, 10)).toHaveLength(0);
    expect(await nodeFiles.statFile(join(folder, 'events.jsonl'))).toBeNull();
  });
});

describe('a file name that is not UTF-8', () => {
  test('is left out of the matches and passed on', async () => {
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9])]), 'x');
    writeFileSync(join(folder, 'caf\ufffd and so on'), 'x');
    const unreadable: string[] = [];
    const found = await nodeFiles.glob(['*'], folder, (path) => void unreadable.push(path));
    expect(found).toEqual([join(folder, 'caf\ufffd and so on')]);
    expect(unreadable).toEqual([join(folder, 'caf\ufffd')]);
  });
});

describe('what is found without matching a pattern is the same as with one', () => {
  beforeEach(() => {
    for (const name of ['reports/a.xml', 'reports/deep/.hidden/b.xml', 'outside/c.xml', 'repo/d.xml']) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), name);
    }
    symlinkSync(join(folder, 'reports'), join(folder, 'repo/inner'));
    symlinkSync(join(folder, 'repo/d.xml'), join(folder, 'repo/link.xml'));
    symlinkSync(join(folder, 'outside/c.xml'), join(folder, 'repo/out.xml'));
    symlinkSync(join(folder, 'repo'), join(folder, 'reports/circle'));
  });

  test.each([
    ['reports/**/*', 'reports/**/*.xml', ['reports/a.xml', 'reports/deep/.hidden/b.xml']],
    ['reports/**', './reports/**', ['reports/a.xml', 'reports/deep/.hidden/b.xml']],
    ['reports/a.xml', 'reports/[a].xml', ['reports/a.xml']],
    ['./reports/a.xml', './reports/[a].xml', ['reports/a.xml']],
    ['reports/missing.xml', 'reports/[m]issing.xml', []],
    ['missing/**', 'missing/**/*.xml', []],
    ['outside', 'outside/*', ['outside/c.xml']],
    ['outside/*.xml', 'outside/*.{xml,xml}', ['outside/c.xml']],
    ['./outside/c*', './outside/[c]*', ['outside/c.xml']],
    ['outside/*c.xml', 'outside/*[c].xml', ['outside/c.xml']],
    ['outside/c*c.xml', 'outside/[c]*c.xml', []],
    ['reports/deep/.hidden/*.xml', 'reports/deep/.hidden/*.[x]ml', ['reports/deep/.hidden/b.xml']],
    ['reports/*.xml', 'reports/[a]*.xml', ['reports/a.xml']],
    ['repo/*.xml', 'repo/*.[x]ml', ['repo/d.xml', 'repo/link.xml', 'repo/out.xml']],
    ['repo/inner/*.xml', 'repo/inner/*.[x]ml', ['repo/inner/a.xml']],
    ['missing/*.xml', 'missing/*.[x]ml', []],
    ['outside/**/*.xml', 'outside/**/*.[x]ml', ['outside/c.xml']],
    ['outside/**/*c.{json,xml}', 'outside/**/*[c].xml', ['outside/c.xml']],
    ['outside/**/*.{json,x}', 'outside/**/*.[x]', []],
    ['reports/deep/**/*.{xml,json}', 'reports/deep/**/*.[x]ml', ['reports/deep/.hidden/b.xml']],
    ['reports/**/*.{xml,json}', 'reports/**/*.[x]ml', ['reports/a.xml', 'reports/deep/.hidden/b.xml']],
    ['repo/**/*.xml', 'repo/**/*.[x]ml', ['repo/d.xml']],
    ['missing/**/*.{xml,json}', 'missing/**/*.[x]ml', []],
    ['outside/../outside/*.xml', 'outside/c.xml', ['outside/c.xml']],
  ])('%s like %s', async (pattern, other, names) => {
    const expected = names.map((name) => join(folder, name));
    expect(await nodeFiles.glob([pattern], folder)).toEqual(expected);
    expect(await nodeFiles.glob([other], folder)).toEqual(expected);
  });

  test('as far as links lead: to a file of the folder, never out of it', async () => {
    const repo = join(folder, 'repo');
    expect(await nodeFiles.glob(['link.xml'], repo)).toEqual([join(repo, 'link.xml')]);
    expect(await nodeFiles.glob(['out.xml'], repo)).toEqual([]);
    expect(await nodeFiles.glob(['d.xml', '!d*'], repo)).toEqual([]);
  });
});

describe('a small file', () => {
  test('is read as a whole, and a large one is not', async () => {
    const small = Buffer.from('é'.repeat(1000));
    writeFileSync(join(folder, 'small'), small);
    writeFileSync(join(folder, 'empty'), '');
    writeFileSync(join(folder, 'large'), 'x'.repeat(300_000));
    expect(await nodeFiles.readSmall(join(folder, 'small'))).toEqual(small);
    expect(await nodeFiles.readSmall(join(folder, 'empty'))).toHaveLength(0);
    expect(await nodeFiles.readSmall(join(folder, 'large'))).toBeNull();
  });

  test('without a size is read to its end', async () => {
    expect(String(await nodeFiles.readSmall('/proc/self/cmdline'))).toContain('node');
  });

  test('is written over with its parents, and has the digest of what is on the disk', async () => {
    const file = join(folder, 'new/deep/file');
    for (const content of ['a longer text', 'b']) {
      await nodeFiles.writeBytes(file, Buffer.from(content));
      expect(readFileSync(file, 'utf8')).toBe(content);
      expect(await nodeFiles.sha256(file)).toBe(createHash('sha256').update(content).digest('hex'));
    }
    writeFileSync(file, 'changed by a test');
    expect(await nodeFiles.sha256(file)).toBe(createHash('sha256').update('changed by a test').digest('hex'));
  });
});

describe('a file that is written whole', () => {
  test('comes in pieces of any size, and leaves no draft where it fails', async () => {
    const pieces = ['a'.repeat(300_000), '', 'é€😀'.repeat(100_000), 'end'];
    await nodeFiles.writeWhole(join(folder, 'new/file'), (out) => pieces.forEach((piece) => out.text(piece)));
    expect(readFileSync(join(folder, 'new/file'), 'utf8')).toBe(pieces.join(''));
    const broken: FileText = (out) => {
      out.text('half');
      throw new Error('no more');
    };
    await expect(nodeFiles.writeWhole(join(folder, 'new/file'), broken)).rejects.toThrow('no more');
    expect(readFileSync(join(folder, 'new/file'), 'utf8')).toBe(pieces.join(''));
    expect(readdirSync(join(folder, 'new'))).toEqual(['file']);
  });

  test.each([
    ['as it was written', (): void => undefined],
    [
      'that a test wrote over, with as many bytes',
      (file: string) => {
        const { ctimeNs } = statSync(file, { bigint: true });
        // Until the clock of the file system goes on.
        while (statSync(file, { bigint: true }).ctimeNs === ctimeNs) writeFileSync(file, 'b'.repeat(300_000));
      },
    ],
    [
      'that was replaced',
      (file: string) => {
        writeFileSync(`${file}.new`, 'a');
        renameSync(`${file}.new`, file);
      },
    ],
  ])('has the digest of what is on the disk: %s', async (_, change) => {
    const file = join(folder, 'file');
    await nodeFiles.writeWhole(file, (out) => {
      out.text('a'.repeat(20_000));
      out.bytes(Buffer.from('a'.repeat(280_000)));
    });
    change(file);
    expect(await nodeFiles.sha256(file)).toBe(createHash('sha256').update(readFileSync(file)).digest('hex'));
  });
});
