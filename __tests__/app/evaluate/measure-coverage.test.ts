import { describe, expect, test } from '@jest/globals';
import { readCodeCoverage } from '../../../src/app/evaluate/measure-coverage.js';
import { coverageTotals } from '../../../src/coverage/merge.js';
import { memoryFiles } from '../../fakes/memory-files.js';

const run = { runId: 'r', directory: '/runs/r' };

describe('artifacts of a run', () => {
  test('are searched for coverage reports, which are joined', async () => {
    const lcov = (file: string, hits: number): string => `SF:${file}\nDA:1,${hits}\nDA:2,0\nend_of_record\n`;
    const files = memoryFiles({
      '/runs/r/artifacts/unit/attempt-1/files/lcov.info': lcov('/ci/repo/src/a.ts', 1),
      '/runs/r/artifacts/e2e/attempt-1/files/lcov.info': lcov('src/a.ts', 0),
      '/runs/r/artifacts/unit/attempt-1/files/coverage.json': '{"not": "coverage"}',
    });
    const resolve = (path: string): string | null => (path.endsWith('src/a.ts') ? 'src/a.ts' : null);
    const { code, unread } = await readCodeCoverage(run, files, resolve);
    expect(code.files.map(({ path }) => path)).toEqual(['src/a.ts']);
    expect(coverageTotals(code.files).lines).toEqual({ covered: 1, total: 2 });
    expect(unread).toEqual([]);
  });

  test('are about every coverage report that cannot be read', async () => {
    const files = memoryFiles({
      '/runs/r/artifacts/unit/attempt-1/files/coverage.xml': '<coverage line-rate="1"><packages>',
      '/runs/r/artifacts/unit/attempt-1/files/lcov.info': 'SF:a.ts\nDA:1,1\nend_of_record\nSF:b.ts\nDA:1,0\n',
      '/runs/r/artifacts/e2e/attempt-1/files/coverage.json': '',
    });
    const { unread } = await readCodeCoverage(run, files, () => null);
    expect(unread.map(({ severity, place, message }) => [severity, place, message])).toEqual([
      ['warning', 'artifacts/e2e/attempt-1/files/coverage.json', 'the coverage report is empty'],
      ['warning', 'artifacts/unit/attempt-1/files/coverage.xml', expect.stringContaining('cannot be read')],
      ['warning', 'artifacts/unit/attempt-1/files/lcov.info', 'the lcov report ends in the middle'],
    ]);
  });
});
