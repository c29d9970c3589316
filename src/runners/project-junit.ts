import { resolve } from 'node:path';
import type { RunnerServices } from './runner.js';

type Reading = Pick<RunnerServices, 'files' | 'env'>;

const BEHAVE_FILES = ['behave.ini', '.behaverc', 'setup.cfg', 'tox.ini', 'pyproject.toml'];
const BEHAVE_FOLDER = /^[ \t]*junit_directory[ \t]*[=:][ \t]*["']?([^"'\s]+)/m;
const BEHAVE_JUNIT = /^[ \t]*junit[ \t]*[=:][ \t]*(?:true|yes|on|1)[ \t\r]*$/im;

/** The folder into which the configuration of Behave wants JUnit files; empty when it wants none. Absolute. */
export async function behaveJunitFolder(cwd: string, { files }: Reading): Promise<string> {
  for (const name of BEHAVE_FILES) {
    const text = await files.readTextIfExists(resolve(cwd, name));
    if (text === null || (/\.(?:cfg|toml)$|^tox/.test(name) && !/^\[(?:tool\.)?behave\]/m.test(text))) continue;
    const folder = BEHAVE_FOLDER.exec(text)?.[1];
    if (BEHAVE_JUNIT.test(text)) return resolve(cwd, folder ?? 'reports');
  }
  return '';
}

const PYTEST_FILES = ['pytest.ini', '.pytest.ini', 'pyproject.toml', 'tox.ini', 'setup.cfg'];
const PYTEST_JUNIT = /--junit-?xml(?:=|["']?,?\s{1,8}["']?)([^\s"',\]]+)/;

/**
 * The JUnit file that `addopts` in the configuration of pytest or in `PYTEST_ADDOPTS` names; empty when there is none.
 * Absolute.
 */
export async function pytestJunitFile(cwd: string, { files, env }: Reading): Promise<string> {
  const texts = [env['PYTEST_ADDOPTS'] ?? ''];
  for (const name of PYTEST_FILES) texts.push((await files.readTextIfExists(resolve(cwd, name))) ?? '');
  const named = texts.map((text) => PYTEST_JUNIT.exec(text)?.[1]).find((path) => path !== undefined);
  return named === undefined ? '' : resolve(cwd, named);
}
