import { describe, expect, test } from '@jest/globals';
import { buildView } from '../../../src/publish/view/build-view.js';
import { attempt, diagnosisOf, publishContext, runDiagnosis, runReport, suiteRun, testCase } from '../build.js';

const failing = testCase('tests/a.py::test_a', { attempts: [attempt('failed', { message: 'boom' })] });

function quotesOf(rootCause: string, quotes: readonly string[]): readonly string[] {
  const report = runReport([suiteRun('unit', [failing])]);
  const found = runDiagnosis([diagnosisOf({ rootCause, quotes }, [failing])]);
  return buildView(report, found, publishContext()).causes[0]?.quotes ?? [];
}

describe('the quotes of a cause', () => {
  const TITLE = 'expected 904, got 906';
  const repeated = [
    TITLE,
    `${TITLE}.`,
    '`expected 904`, got 906',
    `E   ${TITLE}`,
    `AssertionError: ${TITLE}`,
    `E       AssertionError: ${TITLE}`,
    `Error: ${TITLE}`,
  ];
  for (const line of repeated)
    test(`leave out what only repeats the root cause: ${line}`, () => {
      expect(quotesOf(TITLE, [line, 'E   assert 906 == 904'])).toEqual(['E   assert 906 == 904']);
    });

  test('keep the type of an exception and more words', () => {
    const lines = ['psycopg.OperationalError: connection refused', 'connection refused by 127.0.0.1'];
    expect(quotesOf('connection refused', lines)).toEqual(lines);
  });

  test('are lines, blank ones left out', () => {
    expect(quotesOf('x', ['a\n\n  b', ' '])).toEqual(['a', '  b']);
  });
});
