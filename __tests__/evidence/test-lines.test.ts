import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { testLines } from '../../src/evidence/test-lines.js';
import type { TestCase } from '../../src/model/run.js';
import { renderCtrf } from '../../src/publish/ctrf.js';
import { attempt, NOT_DIAGNOSED, publishContext, runReport, suiteRun, testCase } from '../publish/build.js';
import { writtenText } from '../fakes/written-text.js';

const lineOf = (one: TestCase, route: string | null): string =>
  writtenText(testLines(runReport([suiteRun('unit "1"', [one])]), { of: String }, () => route));
const ctrfOf = (one: TestCase): unknown => {
  const report = runReport([suiteRun('unit "1"', [one])]);
  const document = JSON.parse(writtenText(renderCtrf(report, NOT_DIAGNOSED, publishContext()))) as {
    results: { tests: readonly unknown[] };
  };
  return document.results.tests[0];
};

/** Tests that passed on the first attempt, of whatever a report can hold. */
const passed = fc
  .record({
    id: fc.string({ unit: 'binary' }),
    name: fc.string({ unit: 'binary' }),
    classname: fc.oneof(fc.constant(''), fc.string({ unit: 'binary' })),
    file: fc.oneof(fc.constant(''), fc.string({ unit: 'binary' })),
    line: fc.oneof(fc.constant(0), fc.double({ noNaN: true, min: -1, max: 9e6 })),
    durationMs: fc.double({ noNaN: true, min: 0, max: 1e9 }),
    startedAt: fc.option(fc.integer({ min: 0, max: 4e12 })),
  })
  .map(({ id, durationMs, startedAt, ...rest }) =>
    testCase(id, { ...rest, suite: 'unit "1"', attempts: [attempt('passed', { durationMs, startedAt })] }),
  );

describe('records of tests that passed on the first attempt', () => {
  test('say what those of other tests say', () => {
    fc.assert(
      fc.property(passed, fc.option(fc.string()), (one, route) => {
        const line = lineOf({ ...one, tags: ['slow'] }, route).replace('"tags":["slow"]', '"tags":[]');
        expect(lineOf(one, route)).toBe(line);
      }),
    );
  });

  test('say in ctrf.json what those of other tests say', () => {
    fc.assert(
      fc.property(passed, (one) => {
        expect({ ...(ctrfOf(one) as object), tags: ['slow'] }).toEqual(ctrfOf({ ...one, tags: ['slow'] }));
      }),
    );
  });
});
