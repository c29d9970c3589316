import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nodeFiles } from '../../src/adapters/node-files.js';
import { writeEvidence } from '../../src/app/publish/write-evidence.js';
import { startManifest } from '../../src/evidence/manifest.js';
import { createEvidenceDirectory, openEvidenceDirectory } from '../../src/evidence/run-directory.js';
import type { Manifest, TestRecord } from '../../src/model/evidence.js';
import { mergeCoverage } from '../../src/coverage/merge.js';
import { routeCoverage } from '../../src/routes/route-coverage.js';
import { testKey } from '../../src/model/run.js';
import { laptop } from '../fakes/run-contexts.js';
import {
  attempt,
  diagnosisOf,
  exit,
  passing,
  round,
  runDiagnosis,
  runReport,
  suiteRun,
  testCase,
} from '../publish/build.js';
import { violations } from './schemas.js';

const NO_API = { source: '', operations: [], origins: [], problems: [] };
const NOW = Date.parse('2026-11-23T04:15:02.900Z');

describe('an evidence run', () => {
  let parent: string;
  beforeAll(() => {
    parent = mkdtempSync(join(tmpdir(), 'evidence-'));
  });
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  const begin = () => createEvidenceDirectory(nodeFiles, parent, NOW, manifestOf);
  const git = { commit: 'a'.repeat(40), branch: 'main' };
  const manifestOf = (runId: string): Manifest =>
    startManifest({ runId, createdAt: NOW, project: 'shop', git, context: laptop() });
  const lines = (file: string): unknown[] =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown);

  const flaky = testCase('tests/a.py::test_get_pets_pet_id_success', {
    name: 'test_get_pets_pet_id_success',
    attempts: [attempt('failed', { number: 1, message: 'refused' }), attempt('passed', { number: 2 })],
  });
  const failed = testCase('tests/a.py::test_b', { attempts: [attempt('failed', { message: 'expected 1' })] });
  const report = runReport([suiteRun('unit', [testCase('tests/a.py::test_ok'), flaky, failed])]);
  const diagnosis = runDiagnosis([diagnosisOf({ rootCause: 'expected 1' }, [failed])]);
  const assessment = {
    diagnosis,
    routes: routeCoverage([], []),
    code: mergeCoverage([]),
    changed: null,
    findings: [],
    routeOf: () => 'GET /pets/{pet_id}',
  };
  const content = { rendered: { 'report.md': '# x\n' }, finishedAt: NOW + 1000 };

  test('two runs of one second get directories of their own', async () => {
    const same = join(parent, 'same');
    const claim = () => createEvidenceDirectory(nodeFiles, same, NOW, manifestOf);
    const runs = await Promise.all([claim(), claim(), claim()]);
    const names = runs.map(({ run }) => run.runId).toSorted();
    expect(names).toEqual(['20261123_041502Z', '20261123_041502Z_01', '20261123_041502Z_02']);
    expect(readdirSync(same).toSorted()).toEqual(names);
  });

  test('a directory that cannot get its manifest is not there at all', async () => {
    const broken = join(parent, 'broken');
    const first = { name: 'folder/that\0cannot-be', text: '{}' };
    await expect(nodeFiles.claimDirectory(join(broken, 'run'), first)).rejects.toThrow('null bytes');
    expect(existsSync(broken) ? readdirSync(broken) : []).toEqual([]);
  });

  test('has a valid manifest before anything has run, and it does not look finished', async () => {
    const { run } = await begin();
    const opened = await openEvidenceDirectory(nodeFiles, run.directory);
    expect(violations('manifest', opened?.manifest)).toEqual([]);
    expect(opened?.manifest).toMatchObject({ conclusion: null, finished_at: null });
  });

  test('says of a tool that several suites used what speaks most against it', async () => {
    const { run, manifest } = await begin();
    const exitOf = (exitCode: number) => ({ attempts: [round(1, { exit: exit({ exitCode }) })] });
    const red = suiteRun('unit', [failed], exitOf(1));
    const both = runReport([red, suiteRun('generated', passing(1, 'generated'), exitOf(0))]);
    const written = await writeEvidence(nodeFiles, { run, manifest, report: both, api: NO_API }, assessment, content);
    expect(written.tools['pytest']).toMatchObject({ executed: true, exit_code: 1 });
  });

  test('ends with a valid manifest whose counts and digests are true', async () => {
    const { run, manifest } = await begin();
    writeFileSync(join(run.directory, 'report-of-a-tool.xml'), '<x/>');
    const written = await writeEvidence(nodeFiles, { run, manifest, report, api: NO_API }, assessment, content);
    const read = JSON.parse(readFileSync(join(run.directory, 'manifest.json'), 'utf8')) as Manifest;
    expect(read).toEqual(JSON.parse(JSON.stringify(written)));
    expect(violations('manifest', read)).toEqual([]);
    expect(read.counts).toMatchObject({ tests: 3, tests_passed: 2, tests_failed: 1, tests_flaky: 1, test_suites: 1 });
    expect(read.files.map(({ path }) => path)).toContain('report-of-a-tool.xml');
    for (const { path, sha256, bytes } of read.files) {
      const content = readFileSync(join(run.directory, path));
      expect({ path, bytes, sha256 }).toEqual({
        path,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      });
    }
  });

  test('has one valid record a test case, with all its attempts', async () => {
    const { run, manifest } = await begin();
    await writeEvidence(nodeFiles, { run, manifest, report, api: NO_API }, assessment, content);
    const records = lines(join(run.directory, 'evidence/tests.jsonl')) as TestRecord[];
    expect(records.flatMap((record) => violations('test-record', record))).toEqual([]);
    expect(records.map(({ test_id }) => test_id)).toEqual([
      'TST-20260302-0001',
      'TST-20260302-0002',
      'TST-20260302-0003',
    ]);
    expect(records[1]).toMatchObject({ status: 'passed', route: 'GET /pets/{pet_id}', error_message: 'refused' });
    expect(records[1]?.metadata).toMatchObject({
      final: 'flaky',
      attempts: [
        { n: 1, status: 'failed' },
        { n: 2, status: 'passed' },
      ],
    });
  });

  test('joins diagnoses to their tests', async () => {
    const { run, manifest } = await begin();
    await writeEvidence(nodeFiles, { run, manifest, report, api: NO_API }, assessment, content);
    const [record] = lines(join(run.directory, 'evidence/diagnostics.jsonl'));
    expect(violations('diagnostic-record', record)).toEqual([]);
    expect(diagnosis.diagnoses.map(({ key }) => key)).toEqual([testKey(failed)]);
    expect(record).toMatchObject({ test_id: 'TST-20260302-0003', cluster: diagnosis.causes[0]?.id });
  });

  test('lists each failed test once, with its route, for readers that file bug reports from diagnostics.json', async () => {
    const { run, manifest } = await begin();
    const unexplained = testCase('tests/a.py::test_c', { attempts: [attempt('error', { message: 'no fixture' })] });
    const more = runReport([suiteRun('unit', [flaky, failed, unexplained])]);
    await writeEvidence(nodeFiles, { run, manifest, report: more, api: NO_API }, assessment, content);
    const listed = JSON.parse(readFileSync(join(run.directory, 'evidence/diagnostics.json'), 'utf8')) as unknown[];
    expect(listed).toMatchObject([
      { test_name: failed.name, suite: 'unit', root_cause: 'expected 1', route: 'GET /pets/{pet_id}' },
      { test_name: unexplained.name, category: 'unknown', root_cause: 'no fixture', error_message: 'no fixture' },
    ]);
    for (const record of listed) {
      const { confidence } = record as { readonly confidence: unknown };
      // The reader formats it as a percentage.
      expect(typeof confidence).toBe('number');
    }
  });

  test('has an empty diagnostics.json when nothing failed', async () => {
    const { run, manifest } = await begin();
    const green = runReport([suiteRun('unit', passing(2))]);
    await writeEvidence(nodeFiles, { run, manifest, report: green, api: NO_API }, assessment, content);
    expect(JSON.parse(readFileSync(join(run.directory, 'evidence/diagnostics.json'), 'utf8'))).toEqual([]);
  });

  test('is refused by the schema when a path is absolute', () => {
    const manifest = startManifest({
      runId: '20261123_041502Z',
      createdAt: NOW,
      project: 'x',
      git: null,
      context: laptop(),
    });
    const broken = { ...manifest, files: [{ path: '/etc/passwd', bytes: 1, sha256: 'a'.repeat(64) }] };
    expect(violations('manifest', broken)).toHaveLength(1);
  });
});
