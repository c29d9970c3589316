import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../..');

test('every row of the table about false greens names a test that exists', () => {
  const rows = readFileSync(join(ROOT, 'docs/green.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:way to|---)/.test(line));
  const named = rows.map((row) =>
    [...(row.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? ''),
  );
  expect(rows.length).toBeGreaterThan(25);
  expect(rows.filter((_, at) => named[at]?.length === 0)).toEqual([]);
  expect(named.flat().filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
