import { expect, test } from '@jest/globals';
import { starterWorkflow } from '../../../src/app/command/starter-workflow.js';
import { aSuite } from '../../execution/an-attempt.js';
import { memoryFiles } from '../../fakes/memory-files.js';

test('a workflow for a command that starts Python sets Python up and installs the requirements', async () => {
  const suite = aSuite({ runner: 'command', run: 'python manage.py test --noinput' });
  const files = memoryFiles({ '/r/requirements.txt': 'django\n' });
  const text = await starterWorkflow([suite], '/r', files);
  expect(text).toContain('uses: actions/setup-python@');
  expect(text).toContain('run: pip install -r requirements.txt\n');
  expect(await starterWorkflow([aSuite({ runner: 'command', run: 'make test' })], '/r', files)).not.toContain('python');
});

const PYPROJECT = `[project]
name = "shop"
[project.optional-dependencies]
docs = ["sphinx"]
checks = [
  "coverage[toml]",
  "pytest>=8",
]
[dependency-groups]
dev = ["pytest", "ruff"]
tests = ["pytest-cov", "behave"]
[tool.ruff]
`;

test.each([
  [
    'uv, with groups',
    { 'uv.lock': '', 'pyproject.toml': PYPROJECT },
    ['pip install uv && uv sync --group tests --extra checks'],
  ],
  [
    'Poetry',
    { 'poetry.lock': '', 'pyproject.toml': PYPROJECT },
    ['pip install poetry && poetry install --extras checks'],
  ],
  ['Pipenv', { 'Pipfile.lock': '' }, ['pip install pipenv && pipenv sync --dev']],
  ['PDM', { 'pdm.lock': '', 'pyproject.toml': PYPROJECT }, ['pip install pdm && pdm install -G tests -G checks']],
  [
    'pip and a pyproject.toml',
    { 'pyproject.toml': PYPROJECT },
    ["pip install -e '.[checks]' --group dev --group tests pytest"],
  ],
  [
    'requirements',
    { 'requirements.txt': '', 'requirements-dev.txt': '' },
    ['pip install -r requirements.txt -r requirements-dev.txt pytest'],
  ],
  ['nothing', {}, ['pip install pytest']],
  [
    'packages with a lock file of their own',
    { 'a/uv.lock': '', 'b/requirements.txt': '', 'b/x/test_a.py': '' },
    ['cd a && pip install uv && uv sync', 'cd b && pip install -r requirements.txt pytest'],
  ],
])('a workflow installs Python packages as the project does: %s', async (what, found, lines) => {
  const files = memoryFiles(Object.fromEntries(Object.entries(found).map(([path, text]) => [`/r/${path}`, text])));
  const folders = what.startsWith('packages') ? ['/r/a', '/r/b/x'] : ['/r'];
  const suites = folders.map((workingDirectory) => aSuite({ workingDirectory }));
  const text = await starterWorkflow(suites, '/r', files);
  const runs = Array.from(text.matchAll(/^ {6}- run: (.*)$/gm), ([, run]) => run);
  expect(runs).toEqual(lines);
});
