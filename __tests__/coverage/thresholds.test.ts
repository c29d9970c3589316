import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCoverage } from '../../src/coverage/read-coverage.js';
import { changedLineCoverage, type ChangedRange } from '../../src/coverage/changed-lines.js';
import { mergeCoverage, type Coverage } from '../../src/coverage/merge.js';
import { coverageProblems, type MeasuredCoverage } from '../../src/coverage/thresholds.js';

/** A report in which the first lines of a file ran. */
function lcov(path: string, covered: number, total: number): string {
  const lines = Array.from({ length: total }, (_, index) => `DA:${index + 1},${index < covered ? 1 : 0}`);
  return [`SF:${path}`, ...lines, 'end_of_record', ''].join('\n');
}

const coverageOf = (...reports: readonly string[]): Coverage =>
  mergeCoverage(reports.map((text, index) => readCoverage(text, `artifacts/unit/files/${index}.lcov`)));

/** 5 of 8 changed lines ran, 5 of 10 of all. */
const code = coverageOf(lcov('shop/prices.py', 5, 10));
const changes = (...ranges: readonly ChangedRange[]) =>
  changedLineCoverage(code, new Map([['shop/prices.py', ranges]]));
const changed = changes({ from: 1, to: 8 });
const off = { lines: null, changedLines: null };

function said(measured: Partial<MeasuredCoverage>, thresholds: { lines: number | null; changedLines: number | null }) {
  const problems = coverageProblems({ code, unread: [], changed, ...measured }, thresholds);
  expect(problems.every(({ severity }) => severity === 'error')).toBe(true);
  return problems.map(({ place, headline, message }) => `${place}: ${headline}; ${message}`);
}

describe('coverage below a threshold', () => {
  test('is named with both numbers and the lines that are missing', () => {
    expect(said({}, { lines: 80, changedLines: 80 })).toEqual([
      'coverage-threshold: coverage of lines is 50 % (5 of 10), the threshold is 80 %; Most uncovered lines are in shop/prices.py (5)',
      'changed-coverage-threshold: coverage of changed lines is 62.5 % (5 of 8), the threshold is 80 %; Uncovered: shop/prices.py:6-8',
    ]);
  });

  test('is what nobody asked about, or what is exactly reached, no problem', () => {
    expect(said({}, off)).toEqual([]);
    expect(said({}, { lines: 50, changedLines: 62.5 })).toEqual([]);
    expect(said({}, { lines: 50.01, changedLines: 62.5 })).toHaveLength(1);
  });

  test('never looks as if it had reached it', () => {
    const [problem] = said({ code: coverageOf(lcov('a.py', 79_999, 100_000)) }, { lines: 80, changedLines: null });
    expect(problem).toContain('is 79.99 % (79999 of 100000), the threshold is 80 %');
  });

  test('is unknown, hence red, for a changed file that a report may name by a path that belongs to no file', () => {
    const report = lcov('example.com/m/prices.go', 8, 8);
    const measure = (files: string): string[] => {
      const measured = coverageOf(report, files);
      const changedLines = new Map([['shop/prices.go', [{ from: 1, to: 8 }]]]);
      return said(
        { code: measured, changed: changedLineCoverage(measured, changedLines) },
        { ...off, changedLines: 90 },
      );
    };
    expect(measure(lcov('other.go', 1, 1))).toEqual([
      'changed-coverage-threshold: the coverage of changed lines is unknown; `changed-coverage-threshold` requires 90 %: shop/prices.go changed, but the coverage report names example.com/m/prices.go, which is not a path in the repository',
    ]);
    expect(measure(lcov('shop/prices.go', 8, 8))).toEqual([]);
  });

  test('does not take a file of an installed package for a changed file', () => {
    const measured = coverageOf(lcov('/opt/venv/lib/python3.12/site-packages/x/__init__.py', 1, 1));
    const changedFile = new Map([['shop/__init__.py', [{ from: 1, to: 1 }]]]);
    expect(changedLineCoverage(measured, changedFile).ambiguous).toEqual([]);
    expect(
      said({ code: measured, changed: changedLineCoverage(measured, changedFile) }, { ...off, changedLines: 1 }),
    ).toEqual([]);
  });

  test('names many lines in a few words', () => {
    const reports = Array.from({ length: 60 }, (_, index) => lcov(`shop/a_rather_long_name_${index}.py`, 0, 3));
    const many = coverageOf(...reports);
    const everywhere = new Map(many.files.map(({ path }) => [path, [{ from: 1, to: 3 }]]));
    const [problem = ''] = said(
      { code: many, changed: changedLineCoverage(many, everywhere) },
      { ...off, changedLines: 1 },
    );
    expect(problem.length).toBeLessThan(600);
    expect(problem).toMatch(/a_rather_long_name_0\.py:1-3; .* more files$/);
  });

  test('is decided by the exact shares, whatever they are', () => {
    const shares = fc.record({
      total: fc.integer({ min: 1, max: 60 }),
      part: fc.nat(60),
      least: fc.integer({ min: 1, max: 100 }),
    });
    fc.assert(
      fc.property(shares, ({ total, part, least }) => {
        const covered = Math.min(part, total);
        const found = said({ code: coverageOf(lcov('a.py', covered, total)) }, { lines: least, changedLines: null });
        expect(found.length === 0).toBe(covered * 100 >= least * total);
      }),
    );
  });
});

describe('a threshold for changed lines', () => {
  test('asks nothing without a pull request, and of one that changes no line that can run', () => {
    expect(said({ changed: null }, { lines: null, changedLines: 100 })).toEqual([]);
    expect(said({ changed: changes({ from: 90, to: 99 }) }, { lines: null, changedLines: 100 })).toEqual([]);
  });

  test('is missed when nobody can report the changed lines', () => {
    const unknown = { reason: 'Resource not accessible', remedy: 'Add `pull-requests: read`.' };
    const [problem, ...others] = coverageProblems({ code, unread: [], changed: unknown }, { ...off, changedLines: 80 });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ headline: 'the coverage of changed lines is unknown', remedy: unknown.remedy });
    expect(problem?.message).toContain('Resource not accessible');
  });
});

describe('a threshold without the reports to judge it', () => {
  const nothing = mergeCoverage([]);

  test.each([
    [{ lines: 80, changedLines: null }, '`coverage-threshold` requires 80 %'],
    [{ lines: null, changedLines: 70 }, '`changed-coverage-threshold` requires 70 %'],
    [{ lines: 80, changedLines: 70 }, '`coverage-threshold` requires 80 %'],
  ])('%j is missed once, by name', (thresholds, message) => {
    const problems = coverageProblems({ code: nothing, unread: [], changed }, thresholds);
    expect(problems).toMatchObject([{ headline: 'no coverage report was found', message }]);
    expect(problems[0]?.remedy).toContain('artifacts');
  });

  test('of a pull request only asks nothing elsewhere', () => {
    expect(said({ code: nothing, changed: null }, { lines: null, changedLines: 80 })).toEqual([]);
  });

  test('is missed when one of several reports cannot be read, though the others reach it', () => {
    const unread = [
      { severity: 'warning', place: 'artifacts/e2e/lcov.info', message: 'it ends', remedy: 'Look.' } as const,
    ];
    expect(said({ unread }, { lines: 50, changedLines: 50 })).toEqual([
      'artifacts/e2e/lcov.info: the coverage is unknown: a report cannot be read; artifacts/e2e/lcov.info: it ends',
    ]);
    expect(said({ unread, code: nothing }, { lines: 50, changedLines: 50 })).toHaveLength(1);
    expect(said({ unread }, off)).toEqual([]);
  });

  test('is missed when the reports name no line', () => {
    const empty = coverageOf('SF:a.py\nend_of_record\n');
    expect(said({ code: empty }, { lines: 1, changedLines: null })).toEqual([
      'coverage-threshold: the coverage reports contain no line of code; Read: artifacts/unit/files/0.lcov',
    ]);
  });
});
