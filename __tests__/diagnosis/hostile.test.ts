import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/diagnosis/rules/classify.js';
import { diagnoseRun } from '../../src/diagnosis/diagnose-run.js';
import { readText } from '../../src/diagnosis/facts/failure-facts.js';
import { expectLinearCost } from '../linear-cost.js';
import { aFailure } from './a-failure.js';

const UNITS = [
  'a',
  '/a',
  'a.',
  '7',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\u0000',
  '\ud800',
  'expected ',
  'expected a to be ',
  'got a want ',
  '{"a":[1,',
  '(((',
  'assert a == ',
  'E   ',
  'E   assert 1 == 2\n',
  'Error: ',
  'Error: Error: a\n',
  'timeout ',
  'token expired ',
  "host='a', port=",
  '<id>',
  'at f (',
  '\u001b[31m',
  'a: ',
  'Caused by: ',
  '[cause]: Error: a\n',
  '"a" does not ',
  'waiting for locator ',
  'permission denied for ',
  'https://',
  'http://a:1 ',
  '-----',
  '0x',
  'a-a-a-a-a',
];
/** Both are far above each bound. */
const texts = UNITS.flatMap((unit) => [20_000, 200_000].map((size) => unit.repeat(Math.ceil(size / unit.length))));

describe('hostile text', () => {
  test('becomes a diagnosis of bounded size, wherever it stands', () => {
    for (const text of texts) {
      const where = [
        { message: text },
        { details: text },
        { message: text, details: text, output: text, type: text, name: text, testId: text },
      ];
      for (const [at, over] of where.entries()) {
        const { diagnoses, causes } = diagnoseRun([aFailure({ ...over, key: `k${at}` })]);
        const [diagnosis] = diagnoses;
        expect(causes).toHaveLength(1);
        expect(diagnosis?.rootCause).not.toBe('');
        expect(diagnosis?.rootCause.length).toBeLessThanOrEqual(240);
        expect(diagnosis?.suggestion.length).toBeLessThanOrEqual(800);
        expect(diagnosis?.quotes.length).toBeLessThanOrEqual(3);
        for (const quote of diagnosis?.quotes ?? []) expect(quote.length).toBeLessThanOrEqual(300);
        expect(JSON.stringify(diagnosis).length).toBeLessThan(12_000);
      }
    }
  });

  test('costs no more than it is long', () => {
    expectLinearCost(1_500, (size) => {
      for (const unit of UNITS) {
        const text = unit.repeat(Math.ceil(size / unit.length));
        diagnoseRun([aFailure({ message: text, details: text, output: text, type: text, name: text, testId: text })]);
      }
    });
  });

  test('never reaches a rule in more than a bounded piece', () => {
    for (const text of texts) {
      const { facts } = readText(aFailure({ message: text, details: text, output: text, type: text }));
      expect(facts.headline.length).toBeLessThanOrEqual(600);
      expect(facts.head.length).toBeLessThanOrEqual(700);
      expect(facts.type.length).toBeLessThanOrEqual(700);
      expect(facts.body().length).toBeLessThanOrEqual(2_500);
      expect(facts.text.length).toBeLessThanOrEqual(8_000);
      expect(facts.captured.length).toBeLessThanOrEqual(4_000);
    }
  });

  test('meets no rule with nested or unbounded repetitions', () => {
    for (const { name, match, unless } of RULES) {
      for (const source of [match.source, unless?.source ?? '']) {
        const open = source.match(/(?<!\\)(?:\.|\[\^[^\]]*\]|\\[WS])[*+]|\)[*+]|\)\{\d+,\}/g) ?? [];
        expect([name, open]).toEqual([name, []]);
      }
    }
  });

  test('of nothing at all is said to be nothing', () => {
    const [diagnosis] = diagnoseRun([aFailure()]).diagnoses;
    expect(diagnosis).toMatchObject({
      category: 'unknown',
      kind: 'no-message',
      rootCause: 'the report holds no message',
      place: null,
      quotes: [],
    });
    expect(diagnoseRun([])).toEqual({ diagnoses: [], causes: [], notes: ['Decided by rules.'] });
  });
});
