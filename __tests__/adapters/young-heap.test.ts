import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const PROGRAM = join(import.meta.dirname, 'young-heap.mjs');

/** Size of the young heap in MB after the work of the program. */
function sizeAfter(how: string): number {
  const { stdout, stderr } = spawnSync(process.execPath, [PROGRAM, how], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return Number(stdout);
}

test('the heap of new objects keeps its first size while much is read', () => {
  expect(sizeAfter('usual')).toBeGreaterThanOrEqual(16);
  expect(sizeAfter('limited')).toBeLessThanOrEqual(4);
});
