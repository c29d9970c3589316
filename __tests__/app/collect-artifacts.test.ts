import { describe, expect, test } from '@jest/globals';
import { readCodeCoverage } from '../../src/app/code-coverage.js';
import { collectArtifacts } from '../../src/app/collect-artifacts.js';
import { coverageTotals } from '../../src/report/coverage-merge.js';
import type { SuiteSettings } from '../../src/model/settings.js';
import { memoryFiles } from '../fakes/memory-files.js';

const run = { runId: 'r', directory: '/runs/r' };
const suite = (change: Partial<SuiteSettings>): SuiteSettings =>
  ({ name: 'unit', enabled: true, workingDirectory: '/repo', artifacts: ['out/**'], ...change }) as SuiteSettings;

describe('artifacts that a suite names', () => {
  test('are copied below the suite, with their folders', async () => {
    const files = memoryFiles({ '/repo/out/a/shot.png': 'x', '/repo/other.txt': 'y' });
    expect(await collectArtifacts([suite({})], run, files)).toEqual([]);
    expect([...files.all.keys()].filter((path) => path.startsWith('/runs'))).toEqual([
      '/runs/r/artifacts/unit/files/out/a/shot.png',
    ]);
  });

  test('are bounded in number, and the rest is counted', async () => {
    const many = Object.fromEntries(Array.from({ length: 2003 }, (_, at) => [`/repo/out/${at}.txt`, '']));
    const files = memoryFiles(many);
    const problems = await collectArtifacts([suite({})], run, files);
    expect([...files.all.keys()].filter((path) => path.startsWith('/runs'))).toHaveLength(2000);
    expect(problems[0]?.message).toContain('3 artifacts of unit were left out');
  });

  test('of a suite that is switched off are left alone', async () => {
    const files = memoryFiles({ '/repo/out/a.txt': 'x' });
    await collectArtifacts([suite({ enabled: false })], run, files);
    expect(files.all.size).toBe(1);
  });

  test('are searched for coverage reports, which are joined', async () => {
    const lcov = (file: string, hits: number): string => `SF:${file}\nDA:1,${hits}\nDA:2,0\nend_of_record\n`;
    const files = memoryFiles({
      '/runs/r/artifacts/unit/files/lcov.info': lcov('/ci/repo/src/a.ts', 1),
      '/runs/r/artifacts/e2e/files/lcov.info': lcov('src/a.ts', 0),
      '/runs/r/artifacts/unit/files/coverage.json': '{"not": "coverage"}',
    });
    const resolve = (path: string): string | null => (path.endsWith('src/a.ts') ? 'src/a.ts' : null);
    const { code, unread } = await readCodeCoverage(run, files, resolve);
    expect(code.files.map(({ path }) => path)).toEqual(['src/a.ts']);
    expect(coverageTotals(code.files).lines).toEqual({ covered: 1, total: 2 });
    expect(unread).toEqual([]);
  });

  test('tell of every coverage report that cannot be read', async () => {
    const files = memoryFiles({
      '/runs/r/artifacts/unit/files/coverage.xml': '<coverage line-rate="1"><packages>',
      '/runs/r/artifacts/unit/files/lcov.info': 'SF:a.ts\nDA:1,1\nend_of_record\nSF:b.ts\nDA:1,0\n',
      '/runs/r/artifacts/e2e/files/coverage.json': '',
    });
    const { unread } = await readCodeCoverage(run, files, () => null);
    expect(unread.map(({ severity, place, message }) => [severity, place, message])).toEqual([
      ['warning', 'artifacts/e2e/files/coverage.json', 'the coverage report is empty'],
      ['warning', 'artifacts/unit/files/coverage.xml', expect.stringContaining('cannot be read')],
      ['warning', 'artifacts/unit/files/lcov.info', 'the lcov report ends in the middle'],
    ]);
  });
});
