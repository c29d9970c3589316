import { isAbsolute, join } from 'node:path';
import type { SuiteSettings } from '../model/settings.js';
import { foldersUpTo } from '../text/shell.js';
import type { ExitMeaning, RunnerServices } from './runner.js';

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
 * that and the tool; else, when no environment is active, the tool of a `.venv` of the project or of the manager whose
 * lock file is there; else the tool of PATH; else `python3 -m tool`. Null when there is not even a Python.
 */
export async function pythonTool(tool: string, suite: PythonSuite, services: RunnerServices): Promise<Command | null> {
  const { processes, env } = services;
  if (suite.python !== null) return named(tool, suite.python, suite, services);
  const own = (env['VIRTUAL_ENV'] ?? '') === '' ? await ofProject(tool, suite, services) : null;
  if (own !== null) return own;
  const script = await processes.which(tool, env);
  if (script !== null) return [script];
  const interpreter = (await processes.which('python3', env)) ?? (await processes.which('python', env));
  return interpreter === null ? null : [interpreter, '-m', tool];
}

/** Programs that start another one by its name alone. */
const STARTER = /^(?:uvx|xvfb-run|dbus-run-session)$/;
const INTERPRETER = /^(?:.*[\\/])?(?:python|pypy|py)[\d.]*(?:\.exe)?$/;

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
  if (whole !== null) return STARTER.test(python) ? [whole, tool] : [whole, '-m', tool];
  const [program = '', ...words] = python.split(/\s+/);
  const found = words.length === 0 ? null : await locate(program);
  if (found === null) return null;
  const last = words.at(-1) ?? '';
  const isInterpreter =
    INTERPRETER.test(last) || (INTERPRETER.test(program) && /^-\d/.test(last)) || /(^|[\\/])coverage$/.test(program);
  return isInterpreter ? [found, ...words, '-m', tool] : [found, ...words, tool];
}

/** How the project itself starts the tool: from its environment, or through its manager, which falls back to PATH. */
async function ofProject(tool: string, suite: PythonSuite, services: RunnerServices): Promise<Command | null> {
  const local = await inVirtualEnvironment(tool, suite, services);
  if (local !== null) return [local];
  const manager = await managerOf(suite, services);
  return manager === null ? null : [...manager, tool];
}

/** The tool of `.venv` or `venv`, in the suite's folder or one above it. */
async function inVirtualEnvironment(
  tool: string,
  suite: PythonSuite,
  services: RunnerServices,
): Promise<string | null> {
  const { processes, env } = services;
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
): Promise<Command | null> {
  for (const folder of foldersUpTo(workspace, suite.workingDirectory)) {
    for (const [lockFile, program] of MANAGERS) {
      if (!(await files.exists(join(folder, lockFile)))) continue;
      const found = await processes.which(program, env);
      if (found === null) return null;
      const project = (await files.readTextIfExists(join(folder, 'pyproject.toml'))) ?? '';
      return [found, 'run', ...(program === 'uv' ? uvGroups(project) : [])];
    }
  }
  return null;
}

/** uv runs a tool of a group or an extra only when it is named; without, it takes what PATH has. */
function uvGroups(project: string): readonly string[] {
  const { groups, extras } = namedGroups(project);
  return [...groups.flatMap((name) => ['--group', name]), ...extras.flatMap((name) => ['--extra', name])];
}

/** Says that Python itself, or what should start the tool, is missing. */
export function missingPython(python: string | null): readonly [message: string, remedy: string] {
  if (python === null)
    return ['python not found', 'Add `actions/setup-python` before this step, or add python3 to PATH.'];
  if (/^\d+(\.\d+)*$/.test(python))
    return [
      `the interpreter ${python} was not found`,
      `Write \`python: python${python}\`: the name of a program, not a version.`,
    ];
  const [program = '', ...words] = python.split(/\s+/);
  if (words.length > 0 && !/[\\/]/.test(program) && !INTERPRETER.test(program))
    return [
      `${program} was not found`,
      `Install ${program} before this step, or start the tool without \`${python}\`.`,
    ];
  if (!/[\\/]/.test(program))
    return [
      `the interpreter ${program} was not found`,
      `Add \`actions/setup-python\` before this step, or name another interpreter than \`${program}\` in the suite${program === 'python' ? ' (`python3`)' : ''}.`,
    ];
  return [
    `the interpreter ${python} was not found`,
    'Correct `python` of the suite. A relative path starts at its working directory.',
  ];
}

/** How Python, a manager and a shell say that a tool is not installed, and the words of the manager that says it. */
const NOT_INSTALLED: readonly (readonly [says: (tool: string) => string, install: (tool: string) => string])[] = [
  [(tool) => `No module named '?${tool}'?\\s*$`, (tool) => `Run \`pip install ${tool}\` before this step.`],
  [(tool) => `^Command not found: ${tool}\\s*$`, (tool) => groupRemedy('poetry install', `poetry add -G dev ${tool}`)],
  [(tool) => `^error: Failed to spawn: \`${tool}\``, (tool) => groupRemedy('uv sync', `uv add --dev ${tool}`)],
  [
    (tool) => `\\bthe command ${tool} could not be found`,
    (tool) => groupRemedy('pipenv sync --dev', `pipenv install --dev ${tool}`),
  ],
  [(tool) => `\\bCommand '${tool}' is not found`, (tool) => groupRemedy('pdm install', `pdm add -d ${tool}`)],
  [
    (tool) => `^\\S{1,200}: (?:line )?(?:\\d{1,7}: )?${tool}: (?:command )?not found\\s*$`,
    (tool) => `Add ${tool} to the packages of the environment that starts it.`,
  ],
];

/** The manager has the project, but the tool is in no group that it installed. */
function groupRemedy(install: string, add: string): string {
  return `Run \`${install}\` with the group that has it before this step; if no group has it, \`${add}\`.`;
}

/** Says that a tool is not installed, when the output of its start says so. */
export function missingTool(output: string, tool: string): ExitMeaning | null {
  const found = NOT_INSTALLED.find(([says]) => new RegExp(says(tool), 'm').test(output));
  if (found === undefined) return null;
  return { outcome: 'config-error', message: `${tool} is not installed`, remedy: found[1](tool) };
}

/** Groups and extras of a pyproject.toml that hold a test tool and that nothing installs by itself. */
export interface NamedGroups {
  readonly groups: readonly string[];
  readonly extras: readonly string[];
}

/** Those of a text of pyproject.toml; the group `dev` is installed by itself. */
export function namedGroups(text: string): NamedGroups {
  return {
    groups: groupsWithTools(text, 'dependency-groups').filter((name) => name !== 'dev'),
    extras: groupsWithTools(text, 'project.optional-dependencies'),
  };
}

/** Names of the lists of a section of a pyproject.toml that hold pytest or Behave. */
export function groupsWithTools(text: string, section: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  const from = lines.findIndex((line) => line.trim() === `[${section}]`);
  if (from < 0) return [];
  const names: string[] = [];
  let name = '';
  for (const line of lines.slice(from + 1)) {
    if (/^\[/.test(line)) break;
    name = /^["']?([\w.-]{1,80})["']?\s{0,9}=\s{0,9}\[/.exec(line)?.[1] ?? name;
    if (/["'](?:pytest|behave)\b/.test(line) && !names.includes(name)) names.push(name);
  }
  return names;
}
