import { describe, expect, test } from '@jest/globals';
import { parseQuarantineText } from '../../../src/app/read/read-quarantine.js';

const FILE = [
  '- id: tests/a.py::test_a',
  '  reason: slow upstream',
  '  owner: payments',
  '  expires: 2099-01-31',
  '',
  '- id: tests/a.py::test_b',
  '  reason: not mine',
  '  owner: somebody',
  '  expires: 2099-01-31',
  '',
].join('\n');

/** Ids that are quarantined when the pull request changes these lines. */
function counted(...changed: readonly number[]): readonly string[] {
  const list = parseQuarantineText(FILE, { quarantineFile: '/repo/.qaagent/quarantine.yml' }, 0, (first, last) =>
    changed.some((line) => line >= first && line <= last),
  );
  return ['test_a', 'test_b'].filter((name) => list.find({ suite: 'unit', id: `tests/a.py::${name}` }) !== null);
}

describe('the quarantine file of a pull request', () => {
  test('counts entries on lines that it does not change', () => {
    expect(counted()).toEqual(['test_a', 'test_b']);
    expect(counted(6, 7, 8, 9)).toEqual(['test_a']);
    expect(counted(1)).toEqual(['test_b']);
    expect(counted(4)).toEqual(['test_b']);
  });
});
