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
    program.parse([...withCommand(args)], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
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

function createProgram({ version, inputs }: CommandLineOptions, found: (invocation: Invocation) => void): Command {
  const program = new Command('qaagent-orchestrate')
    .description('Runs every test suite of a repository, finds the result of each test, and explains what failed.')
    .version(version, '-V, --version', 'print the version')
    .helpCommand(false)
    .addHelpText('after', TOP_HELP);
  withInputs(program.command('run'), inputs)
    .argument('[suites...]', 'names of the suites to run; all of them unless given')
    .option('--only <id>', 'run this test of the named suite alone; may be repeated', collect, [])
    .description('run the suites, write the evidence and print the report')
    .addHelpText('after', RUN_HELP)
    .action((suites: string[], given: Given) =>
      found({ command: 'run', suites, only: (given['only'] ?? []) as string[], inputs: inputsOf(given, inputs) }),
    );
  for (const [name, description, help] of [
    ['plan', 'print what `run` would do; run nothing', PLAN_HELP],
    ['doctor', 'check tools, settings, git and workflows; say how to mend what is wrong', DOCTOR_HELP],
  ] as const)
    withInputs(program.command(name), inputs, OF_PLAN)
      .argument('[suites...]', 'names of suites; all of them unless given')
      .description(description)
      .addHelpText('after', help)
      .action((suites: string[], given: Given) => found({ command: name, suites, inputs: inputsOf(given, inputs) }));
  withInputs(program.command('merge'), inputs, OF_MERGE)
    .argument('<directory>', 'folder with the run directories of shards and matrix jobs')
    .description('join the evidence of several runs into one')
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
    .argument('<directory>', 'run directory, or a folder above it')
    .description('render the reports of a finished run again')
    .addHelpText('after', REPORT_HELP)
    .action((directory: string) => found({ command: 'report', directory, inputs: {} }));
  program
    .command('init')
    .option('-y, --yes', 'write the files without asking')
    .description('write a settings file and a workflow for the suites that are found')
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

/** Adds every input as an option; help shows those that are named, or all that are not hidden. */
function withInputs(command: Command, inputs: readonly InputOption[], shown?: readonly string[]): Command {
  for (const { name, meaning, flag, hidden, group } of inputs) {
    const option = new Option(`--${name} ${flag ? '[true|false]' : '<value>'}`, meaning)
      .helpGroup(group)
      .argParser(withoutBlank);
    command.addOption(option.hideHelp(hidden || shown?.includes(name) === false));
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

/** Values of the inputs by their kebab-case names; a switch that stands alone is `true`. */
function inputsOf(given: Given, inputs: readonly InputOption[]): Inputs {
  const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const entries = inputs.map(({ name }) => [name, given[camel(name)]] as const);
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : value === true ? [[name, 'true']] : [],
    ),
  );
}

const TOP_HELP = `
Without a command, the options are those of run.

Exit status:
  0  every suite is green, or the command did what it was asked for
  1  a suite is red, the settings file has a mistake, or doctor found something to mend
  2  an argument is wrong: an unknown option, a wrong value, a suite, test or folder that does not exist

Examples:
  qaagent-orchestrate                     run what .qaagent.yaml names, else what is found
  qaagent-orchestrate run unit --only tests/test_pay.py::test_refund
  qaagent-orchestrate plan                what would run, and why
  qaagent-orchestrate doctor              is everything there?
  qaagent-orchestrate init                write .qaagent.yaml and a workflow`;
const RUN_HELP = `
Suites come from --suites, else from the settings file (.qaagent.yaml), else from what is found in the repository.
Options override the settings file. Nothing is published outside of a workflow.

Exit status: 0 green, 1 red or a mistake in the settings file, 2 wrong command line.

Examples:
  qaagent-orchestrate run --retries 1
  qaagent-orchestrate run unit api --parallel
  qaagent-orchestrate run --suites 'unit: pytest tests/unit'
  qaagent-orchestrate run unit --only tests/test_pay.py::test_refund`;
const PLAN_HELP = `
Prints the suites with the commands that would start them, why a suite was found or left out, the limits, and the
lines to write in .qaagent.yaml to keep what was found. Every other option of run is accepted, too.

Exit status: 0, or 1 for a mistake in the settings file, 2 for a wrong command line.`;
const DOCTOR_HELP = `
Looks at the version of Node, git, the settings, the tool of each suite, the evidence folder and the workflows that use
the action. Each finding says what to do. Runs no test. Every other option of run is accepted, too.

Exit status: 0 nothing to mend, 1 something to mend, 2 wrong command line.`;
const REPORT_HELP = `
Reads manifest.json and the records of the run, prints the report and writes rendered.html and rendered.md beside them.
Files of the run are left as they are.

Exit status: 0 the run was green, 1 it was not or is no evidence, 2 wrong command line.

Example:
  qaagent-orchestrate report .qaagent/runs`;
const MERGE_HELP = `
Reads every run below the folder, joins their tests and writes one run with one report beside them.

Exit status: 0 green, 1 red, incomplete or no evidence, 2 wrong command line.

Example:
  qaagent-orchestrate merge downloaded-evidence`;
const INIT_HELP = `
Shows the suites that were found, then asks before it writes .qaagent.yaml and .github/workflows/qa.yml. A file that is
there is never overwritten.

Exit status: 0 written, declined or nothing to do, 1 no suite was found, 2 wrong command line, or no terminal to ask
and no --yes.`;
