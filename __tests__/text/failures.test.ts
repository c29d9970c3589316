import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { firstFailure, joinFailures } from '../../src/text/failures.js';

const STREAMS = resolve(import.meta.dirname, '../../src/runners/streams');

describe('the failures of one test', () => {
  test('are joined, and the first is found again', () => {
    const joined = joinFailures(['first\nof two lines', '', 'second']);
    expect(firstFailure(joined)).toBe('first\nof two lines');
    expect(joined.endsWith('\nsecond')).toBe(true);
    expect(firstFailure('alone')).toBe('alone');
  });

  test.each(['qaagent_pytest_reports.py', 'qaagent-playwright-fields.cjs'])(
    'are joined by the same line in %s',
    (file) => {
      const [, , line = ''] = joinFailures(['first', 'second']).split('\n');
      expect(line).not.toBe('');
      const writer = readFileSync(resolve(STREAMS, file), 'utf8');
      const spelled = [...writer.matchAll(/\[[a-z]+ failures? of this test\]/g)].map(([text]) => text);
      expect([...new Set(spelled)]).toEqual([line]);
    },
  );
});
