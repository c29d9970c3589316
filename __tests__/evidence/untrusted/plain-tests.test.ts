import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nothingShared } from '../../../src/evidence/untrusted/shared-values.js';
import { testsIn, type UntrustedTest } from '../../../src/evidence/untrusted/tests.js';
import { testLines } from '../../../src/evidence/test-lines.js';
import { attempt, runReport, suiteRun, testCase } from '../../publish/build.js';
import { writtenText } from '../../fakes/written-text.js';

const read = (lines: string | Uint8Array): readonly UntrustedTest[] => [...testsIn(lines, nothingShared())];
/** The same JSON, which only a reader of JSON takes for a record. */
const spaced = (lines: string): string => lines.replaceAll('{"test_id"', '{ "test_id"');

const text = fc.oneof(fc.constantFrom('', 'a', 'x'.repeat(400), 'é'.repeat(300), '../up', '\ud800'), fc.string());
const passed = fc
  .record({
    ...{ id: text, name: text, classname: text, file: text, line: fc.constantFrom(0, 7, 2 ** 40, -1, 1.5) },
    durationMs: fc.oneof(fc.constantFrom(0, 1, 999, 1e13), fc.double({ noNaN: true, min: 0, max: 1e9 })),
    number: fc.constantFrom(1, 2),
  })
  .map(({ id, durationMs, number, ...rest }) =>
    testCase(id, { ...rest, suite: 'unit', attempts: [attempt('passed', { durationMs, number })] }),
  );

const linesOf = (tests: readonly ReturnType<typeof testCase>[], route: string | null = null): string =>
  writtenText(testLines(runReport([suiteRun('unit', tests)]), { of: (number) => `TST-${number}` }, () => route));

describe('the lines of tests that passed on the first attempt', () => {
  test('are read as a reader of JSON reads them, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(passed, { maxLength: 5 }), fc.option(fc.string()), (tests, route) => {
        const lines = linesOf(tests, route);
        expect(read(lines)).toEqual(read(spaced(lines)));
        expect(read(Buffer.from(lines))).toEqual(read(spaced(Buffer.from(lines).toString())));
      }),
      { seed: 16, numRuns: 300 },
    );
  });

  test.each([
    ['a status that is not passed', '"status":"passed","suite_name"', '"status":"failed","suite_name"', 'failed'],
    ['an attempt that failed', '"n":1,"status":"passed"', '"n":1,"status":"failed"', 'failed'],
    ['another final state', '"final":"passed"', '"final":"failed"', 'failed'],
    ['a message', '"message":""', '"message":"boom"', 'passed'],
    ['a member more', '"final":"passed"', '"final":"passed","disagreement":"the report"', 'passed'],
    ['the same member again', '"final":"passed"', '"final":"passed","final":"lost"', 'failed'],
  ])('are read with care when they have %s', (_what, usual, changed, status) => {
    const lines = linesOf([testCase('a', { suite: 'unit', attempts: [attempt('passed')] })]).replace(usual, changed);
    expect(lines).toContain(changed);
    expect(read(lines)).toEqual(read(spaced(lines)));
    expect(read(lines).map(({ test: { attempts } }) => attempts[0].status)).toEqual([status]);
  });

  test.each([
    ['a list that is not closed', '"tags":[]', '"tags":['],
    ['a number of no JSON', '"line":3', '"line":03'],
    ['a name across lines', '"name":"b"', '"name":"b\n"'],
    ['references of no JSON', '"evidence_refs":[', '"evidence_refs":[x'],
    ['text behind them', '"final":"passed"}}', '"final":"passed"}} and more'],
  ])('are no records with %s', (_what, usual, changed) => {
    const lines = linesOf([testCase('a', { suite: 'unit', name: 'b', line: 3, attempts: [attempt('passed')] })]);
    expect(lines).toContain(usual);
    expect(read(lines)).toHaveLength(1);
    expect(read(lines.replace(usual, changed))).toEqual([]);
  });

  test('keep their order and their number over the pieces of a large file', () => {
    const tests = Array.from({ length: 2000 }, (_, at) =>
      testCase(`tests/test_ä.py::test_${at}`, { suite: 'unit', attempts: [attempt('passed')] }),
    );
    const found = read(Buffer.from(linesOf(tests)));
    expect(found.map(({ test: { id } }) => id)).toEqual(tests.map(({ id }) => id));
  });
});
