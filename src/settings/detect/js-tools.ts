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
  /** The line that starts it when no script does. */
  readonly line: string;
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
    line: 'npx vitest',
    rerun: '{files}',
  },
  {
    name: 'jest',
    config: /^jest\.config\.([cm]?[jt]s|json)$/,
    key: 'jest',
    command:
      /^(jest|(react-scripts|craco|react-app-rewired) test|vue-cli-service test:unit|node .*\bjest(\.js)?)(?=\s|@|$)/,
    imports: /from ['"]@jest\/globals['"]|require\(['"]@jest\/globals['"]\)/,
    options: '--ci --json --testLocationInResults --outputFile="$QAAGENT_REPORT_DIR/jest.json"',
    line: 'npx jest',
    rerun: '--runTestsByPath {files}',
  },
  {
    name: 'mocha',
    config: /^\.mocharc\.([cm]?js|json|jsonc|ya?ml)$/,
    key: 'mocha',
    command: /^(_|ts-)?mocha(?![\w.:-])/,
    imports: /from ['"]mocha['"]|require\(['"]mocha['"]\)/,
    options: '--reporter json --reporter-option output="$QAAGENT_REPORT_DIR/mocha.json"',
    line: 'npx mocha',
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
    line: 'npx ava',
    rerun: '{files}',
  },
  {
    name: 'node-test',
    config: /(?!)/,
    command: /^(?:node|tsx)\b.*\s--test(?=\s|$)/,
    imports: /from ['"]node:test['"]|require\(['"]node:test['"]\)/,
    options:
      '--test --test-reporter=spec --test-reporter-destination=stdout --test-reporter=junit --test-reporter-destination="$QAAGENT_REPORT_DIR/node-test.xml"',
    line: 'node --test',
    // Its report names no files before Node 24.
    rerun: '--test-name-pattern={names_regex} {files}',
  },
  {
    name: 'bun',
    config: /(?!)/,
    command: /^bun test(?=\s|$)/,
    imports: /from ['"]bun:test['"]|require\(['"]bun:test['"]\)/,
    options: '--reporter=junit --reporter-outfile="$QAAGENT_REPORT_DIR/bun.xml"',
    line: 'bun test',
    rerun: '{files}',
  },
  {
    name: 'tap',
    config: /^\.taprc$/,
    key: 'tap',
    command: /^tap(?: run)?(?=\s|$)/,
    imports: /from ['"]tap['"]|require\(['"]tap['"]\)/,
    options: '--output-file="$QAAGENT_REPORT_DIR/tap.tap"',
    line: 'npx tap',
    rerun: '{files}',
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

/** Programs that are no package of the project: of the system, of Node, package managers. */
const OF_SYSTEM =
  /^(?:node|bun|deno|npm|npx|pnpm|yarn|cd|rm|cp|mv|mkdir|echo|export|set|test|true|sh|bash|make|git|docker|python\d?|sleep|\.{0,2}\/|\$|\()/;

/** A command line that starts a tool, by way of npx where the tool is a package of the project. */
export const withLauncher = (command: string): string => (OF_SYSTEM.test(command) ? command : `npx ${command}`);
