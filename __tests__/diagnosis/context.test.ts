import { describe, expect, test } from '@jest/globals';
import { sourceAround, type DiagnosisContext } from '../../src/diagnosis/context.js';
import { diagnoseFailure } from '../../src/diagnosis/diagnose-failure.js';
import type { Resolution } from '../../src/locate/place-resolver.js';
import { diagnoseRun } from '../../src/diagnosis/diagnose-run.js';
import { aFailure } from './a-failure.js';

const tracked = ['tests/test_shop.py', 'shop/cart.py'];
const resolvePath = (path: string): Resolution => {
  const file = tracked.find((each) => path.endsWith(each));
  return file === undefined ? { file: null, candidates: 0, reason: 'not tracked' } : { file };
};
const trace = `Traceback (most recent call last):
  File "/w/tests/test_shop.py", line 12, in test_total
    assert cart.total() == 3
  File "/w/shop/cart.py", line 40, in total
    return self.items["x"]
KeyError: 'x'`;
const failing = aFailure({ testId: 'tests/test_shop.py::test_total', message: "KeyError: 'x'", details: trace });

describe('what is known besides the failure', () => {
  test("places are files of the repository, and the product's own line is kept apart", () => {
    const diagnosis = diagnoseFailure(failing, { resolvePath });
    expect(diagnosis.place).toEqual({ file: 'tests/test_shop.py', line: 12 });
    expect(diagnosis.productPlace).toEqual({ file: 'shop/cart.py', line: 40 });
    expect(diagnosis.suggestion).toContain('shop/cart.py:40');
  });

  test('a line or a file that the pull request changed is said to be changed', () => {
    const changes = (file: string, from: number, to: number): DiagnosisContext => ({
      resolvePath,
      changes: new Map([[file, [{ from, to }]]]),
    });
    expect(diagnoseFailure(failing, changes('shop/cart.py', 38, 41)).changed).toBe('line');
    expect(diagnoseFailure(failing, changes('tests/test_shop.py', 12, 12)).changed).toBe('line');
    expect(diagnoseFailure(failing, changes('shop/cart.py', 1, 9)).changed).toBe('file');
    expect(diagnoseFailure(failing, changes('shop/other.py', 1, 99))).not.toHaveProperty('changed');
    expect(diagnoseRun([failing], changes('shop/cart.py', 40, 40)).causes[0]?.changed).toBe('line');
  });

  test('a bare assertion is reported by its line of source', () => {
    const failure = aFailure({
      message: 'AssertionError',
      details: 'Traceback (most recent call last):\n  File "/w/tests/test_shop.py", line 2, in test_ok\nAssertionError',
    });
    const sourceOf = (): readonly string[] => ['def test_ok():', '    assert shop.is_open(day)'];
    expect(diagnoseFailure(failure, { resolvePath, sourceOf }).rootCause).toBe(
      '`shop.is_open(day)` is false, expected it to be true',
    );
  });

  test('source around a place is numbered, bounded and marked', () => {
    const lines = Array.from({ length: 50 }, (_, at) => `line ${at + 1}`);
    const around = sourceAround({ file: 'a', line: 10 }, { sourceOf: () => lines }, 2);
    expect(around).toEqual(['  8 | line 8', '  9 | line 9', '> 10 | line 10', '  11 | line 11', '  12 | line 12']);
    expect(sourceAround({ file: 'a', line: 10 }, {})).toEqual([]);
  });

  test('a refused connection is put down to the app that stopped before it', () => {
    const refused = aFailure({ key: 'k', message: 'Error: connect ECONNREFUSED 127.0.0.1:8000' });
    const app = { address: 'localhost:8000', stoppedAt: 1_000_000, logTail: 'ready\nRuntimeError: no config file\n' };
    const context: DiagnosisContext = { app, failedAt: () => 1_002_000 };
    expect(diagnoseFailure(refused, context).suggestion).toBe(
      'The app stopped 2 s earlier: `RuntimeError: no config file`. Fix its start, or point the tests elsewhere.',
    );
    expect(diagnoseFailure(refused, { app, failedAt: () => 999_000 }).suggestion).not.toContain('app stopped');
    expect(diagnoseFailure(refused, { app: { ...app, stoppedAt: null } }).suggestion).not.toContain('app stopped');
    expect(diagnoseFailure(refused, { app: { ...app, address: 'localhost:9999' } }).suggestion).not.toContain(
      'app stopped',
    );
  });

  test('the line a runner reports comes before a frame, unless it is only the declaration', () => {
    const reported = { ...failing, file: 'tests/test_shop.py', line: 10 };
    expect(
      diagnoseFailure({ ...reported, knownPlace: { file: 'shop/cart.py', line: 7 } }, { resolvePath }).place,
    ).toEqual({
      file: 'shop/cart.py',
      line: 7,
    });
    expect(
      diagnoseFailure({ ...reported, knownPlace: { file: 'tests/test_shop.py', line: 10 } }, { resolvePath }).place,
    ).toEqual({ file: 'tests/test_shop.py', line: 12 });
    expect(diagnoseFailure({ ...reported, details: '' }, { resolvePath }).place).toEqual({
      file: 'tests/test_shop.py',
      line: 10,
    });
  });
});
