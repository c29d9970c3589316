import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ACTION } from '../e2e/tools.js';

const TEXT = readFileSync(join(ACTION, 'dist', 'licenses.txt'), 'utf8');

describe('the licences of the bundle', () => {
  test('every package has its text', () => {
    const packages = TEXT.split('\n---\n');
    const without = packages.filter((one) => !one.includes('License Text:')).map((one) => /^Name: .*$/m.exec(one)?.[0]);
    expect(packages.length).toBeGreaterThan(100);
    expect(without).toEqual([]);
  });
});
