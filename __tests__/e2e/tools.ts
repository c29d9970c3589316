import { execFileSync } from 'node:child_process';
import { dirname, delimiter, join, resolve } from 'node:path';

/** What the suites of the projects need; paths, null where it is missing. */
export interface Tools {
  readonly python: string | null;
  /** `node_modules` of the shop. */
  readonly playwright: string | null;
  readonly chromium: string | null;
  /** `node_modules` with vitest and mocha. */
  readonly javascript: string | null;
  /** One line for each missing tool: how to get it. */
  readonly missing: readonly string[];
}

export const ROOT = resolve(import.meta.dirname, '..', '..');

/** Folder with the action.yml and the dist/ that are tested: the repository, or the one named by `ACTION_FOLDER`. */
export const ACTION = process.env['ACTION_FOLDER'] ?? ROOT;

let found: Tools | null = null;

/** Looks for the tools without installing anything; `npm test` has done that before. */
export function findTools(): Tools {
  const script = join(ROOT, 'scripts', 'setup.mjs');
  found ??= JSON.parse(
    execFileSync(process.execPath, [script, '--json', '--check'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, REQUIRE_RUNNERS: '0' },
    }),
  ) as Tools;
  return found;
}

/** Variables by which suites find the tools: the right Python first on PATH, the browser by name. */
export function toolEnvironment({ python, chromium }: Tools): Readonly<Record<string, string>> {
  const path = [...(python === null ? [] : [dirname(python)]), process.env['PATH'] ?? ''].join(delimiter);
  return { PATH: path, ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }) };
}
