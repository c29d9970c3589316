import { describe, expect, test } from '@jest/globals';
import { parseSuites } from '../../src/settings/suites.js';

const LINES: readonly (readonly [line: string, values: Readonly<Record<string, unknown>>])[] = [
  ['uv run pytest tests -x', { runner: 'pytest', python: 'uv run', path: 'tests', args: ['-x'] }],
  ['uv run --frozen python -m pytest', { runner: 'pytest', python: 'uv run --frozen python' }],
  ['poetry run pytest', { runner: 'pytest', python: 'poetry run' }],
  ['python -m pytest tests', { runner: 'pytest', python: 'python', path: 'tests' }],
  ['python3.12 -m pytest -q', { runner: 'pytest', python: 'python3.12', args: ['-q'] }],
  ['.venv/bin/pytest tests', { runner: 'pytest', python: '.venv/bin/python', path: 'tests' }],
  ['coverage run -m pytest', { runner: 'pytest', python: 'coverage run' }],
  ['pipenv run behave features', { runner: 'behave', python: 'pipenv run', path: 'features' }],
  ['playwright test e2e', { runner: 'playwright', path: 'e2e' }],
  ['playwright test', { runner: 'playwright' }],
  ['npx playwright test --grep @smoke', { runner: 'playwright', args: ['--grep', '@smoke'] }],
  [
    'jest src',
    {
      runner: 'command',
      run: 'npx jest src --ci --json --testLocationInResults --outputFile="$QAAGENT_REPORT_DIR/jest.json"',
    },
  ],
  [
    'npx vitest run',
    { run: 'npx vitest run --reporter=default --reporter=json --outputFile.json="$QAAGENT_REPORT_DIR/vitest.json"' },
  ],
  [
    'go test ./api/...',
    {
      run: 'go test -json ./api/... > "$QAAGENT_REPORT_DIR/go-test.json"',
      rerun: 'go test -run {names_regex} -json ./api/... > "$QAAGENT_REPORT_DIR/go-test.json"',
    },
  ],
  ['go test -run Cart ./...', { run: 'go test -json -run Cart ./... > "$QAAGENT_REPORT_DIR/go-test.json"' }],
  [
    'python manage.py test --parallel 4',
    {
      run: 'python manage.py test --noinput --testrunner=qaagent_unittest.DjangoRunner --parallel 4',
      rerun: 'python manage.py test --noinput --testrunner=qaagent_unittest.DjangoRunner --parallel 4 {ids}',
    },
  ],
  [
    'poetry run python manage.py test',
    {
      run: 'poetry run python manage.py test --noinput --testrunner=qaagent_unittest.DjangoRunner',
      rerun: 'poetry run python manage.py test --noinput --testrunner=qaagent_unittest.DjangoRunner {ids}',
    },
  ],
  [
    'python manage.py test polls',
    { run: 'python manage.py test --noinput --testrunner=qaagent_unittest.DjangoRunner polls' },
  ],
  [
    'python -m unittest discover -s tests',
    { run: 'python -m qaagent_unittest discover -s tests', rerun: 'python -m qaagent_unittest {ids}' },
  ],
  [
    'uv run python -m unittest',
    { run: 'uv run python -m qaagent_unittest', rerun: 'uv run python -m qaagent_unittest {ids}' },
  ],
  ['coverage run -m unittest', { run: 'coverage run -m qaagent_unittest' }],
  ['hatch run test', { runner: 'command', run: 'hatch run test' }],
  ['hatch test', { runner: 'command', run: 'hatch test' }],
  ['poetry run poe test', { runner: 'command', run: 'poetry run poe test' }],
  ['uvx tox -e py', { runner: 'command', run: 'uvx tox -e py' }],
  ['python3 run_tests.py', { runner: 'command', run: 'python3 run_tests.py' }],
  ['npm test', { runner: 'command', run: 'npm test' }],
  ['make check', { runner: 'command', run: 'make check' }],
];

describe('a suite in one line', () => {
  test.each(LINES)('%s means what it says', (line, values) => {
    const { suites, problems } = parseSuites({ unit: line }, 'suites');
    expect(problems).toEqual([]);
    expect(suites[0]?.values).toMatchObject(values);
  });

  test.each(['pytests tests', 'pytset tests', 'plawright tests/e2e'])('%s is a runner misspelled', (line) => {
    const { problems } = parseSuites({ unit: line }, 'suites');
    expect(problems).toEqual([expect.objectContaining({ remedy: expect.stringMatching(/^Did you mean/) as unknown })]);
  });

  test('a program that is not known can be written as a command', () => {
    const { problems } = parseSuites({ unit: 'ginkgo -r' }, 'suites');
    expect(problems).toEqual([
      expect.objectContaining({ remedy: expect.stringContaining('Write `command ginkgo -r`') as unknown }),
    ]);
  });
});
