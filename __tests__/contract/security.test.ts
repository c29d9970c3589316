import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');

test('each promise of SECURITY.md names a test that exists', () => {
  const text = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
  const [, promises = ''] = /\| promise\s+\| held by[^\n]*\n\|[- |]+\n([^]*?)\n\n/.exec(text) ?? [];
  const rows = promises.split('\n').map((row) => row.match(/__tests__\/[\w./-]+\.test\.ts/g) ?? []);
  expect(rows.length).toBeGreaterThan(8);
  expect(rows.filter((tests) => tests.length === 0)).toEqual([]);
  expect(rows.flat().filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
