import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { nodeFiles } from '../../../src/adapters/node-files.js';
import { coverageAges } from '../../../src/app/evaluate/measure-coverage.js';
import { START, passing, round, suiteRun } from '../../publish/build.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coverage-age-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is said of a file that was written so long after the suite began; its rerun began after 45 seconds. */
async function said(file: string, afterMs: number, attempts: number): Promise<readonly string[]> {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'x');
  utimesSync(path, (START + afterMs) / 1000, (START + afterMs) / 1000);
  const suite = { ...suiteRun('unit', []).suite, workingDirectory: folder, artifacts: ['**/*.{xml,info}'] };
  const rounds = Array.from({ length: attempts }, (_, index) => round(index + 1));
  const problems = await coverageAges([suiteRun('unit', passing(1), { suite, attempts: rounds })], nodeFiles);
  return problems.map(({ severity, message }) => `${severity}: ${message}`);
}

describe('a coverage report', () => {
  test.each([
    [
      'that is older than its suite',
      'out/coverage.xml',
      -60_000,
      1,
      ['warning: the coverage report out/coverage.xml is older'],
    ],
    ['that a rerun wrote', 'lcov.info', 50_000, 2, []],
    ['that the whole suite wrote', 'coverage.xml', 20_000, 2, []],
    ['that the only attempt wrote', 'coverage.xml', 50_000, 1, []],
    ['that nothing has run for', 'coverage.xml', -60_000, 0, []],
    ['that is none', 'junit.xml', -60_000, 1, []],
  ])('%s is pointed out only where it misleads', async (_which, file, afterMs, attempts, expected) => {
    const found = await said(file, afterMs, attempts);
    expect(found).toEqual(expected.map((text) => expect.stringContaining(text)));
  });
});
