import { describe, expect, test } from '@jest/globals';
import { stripAnsi } from '../../src/text/bounds.js';

describe('text without control sequences', () => {
  test.each([
    ['colours', '\u001b[31mred\u001b[0m', 'red'],
    ['colours by numbers', '\u001b[38;2;10;20;30mred\u001b[m', 'red'],
    ['colours with colons', '\u001b[38:5:1mred', 'red'],
    ['escaped colours of report writers', '#x1B[31mred#x1B[0m', 'red'],
    ['movements of the cursor', 'a\u001b[2K\u001b[1Gb', 'ab'],
    ['private modes', '\u001b[?25lx\u001b[?25h', 'x'],
    ['a link', '\u001b]8;;http://x/\u0007text\u001b]8;;\u0007', 'text'],
    ['a link with the long end', '\u001b]8;;http://x/\u001b\\text\u001b]8;;\u001b\\', 'text'],
    ['a string without its end, of which the text stays', '\u001b]8;;http://x/', '8;;http://x/'],
    ['a device string', '\u001bP1$r0m\u001b\\x', 'x'],
    ['eight-bit openers', '\u009b31mred', 'red'],
    ['short escapes', '\u001b(B\u001b7x\u001b8', 'x'],
  ])('loses %s', (_, text, plain) => {
    expect(stripAnsi(text)).toBe(plain);
  });

  test.each([
    ['openers of strings', '\u001b]8;;'],
    ['openers of device strings', '\u001bP'],
    ['openers of sequences', '\u001b['],
    ['escapes', '\u001b'],
    ['parameters', '1;'],
    ['eight-bit openers', '\u009d'],
  ])('is made in one pass over a million %s', (_, opener) => {
    expect(stripAnsi(`\u001b[${opener.repeat(1_000_000)}`).length).toBeLessThanOrEqual(opener.length * 1_000_000 + 2);
  });
});
