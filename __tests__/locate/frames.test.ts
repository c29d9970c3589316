import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { framesOf } from '../../src/locate/frames.js';
import { GRAMMARS } from '../../src/locate/grammars.js';
import { chooseFrames } from '../../src/locate/source-location.js';
import { boundedLines, LIMITS } from '../../src/locate/text-lines.js';
import { expectLinearCost } from '../linear-cost.js';

interface Expected {
  readonly test: string | null;
  /** Every frame that is not a package's or a runtime's, in text order. */
  readonly own: readonly string[];
  readonly name?: string;
}

const FOLDER = resolve(import.meta.dirname, '../../fixtures/failures/traces');
const cases = readdirSync(FOLDER).map((name) => ({
  name,
  trace: readFileSync(join(FOLDER, name, 'trace.txt'), 'utf8'),
  expected: JSON.parse(readFileSync(join(FOLDER, name, 'expected.json'), 'utf8')) as Expected,
}));

describe('traces', () => {
  test.each(cases)('$name: every place is read and the right one chosen', ({ trace, expected }) => {
    const frames = framesOf(trace);
    const own = frames.filter(({ vendor }) => !vendor).map(({ file, line }) => `${file}:${line}`);
    expect(own).toEqual(expected.own);
    const chosen = chooseFrames(frames, {
      name: expected.name ?? '',
      classname: '',
      testId: expected.name ?? '',
      file: '',
    });
    expect(chosen.test === null ? null : `${chosen.test.file}:${chosen.test.line}`).toBe(expected.test);
  });

  test("a helper beside the test is chosen in the test's own file, whatever other test files are on the stack", () => {
    const trace = [
      'helpers/test_base.py:3: in check',
      'tests/test_a.py:9: in test_a',
      'tests/test_a.py:20: in verify',
      'tests/test_util.py:4: in fail',
    ].join('\n');
    const { test: chosen } = chooseFrames(framesOf(trace), {
      name: 'test_a',
      classname: 'tests.test_a',
      testId: '',
      file: '',
    });
    expect(chosen).toMatchObject({ file: 'tests/test_a.py', line: 20 });
  });

  test('a function of the product that is called like the test is no part of the test', () => {
    const trace = [
      'ReferenceError: txt is not defined',
      '    at cents (/w/packages/price/src/index.ts:2:31)',
      '    at /w/packages/price/src/index.test.ts:5:40',
    ].join('\n');
    const name = { name: 'cents reads whole euros', classname: 'cents', testId: 'cents reads whole euros', file: '' };
    expect(chooseFrames(framesOf(trace), name, true)).toMatchObject({
      test: { file: '/w/packages/price/src/index.test.ts', line: 5 },
      product: { file: '/w/packages/price/src/index.ts', line: 2 },
    });
  });

  test('a function that calls itself is seen through', () => {
    const trace = ['tests/test_a.py:9: in test_a', ...Array<string>(50).fill('tests/test_a.py:4: in f')].join('\n');
    const { test: chosen } = chooseFrames(framesOf(trace), { name: 'test_a', classname: '', testId: '', file: '' });
    expect(chosen?.line).toBe(9);
  });
});

describe('bounds', () => {
  const units = [
    'a',
    '/a',
    'a.',
    'a:1',
    ' ',
    '(',
    'at ',
    'at a (',
    'File "',
    '[',
    '❯ ',
    'x.py:1: ',
    '\n',
    'a.go:1\n',
    '    at f (/a/b.js:1:2)\n',
    '│ on ',
  ];
  const hostile = units.flatMap((unit) =>
    [100_000, 1_000_000].map((size) => unit.repeat(Math.ceil(size / unit.length))),
  );

  test('no line and no text is longer than the limits, and head and tail are kept', () => {
    for (const text of hostile) {
      const lines = boundedLines(text);
      expect(lines.length).toBeLessThanOrEqual(LIMITS.headLines + LIMITS.tailLines);
      expect(Math.max(0, ...lines.map(({ length }) => length))).toBeLessThanOrEqual(LIMITS.lineChars);
    }
    const many = Array.from({ length: 50_000 }, (_, at) => `line ${at}`).join('\n');
    expect(boundedLines(many)[0]).toBe('line 0');
    expect(boundedLines(many).at(-1)).toBe('line 49999');
  });

  test('hostile text gives at most 400 frames', () => {
    for (const text of hostile) expect(framesOf(text).length).toBeLessThanOrEqual(400);
  });

  test('hostile text costs no more than it is long', () => {
    expectLinearCost(15_000, (size) => {
      for (const unit of units) framesOf(unit.repeat(Math.ceil(size / unit.length)));
    });
  });

  test('no grammar has a repetition without a bound over characters that may be anything', () => {
    for (const { name, pattern } of GRAMMARS) {
      const unbounded = pattern.source.match(/(?<!\\)(?:\.|\[\^[^\]]*\]|\\[wWS])[*+]/g) ?? [];
      expect([name, unbounded]).toEqual([name, []]);
    }
  });
});
