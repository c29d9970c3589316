import { describe, expect, test } from '@jest/globals';
import { parseQuarantine } from '../../src/history/quarantine.js';

const NOW = Date.parse('2026-11-23T00:00:00Z');
const entry = { id: 'tests/a.py::test_*', reason: 'slow upstream', owner: 'payments', expires: '2026-12-31' };
const list = (...entries: readonly unknown[]) => parseQuarantine(entries, 'quarantine.yml', NOW);

describe('the quarantine file', () => {
  test('forgives the tests whose id its glob matches, and no others', () => {
    const { find, problems } = list(entry);
    expect(problems).toEqual([]);
    expect(find({ suite: 'unit', id: 'tests/a.py::test_b' })).toMatchObject({
      owner: 'payments',
      expires: '2026-12-31',
    });
    expect(find({ suite: 'unit', id: 'tests/b.py::test_b' })).toBeNull();
  });

  test('takes brackets and dots of an id literally', () => {
    const { find } = list({ ...entry, id: 'tests/a.py::test_b[x-(1)] a/b' });
    expect(find({ suite: 'unit', id: 'tests/a.py::test_b[x-(1)] a/b' })).not.toBeNull();
    expect(find({ suite: 'unit', id: 'tests/a.py::test_bx a/b' })).toBeNull();
  });

  test('lets a star reach over slashes and colons', () => {
    expect(
      list({ ...entry, id: 'tests/*' }).find({ suite: 'unit', id: 'tests/deep/er/a.py::T::test_x[1/2]' }),
    ).not.toBeNull();
  });

  test('compares a hostile pattern in bounded steps', () => {
    const { find } = list({ ...entry, id: `${'*a'.repeat(200)}*b` });
    expect(find({ suite: 'unit', id: 'a'.repeat(20_000) })).toBeNull();
    expect(find({ suite: 'unit', id: `${'a'.repeat(20_000)}b` })).not.toBeNull();
  });

  test.each([
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['a?c', 'ac', false],
    ['a**c', 'ac', true],
    ['*b', 'ab b', true],
    ['a*', 'a\nb', true],
    ['a*b', 'ab c', false],
    ['!a*', 'b', false],
  ])('matches %s against %j', (id, name, isMatch) => {
    expect(list({ ...entry, id }).find({ suite: 'unit', id: name }) !== null).toBe(isMatch);
  });

  test('can be bound to one suite', () => {
    const { find } = list({ ...entry, id: 'e2e: *pays*' });
    expect(find({ suite: 'e2e', id: 'a.spec.ts › pays with card' })).not.toBeNull();
    expect(find({ suite: 'smoke', id: 'a.spec.ts › pays with card' })).toBeNull();
  });

  test('an entry that the pull request itself adds does not count yet, and says so', () => {
    const { find, problems } = parseQuarantine(
      [entry, { ...entry, id: 'tests/b.py::*' }],
      'q.yml',
      NOW,
      (at) => at === 1,
    );
    expect(find({ suite: 'unit', id: 'tests/a.py::test_b' })).not.toBeNull();
    expect(find({ suite: 'unit', id: 'tests/b.py::test_b' })).toBeNull();
    expect(problems).toMatchObject([
      { place: 'q.yml[1]', message: expect.stringContaining('only after it is merged') },
    ]);
  });

  test('an entry for every test is a mistake', () => {
    for (const id of ['*', '**', 'unit: **'])
      expect(list({ ...entry, id }).problems).toMatchObject([{ severity: 'error' }]);
  });

  test('an expired entry counts again and says so', () => {
    const { find, problems } = list({ ...entry, expires: '2026-11-22' });
    expect(find({ suite: 'unit', id: 'tests/a.py::test_b' })).toBeNull();
    expect(problems[0]?.message).toContain('expired on 2026-11-22, so the test counts again');
  });

  test('an entry is good until the end of its day', () => {
    expect(list({ ...entry, expires: '2026-11-23' }).problems).toEqual([]);
  });

  test.each([
    [{ ...entry, owner: '' }, 'has no owner'],
    [{ id: 'x' }, 'has no reason, owner, expires'],
    [{ ...entry, expires: 'soon' }, 'is not a date'],
    ['x', 'is not an entry'],
  ])('an incomplete entry forgives nothing: %j', (raw, said) => {
    const { find, problems } = list(raw);
    expect(problems[0]?.message).toContain(said);
    expect(find({ suite: 'unit', id: 'tests/a.py::test_b' })).toBeNull();
  });

  test('a file that is not a list is a problem, an empty one is not', () => {
    expect(parseQuarantine({ a: 1 }, 'q.yml', NOW).problems).toHaveLength(1);
    expect(parseQuarantine(null, 'q.yml', NOW).problems).toEqual([]);
  });
});
