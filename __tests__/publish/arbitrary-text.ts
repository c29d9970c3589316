import fc from 'fast-check';
import { HOSTILE } from './hostile.js';

const TOKENS = [
  ...Array.from('\\`*_{}[]()#+-.!|<>&~$@:"\'^=/%;, \t\n\r\0\u001b\u009b\u0085\u2028\u202e\u2066\u200b\ufeff'),
  ...[
    '@team',
    '#12',
    'GH-7',
    'http://x.y',
    'https://',
    'www.a.b',
    '</details>',
    '<b>',
    '<!--',
    '-->',
    '```',
    '``',
    '~~',
  ],
  ...[
    '::error::',
    '##[group]',
    '\u001b[31m',
    '&lt;',
    '&#64;',
    ':smile:',
    '\ud800',
    '👩‍👧',
    '漢',
    'a',
    'b',
    '1',
    '1.',
    'x_y',
  ],
  ...['[a](b)', '![a](b)', '[^1]', '[a]: b', '- ', '> ', '# ', '===', '---', '    ', '| - |', 'deadbeef'.repeat(5)],
];

/** Text made to break out of whatever it is put into. */
export const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.array(fc.constantFrom(...TOKENS), { maxLength: 24 }).map((tokens) => tokens.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
