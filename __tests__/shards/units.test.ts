import { describe, expect, test } from '@jest/globals';
import type { CollectedTest } from '../../src/model/events.js';
import type { ShardUnit } from '../../src/model/shard.js';
import { divisible } from '../../src/shards/units.js';

const collected = (id: string, more: Partial<CollectedTest> = {}): CollectedTest => {
  return { id, name: id, file: '', line: 1, ...more };
};

/** Id, unit of the settings, what the test is kept together with. */
const UNITS: readonly (readonly [string, ShardUnit, string, Partial<CollectedTest>])[] = [
  ['tests/a.py::test_b', 'test', '', {}],
  ['tests/a.py::TestX::test_b[a::b]', 'class', 'tests/a.py::TestX', {}],
  ['tests/a.py::test_b[x::y]', 'class', '', {}],
  ['tests/a.py::TestX::TestY::test_b', 'class', 'tests/a.py::TestX::TestY', {}],
  ['tests/a.py::TestX::test_b', 'file', 'tests/a.py', {}],
  ['tests/a.py::test_b', 'test', 'group db', { together: 'db' }],
  ['tests/a.py::test_b', 'file', 'group db', { together: 'db' }],
  ['features/a.feature:7', 'file', 'features/a.feature', {}],
  ['[chromium] a.spec.ts › cart › pays', 'file', '[chromium] a.spec.ts', {}],
  ['[chromium] a.spec.ts › cart › pays', 'class', '[chromium] a.spec.ts › cart', {}],
  ['[chromium] a.spec.ts › pays [visa]', 'class', '', {}],
  ['a.spec.ts › pays', 'auto', 'a.spec.ts', {}],
  ['a.spec.ts › pays', 'auto', '', { parallel: true }],
  ['a.spec.ts › cart › pays', 'test', 'group a.spec.ts › cart', { group: 'a.spec.ts › cart' }],
];

describe('what stays together on one shard', () => {
  test.each(UNITS)('%s by %s: "%s"', (id, unit, expected, more) => {
    expect(divisible(collected(id, more), unit).unit).toBe(expected);
  });
});
