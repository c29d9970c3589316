import { describe, expect, test } from '@jest/globals';
import { compareWithHistory, extendHistory } from '../../src/history/baseline.js';
import {
  HISTORY_BYTES,
  parseHistory,
  renderHistory,
  testDigest,
  type History,
} from '../../src/history/history-file.js';
import type { AttemptStatus, RunReport, SuiteRun, TestCase } from '../../src/model/run.js';
import { attempt, problem, runReport, suiteRun, testCase } from '../publish/build.js';

const urlOf = ({ id }: { readonly id: number }): string => `https://github.com/acme/petstore/actions/runs/${id}`;

function tests(states: Readonly<Record<string, AttemptStatus | 'flaky'>>): readonly TestCase[] {
  return Object.entries(states).map(([id, state]) => {
    const statuses: readonly AttemptStatus[] = state === 'flaky' ? ['failed', 'passed'] : [state];
    const [first = 'passed', ...rest] = statuses;
    return testCase(id, { attempts: [attempt(first), ...rest.map((status) => attempt(status, { number: 2 }))] });
  });
}

function report(states: Readonly<Record<string, AttemptStatus | 'flaky'>>, change: Partial<SuiteRun> = {}): RunReport {
  return runReport([suiteRun('unit', tests(states), change)]);
}

const remember = (number: number, given: RunReport, previous: History | null = null): History =>
  extendHistory(given, previous, {
    ...{ sha: 'a'.repeat(40), run: { number, id: number * 10 }, causes: new Map(), isPastKnown: true },
  });

/** The next run over a file, as it really is. */
const stored = (history: History): History => read(renderHistory(history) ?? '');
function read(text: string): History {
  const history = parseHistory(text);
  if (typeof history === 'string') throw new Error(`the history cannot be read back: ${history}`);
  return history;
}

describe('a run compared with its base', () => {
  const base = stored(
    remember(2, report({ a: 'failed', b: 'passed', c: 'failed' }), remember(1, report({ a: 'failed' }))),
  );

  test('has new, known and fixed tests, and says since when', () => {
    const compared = compareWithHistory(report({ a: 'failed', b: 'error', c: 'passed', d: 'failed' }), base, urlOf);
    expect(compared.run).toEqual({ number: 2, url: urlOf({ id: 20 }) });
    expect([...compared.newKeys]).toEqual(['unit\nb', 'unit\nd']);
    expect([...compared.knownSince]).toEqual([['unit\na', { number: 1, url: urlOf({ id: 10 }) }]]);
    expect(compared.fixed).toEqual(['c']);
  });

  test('calls a test that is skipped, gone or did not run neither fixed nor new', () => {
    const compared = compareWithHistory(report({ a: 'skipped', c: 'not-run' }), base, urlOf);
    expect([compared.newKeys.size, compared.knownSince.size, compared.fixed]).toEqual([0, 0, []]);
  });

  test('knows the same id in another suite as another test', () => {
    const other = runReport([suiteRun('e2e', [testCase('a', { suite: 'e2e', attempts: [attempt('failed')] })])]);
    expect([...compareWithHistory(other, base, urlOf).newKeys]).toEqual(['e2e\na']);
  });
});

describe('a history', () => {
  test('ends a streak when the test passes, and begins another when it fails again', () => {
    const failed = report({ a: 'failed' });
    const runs = [failed, failed, report({ a: 'passed' }), failed];
    const last = runs.reduce<History | null>((past, each, index) => stored(remember(index + 1, each, past)), null);
    expect(last?.failing.get(testDigest('unit\na'))?.since).toEqual({ number: 4, id: 40 });
  });

  test('forgets tests that a complete run no longer has, and keeps those of a suite that was cut off', () => {
    const first = remember(1, report({ a: 'failed', b: 'failed' }));
    expect(remember(2, report({ b: 'failed' }), first).failing.size).toBe(1);
    const cut = report({ b: 'failed' }, { problems: [problem('timeout', 'no time')] });
    expect(remember(2, cut, first).failing.get(testDigest('unit\na'))?.since.number).toBe(1);
    expect(remember(2, report({ a: 'not-run', b: 'passed' }), first).failing.size).toBe(1);
  });

  test('counts flaky tests over the last twenty runs', () => {
    let past: History | null = null;
    for (let number = 1; number <= 30; number += 1)
      past = stored(remember(number, report({ a: [3, 12, 25, 26].includes(number) ? 'flaky' : 'passed' }), past));
    const words = compareWithHistory(report({ a: 'flaky' }), past ?? read(''), urlOf).flakiness;
    expect([...words]).toEqual([['unit\na', '3 of the last 20 runs']]);
    expect(past?.recent).toHaveLength(20);
  });

  test('counts a run that is repeated once', () => {
    const first = remember(7, report({ a: 'flaky' }));
    const again = stored(remember(7, report({ a: 'flaky' }), first));
    expect([again.recent, again.flaky.get(testDigest('unit\na'))]).toEqual([[7], [7]]);
  });

  test('names no test and stays within its bound, or is none', () => {
    const many = (count: number): RunReport =>
      report(Object.fromEntries(Array.from({ length: count }, (_, index) => [`secret-${index}`, 'failed' as const])));
    const text = renderHistory(remember(1, many(10_000))) ?? '';
    expect(text).not.toContain('secret');
    expect(Buffer.byteLength(text)).toBeLessThan(HISTORY_BYTES);
    expect(read(text).failing.size).toBe(10_000);
    expect(renderHistory(remember(1, many(60_000)))).toBeNull();
  });

  const good = JSON.parse(renderHistory(remember(1, report({ a: 'failed', b: 'flaky' }))) ?? '{}') as object;
  test.each([
    ['nothing', '', /not JSON/],
    ['half of it', JSON.stringify(good).slice(0, 40), /not JSON/],
    ['a list', '[]', /not a valid history/],
    ['null', 'null', /not a valid history/],
    ['a later version', JSON.stringify({ ...good, schema_version: 2 }), /schema version is 2/],
    ['more than the bound', `${JSON.stringify(good)}${' '.repeat(HISTORY_BYTES)}`, /more than 1048576/],
  ])('is not read from %s', (_what, text, reason) => expect(parseHistory(text)).toMatch(reason));

  test.each([
    ['no run', { run: {} }],
    ['a run that is text', { run: { number: '1', id: 10 } }],
    ['a negative run', { run: { number: -1, id: 10 } }],
    ['failing that is a list', { failing: [1] }],
    ['no failing', { failing: undefined }],
    ['keys of another form', { failing: { '<b>': [1, 10, ''] } }],
    ['a failure without a run', { failing: { abcdefghijkl: ['x', 10, ''] } }],
    ['a failure whose cause is markup', { failing: { abcdefghijkl: [1, 10, '<b>'] } }],
    ['flaky that is text', { flaky: { abcdefghijkl: 'many' } }],
    ['flaky runs without end', { flaky: { abcdefghijkl: Array.from({ length: 21 }, (_, at) => at) } }],
    ['recent runs that are text', { recent: ['1'] }],
  ])('is not read in part: %s', (_what, change) => {
    expect(parseHistory(JSON.stringify({ ...good, ...change }))).toMatch(/not a valid history/);
  });
});
