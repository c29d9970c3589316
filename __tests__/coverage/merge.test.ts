import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readCoverage, type CoverageReport } from '../../src/coverage/read-coverage.js';
import { changedLineCoverage } from '../../src/coverage/changed-lines.js';
import { coverageTotals, mergeCoverage, percentOf } from '../../src/coverage/merge.js';
import { buildCoverageRecords } from '../../src/coverage/records.js';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/coverage');
const read = (file: string): CoverageReport => readCoverage(readFileSync(resolve(FIXTURES, file), 'utf8'), file);

const cobertura = read('cobertura-coverage-py/report.xml');
const lcov = read('lcov-coverage-py/report.info');
const tracked = new Set(['app/__init__.py', 'app/prices.py', 'app/unused.py']);
const ROOT = '/home/runner/work/shop/';
const toRepository = (path: string): string | null => {
  const inside = path.startsWith(ROOT) ? path.slice(ROOT.length) : path;
  return tracked.has(inside) ? inside : null;
};
const paths = (coverage: { readonly files: readonly { readonly path: string }[] }) =>
  coverage.files.map(({ path }) => path);

describe('coverage of several reports', () => {
  test('is by file of the repository, whatever the reports call it', () => {
    const coverage = mergeCoverage([cobertura, lcov], toRepository);
    expect(paths(coverage)).toEqual(['app/__init__.py', 'app/prices.py', 'app/unused.py']);
    expect(coverageTotals(coverage.files)).toEqual({
      lines: { covered: 4, total: 8 },
      branches: { covered: 1, total: 2 },
    });
  });

  test('keeps the name of a file that is not in the repository', () => {
    expect(paths(mergeCoverage([cobertura]))).toEqual(['__init__.py', 'prices.py', 'unused.py']);
  });

  test('holds a line as covered when one suite ran it', () => {
    const unit = readCoverage('SF:a.js\nDA:1,1\nDA:2,0\nBRDA:1,0,0,1\nBRDA:1,0,1,0\nend_of_record\n', 'unit');
    const e2e = readCoverage('SF:a.js\nDA:2,7\nDA:3,0\nBRDA:1,0,0,0\nBRDA:1,0,1,0\nend_of_record\n', 'e2e');
    const [file] = mergeCoverage([unit, e2e]).files;
    expect([...(file?.lines ?? [])]).toEqual([
      [1, 1],
      [2, 7],
      [3, 0],
    ]);
    expect(file?.branches.get(1)).toEqual({ covered: 1, total: 2 });
  });

  test('does not count branches twice when only one report reports them by line', () => {
    const clover = read('clover-c8/report.xml');
    const other = read('lcov-c8/report.info');
    const { files } = mergeCoverage([clover, other], () => 'js/prices.js');
    expect(coverageTotals(files).branches).toEqual({ covered: 2, total: 3 });
  });

  test('of no readable report covers nothing, and is not 100 %', () => {
    const { files, places } = mergeCoverage([readCoverage('nonsense', 'x')]);
    expect(places).toEqual([]);
    expect(percentOf(coverageTotals(files).lines)).toBeNull();
  });
});

describe('coverage of changed lines', () => {
  const coverage = mergeCoverage([lcov]);
  const changed = new Map([
    ['app/prices.py', [{ from: 1, to: 7 }]],
    ['README.md', [{ from: 1, to: 3 }]],
  ]);

  test('counts only lines that can run', () => {
    expect(changedLineCoverage(coverage, changed)).toEqual({
      covered: 3,
      total: 4,
      percent: 75,
      missing: [{ path: 'app/prices.py', lines: [7] }],
      unknown: ['README.md'],
      ambiguous: [],
    });
  });

  test('is unknown when nothing that changed can run', () => {
    expect(changedLineCoverage(coverage, new Map([['app/prices.py', [{ from: 1, to: 2 }]]])).percent).toBeNull();
  });
});

describe('coverage records', () => {
  const coverage = mergeCoverage([cobertura], toRepository);
  const changed = changedLineCoverage(coverage, new Map([['app/unused.py', [{ from: 1, to: 1 }]]]));
  let count = 0;
  const frame = { nextId: (prefix: string) => `${prefix}-${++count}`, collectedAt: '2026-11-23T05:00:00Z' };
  const records = buildCoverageRecords(coverage, changed, frame);

  test('report the whole, the changed lines and each file that has lines', () => {
    expect(records.map(({ type, component, value }) => `${type} ${component} ${value.toFixed(2)}`)).toEqual([
      'line __overall__ 0.50',
      'branch __overall__ 0.50',
      'line __changed__ 0.00',
      'line app/prices.py 0.67',
      'branch app/prices.py 0.50',
      'line app/unused.py 0.00',
    ]);
  });

  test('have the fields of the evidence format', () => {
    expect(records[0]).toEqual({
      coverage_id: 'COV-1',
      type: 'line',
      component: '__overall__',
      value: 0.5,
      total_statements: 8,
      covered_statements: 4,
      sources: ['cobertura-coverage-py/report.xml'],
      linked_cujs: [],
      collected_at: '2026-11-23T05:00:00Z',
      metadata: {},
    });
    expect(records[2]?.metadata).toEqual({ missing: [{ path: 'app/unused.py', lines: [1] }], unknown: [] });
  });
});
