import { delimiter, dirname, join } from 'node:path';
import type { SuiteCommon } from '../model/settings.js';
import type { QualitySettings } from '../model/quality.js';
import { missingPython, pythonTool } from '../runners/python.js';
import {
  configError,
  type ExitMeaning,
  type Preparation,
  type PreparedSuite,
  type RunnerServices,
} from '../runners/runner.js';

type Command = readonly [string, ...string[]];
type PythonSuite = SuiteCommon & Extract<QualitySettings, { readonly python: string | null }>;

/** A tool on the Python package index. */
export interface PythonPackage {
  /** Its script, its distribution and the module that must be importable: the same word for all of ours. */
  readonly name: string;
  /** What `python -m` starts. */
  readonly module: string;
  /** The version that `install: true` gets. */
  readonly pinned: string;
}

export interface FoundProgram {
  readonly program: Command;
  readonly setup: PreparedSuite['setup'];
}

/**
 * The command of the tool, and what to install first when the suite asks for it and the interpreter lacks it. A refusal
 * only when there is no Python: an interpreter may know packages of other places, and says itself when it does not.
 */
export async function findPythonProgram(
  suite: PythonSuite,
  tool: PythonPackage,
  services: RunnerServices,
): Promise<FoundProgram | Preparation> {
  const found = await pythonTool(tool.name, suite, services);
  if (found === null) return configError(suite, ...missingPython(suite.python));
  const [interpreter, dashM] = found;
  if (dashM === undefined) return { program: found, setup: null };
  const isNeeded = suite.install && !(await hasModule(interpreter, tool.name, services));
  const setup = isNeeded ? installation(interpreter, tool, suite.workingDirectory) : null;
  return { program: [interpreter, '-m', tool.module], setup };
}

async function hasModule(interpreter: string, name: string, { files }: RunnerServices): Promise<boolean> {
  const places = ['lib/python*/site-packages', 'Lib/site-packages'].map((place) => `${place}/${name}/__init__.py`);
  return (await files.glob(places, dirname(dirname(interpreter)))).length > 0;
}

function installation(interpreter: string, { name, pinned }: PythonPackage, cwd: string): PreparedSuite['setup'] {
  const options = ['--disable-pip-version-check', '--quiet'];
  return { command: [interpreter, '-m', 'pip', 'install', ...options, `${name}==${pinned}`], cwd };
}

/** The environment in which Python finds our drivers besides the user's own modules. */
export function driverPath(driversDirectory: string, env: RunnerServices['env']): Readonly<Record<string, string>> {
  const own = env['PYTHONPATH'];
  return { PYTHONPATH: own === undefined || own === '' ? driversDirectory : `${driversDirectory}${delimiter}${own}` };
}

/** What Python says when it does not have the tool. */
export function missingModule({ name, pinned }: PythonPackage, output: string): ExitMeaning | null {
  if (!output.includes(`No module named '${name}'`) && !output.includes(`No module named ${name}`)) return null;
  const remedy = `Run \`pip install ${name}==${pinned}\` before this step, or set \`install: true\`.`;
  return { outcome: 'config-error', message: `${name} is not installed`, remedy };
}

/** A path of the suite, absolute. */
export function inSuite({ workingDirectory }: SuiteCommon, path: string): string {
  return join(workingDirectory, path);
}
