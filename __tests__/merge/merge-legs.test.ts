import { describe, expect, test } from '@jest/globals';
import type { Leg } from '../../src/merge/leg.js';
import { mergeLegs } from '../../src/merge/merge-legs.js';
import { finalStateOf } from '../../src/verdict/final-state.js';
import { leg } from './a-leg.js';

const POLICY = { flakyResult: 'pass', orderDependentResult: 'fail', noTests: 'fail' } as const;
describe('legs of a matrix', () => {
  const merged = mergeLegs(
    [
      leg({ a: 'passed', b: 'failed' }, { matrix: 'os=windows, python=3.13' }),
      leg({ a: 'passed', b: 'passed' }, { matrix: 'os=linux, python=3.13' }),
      leg({ a: 'passed', b: 'passed' }, { matrix: 'os=linux, python=3.12' }),
    ],
    POLICY,
  );

  test('are suites of one run, distinguished by their matrix', () => {
    expect(merged.report.suites.map(({ suite, outcome }) => `${suite.name}: ${outcome}`)).toEqual([
      'unit (windows / python 3.13): failed',
      'unit (linux / python 3.13): passed',
      'unit (linux / python 3.12): passed',
    ]);
    expect(merged.report.totals).toMatchObject({ total: 6, passed: 5, failed: 1 });
  });

  test('are named in a cause that not all of them have', () => {
    const [first] = merged.report.suites;
    expect(merged.legsOf(first?.tests.filter(({ id }) => id === 'b') ?? [])).toBe('only on windows / python 3.13');
    expect(merged.diagnosis.causes).toMatchObject([{ failures: ['unit (windows / python 3.13)\nb'] }]);
    expect(merged.legsOf(merged.report.suites.flatMap(({ tests }) => tests))).toBe('');
  });
});

describe('shards', () => {
  const shards = (...indices: readonly number[]): readonly Leg[] =>
    indices.map((index) => leg({ [`t${index}`]: 'passed' }, { matrix: `shard=${index}`, shard: [index, 3] }));
  const headlines = (legs: readonly Leg[]): readonly string[] =>
    mergeLegs(legs, POLICY).report.suites.flatMap(({ problems }) => problems.flatMap(({ headline = '' }) => headline));

  test('of one job are one suite under its own name', () => {
    const { report, plainSuite } = mergeLegs(shards(1, 2, 3), POLICY);
    expect(report.suites.map(({ suite, tests }) => [suite.name, tests.length])).toEqual([['unit', 3]]);
    expect([report.conclusion, plainSuite('unit')]).toEqual(['success', 'unit']);
  });

  test.each([
    ['one is missing', shards(1, 3), ['shard 2 of 3 is missing']],
    ['several are', shards(2), ['shards 1, 3 of 3 are missing']],
    ['one is there twice', [...shards(1, 2, 3), ...shards(2)], ['shard 2 of 3 is duplicated']],
    [
      'one has another total',
      [...shards(1, 2, 3), leg({ x: 'passed' }, { matrix: 'shard=4', shard: [4, 4] })],
      ['shard 4 of 4 has another plan'],
    ],
    [
      'one tested another commit',
      [...shards(1, 2), leg({ t3: 'passed' }, { matrix: 'shard=3', shard: [3, 3], commit: 'b'.repeat(40) })],
      ['shard 3 of 3 is from another commit'],
    ],
    [
      'the tool ran a test on two of them',
      [...shards(1, 2), leg({ t1: 'passed' }, { matrix: 'shard=3', shard: [3, 3] })],
      ['1 test of unit ran on more than one shard'],
    ],
  ])('are red by name when %s', (_what, legs, expected) => {
    expect(headlines(legs)).toEqual(expected);
    expect(mergeLegs(legs, POLICY).report.conclusion).toBe('failure');
  });

  test('of every combination of a matrix are merged first', () => {
    const legs = ['linux', 'windows'].flatMap((os) =>
      [1, 2].map((index) =>
        leg({ [`t${index}`]: 'passed' }, { matrix: `os=${os}, shard=${index}`, shard: [index, 2] }),
      ),
    );
    expect(mergeLegs(legs, POLICY).report.suites.map(({ suite }) => suite.name)).toEqual([
      'unit (linux)',
      'unit (windows)',
    ]);
    expect(headlines(legs.slice(1))).toEqual(['shard 1 of 2 is missing']);
  });
});

describe('a job that was run again', () => {
  test('counts by its latest attempt, and what failed before and passes now is flaky', () => {
    const { report } = mergeLegs(
      [leg({ a: 'failed', b: 'passed' }), leg({ a: 'passed', b: 'passed' }, { attempt: 2 })],
      POLICY,
    );
    const [suite] = report.suites;
    expect(suite?.tests.map((each) => [each.id, finalStateOf(each), each.attempts.length])).toEqual([
      ['a', 'flaky', 2],
      ['b', 'passed', 1],
    ]);
    expect(report.conclusion).toBe('success');
  });

  test('is red when its latest attempt is', () => {
    const { report } = mergeLegs([leg({ a: 'passed' }), leg({ a: 'failed' }, { attempt: 2 })], POLICY);
    expect([report.conclusion, report.totals.failed]).toEqual(['failure', 1]);
  });

  test('stays red when another job looks the same: nothing shows which of the two ran again', () => {
    const legs = [leg({ a: 'failed' }), leg({ a: 'failed' }), leg({ a: 'passed' }, { attempt: 2 })];
    const { report } = mergeLegs(legs, POLICY);
    expect(report.suites.flatMap(({ problems }) => problems.map(({ headline }) => headline))).toEqual([
      'test is duplicated',
    ]);
    expect(report.conclusion).toBe('failure');
  });
});

test('nothing to merge is red', () => {
  const { report } = mergeLegs([], POLICY);
  expect(report).toMatchObject({ conclusion: 'failure', problems: [{ headline: 'there is no evidence to merge' }] });
  expect(Number.isFinite(report.durationMs)).toBe(true);
});
