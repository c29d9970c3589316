import { parseArgsStringToArgv } from 'string-argv';
import { DJANGO_OPTIONS, UNITTEST } from './detect/python.js';
import { JS_TOOLS, type JsTool } from './detect/js-tools.js';

/** A suite in long form, keys as they are written. */
export type LongForm = Record<string, unknown>;

/** Counts are bounded, so that no line of a settings file costs more than it is long. */
const PYTHON =
  /^(?<launcher>(?:uv|poetry|pipenv|pdm|hatch|rye|pixi) run(?: {1,9}--?[^\s-]\S{0,200}){0,20} {1,9})?(?<interpreter>(?:\S{0,300}[\\/])?(?:python|pypy|py)[\d.]{0,9}(?: {1,9}-\d\S{0,9})?(?= {1,9}-m )|coverage run(?= {1,9}-m ))?(?: {1,9}-m {1,9})?(?<folder>\S{0,300}[\\/])?(?<tool>pytest|py\.test|behave)(?= |$)(?<rest>.*)$/;
const NODE_LAUNCHER =
  /^(?:npx(?: {1,9}(?:--no-install|--yes|-y|--no)){0,9}|pnpm(?: {1,9}(?:exec|dlx))?|yarn(?: {1,9}(?:run|exec|dlx))?|bunx) {1,9}/;

/** Lines that other tools start with, and how each makes a report; in the order of asking. */
const COMMANDS: readonly (readonly [line: RegExp, suite: (line: string) => LongForm])[] = [
  [
    /^go test\b/,
    (line) => {
      const events = line.includes(' -json') ? line : line.replace(/^go test/, 'go test -json');
      const run = `${events} > "$QAAGENT_REPORT_DIR/go-test.json"`;
      // A selection of its own would be lost.
      return / -run\b/.test(line) ? { run } : { run, rerun: run.replace(/^go test/, 'go test -run {names_regex}') };
    },
  ],
  [/^(\.\/mvnw|mvn)\b/, (run) => ({ run, report: ['**/target/surefire-reports/TEST-*.xml'] })],
  [/^(\.\/gradlew|gradle)\b/, (run) => ({ run, report: ['**/build/test-results/**/TEST-*.xml'] })],
  [
    /^(vendor\/bin\/)?phpunit\b/,
    (line) => {
      const run = `${line} --log-junit "$QAAGENT_REPORT_DIR/phpunit.xml"`;
      return / --filter\b/.test(line) ? { run } : { run, rerun: `${run} --filter {names_regex}` };
    },
  ],
  [
    /^(?:(?:uv|poetry|pipenv|pdm|hatch|rye|pixi) run +)?\S*python[\d.]* +\S*manage\.py +test(?= |$)/,
    (line) => {
      const run = line.includes('--testrunner') ? line : line.replace(/ test(?= |$)/, ` test ${DJANGO_OPTIONS}`);
      return namesTests(line) || run === line ? { run } : { run, rerun: `${run} {ids}` };
    },
  ],
  [
    /^(?:(?:uv|poetry|pipenv|pdm|hatch|rye|pixi) run +)?(?:\S*python[\d.]*|coverage run) +-m +unittest(?= |$)/,
    (line) => {
      const run = line.replace(/ unittest(?= |$)/, ` ${UNITTEST}`);
      const [start = ''] = run.split(` ${UNITTEST}`, 1);
      return { run, rerun: `${start} ${UNITTEST} {ids}` };
    },
  ],
  [/^dotnet test\b/, (line) => ({ run: `${line} --logger trx --results-directory "$QAAGENT_REPORT_DIR"` })],
  [/^(npm|pnpm|yarn|bun)( +run)? +\S+/, (run) => ({ run })],
  [/^(tox|nox|make|just|task|invoke|bash|sh|\.\/\S+)(?= |$)/, (run) => ({ run })],
  // A script of the project, whatever it starts; and Python itself.
  [/^(?:(?:uv|poetry|pipenv|pdm|hatch|rye|pixi|poe) (?:run +)?|uvx +|python[\d.]* +)\S/, (run) => ({ run })],
];

/** True when `manage.py test` is given tests; a word behind an option is its value. */
function namesTests(line: string): boolean {
  const words = line.slice(line.indexOf(' test') + ' test'.length).split(/\s+/);
  return words.some((word, at) => /^[A-Za-z_]/.test(word) && words[at - 1]?.startsWith('-') !== true);
}

/**
 * A line as a mapping, or null when its first word starts nothing that is known. `runner path args` means that runner;
 * a command line means itself: `uv run pytest tests`, `python -m pytest`, `npx playwright test`, `jest src`, `npm test`.
 */
export function expandShorthand(line: string, isRunner: (word: string) => boolean): LongForm | null {
  const trimmed = line.trim();
  const runner = trimmed.split(/\s/, 1)[0] ?? '';
  const rest = trimmed.slice(runner.length).trim();
  if (runner === 'command') return { runner, run: rest };
  if (runner === 'junit') return { runner, report: rest.split(/\s+/) };
  if (runner === 'playwright') return withPath(runner, rest.replace(/^test(?= |$)/, ''));
  if (isRunner(runner)) return withPath(runner, rest);
  return pythonLine(trimmed) ?? nodeLine(trimmed) ?? commandLine(trimmed);
}

function withPath(runner: string, rest: string): LongForm {
  const [path, ...args] = parseArgsStringToArgv(rest);
  if (path === undefined) return { runner };
  return path.startsWith('-') ? { runner, args: [path, ...args] } : { runner, path, args };
}

function pythonLine(line: string): LongForm | null {
  const groups = PYTHON.exec(line)?.groups;
  if (groups === undefined) return null;
  const { launcher = '', interpreter = '', folder, tool = '', rest = '' } = groups;
  // A tool named by its path runs with the interpreter beside it.
  const beside = folder === undefined ? '' : `${folder}python`;
  const python = [launcher.trim(), interpreter === '' ? beside : interpreter].filter((part) => part !== '').join(' ');
  return { ...withPath(tool === 'behave' ? 'behave' : 'pytest', rest.trim()), ...(python === '' ? {} : { python }) };
}

function nodeLine(line: string): LongForm | null {
  const bare = line.replace(NODE_LAUNCHER, '');
  const test = /^playwright +test(?= |$)/.exec(bare);
  if (test !== null) return withPath('playwright', bare.slice(test[0].length).trim());
  const tool = JS_TOOLS.find(({ command }) => command.test(bare));
  if (tool === undefined) return null;
  const run = bare === line && tool.name !== 'node-test' ? `npx ${line}` : line;
  return { runner: 'command', ...lineWithReport(tool, run) };
}

/**
 * A line that starts a tool of JavaScript, with the options that make a report, and the same for a rerun. `script` is
 * what the line starts in the end, when it is a script of package.json.
 */
export function lineWithReport(
  tool: JsTool,
  line: string,
  script = line,
): { readonly run: string; readonly rerun?: string } {
  // Options of Node's own runner stand before its files.
  const isNode = tool.name === 'node-test';
  // vitest refuses an option that is there twice.
  const options = /\s(run|--run)(?=\s|$)/.test(script) ? tool.options.replace(/^--run /, '') : tool.options;
  const run = isNode ? line.replace(/--test(?=\s|$)/, options) : `${line} ${options}`;
  const after = tool.name === 'ava' ? ' | tee "$QAAGENT_REPORT_DIR/ava.tap"' : '';
  const namesFiles = isNode && !run.endsWith(options);
  if (tool.rerun === undefined || namesFiles) return { run: run + after };
  return { run: run + after, rerun: `${run} ${tool.rerun}${after}` };
}

function commandLine(line: string): LongForm | null {
  const known = COMMANDS.find(([pattern]) => pattern.test(line));
  return known === undefined ? null : { runner: 'command', ...known[1](line) };
}
