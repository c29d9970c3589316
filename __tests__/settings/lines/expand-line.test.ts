import { describe, expect, test } from '@jest/globals';
import { parseSuites } from '../../../src/settings/suites.js';

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

/** What starts pytest, by `python` and `env` of the suite that is meant. */
const LAUNCHED: readonly (readonly [line: string, values: Readonly<Record<string, unknown>>])[] = [
  ['uv run --frozen -- pytest', { python: 'uv run --frozen --' }],
  ['uv run --group dev pytest tests', { python: 'uv run --group dev', path: 'tests' }],
  ['uv run -p 3.12 --with pytest-cov pytest --cov', { python: 'uv run -p 3.12 --with pytest-cov', args: ['--cov'] }],
  ['uv run -m pytest', { python: 'uv run -m' }],
  ['uvx pytest tests', { python: 'uvx', path: 'tests' }],
  ['uv tool run pytest', { python: 'uv tool run' }],
  ['poetry run coverage run --branch -m pytest', { python: 'poetry run coverage run --branch -m' }],
  ['conda run -n test pytest', { python: 'conda run -n test' }],
  ['python3 -X dev -m pytest', { python: 'python3 -X dev -m' }],
  ['python -m coverage run -m pytest', { python: 'python -m coverage run -m' }],
  ['coverage run --source=src -m pytest tests', { python: 'coverage run --source=src', path: 'tests' }],
  ['xvfb-run -a pytest tests', { python: 'xvfb-run -a', path: 'tests' }],
  ['xvfb-run --auto-servernum python -m pytest', { python: 'xvfb-run --auto-servernum python' }],
  ['timeout 10m pytest', { python: 'timeout 10m' }],
  ['env A=b pytest', { env: { A: 'b' } }],
  ['A=b C="d e" pytest tests', { env: { A: 'b', C: 'd e' }, path: 'tests' }],
  ['PYTHONPATH=src python -m pytest', { env: { PYTHONPATH: 'src' }, python: 'python' }],
];

const VITEST = '--reporter=default --reporter=json --outputFile.json="$QAAGENT_REPORT_DIR/vitest.json"';
const JEST = '--json --testLocationInResults --outputFile="$QAAGENT_REPORT_DIR/jest.json"';
const MOCHA = '--reporter json --reporter-option output="$QAAGENT_REPORT_DIR/mocha.json"';
const RSPEC = '--format progress --format json --out "$QAAGENT_REPORT_DIR/rspec.json"';
const CARGO = '-Z unstable-options --format json > "$QAAGENT_REPORT_DIR/cargo-test.json"';

/** Lines of tools of which only a report gives results, and what is run. */
const REPORTING: readonly (readonly [line: string, run: string])[] = [
  ['npx -y vitest@2 run', `npx -y vitest@2 run ${VITEST}`],
  ['npm exec vitest run', `npm exec -- vitest run ${VITEST}`],
  ['bun x vitest run', `bun x vitest run ${VITEST}`],
  ['./node_modules/.bin/vitest run', `./node_modules/.bin/vitest run ${VITEST}`],
  ['npx jest --ci', `npx jest --ci ${JEST}`],
  ['CI=1 jest --ci', `CI=1 npx jest --ci ${JEST}`],
  ['NODE_OPTIONS="--a --b" npx jest --ci', `NODE_OPTIONS="--a --b" npx jest --ci ${JEST}`],
  ['cross-env CI=1 jest --ci', `npx cross-env CI=1 jest --ci ${JEST}`],
  ['c8 mocha', `npx c8 mocha ${MOCHA}`],
  ['npx nyc --reporter=lcov mocha', `npx nyc --reporter=lcov mocha ${MOCHA}`],
  ['bundle exec rspec', `bundle exec rspec ${RSPEC}`],
  ['gotestsum -- ./...', 'gotestsum --junitfile "$QAAGENT_REPORT_DIR/gotestsum.xml" -- ./...'],
  ['cargo test --workspace', `RUSTC_BOOTSTRAP=1 cargo test --workspace --no-fail-fast -- ${CARGO}`],
  ['cargo test -- --nocapture', `RUSTC_BOOTSTRAP=1 cargo test --no-fail-fast -- ${CARGO}`],
  ['./vendor/bin/phpunit', './vendor/bin/phpunit --log-junit "$QAAGENT_REPORT_DIR/phpunit.xml"'],
  ['php artisan test', 'php artisan test --log-junit "$QAAGENT_REPORT_DIR/phpunit.xml"'],
  ['ctest --test-dir build', 'ctest --test-dir build --output-junit "$QAAGENT_REPORT_DIR/ctest.xml"'],
  ['bats test', 'bats --report-formatter junit --output "$QAAGENT_REPORT_DIR" test'],
  ['npm run build && npx vitest run', `npm run build && npx vitest run ${VITEST}`],
  ['vitest run && jest --ci', `npx vitest run ${VITEST} && npx jest --ci ${JEST}`],
  ['cd api && go test ./...', 'cd api && go test -json ./... > "$QAAGENT_REPORT_DIR/go-test.json"'],
];

/** Lines that run as they are: what they start reports by itself, or has to be given a report. */
const AS_THEY_ARE = [
  'hatch test',
  'hatch run test:pytest',
  'pdm run test',
  'uv run poe test',
  'python -m tox -e py',
  'nox -s tests',
  "bash -c 'pytest'",
  'docker compose run --rm app pytest',
  'docker exec app python manage.py test',
  'just test',
  'task test',
  'npm run test:unit --',
  'yarn workspace x test',
  'pnpm -r test',
  'turbo run test',
  'npx nx run-many -t test',
  'lerna run test',
  'composer test',
  'cargo nextest run',
  'xvfb-run -a npx playwright test',
  'npx -y playwright@1.50 test',
  'cd sub && pytest',
  'pytest tests/test_*.py',
  'PYTHONPATH=$PWD/src pytest',
  'cd web && npx playwright test',
  'npx vitest run && npx vitest run --config e2e.config.ts',
  'scripts/test.sh --all',
];

/** Lines that name their report already. */
const NAMED: readonly (readonly [line: string, report: string])[] = [
  ['npx jest --ci --json --outputFile=out/j.json', 'out/j.json'],
  ['npx vitest run --reporter=junit --outputFile=reports/u.xml', 'reports/u.xml'],
  ['npx mocha --reporter json --reporter-option output=m.json', 'm.json'],
  ['gotestsum --junitfile report.xml ./...', 'report.xml'],
  ['phpunit --log-junit build/junit.xml', 'build/junit.xml'],
  ['cd web && npx vitest run --reporter=junit --outputFile=u.xml', '**/u.xml'],
];

describe('a suite in one line', () => {
  test.each(LINES)('%s means what it says', (line, values) => {
    const { suites, problems } = parseSuites({ unit: line }, 'suites');
    expect(problems).toEqual([]);
    expect(suites[0]?.values).toMatchObject(values);
  });

  test.each(LAUNCHED)('%s starts pytest', (line, values) => {
    const { suites, problems } = parseSuites({ unit: line }, 'suites');
    expect(problems).toEqual([]);
    expect(suites[0]?.values).toMatchObject({ runner: 'pytest', ...values });
  });

  test.each(REPORTING)('%s writes a report', (line, run) => {
    const { suites, problems } = parseSuites({ unit: line }, 'suites');
    expect(problems).toEqual([]);
    expect(suites[0]?.values).toMatchObject({ runner: 'command', run, report: [] });
  });

  test.each(AS_THEY_ARE)('%s runs as it is', (line) => {
    const { suites, problems } = parseSuites({ unit: line }, 'suites');
    expect(problems).toEqual([]);
    expect(suites[0]?.values).toMatchObject({ runner: 'command', run: line, rerun: null, report: [] });
  });

  test.each(NAMED)('%s has a report', (line, report) => {
    const { suites, problems } = parseSuites({ unit: line }, 'suites');
    expect(problems).toEqual([]);
    expect(suites[0]?.values).toMatchObject({ runner: 'command', run: line, report: [report] });
  });

  test('integration tests of Maven have reports of their own, which may be missing', () => {
    const { suites } = parseSuites({ unit: 'mvn -B verify' }, 'suites');
    const failsafe = '**/target/failsafe-reports/TEST-*.xml';
    expect(suites[0]?.values).toMatchObject({ report: [expect.anything(), failsafe], optional: [failsafe] });
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

test.each(['jest --watch', 'cd web && npx vitest --watch src', 'mocha --watch', 'npx react-scripts test --watchAll'])(
  '%s does not end and is refused',
  (line) => {
    const { problems } = parseSuites({ unit: line }, 'suites');
    expect(problems).toEqual([
      expect.objectContaining({ remedy: expect.stringMatching(/^Remove `--watch/) as unknown }),
    ]);
  },
);

test('watching that is switched off is none', () => {
  expect(parseSuites({ unit: 'npx jest --watchAll=false --watchman=false' }, 'suites').problems).toEqual([]);
});

test.each([
  [{ runner: 'jest', path: 'src' }, '`unit: jest`'],
  ['vitset run', '`vitest run`'],
])('%j is a tool in the place of a runner, or misspelled', (entry, remedy) => {
  const { problems } = parseSuites({ unit: entry }, 'suites');
  expect(problems).toEqual([expect.objectContaining({ remedy: expect.stringContaining(remedy) as unknown })]);
});
