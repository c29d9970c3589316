import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeWorkspace } from './workspace.js';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'workspace-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a workspace is a merge of a pull request that changes one line of the shop', () => {
  const { directory, baseSha, headSha, mergeSha, pullFiles } = makeWorkspace('shop', root);
  expect(new Set([baseSha, headSha, mergeSha]).size).toBe(3);
  expect(pullFiles.map(({ filename, status }) => [filename, status])).toEqual([['shop/prices.py', 'modified']]);
  const patch = pullFiles[0]?.patch ?? '';
  expect(patch).toMatch(/^@@ -\d+,\d+ \+\d+,\d+ @@/);
  expect(patch).toMatch(/^-.*\+ 50\) \/\/ 100$/m);
  expect(patch).toMatch(/^\+.*percent \/\/ 100 \* line/m);
  expect(existsSync(join(directory, '.git'))).toBe(true);
});
