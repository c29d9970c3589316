import { describe, expect, test } from '@jest/globals';
import { detectSuites } from '../../../src/settings/detect/detect-suites.js';
import { memoryFiles } from '../../fakes/memory-files.js';

const PYTEST_SECTION = '[tool.pytest.ini_options]\n';
const VITEST = "import { test } from 'vitest';\n";
const script = (test: string): string => JSON.stringify({ scripts: { test } });

async function detect(files: Readonly<Record<string, string>>) {
  const inRepository = Object.entries(files).map(([path, text]) => [`/repo/${path}`, text] as const);
  const found = await detectSuites(memoryFiles(Object.fromEntries(inRepository)), '/repo');
  const suites = found.suites.map(({ entry: { name, values } }) => {
    const line = values.runner === 'command' ? values.run : [values.runner, values.path, values.args].flat().join(' ');
    return `${name} in ${values.working_directory ?? '.'}: ${line.trim()}`;
  });
  return { ...found, suites };
}

const DJANGO = 'python manage.py test --noinput --testrunner=qaagent_unittest.DjangoRunner';
const GO = 'go test -json ./... > "$QAAGENT_REPORT_DIR/go-test.json"';
const VITEST_REPORT = '--reporter=default --reporter=json --outputFile.json="$QAAGENT_REPORT_DIR/vitest.json"';
const JEST_REPORT = '--ci --json --testLocationInResults --outputFile="$QAAGENT_REPORT_DIR/jest.json"';
const MOCHA_REPORT = '--reporter json --reporter-option output="$QAAGENT_REPORT_DIR/mocha.json"';
const NODE_REPORT =
  '--test --test-reporter=spec --test-reporter-destination=stdout --test-reporter=junit --test-reporter-destination="$QAAGENT_REPORT_DIR/node-test.xml"';

const LAYOUTS: readonly (readonly [
  what: string,
  files: Readonly<Record<string, string>>,
  suites: readonly string[],
])[] = [
  ['pytest without a path', { 'tests/unit/test_a.py': '', 'tests/integration/test_b.py': '' }, ['unit in .: pytest']],
  ['pytest in the folder of its configuration', { 'svc/pytest.ini': '', 'svc/test_a.py': '' }, ['unit in svc: pytest']],
  [
    'packages with a configuration each, and tests beside them',
    {
      'services/a/pyproject.toml': PYTEST_SECTION,
      'services/a/tests/test_a.py': '',
      'services/b/setup.cfg': '[tool:pytest]\n',
      'services/b/tests/test_a.py': '',
      'tools/test_c.py': '',
    },
    [
      'unit in .: pytest  --ignore=services/a --ignore=services/b',
      'a in services/a: pytest',
      'b in services/b: pytest',
    ],
  ],
  [
    'two Python packages without a configuration of pytest',
    { 'a/pyproject.toml': '[project]\n', 'a/tests/test_x.py': '', 'b/setup.py': '', 'b/tests/test_x.py': '' },
    ['a in a: pytest', 'b in b: pytest'],
  ],
  [
    'a workspace of packages, whose top is no package',
    { 'pyproject.toml': '[tool.uv.workspace]\nmembers = ["a"]\n', 'a/pyproject.toml': '', 'a/tests/test_x.py': '' },
    ['unit in a: pytest'],
  ],
  [
    'a configuration of tools at the top of two packages',
    { 'pyproject.toml': '[tool.ruff]\n', 'a/setup.py': '', 'a/test_x.py': '', 'b/setup.py': '', 'b/test_x.py': '' },
    ['a in a: pytest', 'b in b: pytest'],
  ],
  [
    'features that pytest-bdd runs',
    {
      'features/pay.feature': '',
      'tests/shop.feature': '',
      'tests/test_pay.py': 'from pytest_bdd import scenarios\n',
    },
    ['unit in .: pytest'],
  ],
  [
    'features of Behave beside those of pytest-bdd',
    {
      'features/pay.feature': '',
      'features/steps/pay.py': 'from behave import given\n',
      'tests/shop.feature': '',
      'tests/test_pay.py': 'import pytest_bdd\n',
    },
    ['unit in .: pytest', 'behave in .: behave features'],
  ],
  [
    'unittest with names that pytest does not take for tests',
    { 'tests.py': '#!/usr/bin/env python\nimport unittest\n', 'app/models.py': '' },
    ['unit in .: python -m qaagent_unittest'],
  ],
  [
    'the configuration at the top reaches the packages below',
    { 'pytest.ini': '[pytest]\n', 'a/pyproject.toml': PYTEST_SECTION, 'a/test_x.py': '' },
    ['unit in .: pytest'],
  ],
  [
    'a package that testpaths at the top leaves out',
    { 'pytest.ini': '[pytest]\ntestpaths = tests\n', 'tests/test_a.py': '', 'a/pytest.ini': '', 'a/test_x.py': '' },
    ['unit in .: pytest', 'a in a: pytest'],
  ],
  [
    'a package that --ignore at the top leaves out',
    {
      'pytest.ini': '[pytest]\naddopts = -q --ignore=a\nnorecursedirs = legacy\n',
      'test_a.py': '',
      'a/pytest.ini': '',
      'a/test_x.py': '',
      'svc/legacy/setup.cfg': '[tool:pytest]\n',
      'svc/legacy/test_y.py': '',
    },
    ['unit in .: pytest', 'a in a: pytest', 'legacy in svc/legacy: pytest'],
  ],
  [
    'packages that patterns of testpaths at the top reach, and one that they do not',
    {
      'pyproject.toml': `${PYTEST_SECTION}testpaths = ["src/*/tests"]\n`,
      'src/a/tests/pytest.ini': '',
      'src/a/tests/test_x.py': '',
      'tools/pytest.ini': '',
      'tools/test_y.py': '',
    },
    ['unit in .: pytest', 'tools in tools: pytest'],
  ],
  [
    'a package whose configuration says how its test files are called',
    { 'a/pytest.ini': '[pytest]\npython_files = check_*.py\n', 'a/check_x.py': '', 'test_b.py': '' },
    ['unit in .: pytest  --ignore=a', 'a in a: pytest'],
  ],
  ['Behave', { 'features/a.feature': '', 'features/steps/s.py': '' }, ['behave in .: behave features']],
  [
    'Behave below another folder',
    { 'tests/bdd/a.feature': '', 'tests/bdd/steps/s.py': '' },
    ['behave in tests: behave bdd'],
  ],
  [
    'Playwright beside vitest',
    { 'playwright.config.ts': '', 'vitest.config.ts': '', 'unit/a.test.ts': VITEST, 'package.json': '{}' },
    ['e2e in .: playwright', `vitest in .: npx vitest --run ${VITEST_REPORT}`],
  ],
  [
    'vitest in the configuration of vite, by the script',
    { 'vite.config.ts': 'export default { test: {} }', 'package.json': script('tsc && vitest run'), 'a.test.ts': '' },
    [`vitest in .: npm test -- ${VITEST_REPORT}`],
  ],
  [
    'a script in which the tool does not come last',
    { 'package.json': script('vitest && tsd'), 'pnpm-lock.yaml': '' },
    [`vitest in .: npx vitest --run ${VITEST_REPORT}`],
  ],
  [
    'pnpm starts the script',
    { 'package.json': script('NODE_ENV=test jest'), 'pnpm-lock.yaml': '' },
    [`jest in .: pnpm run test ${JEST_REPORT}`],
  ],
  ['jest in package.json', { 'package.json': '{"jest": {}}', 'a.test.js': '' }, [`jest in .: npx jest ${JEST_REPORT}`]],
  [
    'jest that is only installed',
    { 'package.json': '{"devDependencies": {"jest": "^30"}}', 'src/__tests__/a.js': '' },
    [`jest in .: npx jest ${JEST_REPORT}`],
  ],
  [
    'packages of a monorepo',
    {
      'package.json': '{"workspaces": ["packages/*"], "devDependencies": {"vitest": "^3"}}',
      'packages/a/vitest.config.ts': '',
      'packages/a/a.test.ts': VITEST,
      'packages/b/package.json': script('mocha'),
    },
    [
      `a in packages/a: npx vitest --run ${VITEST_REPORT}`,
      'b in packages/b: npm test -- --reporter json --reporter-option output="$QAAGENT_REPORT_DIR/mocha.json"',
    ],
  ],
  [
    "Node's own runner, options before the files of the script",
    { 'package.json': script('node --import tsx --test test/*.ts') },
    [`node-test in .: node --import tsx ${NODE_REPORT} test/*.ts`],
  ],
  [
    "Node's own runner, without a script",
    { 'package.json': '{}', 'a.test.js': "require('node:test')" },
    [`node-test in .: node ${NODE_REPORT}`],
  ],
  [
    'what a script builds before its tests, and its variables',
    {
      'package.json': JSON.stringify({
        scripts: { pretest: 'node gen.js', test: 'npm run lint && tsc -p . && NODE_ENV=test node --test dist' },
      }),
    },
    [`node-test in .: npm run pretest && npx tsc -p . && NODE_ENV=test node ${NODE_REPORT} dist`],
  ],
  [
    'a tool that another starts',
    { 'package.json': script('tsx --test'), 'src/a.test.ts': "import test from 'node:test';\n" },
    [`node-test in .: npx tsx ${NODE_REPORT}`],
  ],
  [
    'bun and tap',
    {
      'a/package.json': script('bun test'),
      'b/package.json': script('tap'),
      'c/a.test.ts': "from 'bun:test'",
      'c/package.json': '{}',
    },
    [
      'a in a: npm test -- --reporter=junit --reporter-outfile="$QAAGENT_REPORT_DIR/bun.xml"',
      'c in c: bun test --reporter=junit --reporter-outfile="$QAAGENT_REPORT_DIR/bun.xml"',
      'b in b: npm test -- --output-file="$QAAGENT_REPORT_DIR/tap.tap"',
    ],
  ],
  [
    'scripts for parts of the tests without a script for all of them',
    {
      'package.json': JSON.stringify({
        scripts: {
          'test:unit': 'mocha unit',
          'test:unit:watch': 'mocha unit --watch',
          'test:e2e': 'mocha e2e --timeout 9000',
          'test:cov': 'nyc mocha',
        },
      }),
    },
    [`unit in .: npm run test:unit -- ${MOCHA_REPORT}`, `e2e in .: npm run test:e2e -- ${MOCHA_REPORT}`],
  ],
  [
    'a script that starts other scripts, by name and by pattern',
    {
      'package.json': JSON.stringify({
        scripts: {
          test: 'yarn lint && yarn test:unit && run-s test:a:*',
          lint: 'eslint .',
          'test:unit': 'vitest',
          'test:a:api': 'TZ=UTC vitest run --config vitest.api.ts && echo done',
          'test:a:e2e': 'playwright test',
        },
      }),
      'playwright.config.ts': '',
    },
    [
      'e2e in .: playwright',
      `unit in .: npm run test:unit -- --run ${VITEST_REPORT}`,
      `a-api in .: TZ=UTC npx vitest run --config vitest.api.ts ${VITEST_REPORT}`,
    ],
  ],
  [
    'a configuration at the top whose script starts the packages one by one',
    {
      'package.json': script('turbo run test'),
      'vitest.config.ts': '',
      'packages/a/package.json': script('vitest run'),
      'packages/b/vitest.config.ts': '',
      'packages/b/package.json': script('vitest run'),
    },
    [`a in packages/a: npm test -- ${VITEST_REPORT}`, `b in packages/b: npm test -- ${VITEST_REPORT}`],
  ],
  [
    'mocha at the top, which does not enter the packages below',
    {
      'package.json': script('mocha'),
      'test/a.js': '',
      'packages/a/package.json': script('mocha --exit'),
      'packages/a/test/a.js': '',
    },
    [`mocha in .: npm test -- ${MOCHA_REPORT}`, `a in packages/a: npm test -- ${MOCHA_REPORT}`],
  ],
  [
    'mocha at the top, which is told to enter the packages below',
    { 'package.json': script("mocha 'packages/*/test/*.js'"), 'packages/a/package.json': script('mocha') },
    [`mocha in .: npm test -- ${MOCHA_REPORT}`],
  ],
  [
    'an operator in quotes',
    { 'package.json': script('jest --testPathPatterns "(a|b)" 2>&1') },
    [`jest in .: npm test -- ${JEST_REPORT}`],
  ],
  ['ava', { 'package.json': script('xo && ava') }, ['ava in .: npx ava --tap | tee "$QAAGENT_REPORT_DIR/ava.tap"']],
  ['Django', { 'web/manage.py': '', 'web/polls/tests.py': '', 'web/shop/test_cart.py': '' }, [`web in web: ${DJANGO}`]],
  [
    'Django in the environment of uv, and tests that only pytest runs',
    { 'manage.py': '', 'uv.lock': '', 'polls/tests.py': '', 'tests/test_a.py': 'def test_a(): pass\n' },
    ['unit in .: pytest', `django in .: uv run ${DJANGO}`],
  ],
  [
    'Django with a configuration of pytest',
    { 'manage.py': '', 'pytest.ini': '[pytest]\npython_files = tests.py\n', 'polls/tests.py': '' },
    ['unit in .: pytest'],
  ],
  [
    'Go modules in folders',
    { 'a/go.mod': '', 'a/x/x_test.go': '', 'b/go.mod': '', 'b/b_test.go': '', 'c/go.mod': '' },
    [`a in a: ${GO}`, `b in b: ${GO}`],
  ],
  [
    'the wrapper of Maven',
    { 'pom.xml': '', mvnw: '', 'core/pom.xml': '' },
    ['maven in .: ./mvnw -B --fail-at-end test'],
  ],
  ['the wrapper of Gradle', { 'build.gradle.kts': '', gradlew: '' }, ['gradle in .: ./gradlew test --continue']],
  [
    'every ecosystem that is there',
    { 'tests/test_a.py': '', 'go.mod': '', 'a_test.go': '', 'phpunit.xml.dist': '', 'composer.json': '{}' },
    [
      'unit in .: pytest',
      `go in .: ${GO}`,
      'phpunit in .: vendor/bin/phpunit --log-junit "$QAAGENT_REPORT_DIR/phpunit.xml"',
    ],
  ],
  [
    'Deno, with its task where it has one',
    {
      'a/deno.json': '{"tasks": {"test": "deno test -A"}}',
      'a/main_test.ts': '',
      'b/deno.jsonc': '{}',
      'b/x.test.ts': '',
      'c/deno.json': '{}',
    },
    [
      'a in a: deno task test --junit-path="$QAAGENT_REPORT_DIR/deno.xml"',
      'b in b: deno test --junit-path="$QAAGENT_REPORT_DIR/deno.xml"',
    ],
  ],
  [
    'PHPUnit that Composer does not install',
    { 'phpunit.xml': '', 'tests/ATest.php': '' },
    ['phpunit in .: phpunit --log-junit "$QAAGENT_REPORT_DIR/phpunit.xml"'],
  ],
  [
    'what is installed or built is not the project',
    { '.venv/lib/site-packages/x/test_a.py': '', 'node_modules/a/package.json': script('jest'), 'build/test_a.py': '' },
    [],
  ],
];

describe('detection', () => {
  test.each(LAYOUTS)('%s', async (_, files, suites) => {
    const found = await detect(files);
    expect(found.suites).toEqual(suites);
    expect(found.leftOut).toEqual([]);
  });

  test('test files that no suite covers are named with the reason', async () => {
    const { suites, leftOut } = await detect({
      'playwright.config.ts': '',
      'e2e/a.spec.ts': "import { test } from '@playwright/test';\n",
      'src/a.test.ts': VITEST,
      'svc/b_test.go': '',
      'acceptance/a.feature': '',
      'acceptance/steps.ts': '',
    });
    expect(suites).toEqual(['e2e in .: playwright']);
    expect(leftOut.map(({ path }) => path).toSorted()).toEqual([
      'acceptance/a.feature',
      'src/a.test.ts',
      'svc/b_test.go',
    ]);
  });

  const UNREAD: readonly (readonly [files: Readonly<Record<string, string>>, path: string, example: RegExp])[] = [
    [{ 'package.json': script('uvu tests') }, 'package.json: scripts.test', /npm test/],
    [{ 'a/package.json': script('jasmine') }, 'a/package.json: scripts.test', /npx jasmine/],
    [{ 'package.json': script('karma start') }, 'package.json: scripts.test', /karma start --single-run/],
    [{ 'package.json': script('cypress run') }, 'package.json: scripts.test', /cypress run --reporter junit/],
    [{ 'package.json': '{}', 'cypress.config.ts': '' }, 'cypress.config.ts', /cypress run --reporter junit/],
  ];
  test.each(UNREAD)('%j: what cannot be read is named, with the suite to write', async (files, path, example) => {
    const { suites, leftOut } = await detect(files);
    expect(suites).toEqual([]);
    expect(leftOut).toEqual([{ path, reason: expect.any(String), example: expect.stringMatching(example) }]);
  });

  test('a package.json that cannot be read is named', async () => {
    const { leftOut } = await detect({ 'package.json': '{"scripts": {"test": "jest",}}' });
    expect(leftOut).toEqual([{ path: 'package.json', reason: 'it is not valid JSON: correct it' }]);
  });

  test('a script that only starts other scripts or packages is not named', async () => {
    const { leftOut } = await detect({ 'b/package.json': script('turbo run test') });
    expect(leftOut).toEqual([]);
  });

  test.each([
    ['tests/fixtures/app', { 'tests/fixtures/app/package.json': script('jest'), 'tests/fixtures/app/a.test.js': '' }],
    ['examples/web', { 'examples/web/vitest.config.ts': '', 'examples/web/a.test.ts': VITEST }],
    ['testdata/mod', { 'testdata/mod/go.mod': '', 'testdata/mod/a_test.go': '' }],
    ['third_party/lib', { 'third_party/lib/Cargo.toml': '', 'third_party/lib/tests/a.rs': '' }],
    [
      'sub',
      { '.gitmodules': '[submodule "s"]\n\tpath = sub\n', 'sub/package.json': script('jest'), 'sub/a.test.js': '' },
    ],
  ])('the project in %s is no suite, and is named', async (folder, files) => {
    const { suites, leftOut, aside } = await detect({ 'pytest.ini': '', 'tests/test_a.py': '', ...files });
    expect(suites).toEqual(['unit in .: pytest']);
    expect(leftOut).toEqual([]);
    expect(aside.map((one) => one.folder)).toEqual([folder]);
  });

  test('examples that the workspace names, or that are all there is, are suites', async () => {
    const web = { 'examples/web/package.json': script('mocha'), 'examples/web/test/a.js': '' };
    const named = await detect({ 'package.json': '{"workspaces": ["examples/*"]}', 'a.go': '', ...web });
    const alone = await detect(web);
    expect([named.suites.length, named.aside]).toEqual([1, []]);
    expect([alone.suites.length, alone.aside]).toEqual([1, []]);
  });

  test("files that pytest's own configuration leaves out are distinguished", async () => {
    const { leftOut, unconfigured } = await detect({
      'pyproject.toml': `${PYTEST_SECTION}testpaths = [\n  "tests",\n  "checks/",\n]\n`,
      'tests/test_a.py': '',
      'checks/test_b.py': '',
      'scratch/test_c.py': '',
    });
    expect(leftOut).toEqual([]);
    expect(unconfigured).toEqual(['scratch/test_c.py']);
  });

  test('`testpaths` may be one text, and features of pytest-bdd are in the suite of pytest', async () => {
    const { leftOut, unconfigured } = await detect({
      'pyproject.toml': `${PYTEST_SECTION}testpaths = "tests checks"\n`,
      'tests/shop.feature': '',
      'tests/conftest.py': 'from pytest_bdd import given\n',
      'checks/test_b.py': '',
      'scratch/test_c.py': '',
    });
    expect(leftOut).toEqual([]);
    expect(unconfigured).toEqual(['scratch/test_c.py']);
  });
});
