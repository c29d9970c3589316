import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { nodeFiles } from '../../../src/adapters/node-files.js';
import { recordEarlierArtifacts } from '../../../src/execution/attempt/keep-artifacts.js';
import { coverageAges } from '../../../src/app/evaluate/measure-coverage.js';
import { passing, round, suiteRun } from '../../publish/build.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coverage-age-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const NOW = Date.UTC(2026, 10, 23);

interface Case {
  readonly file: string;
  /** Epoch milliseconds that the file claims. */
  readonly at: number;
  readonly isWritten: boolean;
  readonly attempts: number;
}

/** The problems about a file that was there before the suite, and that the suite then wrote or not. */
async function problemsOf({ file, at, isWritten, attempts }: Case): Promise<readonly string[]> {
  const [path, run] = [join(folder, 'project', file), { runId: 'run', directory: join(folder, 'run') }];
  const write = (): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'x');
    utimesSync(path, at / 1000, at / 1000);
  };
  const suite = {
    ...suiteRun('unit', []).suite,
    workingDirectory: join(folder, 'project'),
    artifacts: ['**/*.{xml,info}'],
  };
  write();
  await recordEarlierArtifacts(suite, 1, { files: nodeFiles, runDirectory: run.directory });
  if (isWritten) write();
  const rounds = Array.from({ length: attempts }, (_, index) => round(index + 1));
  const problems = await coverageAges([suiteRun('unit', passing(1), { suite, attempts: rounds })], run, nodeFiles);
  return problems.map(({ severity, message }) => `${severity}: ${message}`);
}

const OLDER = 'warning: the coverage report out/coverage.xml is older than the suite, so the suite did not write it';

describe('a coverage report', () => {
  test.each<readonly [string, Case, readonly string[]]>([
    ['of before', { file: 'out/coverage.xml', at: NOW - 60_000, isWritten: false, attempts: 1 }, [OLDER]],
    ['of the future', { file: 'out/coverage.xml', at: NOW + 86_400_000, isWritten: false, attempts: 1 }, [OLDER]],
    ['of before, with a rerun', { file: 'out/coverage.xml', at: NOW, isWritten: false, attempts: 2 }, [OLDER]],
    ['that the suite wrote', { file: 'coverage.xml', at: NOW, isWritten: true, attempts: 2 }, []],
    ['that the suite wrote with an old time', { file: 'lcov.info', at: 1000, isWritten: true, attempts: 1 }, []],
    ['that nothing has run for', { file: 'coverage.xml', at: NOW, isWritten: false, attempts: 0 }, []],
    ['that is none', { file: 'junit.xml', at: NOW, isWritten: false, attempts: 1 }, []],
  ])('%s is pointed out only where it misleads', async (_which, given, expected) => {
    expect(await problemsOf(given)).toEqual(expected);
  });
});
