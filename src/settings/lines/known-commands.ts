import { DJANGO_OPTIONS, UNITTEST } from '../detect/python.js';
import { namedReport } from './named-report.js';

/** The shell line of a suite, with its reports and how it reruns. */
export interface LineOfTool {
  readonly run: string;
  readonly rerun?: string;
  readonly report?: readonly (string | { readonly path: string; readonly optional: boolean })[];
}

const CARGO_JSON = '-Z unstable-options --format json > "$QAAGENT_REPORT_DIR/cargo-test.json"';
const RSPEC = '--format progress --format json --out "$QAAGENT_REPORT_DIR/rspec.json"';
const BATS = '--report-formatter junit --output "$QAAGENT_REPORT_DIR"';
const SUREFIRE = ['**/target/surefire-reports/TEST-*.xml'];
const FAILSAFE = [...SUREFIRE, { path: '**/target/failsafe-reports/TEST-*.xml', optional: true }];

/** Lines that test tools start with, and how each makes a report; in the order of asking. */
const TOOLS: readonly (readonly [line: RegExp, suite: (line: string) => LineOfTool])[] = [
  [/^go test\b/, goTest],
  [/^(?:gotestsum|go run gotest\.tools\/gotestsum\S*)(?= |$)/, (line) => ({ run: inserted(line, GOTESTSUM) })],
  [/^cargo(?: \+\S+)? test(?= |$)/, cargoTest],
  [/^(?:\.\/|\.\\)?(?:mvnw?|mvnd)(?:\.cmd)?(?= |$)/, (run) => ({ run, report: isVerify(run) ? FAILSAFE : SUREFIRE })],
  [/^(?:\.\/|\.\\)?gradlew?(?:\.bat)?(?= |$)/, (run) => ({ run, report: ['**/build/test-results/**/TEST-*.xml'] })],
  [
    /^(?:php )?(?:\.\/)?(?:vendor\/bin\/|bin\/)?(?:phpunit|pest|simple-phpunit)(?= |$)/,
    (line) => {
      const run = `${line} --log-junit "$QAAGENT_REPORT_DIR/phpunit.xml"`;
      return / --filter\b/.test(line) || /pest/.test(line) ? { run } : { run, rerun: `${run} --filter {names_regex}` };
    },
  ],
  [/^php artisan test(?= |$)/, (line) => ({ run: `${line} --log-junit "$QAAGENT_REPORT_DIR/phpunit.xml"` })],
  [
    /^(?:bundle exec )?(?:bin\/|\.\/bin\/)?rspec(?= |$)/,
    (line) => ({
      run: `${line} ${RSPEC}`,
      ...(/ [^\s-]/.test(afterTool(line, 'rspec')) ? {} : { rerun: `${line} ${RSPEC} {files}` }),
    }),
  ],
  [
    /^(?:\.\/)?ctest(?= |$)/,
    (line) => {
      const run = `${line} --output-junit "$QAAGENT_REPORT_DIR/ctest.xml"`;
      return / -R\b/.test(line) ? { run } : { run, rerun: `${run} -R {names_regex}` };
    },
  ],
  [/^(?:npx )?bats(?= |$)/, (line) => ({ run: line.replace(/bats(?= |$)/, `bats ${BATS}`) })],
  [/^deno test(?= |$)/, (line) => ({ run: inserted(line, '--junit-path="$QAAGENT_REPORT_DIR/deno.xml"') })],
  [
    /^(?:(?:uv|poetry|pipenv|pdm|hatch|rye|pixi) run +)?(?:\S*python[\d.]* +(?:-\S+ +){0,9})?\S*manage\.py +test(?= |$)/,
    manageTest,
  ],
  [
    /^(?:(?:uv|poetry|pipenv|pdm|hatch|rye|pixi) run +)?(?:\S*python[\d.]*|coverage run) +-m +unittest(?= |$)/,
    (line) => {
      const run = line.replace(/ unittest(?= |$)/, ` ${UNITTEST}`);
      const [start = ''] = run.split(` ${UNITTEST}`, 1);
      return { run, rerun: `${start} ${UNITTEST} {ids}` };
    },
  ],
  [
    /^dotnet test\b/,
    (run) => ({
      run: run.includes('--results-directory') ? run : `${run} --logger trx --results-directory "$QAAGENT_REPORT_DIR"`,
    }),
  ],
];

const GOTESTSUM = '--junitfile "$QAAGENT_REPORT_DIR/gotestsum.xml"';

const isVerify = (line: string): boolean => / (?:verify|install|integration-test|deploy)(?= |$)/.test(line);

const afterTool = (line: string, tool: string): string => line.slice(line.indexOf(tool) + tool.length);

/** Options directly behind the command, before what it is given. */
function inserted(line: string, options: string): string {
  return line.replace(/^(?:gotestsum|go run \S+|deno test)(?= |$)/, (command) => `${command} ${options}`);
}

function goTest(line: string): LineOfTool {
  const events = line.includes(' -json') ? line : line.replace(/^go test/, 'go test -json');
  const run = `${events} > "$QAAGENT_REPORT_DIR/go-test.json"`;
  // A selection of its own would be lost.
  return / -run\b/.test(line) ? { run } : { run, rerun: run.replace(/^go test/, 'go test -run {names_regex}') };
}

/** Stable Rust prints the results of its tests as data only when it may use what is unstable. */
function cargoTest(line: string): LineOfTool {
  const [own = '', ...rest] = line.split(' -- ');
  const passed = rest
    .join(' -- ')
    .replace(/(?:^| )--(?:nocapture|show-output)(?= |$)/g, '')
    .trim();
  const run = `RUSTC_BOOTSTRAP=1 ${own}${own.includes('--no-fail-fast') ? '' : ' --no-fail-fast'} --`;
  const all = `${run} ${passed === '' ? '' : `${passed} `}${CARGO_JSON}`;
  return passed === '' ? { run: all, rerun: `${run} --exact {ids} ${CARGO_JSON}` } : { run: all };
}

function manageTest(line: string): LineOfTool {
  const run = line.includes('--testrunner') ? line : line.replace(/ test(?= |$)/, ` test ${DJANGO_OPTIONS}`);
  return namesTests(line) || run === line ? { run } : { run, rerun: `${run} {ids}` };
}

/** True when `manage.py test` is given tests; a word behind an option is its value. */
function namesTests(line: string): boolean {
  const words = line.slice(line.indexOf(' test') + ' test'.length).split(/\s+/);
  return words.some((word, at) => /^[A-Za-z_]/.test(word) && words[at - 1]?.startsWith('-') !== true);
}

/** The line of a test tool, behind variables and wrappers, with what makes it write a report; null for any other. */
export function toolLine(before: string, line: string): LineOfTool | null {
  const known = TOOLS.find(([pattern]) => pattern.test(line));
  if (known === undefined) return null;
  const named = namedReport(line);
  const { run, rerun, report }: LineOfTool = named ?? known[1](line);
  const placed = (text: string): string => (before === '' ? text : `${before} ${text}`);
  return {
    run: placed(run),
    ...(rerun === undefined ? {} : { rerun: placed(rerun) }),
    ...(report === undefined ? {} : { report }),
  };
}

/** Programs that run what a project configured for them, and tools that need a word of the user to write a report. */
const PROGRAMS = new Set(
  [
    'bash sh zsh dash ksh cmd pwsh powershell env sudo cd export set time timeout nice xvfb-run exec',
    'make gmake ninja cmake meson bazel bazelisk buck2 pants earthly just task mage rake invoke inv doit',
    'docker docker-compose podman nerdctl kubectl vagrant ssh act devcontainer nix nix-shell guix',
    'python python3 py pypy pypy3 uv uvx poetry pipenv pdm hatch rye pixi conda mamba micromamba poe tox nox pipx coverage',
    'node npx npm pnpm yarn bun bunx deno turbo nx lerna rush moon wireit ng react-scripts craco vue-cli-service tsx ts-node',
    'tap tape jasmine karma cypress cucumber-js wtr web-test-runner testcafe nightwatch wdio lost-pixel newman k6 robot',
    'go cargo rustc php composer artisan codecept behat ruby bundle rails cucumber mix sbt lein clojure stack cabal',
    'swift xcodebuild flutter dart zig dotnet msbuild perl prove Rscript julia ant ctest busted luarocks',
  ].flatMap((names) => names.split(' ')),
);

/** True for a line that can only be a command: its program is known, or is named by its path. */
export function isCommand(words: readonly string[]): boolean {
  const program = words[0] ?? '';
  const name = program.replace(/^.*[\\/]/, '').replace(/\.(?:exe|bat|cmd|ps1)$/, '');
  const isInterpreter = /^(?:python|pypy)[\d.]*$/.test(name);
  return PROGRAMS.has(name) || isInterpreter || /[\\/]/.test(program) || /\.(?:sh|py|bat|cmd|ps1)$/.test(program);
}
