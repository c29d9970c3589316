import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { terminalScreen } from '../../fakes/terminal-screen.js';
import { describeWith } from '../with-tools.js';
import { localCommand, makePlace, removePlace } from './local-run.js';

const TESTS = `import time
import pytest


@pytest.mark.parametrize("number", range(4))
def test_number(number):
    time.sleep(0.8)
    assert number != 2
`;

describeWith(['python'], 'on a real terminal', () => {
  test('a line stays in place while a suite runs, reports how far it is, and is gone at the end', () => {
    const place = makePlace('truth-large/slow');
    try {
      writeFileSync(join(place.project, 'test_slow.py'), TESTS);
      const { program, args, env } = localCommand(place, { suites: 'unit: pytest test_slow.py -q' });
      const quoted = [program, ...args].map((part) => `'${part}'`).join(' ');
      // `script` runs the program in a pseudo terminal and copies what it shows.
      const { stdout } = spawnSync('script', ['-qec', `stty cols 200; ${quoted}`, '/dev/null'], {
        cwd: place.project,
        env: { ...env, TERM: 'xterm', NO_COLOR: '1' },
        encoding: 'utf8',
      });
      const bytes = stdout.replaceAll('\r', '');
      expect(bytes).toMatch(
        /unit {2}[12]\/4: [12] passed, 0 failed, running test_slow\.py::test_number\[[12]\] \d s\n/,
      );
      const screen = terminalScreen(bytes);
      expect(screen.filter((line) => line.startsWith('unit  '))).toEqual([]);
      expect(screen.some((line) => line.startsWith('✕ test_slow.py::test_number[2]: '))).toBe(true);
    } finally {
      removePlace(place);
    }
  });
});
