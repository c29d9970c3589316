import { isAbsolute, join } from 'node:path';
import type { SuiteSettings } from '../model/settings.js';
import { foldersUpTo } from '../text/shell.js';
import type { RunnerServices } from './runner.js';

type Command = readonly [string, ...string[]];
type PythonSuite = SuiteSettings & { readonly python: string | null };

/** Tools that run a program in the environment of a project, by the lock file that shows that they manage it. */
const MANAGERS: readonly (readonly [lockFile: string, program: string])[] = [
  ['uv.lock', 'uv'],
  ['poetry.lock', 'poetry'],
  ['Pipfile.lock', 'pipenv'],
  ['pdm.lock', 'pdm'],
];

/**
 * The command that starts a Python tool: with a named interpreter `python -m tool`; with a named launcher (`uv run`)
 * that and the tool; else the tool of a `.venv` of the project when no environment is active, of PATH, of the manager
 * whose lock file is there; else `python3 -m tool`. Null when there is not even a Python.
 */
export async function pythonTool(tool: string, suite: PythonSuite, services: RunnerServices): Promise<Command | null> {
  const { processes, env } = services;
  if (suite.python !== null) return named(tool, suite.python, suite, services);
  const local = await inVirtualEnvironment(tool, suite, services);
  if (local !== null) return [local];
  const script = await processes.which(tool, env);
  if (script !== null) return [script];
  const manager = await managerOf(suite, services);
  if (manager !== null) return [manager, 'run', tool];
  const interpreter = (await processes.which('python3', env)) ?? (await processes.which('python', env));
  return interpreter === null ? null : [interpreter, '-m', tool];
}

/** `python3.12`, `.venv/bin/python`, `uv run`, `uv run python`, `coverage run`. */
async function named(
  tool: string,
  python: string,
  suite: PythonSuite,
  { processes, env }: RunnerServices,
): Promise<Command | null> {
  const locate = async (program: string): Promise<string | null> => {
    const isPath = /[\\/]/.test(program) && !isAbsolute(program);
    return processes.which(isPath ? join(suite.workingDirectory, program) : program, env);
  };
  const whole = await locate(python);
  if (whole !== null) return [whole, '-m', tool];
  const [program = '', ...words] = python.split(/\s+/);
  const found = words.length === 0 ? null : await locate(program);
  if (found === null) return null;
  const last = words.at(-1) ?? '';
  const isInterpreter =
    /^(.*[\\/])?(python|pypy|py)[\d.]*$/.test(last) || /^-\d/.test(last) || /(^|[\\/])coverage$/.test(program);
  return isInterpreter ? [found, ...words, '-m', tool] : [found, ...words, tool];
}

/** The tool of `.venv` or `venv`, in the suite's folder or one above it; null when an environment is active already. */
async function inVirtualEnvironment(
  tool: string,
  suite: PythonSuite,
  services: RunnerServices,
): Promise<string | null> {
  const { processes, env } = services;
  if ((env['VIRTUAL_ENV'] ?? '') !== '') return null;
  for (const folder of foldersUpTo(services.workspace, suite.workingDirectory)) {
    for (const name of ['.venv', 'venv']) {
      const scripts = [join('bin', tool), join('Scripts', `${tool}.exe`)].map((path) => join(folder, name, path));
      const found = (await processes.which(scripts[0] ?? '', env)) ?? (await processes.which(scripts[1] ?? '', env));
      if (found !== null) return found;
    }
  }
  return null;
}

async function managerOf(
  suite: PythonSuite,
  { files, processes, env, workspace }: RunnerServices,
): Promise<string | null> {
  for (const folder of foldersUpTo(workspace, suite.workingDirectory)) {
    for (const [lockFile, program] of MANAGERS) {
      if (await files.exists(join(folder, lockFile))) return processes.which(program, env);
    }
  }
  return null;
}

/** Says that Python itself, or what should start the tool, is missing. */
export function missingPython(python: string | null): readonly [message: string, remedy: string] {
  if (python === null)
    return ['python not found', 'Add `actions/setup-python` before this step, or put python3 on PATH.'];
  if (/^\d+(\.\d+)*$/.test(python))
    return [
      `the interpreter ${python} was not found`,
      `Write \`python: python${python}\`, a program and not a version.`,
    ];
  const [program = '', ...words] = python.split(/\s+/);
  if (words.length > 0 && !/[\\/]/.test(program))
    return [
      `${program} was not found`,
      `Install ${program} before this step, or start the tool without \`${python}\`.`,
    ];
  if (!/[\\/]/.test(python))
    return [
      `the interpreter ${python} was not found`,
      `Add \`actions/setup-python\` before this step, or name another interpreter than \`${python}\` in the suite.`,
    ];
  return [
    `the interpreter ${python} was not found`,
    'Correct `python` of the suite; a relative path starts at its working directory.',
  ];
}

/** True when Python reported that it does not have the tool. */
export function isMissingModule(output: string, tool: string): boolean {
  return new RegExp(`No module named '?${tool}'?\\s*$`, 'm').test(output);
}
