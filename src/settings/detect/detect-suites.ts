import { dirname, join } from 'node:path';
import type { Files } from '../../ports.js';
import { foldKeys } from '../schema/issues.js';
import { parseSuites, type SuiteEntry } from '../suites.js';

/** A suite that was found in the repository, and the file that gave it away. */
export interface DetectedSuite {
  readonly entry: SuiteEntry;
  readonly why: string;
}

const IGNORED = ['!**/node_modules/**', '!**/.venv/**', '!**/venv/**', '!**/site-packages/**', '!**/.git/**'];

interface Detector {
  readonly name: string;
  /** The first pattern that matches is the evidence. */
  readonly patterns: readonly string[];
  /** The suite in long form. */
  readonly suite: (evidence: string) => Readonly<Record<string, unknown>>;
}

const FIRST: readonly Detector[] = [
  {
    name: 'unit',
    patterns: ['tests/unit/**/test_*.py', 'tests/**/test_*.py', 'test/**/test_*.py', 'test_*.py', '**/*_test.py'],
    suite: (evidence) => {
      if (evidence.startsWith('tests/unit/')) return { runner: 'pytest', path: 'tests/unit' };
      return { runner: 'pytest', path: /^(tests?)\//.exec(evidence)?.[1] ?? '' };
    },
  },
  {
    name: 'behave',
    patterns: ['features/**/*.feature'],
    suite: () => ({ runner: 'behave', path: 'features' }),
  },
  {
    name: 'e2e',
    patterns: [
      'playwright.config.{ts,js,mjs,cjs,mts,cts}',
      '*/playwright.config.{ts,js,mjs,cjs}',
      '*/*/playwright.config.{ts,js,mjs,cjs}',
    ],
    suite: (evidence) => ({ runner: 'playwright', 'working-directory': dirname(evidence) }),
  },
];

/** Looked for only when none of the first three is there. Commands write into `$QAAGENT_REPORT_DIR`. */
const OTHERS: readonly Detector[] = [
  command(
    'vitest',
    ['vitest.config.{ts,js,mjs,mts}'],
    'npx vitest run --reporter=default --reporter=junit --outputFile.junit="$QAAGENT_REPORT_DIR/junit.xml"',
  ),
  command(
    'jest',
    ['jest.config.{js,ts,mjs,cjs,json}'],
    'JEST_JUNIT_OUTPUT_DIR="$QAAGENT_REPORT_DIR" JEST_JUNIT_ADD_FILE_ATTRIBUTE=true JEST_JUNIT_REPORT_TEST_SUITE_ERRORS=true npx jest --ci --reporters=default --reporters=jest-junit',
  ),
  command('go', ['go.mod'], 'go test -json ./... > "$QAAGENT_REPORT_DIR/go-test.json"'),
  command('cargo', ['Cargo.toml'], 'cargo test --no-fail-fast'),
  command('maven', ['pom.xml'], 'mvn -B --fail-at-end test', ['**/target/surefire-reports/TEST-*.xml']),
  command('gradle', ['build.gradle', 'build.gradle.kts'], './gradlew test --continue', [
    '**/build/test-results/**/TEST-*.xml',
  ]),
];

function command(name: string, patterns: readonly string[], run: string, report: readonly string[] = []): Detector {
  return { name, patterns, suite: () => ({ runner: 'command', run, report }) };
}

/** Finds the suites of a repository that has no settings: pytest, Behave, Playwright, else a known test command. */
export async function detectSuites(files: Files, directory: string): Promise<readonly DetectedSuite[]> {
  const found = await detectAll(FIRST, files, directory);
  return found.length > 0 ? found : detectAll(OTHERS, files, directory);
}

async function detectAll(
  detectors: readonly Detector[],
  files: Files,
  directory: string,
): Promise<readonly DetectedSuite[]> {
  const found: DetectedSuite[] = [];
  for (const detector of detectors) {
    const evidence = await firstMatch(detector.patterns, files, directory);
    if (evidence === null) continue;
    const { suites } = parseSuites({ [detector.name]: foldKeys(detector.suite(evidence)) }, detector.name);
    found.push(...suites.map((entry) => ({ entry, why: evidence })));
  }
  return found;
}

/** The first file that one of the patterns finds, relative to `directory`, outside of installed packages; else null. */
export async function firstMatch(patterns: readonly string[], files: Files, directory: string): Promise<string | null> {
  for (const pattern of patterns) {
    const [match] = await files.glob([pattern, ...IGNORED], directory);
    if (match !== undefined) return match.slice(join(directory, '/').length).replaceAll('\\', '/');
  }
  return null;
}
