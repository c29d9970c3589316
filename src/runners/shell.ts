import { win32 } from 'node:path';
import type { RunnerServices } from './runner.js';

/** The shell of a command, with the options that end it at the first failure: bash, else sh, else cmd; null without one. */
export async function shellOf(services: RunnerServices): Promise<readonly [string, ...string[]] | null> {
  const { processes, env } = services;
  const bash = await bashOf(services);
  if (bash !== null) return [bash, '--noprofile', '--norc', '-eo', 'pipefail', '-c'];
  const sh = await processes.which('sh', env);
  if (sh !== null) return [sh, '-e', '-c'];
  const cmd = await processes.which('cmd', env);
  return cmd === null ? null : [cmd, '/D', '/S', '/C'];
}

/** On Windows `bash` may be the one of the Linux subsystem, which sees other paths and programs: Git's is taken. */
async function bashOf({ processes, files, env }: RunnerServices): Promise<string | null> {
  const found = await processes.which('bash', env);
  if (found === null || !/\\windows\\(system32|sysnative)\\|\\windowsapps\\/i.test(found)) return found;
  const git = await processes.which('git', env);
  const own = git === null ? null : win32.join(git, '..', '..', 'bin', 'bash.exe');
  return own !== null && (await files.exists(own)) ? own : null;
}
