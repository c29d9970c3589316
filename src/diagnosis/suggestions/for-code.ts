import { first } from '../wording/sentence.js';
import type { SuggestionContext } from './suggestion.js';
import type { Ask } from '../facts/entities.js';

/** The remedy for a Python package that stands in the repository and is not found by the interpreter. */
function ownModule(module: string, file: string, isPackage: boolean): string {
  const top = module.split('.')[0] ?? module;
  if (isPackage && module.includes('.'))
    return `The package '${top}' is in this repository (${file}) and has no module '${module}': commit the file, or correct the import.`;
  const root = file.startsWith('src/') ? 'src' : '.';
  return `'${top}' is in this repository (${file}) and not on Python's path: write \`pythonpath = ${root}\` below \`[pytest]\` in pytest.ini (or where pytest is configured), or run \`pip install -e .\` before the tests.`;
}

/** Where each language declares what it needs: by the file that imports, or by the runner. */
const INSTALL: readonly { readonly file: RegExp; readonly runner: RegExp; readonly say: (module: string) => string }[] =
  [
    {
      file: /\.py$/,
      runner: /pytest|behave|unittest|robot/,
      say: (module) =>
        `Add the package of '${module.split('.')[0] ?? module}' to the requirements and run \`pip install\` before the tests, or correct the import.`,
    },
    {
      file: /\.rb$/,
      runner: /rspec|minitest|cucumber-ruby/,
      say: (module) => `Add '${module}' to the Gemfile and run \`bundle install\`.`,
    },
    {
      file: /\.(?:java|kt|scala|groovy)$/,
      runner: /junit5|testng|gradle|maven/,
      say: (module) =>
        `Check that the dependency with '${module}' is on the class path of the tests (scope, version), or correct the name.`,
    },
    {
      file: /\.php$/,
      runner: /phpunit/,
      say: (module) => `Check the name and the autoload section for '${module}', and run \`composer install\`.`,
    },
    {
      file: /\.go$/,
      runner: /^go\b/,
      say: (module) => `Run \`go mod tidy\` and commit go.mod and go.sum: '${module}' is in neither.`,
    },
    { file: /\.rs$/, runner: /cargo|nextest/, say: (module) => `Add '${module}' to Cargo.toml.` },
  ];

/** How a missing module gets there, by its language. */
function install(module: string, { runner, place, ownFile }: SuggestionContext): string {
  const from = place?.file ?? '';
  if (module === '')
    return `Install what the import at ${first(from, 'the failing line')} asks for, or correct the import.`;
  if (ownFile !== '') return ownModule(module, ownFile, ownFile.endsWith('__init__.py'));
  if (/^[./]/.test(module))
    return `Check the path of the import '${module}': the file is not there, or is not committed.`;
  const language =
    INSTALL.find(({ file }) => file.test(from)) ?? INSTALL.find(({ runner: known }) => known.test(runner));
  return (
    language?.say(module) ??
    `Add '${module}' to package.json and run \`npm ci\` before the tests, or correct the import.`
  );
}

/** The next step for defects of code and environment, by kind. */
export function forUnknown(kind: string, ask: Ask, context: SuggestionContext, where: string): string {
  const line = where === '' ? 'the failing line' : where;
  const step = STEPS[kind];
  if (kind === 'missing-dependency') return install(ask('module'), context);
  return step === undefined
    ? `Run this test alone and stop at ${line}: that is where the error is raised.`
    : step(line, ask);
}

type Step = (line: string, ask: Ask) => string;

const STEPS: Readonly<Record<string, Step>> = {
  'missing-fixture': (line, ask) =>
    `Define the fixture '${ask('fixture')}' in conftest.py, or install the pytest plugin that provides it (${line}).`,
  'missing-env': (line, ask) =>
    ask('variable') === ''
      ? `Set these settings in \`env:\` of the step or of the suite, or give them defaults for tests (${line}).`
      : `Set ${ask('variable')} in \`env:\` of the step or of the suite.`,
  'missing-driver': () =>
    'Install the database driver on this runner (the extension or package that the connection string names).',
  'missing-mark': (line) => `Add \`@pytest.mark.django_db\` to the test at ${line}, or use the \`db\` fixture.`,
  'pending-migration': () => 'Run the migrations against the test database before the tests.',
  'setup-error': (line) => `Register the missing bean or service for tests, or replace it by a mock (${line}).`,
  'build-error': () => 'Change the build so that the compiler keeps what the libraries need, then build from scratch.',
  'wrong-call': (line) =>
    `Compare the call at ${line} with the signature of the installed version; a name or number of arguments is not known there.`,
  'code-error': (line) => `Correct the code at ${line}: the error is raised there whatever the data is.`,
  'import-error': (line, ask) =>
    `Check the version of the package that should provide '${ask('module')}', and look for a circular import (${line}).`,
  cancelled: (line) =>
    `Repair the suite or hook that failed first; its own failure is reported beside this one (${line}).`,
  'missing-tool': (line, ask) =>
    `Install ${ask('tool') === '' ? 'the program' : `\`${ask('tool')}\``} on this runner before the tests, or add its folder to \`PATH\` (${line}).`,
  'command-failed': (line) => `Run the command of ${line} by hand on this runner; its own output tells why it failed.`,
  'browser-closed': (line) => `Find what closes the page or browser before ${line}; await every action of the test.`,
  'browser-start': () =>
    'Install the browser and its driver in matching versions on this runner (`npx playwright install --with-deps` for Playwright).',
  'element-covered': (line) => `Wait until what covers the element is gone, or close it, before the click at ${line}.`,
  'ambiguous-locator': (line) =>
    `Make the locator at ${line} fit one element: a role with a name, a test id, or \`.first()\` when any will do.`,
  'element-state': (line) => `Look at the click handler of the element at ${line}: it keeps its state after the click.`,
  'file-permission': (line) => `Check owner and mode of the file at ${line}, and under which user the tests run.`,
  'not-implemented': (line) => `Implement what ${line} calls, or skip the test with a reason until it is written.`,
  'warning-as-error': (line) =>
    `Repair the cause of the warning at ${line}, or allow it in \`filterwarnings\` with a reason.`,
  'collection-error': (line) =>
    `Repair the declaration of the test${line === 'the failing line' ? '' : ` (${line})`}: the runner could not build its list.`,
  'server-crashed': () => 'Repair the start of the application first: its own log shows why it stopped.',
  'port-in-use': (line, ask) =>
    ask('host') === ''
      ? `Stop the program that listens there, or let the operating system choose a free port (${line}).`
      : `Stop what listens on ${ask('host').replace(/^:+/, 'port ')}, or let the operating system choose a free port (${line}).`,
  'undefined-step': () => 'Write the missing step: the runner prints its skeleton in the output.',
  'disk-full': () => 'Free space on the runner (`df -h`), close files that are no longer needed, or raise `ulimit -n`.',
  'out-of-memory': () => 'Run fewer workers, or raise the memory limit of the process.',
  'process-crash': () => 'Run this test alone and look for a core dump or the end of the output: the process died.',
  'syntax-error': (line) => `Correct the syntax at ${line}: nothing in this file ran.`,
  'exit-code': (line) => `Read the output of the program that ${line} starts: only its exit status is in the report.`,
  'no-message': (line) => `Make the test fail with a message (${line}): the report holds none.`,
};
