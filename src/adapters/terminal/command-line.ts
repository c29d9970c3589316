import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';

/** One option of the commands that read settings: an input of the action. */
export interface InputOption {
  /** Kebab-case. */
  readonly name: string;
  readonly meaning: string;
  /** True for a switch, which may stand alone. */
  readonly flag: boolean;
  /** True for an option that works and that help does not show. */
  readonly hidden: boolean;
  /** The heading that help shows it below. */
  readonly group: string;
}

/** What a person asked for. */
export type Invocation =
  | {
      readonly command: 'run';
      readonly inputs: Inputs;
      readonly suites: readonly string[];
      readonly only: readonly string[];
    }
  | { readonly command: 'plan' | 'doctor'; readonly inputs: Inputs; readonly suites: readonly string[] }
  | { readonly command: 'init'; readonly inputs: Inputs; readonly yes: boolean }
  | { readonly command: 'report' | 'merge'; readonly inputs: Inputs; readonly directory: string };

type Inputs = Readonly<Record<string, string>>;

/** An invocation, or what to print instead and the exit status that goes with it. */
export type ParsedCommandLine =
  | { readonly ok: true; readonly invocation: Invocation }
  | {
      readonly ok: false;
      readonly output: string;
      readonly error: string;
      readonly exit: number;
      /** The words of a command line whose first one is no command. */
      readonly unknown?: readonly string[];
    };

export interface CommandLineOptions {
  readonly version: string;
  readonly inputs: readonly InputOption[];
  /** True where help shows options that are hidden, too. */
  readonly showsAll?: boolean;
}

/** Exit status of a command line that means nothing. */
const USAGE = 2;

/** Reads a command line. Without a subcommand it is `run`; an unknown word or option is refused with the nearest name. */
export function parseCommandLine(args: readonly string[], options: CommandLineOptions): ParsedCommandLine {
  const printed = { output: '', error: '' };
  const found: Invocation[] = [];
  const program = createProgram(options, (invocation) => found.push(invocation));
  configure(program, printed);
  try {
    program.parse(withSwitches(withCommand(args), options.inputs), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // The parser suggests only options that help shows.
    if (error.code === 'commander.unknownOption' && options.showsAll !== true)
      return parseCommandLine(args, { ...options, showsAll: true });
    const unknown = error.code === 'commander.unknownCommand' ? { unknown: args } : {};
    return { ok: false, ...printed, exit: error.exitCode === 0 ? 0 : USAGE, ...unknown };
  }
  const [invocation] = found;
  return invocation === undefined ? { ok: false, ...printed, exit: USAGE } : { ok: true, invocation };
}

/** Options alone are those of `run`. */
function withCommand(args: readonly string[]): readonly string[] {
  const [first] = args;
  const isRun = first === undefined || (first.startsWith('-') && !['-h', '--help', '-V', '--version'].includes(first));
  return isRun ? ['run', ...args] : args;
}

const YES_OR_NO = /^(?:true|false|yes|no|on|off|[yn01])$/i;

/** The same words, where a switch takes a word after it only for yes or no: `--parallel unit` names a suite. */
function withSwitches(args: readonly string[], inputs: readonly InputOption[]): string[] {
  const switches = inputs.flatMap(({ name, flag }) => (flag ? [`--${name}`] : []));
  return args.map((word, index) =>
    switches.includes(word) && !YES_OR_NO.test(args[index + 1] ?? '') ? `${word}=true` : word,
  );
}

function configure(program: Command, printed: { output: string; error: string }): void {
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .showSuggestionAfterError()
      .configureOutput({
        writeOut: (text) => (printed.output += text),
        writeErr: (text) => (printed.error += text),
      });
    const called = command === program ? '' : ` ${command.name()}`;
    command.showHelpAfterError(`See \`qaagent-orchestrate${called} --help\`.`);
  }
}

function createProgram(
  { version, inputs, showsAll }: CommandLineOptions,
  found: (invocation: Invocation) => void,
): Command {
  const shown = shownOf(showsAll === true);
  const program = new Command('qaagent-orchestrate')
    .description(
      'Runs every test suite of a repository, determines the result of each test, and explains the failures.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', TOP_HELP);
  withInputs(program.command('run'), inputs, shown(null))
    .argument('[suites...]', 'the suites to run (default: all)')
    .option('--only <id>', 'run only this test of the suite; may be repeated', collect, [])
    .description('run the suites, write the evidence and print the report')
    .addHelpText('after', RUN_HELP)
    .action((suites: string[], given: Given) =>
      found({ command: 'run', suites, only: (given['only'] ?? []) as string[], inputs: inputsOf(given, inputs) }),
    );
  for (const [name, description, help] of [
    ['plan', 'print what `run` would do, without running it', PLAN_HELP],
    ['doctor', 'check tools, settings, git and workflows, and say how to fix what is wrong', DOCTOR_HELP],
  ] as const)
    withInputs(program.command(name), inputs, shown(OF_PLAN))
      .argument('[suites...]', 'the suites to look at (default: all)')
      .description(description)
      .addHelpText('after', help)
      .action((suites: string[], given: Given) => found({ command: name, suites, inputs: inputsOf(given, inputs) }));
  withInputs(program.command('merge'), inputs, shown(OF_MERGE))
    .argument('<directory>', 'a directory that contains the run directories of shards and matrix jobs')
    .description('combine the evidence of several runs into one run')
    .addHelpText('after', MERGE_HELP)
    .action((directory: string, given: Given) =>
      found({ command: 'merge', directory, inputs: inputsOf(given, inputs) }),
    );
  addPlainCommands(program, found);
  return program;
}

/** Commands that read no settings from their options. */
function addPlainCommands(program: Command, found: (invocation: Invocation) => void): void {
  program
    .command('report')
    .argument('<directory>', 'a run directory, or a directory that contains run directories')
    .description('render the reports of a finished run again')
    .addHelpText('after', REPORT_HELP)
    .action((directory: string) => found({ command: 'report', directory, inputs: {} }));
  program
    .command('init')
    .option('-y, --yes', 'write the files without asking')
    .description('write a settings file and a workflow for the detected suites')
    .addHelpText('after', INIT_HELP)
    .action((given: Given) => found({ command: 'init', yes: given['yes'] === true, inputs: {} }));
}

type Given = Readonly<Record<string, unknown>>;

/** Options that say what there is to plan or to examine. */
const OF_PLAN = ['suites', 'config', 'working-directory', 'app-env', 'shard'];
/** Options that judge what is merged. */
const OF_MERGE = [
  ...['config', 'working-directory', 'flaky-result', 'order-dependent-result', 'no-tests', 'fail-on', 'quarantine'],
  ...['coverage-threshold', 'changed-coverage-threshold', 'diagnose', 'evidence-dir'],
];

/** Which options help shows of those that have these names; of all options for null. */
const shownOf =
  (showsAll: boolean) =>
  (names: readonly string[] | null) =>
  ({ name, hidden }: InputOption): boolean =>
    showsAll || (!hidden && (names?.includes(name) ?? true));

/** Adds every input as an option, and `--no-name` for a switch. */
function withInputs(
  command: Command,
  inputs: readonly InputOption[],
  isShown: (input: InputOption) => boolean,
): Command {
  for (const input of inputs) {
    const { name, meaning, flag, group } = input;
    const option = new Option(`--${name} ${flag ? '[true|false]' : '<value>'}`, meaning)
      .helpGroup(group)
      .argParser(withoutBlank);
    command.addOption(option.hideHelp(!isShown(input)));
    if (flag) command.addOption(new Option(`--no-${name}`).hideHelp());
  }
  return command;
}

function withoutBlank(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.');
  return value;
}

function collect(value: string, before: string[]): string[] {
  return [...before, withoutBlank(value)];
}

/** Values of the inputs by their kebab-case names; `--name` alone is `true`, `--no-name` is `false`. */
function inputsOf(given: Given, inputs: readonly InputOption[]): Inputs {
  const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const entries = inputs.map(({ name }) => [name, given[camel(name)]] as const);
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'boolean' ? [[name, String(value)]] : [],
    ),
  );
}

const TOP_HELP = `
If you omit the command, run is used.

Exit status:
  0  all suites passed, or the command succeeded
  1  a suite failed, the settings file is invalid, or doctor found a problem
  2  an argument is invalid: an unknown option, an invalid value, or a suite, test or directory that does not exist

Examples:
  qaagent-orchestrate                     run the suites in .qaagent.yaml, or the detected suites
  qaagent-orchestrate run unit --only tests/test_pay.py::test_refund
  qaagent-orchestrate plan                show what would run, and why
  qaagent-orchestrate doctor              check the tools and the settings
  qaagent-orchestrate init                write .qaagent.yaml and a workflow`;
const RUN_HELP = `
The suites are those of --suites; without it, those in the settings file (.qaagent.yaml); without one, the suites that
are detected in the repository. Options override the settings file. --no-<name> turns a switch off. Outside a workflow,
nothing is published.

Exit status: 0 all suites passed, 1 a suite failed or the settings file is invalid, 2 an argument is invalid.

Examples:
  qaagent-orchestrate run --retries 1
  qaagent-orchestrate run unit api --parallel
  qaagent-orchestrate run --suites 'unit: pytest tests/unit'
  qaagent-orchestrate run unit --only tests/test_pay.py::test_refund`;
const PLAN_HELP = `
Prints the suites and their commands, why a suite was detected or left out, the limits, and the lines to add to
.qaagent.yaml to keep the detected suites. All options of run are accepted.

Exit status: 0 success, 1 the settings file is invalid, 2 an argument is invalid.`;
const DOCTOR_HELP = `
Checks the Node.js version, git, the settings, the tool of each suite, the evidence directory and the workflows that use
the action. Each finding says what to do. No test is run. All options of run are accepted.

Exit status: 0 no problem found, 1 a problem found, 2 an argument is invalid.`;
const REPORT_HELP = `
Reads manifest.json and the records of the run, prints the report, and writes rendered.html and rendered.md to the run
directory. The other files of the run are not changed.

Exit status: 0 the run passed, 1 it did not pass or is not a run directory, 2 an argument is invalid.

Example:
  qaagent-orchestrate report .qaagent/runs`;
const MERGE_HELP = `
Reads every run below the directory, combines their tests, and writes one run with one report.

Exit status: 0 the run passed, 1 it failed, is incomplete or has no evidence, 2 an argument is invalid.

Example:
  qaagent-orchestrate merge downloaded-evidence`;
const INIT_HELP = `
Shows the detected suites and asks before it writes .qaagent.yaml and .github/workflows/qa.yml. An existing file is
never overwritten.

Exit status: 0 written, declined or nothing to do, 1 no suite was detected, 2 an argument is invalid, or there is no
terminal to ask and --yes is missing.`;
