import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { columns, cutToColumns } from '../../src/text/columns.js';

describe('columns of a terminal', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['日本', 4],
    ['ﾊﾞ', 2],
    ['한국', 4],
    ['🚀', 2],
    ['👨‍👩‍👧', 2],
    ['🇩🇪', 2],
    ['👍🏽', 2],
    ['❤️', 2],
    ['1️⃣', 2],
    ['\u200b', 0],
  ])('%j takes %d', (text, width) => {
    expect(columns(text)).toBe(width);
  });

  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日…'],
    ['👨‍👩‍👧👨‍👩‍👧', 3, '👨‍👩‍👧…'],
    ['a👍🏽b', 3, 'a…'],
  ])('%j cut to %d is %j', (text, width, expected) => {
    expect(cutToColumns(text, width)).toBe(expected);
  });

  test('characters of every block take what the tables of Unicode say', () => {
    // Blocks of Unicode begin at multiples of 16. All characters, which takes half a minute, with TORTURE=1.
    const codes = Array.from({ length: 0x10000 }, (_, code) => code);
    const isTaken = (code: number): boolean => process.env['TORTURE'] === '1' || [0, 15].includes(code % 16);
    const characters = codes.filter(isTaken).map((code) => String.fromCharCode(code));
    expect(characters.filter((character) => columns(character) !== stringWidth(character))).toEqual([]);
  });

  test('a cut text is never wider than asked for, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        expect(columns(cutToColumns(text, width))).toBeLessThanOrEqual(width);
        expect(columns(cutToColumns(text, width, ''))).toBeLessThanOrEqual(width);
      }),
    );
  });
});
