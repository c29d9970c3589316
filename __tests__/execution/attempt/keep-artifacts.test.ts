import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { nodeFiles } from '../../../src/adapters/node-files.js';
import {
  keepArtifacts,
  keepLastArtifacts,
  recordEarlierArtifacts,
} from '../../../src/execution/attempt/keep-artifacts.js';
import type { SuiteSettings } from '../../../src/model/settings.js';
import type { Files } from '../../../src/ports.js';
import { memoryFiles } from '../../fakes/memory-files.js';
import { passing, round, suiteRun } from '../../publish/build.js';

const NOW = Date.UTC(2026, 10, 23);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keep-artifacts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const suite = (change: Partial<SuiteSettings> = {}): SuiteSettings =>
  ({ ...suiteRun('unit', []).suite, workingDirectory: folder, artifacts: ['out/**'], ...change }) as SuiteSettings;
const runDirectory = (): string => join(folder, 'runs/20261123_041502Z');
const services = () => ({ files: nodeFiles, runDirectory: runDirectory() });

function write(path: string, at = NOW): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), 'x');
  utimesSync(join(folder, path), at / 1000, at / 1000);
}

/** A file whose name ends with a byte that is not UTF-8. */
function writeLatin1(path: string): void {
  writeFileSync(Buffer.concat([Buffer.from(join(folder, path)), Buffer.from([0xe9])]), 'x');
}

const kept = (number: number): readonly string[] => {
  const path = join(runDirectory(), `artifacts/unit/attempt-${number}`);
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .toSorted();
};

describe('artifacts that a suite names', () => {
  test('are kept below the attempt, of a rerun only what the rerun wrote', async () => {
    write('out/a/shot.png');
    write('out/coverage.xml');
    write('other.txt');
    expect(await keepArtifacts(suite(), 1, services())).toEqual([]);
    await recordEarlierArtifacts(suite(), 2, services());
    write('out/coverage.xml');
    await keepArtifacts(suite(), 2, services());
    expect(kept(1)).toEqual(['files/out/a/shot.png', 'files/out/coverage.xml']);
    expect(kept(2)).toEqual(['files/out/coverage.xml', 'supervisor/earlier-artifacts.json']);
  });

  test.each([
    ['the past', NOW - 365 * 86_400_000],
    ['the future', Date.UTC(2100, 0, 1)],
  ])('of a rerun are what it wrote, also with times in %s, and nothing else', async (_when, at) => {
    for (const name of ['same', 'rewritten', 'copied', 'replaced', 'touched']) write(`out/${name}`, at);
    await recordEarlierArtifacts(suite(), 2, services());
    const path = (name: string): string => join(folder, 'out', name);
    // As a program does that keeps times: `cp -p`, `tar -x`, a cache that is restored.
    write('out/new', at);
    write('out/rewritten', at);
    write('out/draft', at);
    copyFileSync(path('draft'), path('copied'));
    utimesSync(path('copied'), at / 1000, at / 1000);
    renameSync(path('draft'), path('replaced'));
    utimesSync(path('touched'), at / 1000 + 1, at / 1000 + 1);
    await keepArtifacts(suite(), 2, services());
    expect(kept(2).filter((name) => name.startsWith('files/'))).toEqual(
      ['copied', 'new', 'replaced', 'rewritten', 'touched'].map((name) => `files/out/${name}`),
    );
  });

  test('are not the evidence of this run or of an earlier one, which may stand below the folder of the suite', async () => {
    write('lcov.info');
    write('runs/20261122_101010Z_01/artifacts/unit/attempt-1/files/lcov.info');
    write('runs/20261123_041502Z/artifacts/e2e/attempt-1/files/lcov.info');
    await keepArtifacts(suite({ artifacts: ['**/lcov.info'] }), 1, services());
    expect(kept(1)).toEqual(['files/lcov.info']);
  });

  test('are bounded in number over all attempts, and the rest is counted', async () => {
    const many = Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [join(folder, `out/${at}.txt`), '']));
    const fake = { files: memoryFiles(many), runDirectory: runDirectory() };
    expect(await keepArtifacts(suite(), 1, fake)).toEqual([]);
    const [problem] = await keepArtifacts(suite(), 2, fake);
    expect(problem).toMatchObject({ severity: 'warning', place: 'suites.unit.artifacts', forces: null });
    expect(problem?.message).toContain('1,000 artifacts of unit were left out');
  });

  test('of a run that was cut off are kept afterwards, unless nothing has run', async () => {
    write('out/a.txt');
    await keepLastArtifacts([suiteRun('unit', [], { suite: suite(), attempts: [] })], services());
    expect(await nodeFiles.exists(runDirectory())).toBe(false);
    const cutOff = suiteRun('unit', passing(1), { suite: suite(), attempts: [round(1)] });
    await keepLastArtifacts([cutOff], services());
    expect(kept(1)).toEqual(['files/out/a.txt']);
    write('out/b.txt');
    await keepLastArtifacts([cutOff], services());
    expect(kept(1)).toEqual(['files/out/a.txt']);
  });
});

describe('artifacts that cannot be copied', () => {
  const keep = () => keepArtifacts(suite(), 1, services());
  const messages = async (): Promise<readonly string[]> => (await keep()).map(({ message }) => message);

  test('cost themselves alone, and each is named', async () => {
    write('out/good.log');
    writeLatin1('out/caf');
    expect(await messages()).toEqual(['out/caf\ufffd was not kept: its name is not UTF-8']);
    expect(kept(1)).toEqual(['files/out/good.log']);
  });

  test('because they vanish meanwhile are named', async () => {
    write('out/a.log');
    write('out/b.log');
    const vanishing: Files = {
      ...nodeFiles,
      copy: async (from, to) => {
        rmSync(join(folder, 'out/a.log'), { force: true });
        await nodeFiles.copy(from, to);
      },
    };
    const order = { files: vanishing, runDirectory: runDirectory() };
    const [problem, ...others] = await keepArtifacts(suite(), 1, order);
    expect(problem?.message).toBe('out/a.log was not kept: it was deleted while it was copied');
    expect(others).toEqual([]);
    expect(kept(1)).toEqual(['files/out/b.log']);
  });

  test('are named one by one up to five, the rest by number', async () => {
    write('out/good.log');
    for (let at = 0; at < 7; at += 1) writeLatin1(`out/${at}-caf`);
    const found = await messages();
    expect(found).toHaveLength(6);
    expect(found.at(-1)).toBe('2 more artifacts of unit were not kept');
  });
});

test('artifacts whose names an upload would refuse are kept under names that it takes, two of them apart', async () => {
  write('out/shot 10:32.png');
  write('out/shot 10?32.png');
  expect(await keepArtifacts(suite(), 1, services())).toEqual([]);
  expect(kept(1)).toEqual(['files/out/shot 10_32.png', 'files/out/shot 10_32.png.2']);
});
