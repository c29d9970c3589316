import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { idsFrom, settingsRoot } from '../../src/adapters/terminal/settings-root.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'qaagent-root-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), '');
};
write('.qaagent.yaml');
write('repo/.git/HEAD');
write('repo/api/.qaagent.yaml');
write('repo/api/tests/unit/test_a.py');
write('repo/web/index.ts');

test.each([
  ['repo/api/tests/unit', 'repo/api'],
  ['repo/api', 'repo/api'],
  // The settings file above the repository is not of this project.
  ['repo/web', 'repo/web'],
])('%s uses the settings of %s', (from, found) => {
  expect(settingsRoot(join(root, from), ['.qaagent.yaml']).folder).toBe(join(root, found));
});

test('ids whose file is there are called from the other folder', () => {
  const from = join(root, 'repo/api/tests');
  expect(idsFrom(['unit/test_a.py::test_a', 'unit/test_a.py:3', 'test_a'], from, 'tests')).toEqual([
    'tests/unit/test_a.py::test_a',
    'tests/unit/test_a.py:3',
    'test_a',
  ]);
  expect(idsFrom(['unit/test_a.py'], from, '')).toEqual(['unit/test_a.py']);
});
