import { isAbsolute, join } from 'node:path';
import type { SuiteSettings } from '../model/settings.js';
import type { RunnerServices } from './runner.js';

type Command = readonly [string, ...string[]];

/**
 * The command that starts a Python tool: with a named interpreter `python -m tool`, else the tool's own script on
 * PATH, else `python3 -m tool`. Null when there is not even a Python.
 */
export async function pythonTool(
  tool: string,
  suite: SuiteSettings & { readonly python: string | null },
  { processes, env }: RunnerServices,
): Promise<Command | null> {
  if (suite.python !== null) {
    const isPath = /[\\/]/.test(suite.python) && !isAbsolute(suite.python);
    const named = isPath ? join(suite.workingDirectory, suite.python) : suite.python;
    const interpreter = await processes.which(named, env);
    return interpreter === null ? null : [interpreter, '-m', tool];
  }
  const script = await processes.which(tool, env);
  if (script !== null) return [script];
  const interpreter = (await processes.which('python3', env)) ?? (await processes.which('python', env));
  return interpreter === null ? null : [interpreter, '-m', tool];
}

/** Says that Python itself is missing. */
export function missingPython(python: string | null): readonly [message: string, remedy: string] {
  return python === null
    ? ['python not found', 'Add `actions/setup-python` before this step, or put python3 on PATH.']
    : [
        `the interpreter ${python} was not found`,
        'Correct `python` of the suite; a relative path starts at its working directory.',
      ];
}

/** True when Python said that it does not have the tool. */
export function isMissingModule(output: string, tool: string): boolean {
  return new RegExp(`No module named '?${tool}'?\\s*$`, 'm').test(output);
}
