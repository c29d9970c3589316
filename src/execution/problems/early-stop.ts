/** Why a command may end with tests left to run, and what lets it run all of them. */
export interface EarlyStop {
  /** An option, a configuration file or the way of a tool, as it is shown. */
  readonly cause: string;
  readonly remedy: string;
}

/** Parts of a shell line that prepare and run no tests. */
const PREPARES =
  /^\s*(?:$|#|cd\b|export\b|set\b|source\b|\.\s|mkdir\b|rm\b|echo\b|true\b|[A-Z_]+=\S*\s*$|(?:npm|pnpm|yarn) (?:ci|i|install)\b|pip3? install\b|(?:python3?|uv) -m pip install\b|uv sync\b)/;
const BAILS =
  /(?:^|\s)(--bail(?:[= ]\d+)?|--fail-?fast|-failfast|--exitfirst|-x|--maxfail\S*|--stop-on-failure|--max-failures\S*)(?=\s|$)/;

/** Tools that stop at the first part that fails (crate, module, project) unless an option says otherwise. */
const STOPPING_TOOLS: readonly { readonly runs: RegExp; readonly continues: RegExp; readonly option: string }[] = [
  {
    runs: /\bcargo\s+(?:\+\S+\s+)?(?:test|nextest\s+run)\b/,
    continues: /--no-fail-fast\b/,
    option: '--no-fail-fast',
  },
  {
    runs: /(?:^|[\s/])mvnw?\s/,
    continues:
      /(?:--fail-(?:at-end|never)|-fae|-fn|-Dmaven\.test\.failure\.ignore(?:=true)?|-DtestFailureIgnore(?:=true)?)(?:\s|$)/,
    option: '--fail-at-end',
  },
  { runs: /(?:^|[\s/])gradlew?\s/, continues: /--continue\b/, option: '--continue' },
  { runs: /\bturbo\s+(?:run\s+)?\S/, continues: /--continue\b/, option: '--continue' },
  { runs: /\blerna\s+run\b/, continues: /--no-bail\b/, option: '--no-bail' },
];

/** What makes a shell line stop at its first failure with tests left to run; null when nothing is seen. */
export function stopInLine(line: string): EarlyStop | null {
  const bail = BAILS.exec(line)?.[1];
  if (bail !== undefined) return { cause: `\`${bail}\``, remedy: `Remove \`${bail}\` from the command.` };
  const tool = STOPPING_TOOLS.find(({ runs, continues }) => runs.test(line) && !continues.test(line));
  if (tool !== undefined)
    return {
      cause: `no \`${tool.option}\``,
      remedy: `Add \`${tool.option}\` to the command, so that it runs every test.`,
    };
  const working = line.split(/&&|;|\n/).filter((part) => !PREPARES.test(part));
  if (working.length < 2) return null;
  return {
    cause: 'several commands',
    remedy: 'Define one suite per command, so that a failure of one command does not prevent the others from running.',
  };
}

/** Configuration files that can make a tool stop at its first failure. */
export const STOP_CONFIGURATIONS: readonly string[] = [
  '{jest,vitest,vite,ava}.config.*',
  '.mocharc*',
  'package.json',
  'phpunit.xml{,.dist}',
  '.rspec',
  '.config/nextest.toml',
];

const CONFIGURED =
  /\b(?:bail|failFast)["']?\s*[:=]\s*(?!0\b|false\b|undefined\b|null\b)\S|\bstopOn(?:Failure|Error|Defect)\s*=\s*"true"|(?:^|\s)--(?:fail-fast|bail)(?=[\s"'=]|$)/m;

/** True when the text of a configuration file lets its tool stop at the first failure. */
export function isStopConfigured(text: string): boolean {
  return CONFIGURED.test(text);
}
