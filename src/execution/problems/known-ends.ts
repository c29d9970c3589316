import type { ExitMeaning } from '../../runners/runner.js';

/** Remedy for an end that only the output explains. */
export const SEE_OUTPUT = 'Fix the error in the output. The full output is in `output.log` in the evidence.';

const NO_TESTS_REMEDY =
  'Correct the path in the command or the patterns in the configuration of the tool, or set `no-tests: pass`.';

/** How tools that end with an error say that there was nothing to run. */
const FOUND_NOTHING =
  /^(?:No tests found, exiting with code \d|No test files found|Error: No test files found|\s{0,4}✘ (?:Couldn.t find any|No tests found)|error: No test modules found|error: 0 test files matching|No tests found!)/m;

/** Outputs that name a known cause, each with its remedy; `$1` is what the output names. */
const KNOWN: readonly (readonly [output: RegExp, remedy: string])[] = [
  [
    /cannot pickle '?traceback'? object/,
    'Run `pip install tblib` before this step: `manage.py test --parallel` needs it to report failures.',
  ],
  [
    /^ {2}\S{1,80}: (?:FAIL|OK)\b[^\n]{0,80}\(\d[\d.]{0,12}(?:=setup\[| seconds\))/m,
    'Add `PYTHONPATH`, `PYTEST_*` and `QAAGENT_*` to each `pass_env` of the configuration of tox, so that pytest can report from inside it.',
  ],
  [
    /^(?:FAIL|ERROR):? (?:Required test coverage|Coverage failure)/m,
    'Test the lines that the table of coverage above names, or lower `--cov-fail-under` (`fail_under`).',
  ],
  [
    /browserType\.launch: Executable doesn't exist|npx playwright install\b/,
    'Run `npx playwright install --with-deps` before this step.',
  ],
  [
    /^node: bad option: (\S{1,80})/m,
    'Set a `node-version` of `actions/setup-node` that has the option $1, or remove it.',
  ],
  [
    /^npm (?:error|ERR!) Missing script: "([^"\n]{1,80})"/m,
    'Correct the name of the script: package.json in the working directory of the suite has no script `$1`.',
  ],
  [
    /ERR_PNPM_NO_SCRIPT\b[^\n]{0,20} Missing script: (\S{1,80})|^error Command "([\w:.-]{1,80})" not found/m,
    'Correct the name of the script: package.json in the working directory of the suite has no script `$1`.',
  ],
  [/^Unknown command: "([^"\n]{1,80})"/m, 'Correct the command: npm knows no `$1`.'],
  [
    /^Provided path to resolve: (\S{1,200})|Could not resolve "([^"\n]{1,200}\.config\.\w{2,3})"/m,
    'Correct the path of the configuration: there is no `$1`. A path starts at the working directory of the suite.',
  ],
  [
    /SyntaxError\[ @([^\]\n]{1,300}?) \]/,
    'Correct the syntax of `$1`: no test ran, because this file cannot be loaded.',
  ],
  [
    /forbidden by --forbid-only|focused item found in the --forbid-only mode|Unexpected \.only modifier/,
    'Remove `.only` from the test: the project forbids it (`forbidOnly`), because it keeps all other tests from running.',
  ],
  [
    /The "?(?:npm ci|pnpm install --frozen-lockfile)[^\n]{0,60}can only install|can only install (?:packages )?(?:with an existing|when your) package(?:-lock)?\.json/,
    'Run `npm install` and commit package-lock.json, which has to fit package.json.',
  ],
];

/** True when the tool says that it found no test. */
export function foundNothing(output: string): boolean {
  return FOUND_NOTHING.test(output);
}

/** The end with a remedy for the cause that its output names, where that is a known one. */
export function withKnownRemedy(end: ExitMeaning, output: string): ExitMeaning {
  if (end.remedy !== SEE_OUTPUT) return end;
  const remedy = knownRemedy(output);
  return remedy === null ? end : { ...end, remedy };
}

/** What to do about a cause that the output names; null when it names no known one. */
export function knownRemedy(output: string): string | null {
  for (const [pattern, remedy] of KNOWN) {
    const match = pattern.exec(output);
    if (match === null) continue;
    const named = match.slice(1).find(Boolean) ?? '';
    return remedy.replaceAll('$1', () => named);
  }
  return null;
}

/** The end of a tool that found no test. */
export function noTestsEnd(tool: string): ExitMeaning {
  return { outcome: 'no-tests', message: `${tool} found no tests`, remedy: NO_TESTS_REMEDY };
}

/** Remedy for a suite in which no test ran, though its tool was content. */
export function noTestsRemedy(skipped: number): string {
  return skipped > 0 ? 'Every test is skipped; remove the skip from one, or set `no-tests: pass`.' : NO_TESTS_REMEDY;
}
