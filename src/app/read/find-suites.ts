import type { Problem } from '../../model/problem.js';
import type { Files } from '../../ports.js';
import { chooseApplication } from '../../settings/application.js';
import { detectSuites, type DetectedSuite } from '../../settings/detect/detect-suites.js';
import { proposeQuality } from '../../settings/detect/propose-quality.js';
import { settingsError } from '../../settings/schema/issues.js';
import type { InputValues } from '../../settings/schema/run.js';
import type { SettingsFile } from '../../settings/settings-file.js';

/** The suites of a repository that names none. */
export interface FoundSuites {
  readonly suites: readonly DetectedSuite[];
  /** Why something that is there was not proposed, a sentence each. */
  readonly leftOut: readonly string[];
  /** Tests that no suite covers, a sentence each. */
  readonly untested: readonly string[];
  /** Suites to write for them, where one is known. */
  readonly examples: readonly string[];
  /** Endings of the repository's files. */
  readonly endings: ReadonlySet<string>;
}

/** Finds the suites of a repository that names none, and beside them the quality suites that its files ask for. */
export async function findSuites(
  values: InputValues,
  file: SettingsFile,
  directory: string,
  files: Files,
): Promise<FoundSuites> {
  const found = await detectSuites(files, directory);
  const { baseUrl, application } = chooseApplication(file, { ...file.run, ...values });
  const openapi = values.openapi ?? file.run.openapi ?? file.openapi;
  const target = { baseUrl, startsApplication: application !== null, openapi };
  const names = found.suites.map(({ entry }) => entry.name);
  const quality = await proposeQuality(target, names, files, directory);
  return {
    suites: [...found.suites, ...quality.suites],
    leftOut: [
      ...quality.leftOut,
      ...unconfigured(found.unconfigured),
      ...found.aside.map(
        ({ folder, reason }) => `${folder}: ${reason}. Write a suite with \`working-directory: ${folder}\` to run it.`,
      ),
    ],
    untested: found.leftOut.map(({ path, reason }) => `${path}: ${reason}`),
    examples: found.leftOut.flatMap(({ example }) => example ?? []),
    endings: found.endings,
  };
}

function unconfigured(paths: readonly string[]): readonly string[] {
  const [first] = paths;
  if (first === undefined) return [];
  const more = paths.length === 1 ? '' : ` and ${paths.length - 1} more`;
  return [`${first}${more}: not collected by pytest, because \`testpaths\` excludes it.`];
}

/** A line to write, for the kinds of files that are there. */
const EXAMPLES: readonly (readonly [endings: readonly string[], example: string])[] = [
  [['.py'], 'unit: pytest tests'],
  [['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs'], 'unit: npx vitest run'],
  [['.go'], 'unit: go test ./...'],
  [['.java', '.kt'], 'unit: mvn -B test'],
  [
    ['.rb'],
    'unit: {runner: command, run: bundle exec rspec --format progress --format json --out report.json, report: report.json}',
  ],
  [['.php'], 'unit: vendor/bin/phpunit'],
  [['.cs', '.fs'], 'unit: dotnet test'],
  [['.rs', '.c', '.cc', '.cpp', '.sh'], 'unit: {runner: command, run: make test, report: "reports/*.xml"}'],
];

const LOOKED_FOR = [
  'pytest (test_*.py, *_test.py, its configuration)',
  'Behave (*.feature)',
  'Playwright, vitest, jest, mocha, ava, tap, bun, node:test (their configuration, package.json, or imports of test files)',
  'Deno (deno.json)',
  'Go (go.mod)',
  'Cargo (Cargo.toml)',
  'Maven (pom.xml)',
  'Gradle (build.gradle)',
  'RSpec (*_spec.rb)',
  'PHPUnit (phpunit.xml)',
  'bats (*.bats)',
  '.NET (*.csproj)',
  'CTest (CMakeLists.txt)',
].join(', ');

const MOST_NAMED = 5;

/** Says that there is no suite: where and what was looked for, what is there and not run, and what to write. */
export function noSuites(base: string, { endings, untested, examples }: FoundSuites): Problem {
  const usual = EXAMPLES.filter(([known]) => known.some((ending) => endings.has(ending))).map(([, example]) => example);
  const example = examples[0] ?? usual[0] ?? 'unit: pytest tests';
  const more = untested.length > MOST_NAMED ? ` and ${untested.length - MOST_NAMED} more` : '';
  const reason =
    untested.length === 0
      ? `Searched for: ${LOOKED_FOR}.`
      : `Test files without a suite: ${untested.slice(0, MOST_NAMED).join('; ')}${more}.`;
  const message = `no suite is defined, and no tests were found in ${base} or its subfolders. ${reason}`;
  return settingsError('suites', message, `Define \`suites\`, for example \`${example}\`.`);
}
