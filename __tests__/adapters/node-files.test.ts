import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { nodeFiles } from '../../src/adapters/node-files.js';
import { readRegularSync } from '../../src/adapters/regular-file.js';

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
