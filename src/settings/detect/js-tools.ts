/** A test runner of JavaScript, and how a package shows that it uses it. */
export interface JsTool {
  readonly name: string;
  /** Name of its configuration file. */
  readonly config: RegExp;
  /** Key of package.json that configures it. */
  readonly key?: string;
  /** A command line that starts it, after variables and launchers. */
  readonly command: RegExp;
  /** What a test file imports from it. */
  readonly imports: RegExp;
  /** Options that make it write a report. */
  readonly options: string;
  /** The program for `npx` when no script starts it. */
  readonly program: string;
  /** Added for a rerun; absent: the tool has no way to be given files beside those of its configuration. */
  readonly rerun?: string;
}

/** Every test runner of JavaScript that detection knows; the report of ava goes to the standard output. */
export const JS_TOOLS: readonly JsTool[] = [
  {
    name: 'vitest',
    config: /^vitest\.(config|workspace)\.[cm]?[jt]s(on)?$/,
    command: /^vitest(?![\w.:-])/,
    imports: /from ['"]vitest['"]|require\(['"]vitest['"]\)/,
    options: '--run --reporter=default --reporter=json --outputFile.json="$QAAGENT_REPORT_DIR/vitest.json"',
    program: 'vitest',
    rerun: '{files}',
  },
  {
    name: 'jest',
    config: /^jest\.config\.([cm]?[jt]s|json)$/,
    key: 'jest',
    command: /^(jest|react-scripts test|node .*\bjest(\.js)?)(?=\s|@|$)/,
    imports: /from ['"]@jest\/globals['"]|require\(['"]@jest\/globals['"]\)/,
    options: '--ci --json --testLocationInResults --outputFile="$QAAGENT_REPORT_DIR/jest.json"',
    program: 'jest',
    rerun: '--runTestsByPath {files}',
  },
  {
    name: 'mocha',
    config: /^\.mocharc\.([cm]?js|json|jsonc|ya?ml)$/,
    key: 'mocha',
    command: /^_?mocha(?![\w.:-])/,
    imports: /from ['"]mocha['"]|require\(['"]mocha['"]\)/,
    options: '--reporter json --reporter-option output="$QAAGENT_REPORT_DIR/mocha.json"',
    program: 'mocha',
    // Its configuration names the files; others come on top of them.
    rerun: '--grep {names_regex}',
  },
  {
    name: 'ava',
    config: /^ava\.config\.[cm]?js$/,
    key: 'ava',
    command: /^ava(?![\w.:-])/,
    imports: /from ['"]ava['"]|require\(['"]ava['"]\)/,
    options: '--tap',
    program: 'ava',
    rerun: '{files}',
  },
  {
    name: 'node-test',
    config: /(?!)/,
    command: /^(?:node|tsx)\b.*\s--test(?=\s|$)/,
    imports: /from ['"]node:test['"]|require\(['"]node:test['"]\)/,
    options:
      '--test --test-reporter=spec --test-reporter-destination=stdout --test-reporter=junit --test-reporter-destination="$QAAGENT_REPORT_DIR/node-test.xml"',
    program: 'node',
    // Its report names no files before Node 24.
    rerun: '--test-name-pattern={names_regex} {files}',
  },
];

/** Playwright has a runner of its own. */
const PLAYWRIGHT_IMPORTS = /from ['"]@playwright\/(experimental-ct-\w+|test)['"]|require\(['"]@playwright\/test['"]\)/;

/** Where a test file lies or how it is called, for any of these tools. */
export const isJsTest = (path: string): boolean =>
  /\.(test|spec)\.[cm]?[jt]sx?$/.test(path) || /(^|\/)__tests__\/.*\.[cm]?[jt]sx?$/.test(path);

/** Which tool a test file is written for, by what it imports; null: any that has its functions as globals. */
export function toolOfTest(text: string): string | null {
  if (PLAYWRIGHT_IMPORTS.test(text)) return 'playwright';
  return JS_TOOLS.find(({ imports }) => imports.test(text))?.name ?? null;
}
