import { execFile } from 'node:child_process';

/** What git needs of the environment: never a token, for a repository may name programs to run. */
const PASSED = ['PATH', 'HOME', 'USERPROFILE', 'SYSTEMROOT', 'TEMP', 'TMP', 'PATHEXT', 'COMSPEC', 'LANG'];
const LIMIT_MS = 60_000;
const MOST_BYTES = 512 << 20;

/**
 * Repositories that belong to somebody else are read, as in a job whose container runs as another user; nothing that
 * their configuration names is run.
 */
const OPTIONS = [
  'safe.directory=*',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.quotePath=false',
].flatMap((setting) => ['-c', setting]);
/** Others, as `ext::`, are programs that a repository names. */
const PROTOCOLS = 'file:git:http:https:ssh';

/** What git prints in a folder; null when it is missing, refuses, or ends otherwise than with success. */
export function runGit(args: readonly string[], cwd: string): Promise<string | null> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => PASSED.includes(name.toUpperCase())));
  const options = {
    cwd,
    env: { ...env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_ALLOW_PROTOCOL: PROTOCOLS },
  };
  return new Promise((resolve) => {
    execFile(
      'git',
      [...OPTIONS, ...args],
      { ...options, timeout: LIMIT_MS, maxBuffer: MOST_BYTES },
      (error, stdout) => {
        resolve(error === null ? stdout : null);
      },
    );
  });
}
