/** A program or package that a command needs and that is not there. */
export interface MissingTool {
  /** One sentence without a full stop. */
  readonly message: string;
  readonly remedy: string;
}

/** Names are bounded, so that no line of an output costs more than it is long. */
const NAME = String.raw`(@?[\w.+-][\w.+@/\\-]{0,120})`;

/** How package managers and interpreters say that something is not installed. */
const NOT_INSTALLED: readonly RegExp[] = [
  /npx canceled due to missing packages and no YES option: \["(@?[^"@\s]{1,120})/,
  /^\S{0,200}python[\d.]{0,8}(?:\.exe)?: No module named '?(\w{1,80})/,
  new RegExp(`^bundler: command not found: ${NAME}`),
  new RegExp(`Command "${NAME}" not found`),
  new RegExp(`^command not found: ${NAME}$`),
  /^error: no such command: `([\w-]{1,80})`/,
  /Cannot find (?:module|package) '[^']{0,300}[\\/]node_modules[\\/]((?:@[\w.-]{1,80}[\\/])?[\w.-]{1,80})/,
  /Cannot find (?:module|package) '(vitest|jest|mocha|ava|@playwright\/test)(?:\/[\w./-]{0,80})?'/,
];

/** How shells and make say it, believed only with the exit status that says so as well. */
const NOT_FOUND: readonly RegExp[] = [
  new RegExp(`^(?:\\S{1,200}: (?:line )?(?:\\d{1,7}: )?)${NAME}: (?:command )?not found$`),
  new RegExp(`^(?:\\S{1,200}: (?:line \\d{1,7}: )?)['‘]?${NAME}['’]?: No such file or directory$`),
  new RegExp(`^'${NAME}' is not recognized as an internal or external command`),
];
const STATUS_OF_NOT_FOUND = /\b(?:Error|status|exit code|code) (?:127|9009)\b/i;

/** What installs a tool, by its name. */
const INSTALLED_BY: readonly (readonly [tools: RegExp, remedy: (tool: string) => string])[] = [
  [
    /^(?:vitest|jest|mocha|_mocha|ava|c8|nyc|tsx|ts-node|tsc|turbo|lerna|nx|react-scripts|cross-env|run-[sp]|npm-run-all2?|playwright|@playwright\/test|cypress|tap|jasmine|karma|uvu|rimraf|eslint|ng)$/,
    (tool) => `Add ${tool} to package.json, and install the packages of the project before this step (\`npm ci\`).`,
  ],
  [/^(?:pytest|behave|tox|nox|coverage|robot|pip)$/, (tool) => `Run \`pip install ${tool}\` before this step.`],
  [/^(?:uv|poetry|pipenv|pdm|hatch)$/, (tool) => `Run \`pipx install ${tool}\` before this step.`],
  [
    /^python[\d.]*$/,
    (tool) =>
      `Add \`actions/setup-python\` before this step, or name a Python that is there${tool === 'python' ? ' (`python3`)' : ''}.`,
  ],
  [/^(?:node|npm|npx)$/, () => 'Add `actions/setup-node` before this step.'],
  [/^(?:pnpm|yarn)$/, () => 'Run `corepack enable` before this step.'],
  [/^(?:go|gofmt)$/, () => 'Add `actions/setup-go` before this step.'],
  [/^nextest$/, () => 'Install cargo-nextest before this step.'],
  [/^(?:cargo|rustc)$/, () => 'Install Rust before this step (`rustup toolchain install stable`).'],
  [/^gradle$/, () => 'Commit the wrapper (`gradle wrapper`), or add `gradle/actions/setup-gradle` before this step.'],
  [/^bun$/, () => 'Add `oven-sh/setup-bun` before this step.'],
  [/^deno$/, () => 'Add `denoland/setup-deno` before this step.'],
  [/^(?:mvn|java)$/, () => 'Add `actions/setup-java` before this step.'],
  [/^(?:ruby|bundle|rspec|rake)$/, () => 'Add `ruby/setup-ruby` with `bundler-cache: true` before this step.'],
  [/^(?:\S*\/)?phpunit$|^(?:php|composer)$/, () => 'Install PHP and run `composer install` before this step.'],
  [/^dotnet$/, () => 'Add `actions/setup-dotnet` before this step.'],
  [
    /^(?:bats|cmake|ctest|make)$/,
    (tool) => `Run \`sudo apt-get install ${tool.replace('ctest', 'cmake')}\` before this step.`,
  ],
];

/** Finds in the output of a command that ended with an error the program that is not there; null when it names none. */
export function missingTool(code: number, output: string): MissingTool | null {
  const lines = output.split(/\r?\n/).map((line) => line.slice(0, 600).trimEnd());
  const isNotFound = code === 127 || code === 9009 || lines.some((line) => STATUS_OF_NOT_FOUND.test(line));
  const name = firstMatch(lines, NOT_INSTALLED) ?? (isNotFound ? firstMatch(lines, NOT_FOUND) : null);
  return name === null ? null : describe(name);
}

function firstMatch(lines: readonly string[], patterns: readonly RegExp[]): string | null {
  for (const line of lines) {
    for (const pattern of patterns) {
      const name = pattern.exec(line)?.[1];
      if (name !== undefined) return name;
    }
  }
  return null;
}

function describe(name: string): MissingTool {
  const remedy = INSTALLED_BY.find(([tools]) => tools.test(name))?.[1](name);
  if (remedy !== undefined) return { message: `${name} is not installed`, remedy };
  if (/^\.{0,2}[\w.-]*[\\/]/.test(name))
    return {
      message: `${name} was not found`,
      remedy: 'Correct the path, which starts at the working directory of the suite.',
    };
  return { message: `${name} is not installed`, remedy: `Install ${name} before this step, or correct its name.` };
}
