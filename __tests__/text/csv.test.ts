import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expectLinearCost } from '../linear-cost.js';
import { CsvRows } from '../../src/text/csv.js';

interface Read {
  readonly rows: readonly (readonly string[])[];
  readonly torn: boolean;
}

/** Reads a text that comes in pieces of this many characters. */
function read(text: string, pieceChars: number, delimiter = ','): Read {
  const rows: (readonly string[])[] = [];
  const reader = new CsvRows(delimiter, (cells) => rows.push(cells));
  for (let at = 0; at < text.length; at += pieceChars) reader.write(text.slice(at, at + pieceChars));
  return { torn: reader.end(), rows };
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const needsQuotes = (cell: string): boolean => /[",\n\r]/.test(cell);
const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r', 'é', ';') });

describe('rows of CSV', () => {
  test('are what was written, in whatever pieces they come', () => {
    const row = fc.array(fc.tuple(cell, fc.boolean()), { minLength: 2, maxLength: 5 });
    const table = fc.array(row, { maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, pieceChars, lineEnd) => {
          const lines = rows.map((cells) =>
            cells.map(([text, quote]) => (quote || needsQuotes(text) ? quoted(text) : text)).join(','),
          );
          const text = lines.map((line) => `${line}${lineEnd}`).join('');
          expect(read(text, pieceChars)).toEqual({
            rows: rows.map((cells) => cells.map(([value]) => value)),
            torn: false,
          });
        },
      ),
    );
  });

  test('are torn when the text ends inside of one', () => {
    expect(read('a,b\n1,2', 3)).toEqual({
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
      torn: true,
    });
    expect(read('a,b\n1,"2\n', 3)).toEqual({ rows: [['a', 'b']], torn: true });
  });

  test('of any text are read without an error', () => {
    fc.assert(
      fc.property(cell, fc.constantFrom(1, 7, 1_000), (text, pieceChars) => {
        const { rows } = read(text, pieceChars);
        expect(rows.flat().join('').length).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test.each([2, 400_000])('go on after a quote that nothing closes in %d rows, and its row has no cells', (count) => {
    const after = Array.from({ length: count }, (_, at) => `${at},b\n`);
    const { rows, torn } = read(`a,b\n1,"2\n${after.join('')}`, 65_536);
    expect(rows.slice(0, 3)).toEqual([['a', 'b'], [], ['0', 'b']]);
    expect(rows).toHaveLength(count + 2);
    expect(torn).toBe(false);
  });

  test('cost no more than they are long after a quote that nothing closes', () => {
    expectLinearCost(50_000, (size) => void read(`1,"2\n${'1,b\n'.repeat(size)}`, 65_536));
  });

  test.each(['"', '","', '""', 'a"', '"\n', ',', '\n', 'a'])(
    'of %j repeated cost no more than they are long',
    (unit) => {
      expectLinearCost(25_000, (size) => void read(unit.repeat(size), 65_536));
    },
  );
});
