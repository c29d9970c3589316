import { join } from 'node:path';
import { envOf, type PreparationServices } from '../../execution/prepare-suite.js';
import type { SuiteSettings } from '../../model/settings.js';
import type { PreparedSuite } from '../../runners/runner.js';
import type { Services } from '../services.js';
import { type Finding, fine } from './finding.js';

type ToolServices = Services & PreparationServices;

/** Whether the tool of a suite starts and which version it is: one that cannot say its version runs no tests either. */
export async function examineTool(
  called: string,
  suite: SuiteSettings,
  { tool, plan }: PreparedSuite,
  services: ToolServices,
): Promise<Finding> {
  if (suite.runner === 'command')
    return (
      (await examineDjango(called, suite.run, suite, services)) ?? examineCommand(called, suite.run, suite, services)
    );
  const command = plan?.({ number: 1, directory: '', select: null }).command ?? [];
  const program = command.slice(0, command.findIndex((word) => fileName(word) === tool) + 1);
  const [first, ...rest] = program;
  if (first === undefined) return fine(called);
  const { exit, output } = await outputOf([first, ...rest, '--version'], suite, services);
  const line = (output.split('\n').find((text) => text.trim() !== '') ?? '').trim();
  if (exit === 0) return fine(`${called}: ${line} (${program.join(' ')})`);
  const reason = line === '' ? '' : `: ${line}`;
  const text = `${called}: \`${program.join(' ')} --version\` ends with ${exit ?? 'a signal'}${reason}`;
  return { severity: 'error', text, remedy: `Install ${tool} so that this command works.` };
}

function fileName(path: string): string {
  const [name = ''] = path.split(/[\\/]/).slice(-1);
  return name.replace(/\.(exe|cmd)$/, '');
}

/** A line that starts Django's tests: its words up to the interpreter, and `manage.py`. */
const DJANGO_LINE = /^((?:(?:uv|poetry|pdm|pipenv) run )?\S*python[\d.]*(?:\.exe)?) (\S*manage\.py) test\b/;

/** Whether Django starts, and whether what its parallel tests need is there; null for every other line. */
async function examineDjango(
  called: string,
  line: string,
  suite: SuiteSettings,
  services: ToolServices,
): Promise<Finding | null> {
  const [, interpreter = '', manage = ''] = DJANGO_LINE.exec(line) ?? [];
  const [program, ...words] = interpreter.split(' ');
  const first = await services.processes.which(located(program ?? '', suite), envOf(suite, services));
  if (interpreter === '' || first === null) return null;
  const python: readonly [string, ...string[]] = [first, ...words];
  const { exit, output } = await outputOf([...python, manage, 'version'], suite, services);
  const last = output.trim().split('\n').at(-1) ?? '';
  if (exit !== 0) {
    const text = `${called}: \`${interpreter} ${manage} version\` ends with ${exit ?? 'a signal'}: ${last}`;
    return { severity: 'error', text, remedy: 'Install the packages of the project for this Python interpreter.' };
  }
  const isParallel = /\s--parallel\b/.test(line);
  const tblib = isParallel ? await outputOf([...python, '-c', 'import tblib'], suite, services) : null;
  if (tblib === null || tblib.exit === 0) return fine(`${called}: Django ${last} (${interpreter})`);
  const text = `${called}: Django ${last} (${interpreter}) runs tests in parallel without tblib, so it cannot report why a test fails`;
  return { severity: 'warning', text, remedy: 'Run `pip install tblib`.' };
}

const located = (program: string, { workingDirectory }: SuiteSettings): string =>
  program.includes('/') ? join(workingDirectory, program) : program;

/** The first word of a shell line, where it is plainly a program. */
async function examineCommand(
  called: string,
  line: string,
  suite: SuiteSettings,
  services: ToolServices,
): Promise<Finding> {
  const [program = ''] = line.trim().split(/\s/, 1);
  const isPlain = /^[A-Za-z][\w-]*$/.test(program) && !BUILT_IN.includes(program);
  if (!isPlain || (await services.processes.which(program, envOf(suite, services))) !== null)
    return fine(`${called}: ${line.split('\n', 1)[0] ?? ''}`);
  const remedy = `Install ${program}, or correct \`run\` of the suite.`;
  return { severity: 'error', text: `${called}: ${program} is not on PATH`, remedy };
}

/** Words of the shell itself. */
const BUILT_IN = [
  'cd',
  'export',
  'set',
  'source',
  'if',
  'for',
  'while',
  'exec',
  'eval',
  'time',
  'test',
  'true',
  'false',
];

async function outputOf(
  command: readonly [string, ...string[]],
  suite: SuiteSettings,
  services: ToolServices,
): Promise<{ readonly exit: number | null; readonly output: string }> {
  const { processes, context, files, clock } = services;
  const directory = join(context.temporaryDirectory, `qaagent-doctor-${clock.now()}`, suite.name);
  const logFile = join(directory, 'output.log');
  await files.makeDirectory(directory);
  const running = processes.start({
    command,
    cwd: suite.workingDirectory,
    env: envOf(suite, services),
    timeoutMs: 30_000,
    idleTimeoutMs: null,
    graceMs: 1000,
    track: `doctor-${suite.name}`,
    logFile,
    stateDirectory: directory,
    eventsFile: null,
  });
  const { exitCode } = await running.finished;
  return { exit: exitCode, output: await files.readTail(logFile, 4000) };
}
