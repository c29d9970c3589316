import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { disarm } from '../../src/adapters/actions-console.js';
import { parseCommand, RUNNER_COMMANDS } from '../stand-ins/workflow-commands.js';

const KNOWN = new Set<string>(RUNNER_COMMANDS);

const isCommand = (text: string): boolean =>
  text.split(/\r\n|\n|\r/).some((line) => parseCommand(line, KNOWN) !== null);

describe('text from tests in the log of a job', () => {
  test.each([
    '::error::x',
    '  ::error::x',
    '\t::stop-commands::abc',
    'a ##[error]b',
    '::add-mask::a\n::set-output name=a::b',
    'x\r::error::y',
  ])('is no command: %j', (text) => {
    expect(isCommand(text)).toBe(true);
    expect(isCommand(disarm(text))).toBe(false);
  });

  test('stays as it was when it is harmless', () => {
    const text = 'std::vector<int> a::b\n## heading\n  x: ::1\n';
    expect(disarm(text)).toBe(text);
  });

  test('is no command whatever it is made of', () => {
    const piece = fc.constantFrom(
      '::',
      ':',
      '##[',
      '#',
      '[',
      ']',
      'error',
      'debug',
      ' ',
      '\t',
      '\n',
      '\r',
      '\u00a0',
      '\ufeff',
      '\u2003',
      '\v',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => !isCommand(disarm(pieces.join('')))),
      { numRuns: 3000 },
    );
  });
});

test.each([
  ['line separators', '\u2028'],
  ['paragraph separators', '\u2029'],
  ['next lines', '\u0085'],
  ['blanks', ' '],
])('a million %s are looked through once, and a command behind them is disarmed', (_, separator) => {
  expect(disarm(`${separator.repeat(1_000_000)}::error::x`).endsWith(':\u200b:error::x')).toBe(true);
});
