import { expect, test } from '@jest/globals';
import { locateTests } from '../../../src/app/evaluate/locate-tests.js';
import { namesByFolder } from '../../../src/locate/names-by-folder.js';
import { createPlaceResolver } from '../../../src/locate/place-resolver.js';
import { suiteRun } from '../../publish/build.js';

const ROOT = '/repository';
const FILES = ['pytest.ini', 'app/__init__.py', 'app/main.py', 'app/utils.py', 'tests/conftest.py'];
const repository = {
  resolve: createPlaceResolver(FILES, [ROOT]),
  filesIn: namesByFolder(FILES),
  isTracked: (path: string) => FILES.includes(path),
  root: '',
};

test.each([
  [
    'a module that its own package calls differently',
    "ModuleNotFoundError: No module named 'app.utlis' (while loading tests/conftest.py)",
    { file: `${ROOT}/app/main.py`, line: 1 },
    /^Write `app\.utils` in place of `app\.utlis` at app\/main\.py:1: /,
  ],
  [
    'an own package that is not on the path',
    "ModuleNotFoundError: No module named 'app' (while loading tests/conftest.py)",
    { file: `${ROOT}/tests/conftest.py`, line: 1 },
    /^'app' is in this repository \(app\/__init__\.py\) and not on Python's path: write `pythonpath = \.`/,
  ],
  [
    'a package of somebody else',
    "ModuleNotFoundError: No module named 'redis' (while loading tests/conftest.py)",
    { file: `${ROOT}/tests/conftest.py`, line: 1 },
    /^Install redis$/,
  ],
])('the remedy of a conftest.py that cannot be loaded is of the repository: %s', (_, message, at, remedy) => {
  const problem = { severity: 'error', place: 'unit', message, remedy: 'Install redis', forces: 'error', at } as const;
  const [located] = locateTests([suiteRun('unit', [], { problems: [problem] })], repository, ROOT);
  expect(located?.problems[0]?.remedy).toMatch(remedy);
});
