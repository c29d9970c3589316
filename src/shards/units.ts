import type { CollectedTest } from '../model/events.js';
import type { ShardUnit } from '../model/shard.js';
import type { Divisible } from './plan.js';

/**
 * A collected test as plans divide it. Groups that must stay together do so whatever the unit; `auto` keeps a file together
 * whose tests the runner does not run beside each other.
 */
export function divisible(test: CollectedTest, unit: ShardUnit): Divisible {
  return { id: test.id, file: fileOf(test.id), unit: unitOf(test, unit) };
}

function unitOf(test: CollectedTest, unit: ShardUnit): string {
  const { id, group = '', together = '', parallel = false } = test;
  if (together !== '') return `group ${together}`;
  if (unit === 'file' || (unit === 'auto' && !parallel)) return fileOf(id);
  if (group !== '') return `group ${group}`;
  return unit === 'class' ? classOf(id) : '';
}

/** `tests/a.py` of `tests/a.py::test_b`, `[chromium] a.spec.ts` of its tests, `features/a.feature` of `features/a.feature:7`. */
function fileOf(id: string): string {
  const end = [id.indexOf('::'), id.indexOf(' › ')].filter((at) => at >= 0);
  return end.length > 0 ? id.slice(0, Math.min(...end)) : id.replace(/:\d+$/, '');
}

/** The class (or innermost describe) of a test; empty for a function that is in none. */
function classOf(id: string): string {
  const file = fileOf(id);
  const separator = id.startsWith('::', file.length) ? '::' : ' › ';
  const names = id.slice(file.length + separator.length);
  const name = separator === '::' ? (names.split('[', 1)[0] ?? '') : names;
  const end = name.lastIndexOf(separator);
  return end < 0 ? '' : `${file}${separator}${name.slice(0, end)}`;
}
