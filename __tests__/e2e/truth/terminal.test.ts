import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { terminalScreen } from '../../fakes/terminal-screen.js';
import { describeWith } from '../with-tools.js';
import { localCommand, makePlace, removePlace } from './local-run.js';

/** The second test ends when the screen shows that it runs. */
const TESTS = `import os
import time
import pytest


@pytest.mark.parametrize("number", range(4))
def test_number(number):
    while number == 1 and "running test_slow.py::test_number[1]" not in open(os.environ["SCREEN"]).read():
        time.sleep(0.1)
    assert number != 2
`;

describeWith(['python'], 'on a real terminal', () => {
  test('a line stays in place while a suite runs, reports how far it is, and is gone at the end', () => {
    const place = makePlace('truth-large/slow');
    try {
      writeFileSync(join(place.project, 'test_slow.py'), TESTS);
      const { program, args, env } = localCommand(place, { suites: 'unit: pytest test_slow.py -q' });
      const quoted = [program, ...args].map((part) => `'${part}'`).join(' ');
      const screenFile = join(place.project, 'screen.txt');
      writeFileSync(screenFile, '');
      // `script` runs the program in a pseudo terminal and copies what it shows.
      spawnSync('script', ['-qefc', `stty cols 200; ${quoted}`, screenFile], {
        cwd: place.project,
        env: { ...env, TERM: 'xterm', NO_COLOR: '1', SCREEN: screenFile },
      });
      const bytes = readFileSync(screenFile, 'utf8').replaceAll('\r', '');
      expect(bytes).toMatch(/unit {2}1\/4: 1 passed, 0 failed, running test_slow\.py::test_number\[1\] \d+ s\n/);
      const screen = terminalScreen(bytes);
      expect(screen.filter((line) => line.startsWith('unit  '))).toEqual([]);
      expect(screen.some((line) => line.startsWith('✕ test_slow.py::test_number[2]: '))).toBe(true);
    } finally {
      removePlace(place);
    }
  });
});
