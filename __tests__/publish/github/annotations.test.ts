import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { byteLength } from '../../../src/text/bounds.js';
import { testKey } from '../../../src/model/run.js';
import { annotationsOf, commandAnnotations } from '../../../src/publish/github/annotations.js';
import { buildView } from '../../../src/publish/view/build-view.js';
import type { PublishContext } from '../../../src/publish/view/context.js';
import { commandData, commandProperty } from '../../../src/text/escape.js';
import type { ReportView } from '../../../src/publish/view/view.js';
import { hostileText } from '../arbitrary-text.js';
import {
  attempt,
  diagnosisOf,
  passing,
  publishContext,
  runDiagnosis,
  runReport,
  suiteRun,
  testCase,
} from '../build.js';
import { HOSTILE } from '../hostile.js';

const broken = (id: string, line = 12, message = 'boom') =>
  testCase(id, { line, attempts: [attempt('failed', { message })] });

function viewOf(
  causes: readonly ReturnType<typeof diagnosisOf>[],
  tests: readonly ReturnType<typeof testCase>[],
  change: Partial<PublishContext> = {},
): ReportView {
  return buildView(
    runReport([suiteRun('unit', [...passing(3), ...tests])]),
    runDiagnosis(causes),
    publishContext(change),
  );
}

describe('annotations', () => {
  test('name one line once per cause, with every test that fails there', () => {
    const tests = Array.from({ length: 12 }, (_, n) => broken(`tests/a.py::test_${n}`));
    const cause = diagnosisOf({ rootCause: 'it broke', place: { file: 'src/a.py', line: 7 } }, tests);
    const [only, ...others] = annotationsOf(viewOf([cause], tests), 50);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ path: 'src/a.py', startLine: 7, endLine: 7, level: 'failure' });
    expect(only?.message).toContain('12 tests:');
    expect(only?.message).toContain('and 4 more');
  });

  test('come new before known, then wide before narrow, then flaky', () => {
    const [known, wide, narrow] = [
      [1, 2, 3, 4].map((n) => broken(`tests/known.py::test_${n}`)),
      [1, 2].map((n) => broken(`tests/wide.py::test_${n}`)),
      [broken('tests/narrow.py::test_1')],
    ] as const;
    const flaky = testCase('tests/flaky.py::test_1', {
      attempts: [attempt('failed'), attempt('passed', { number: 2 })],
    });
    const baseline = {
      run: { number: 1, url: null },
      newKeys: new Set([...wide, ...narrow].map(testKey)),
      knownSince: new Map(),
      fixed: [],
      flakiness: new Map(),
    };
    const causes = [known, wide, narrow].map((tests, n) =>
      diagnosisOf({ id: String(n), rootCause: `cause ${n}` }, tests),
    );
    const view = viewOf(causes, [...known, ...narrow, ...wide, flaky], { baseline });
    const paths = ['tests/wide.py', 'tests/narrow.py', 'tests/known.py', 'tests/flaky.py'];
    expect(annotationsOf(view, 50).map(({ path }) => path)).toEqual(paths);
    expect(annotationsOf(view, 50).at(-1)?.level).toBe('warning');
    expect(annotationsOf(view, 2).map(({ path }) => path)).toEqual(paths.slice(0, 2));
  });

  test('say once what is a problem of a suite and the cause of its tests at one line', () => {
    const tests = [broken('tests/a.py::test_1'), broken('tests/a.py::test_2')];
    const cause = diagnosisOf({ rootCause: 'no module', place: { file: 'tests/a.py', line: 3 } }, tests);
    const problem = {
      severity: 'error',
      place: 'unit',
      message: 'tests/a.py cannot be loaded',
      remedy: '',
      forces: 'error',
    } as const;
    const annotated = (line: number): readonly (readonly [number, string])[] => {
      const suite = suiteRun('unit', tests, { problems: [{ ...problem, at: { file: 'tests/a.py', line } }] });
      const view = buildView(runReport([suite]), runDiagnosis([cause]), publishContext());
      return annotationsOf(view, 50).map(({ startLine, title }) => [startLine, title]);
    };
    expect(annotated(3)).toEqual([[3, expect.stringContaining('no module')]]);
    expect(annotated(9)).toEqual([
      [9, expect.stringContaining('cannot be loaded')],
      [3, expect.stringContaining('no module')],
    ]);
  });

  test('never point outside the repository', () => {
    const lost = broken('/usr/lib/python3/x.py::test_1');
    const mapped = broken('tests/ok.py::test_1');
    const cause = diagnosisOf({ place: { file: '/usr/lib/python3/site.py', line: 3 } }, [lost, mapped]);
    expect(annotationsOf(viewOf([cause], [lost, mapped]), 50).map(({ path }) => path)).toEqual(['tests/ok.py']);
  });

  test('never name line 0', () => {
    const test = broken('tests/a.py::test_1', 0);
    expect(annotationsOf(viewOf([], [test]), 50)[0]?.startLine).toBe(1);
  });

  test('are none when the limit is 0, and the verdict is the same', () => {
    const view = viewOf([], [broken('tests/a.py::test_1')]);
    expect(annotationsOf(view, 0)).toEqual([]);
    expect(view.conclusion).toBe('failure');
  });

  test('keep within the limits of the API, whatever the tests say', () => {
    const long = fc
      .tuple(hostileText, fc.integer({ min: 1, max: 4000 }))
      .map(([text, times]) => text.repeat(times).slice(0, 90_000));
    fc.assert(
      fc.property(long, (text) => {
        const test = testCase(`tests/a.py::${text.slice(0, 3000)}`, {
          attempts: [attempt('failed', { message: text, details: text })],
        });
        const cause = diagnosisOf({ rootCause: text, suggestion: text, quotes: [text] }, [test]);
        for (const view of [viewOf([cause], [test]), viewOf([], [test])]) {
          const all = annotationsOf(view, 50);
          expect(all).toHaveLength(1);
          for (const { title, message, rawDetails } of all) {
            expect(byteLength(title)).toBeLessThanOrEqual(255);
            expect(byteLength(message)).toBeLessThanOrEqual(65_536);
            expect(byteLength(rawDetails)).toBeLessThanOrEqual(65_536);
            expect(message).not.toBe('');
            expect((title + message + rawDetails).isWellFormed()).toBe(true);
          }
          for (const { path, title, message } of commandAnnotations(all)) {
            expect(commandData(message).length + commandProperty(title).length + path.length).toBeLessThanOrEqual(
              4_096,
            );
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('fit a command even when every character is escaped', () => {
    const text = '%'.repeat(4000);
    const test = broken(`tests/a.py::${text}`, 12, text);
    const [command] = commandAnnotations(
      annotationsOf(viewOf([diagnosisOf({ rootCause: text, suggestion: text }, [test])], [test]), 1),
    );
    expect(commandData(command?.message ?? '').length).toBeLessThan(3_500);
    expect(command?.message).toMatch(/…$/);
  });

  test('become at most ten commands, failures first', () => {
    const tests = Array.from({ length: 15 }, (_, n) => broken(`tests/a${n}.py::test`, 12, HOSTILE[n] ?? ''));
    const commands = commandAnnotations(annotationsOf(viewOf([], tests), 50));
    expect(commands).toHaveLength(10);
    expect(commands.every(({ rawDetails, level }) => rawDetails === '' && level === 'failure')).toBe(true);
  });
});
