import { describe, expect, test } from '@jest/globals';
import { diagnoseFailure } from '../../src/diagnosis/diagnose-failure.js';
import { dangerOf } from '../../src/diagnosis/user-rules.js';
import { compileUserRules } from '../../src/diagnosis/user-rules.js';
import { aFailure } from './a-failure.js';

describe('rules a user wrote', () => {
  const { rules, problems } = compileUserRules([
    {
      match: 'ledger (\\w+) is closed',
      category: 'data',
      kind: 'closed-ledger',
      cause: 'the ledger $1 is closed',
      suggestion: 'Open $1 with `make ledger`.',
      owner: '@billing',
    },
    { match: 'timeout', category: 'connection' },
  ]);

  test('are asked first, and their sentence names what matched', () => {
    const diagnosis = diagnoseFailure(aFailure({ message: 'assert 1 == 2: ledger Q3 is closed' }), {
      userRules: rules,
    });
    expect(problems).toEqual([]);
    expect(diagnosis).toMatchObject({
      category: 'data',
      kind: 'closed-ledger',
      source: 'user',
      rule: 'user/1',
      confidence: 'high',
      rootCause: 'the ledger Q3 is closed',
      suggestion: 'Open Q3 with `make ledger`. Owner: @billing.',
      quotes: ['assert 1 == 2: ledger Q3 is closed'],
    });
  });

  test('may decide the category alone and leave the words to the product', () => {
    const diagnosis = diagnoseFailure(aFailure({ message: 'Error: timeout of db:5432' }), { userRules: rules });
    expect(diagnosis).toMatchObject({ category: 'connection', source: 'user', rule: 'user/2' });
    expect(diagnosis.rootCause).not.toBe('');
    expect(diagnosis.suggestion).not.toBe('');
  });

  test('leave failures alone that they do not match', () => {
    const diagnosis = diagnoseFailure(aFailure({ message: 'assert 1 == 2' }), { userRules: rules });
    expect(diagnosis).toMatchObject({ category: 'assertion', source: 'rules' });
  });

  test('match captured output too', () => {
    const failure = aFailure({ message: 'Error: boom', details: 'Error: boom', output: 'ledger Q4 is closed' });
    expect(diagnoseFailure(failure, { userRules: rules }).rootCause).toBe('the ledger Q4 is closed');
  });

  test('that are broken or could run away are refused with their place', () => {
    const refused = compileUserRules([
      { match: '(', category: 'data' },
      { match: '(a+)+$', category: 'data' },
      { match: 'fine', category: 'data' },
    ]);
    expect(refused.rules.map(({ name }) => name)).toEqual(['user/3']);
    expect(refused.problems).toEqual([
      expect.stringMatching(/^diagnosis\.rules\[0\]\.match: /),
      'diagnosis.rules[1].match: refused, a repeated group holds another repetition or a choice.',
    ]);
  });
});

describe('the check of regular expressions', () => {
  test.each([
    '(a+)+',
    '(a*)*b',
    '((ab)+c)*',
    '(a|aa)+',
    '(?:x{2,})+',
    '(\\w+\\s?)*$',
    '(a)\\1',
    '.*a.*b.*c.*d',
    'x*x*x*y',
    'x{0,50}x{0,50}x{0,50}y',
    '(?<n>a)\\k<n>',
  ])('refuses %s', (source) => expect(dangerOf(source)).not.toBe(''));

  test.each([
    'a+b*',
    '(?:GET|POST) /orders/\\d+',
    'code [45]\\d\\d',
    '[(a+)+]{1,5}',
    '\\(a+\\)+',
    '(abc){1,3}',
    '(ab?)?c',
    '^x.{0,200}y$',
  ])('accepts %s', (source) => expect(dangerOf(source)).toBe(''));
});
