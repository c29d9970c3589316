import { join, relative } from 'node:path';
import type { Settings, SuiteSettings } from '../model/settings.js';
import type { Files } from '../ports.js';
import { foldersUpTo } from '../text/shell.js';

/** A line that starts Django's `manage.py` or unittest with the Python of PATH. */
const TEST_LINE = /^python3?(?= (?:-(?!m)\S+ )*(?:(?:\S*\/)?manage\.py\b|-m qaagent_unittest\b))/;
const ENVIRONMENTS = ['.venv', 'venv'].flatMap((name) => [`${name}/bin/python`, `${name}/Scripts/python.exe`]);

interface World {
  readonly files: Files;
  readonly workspace: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts `manage.py` and unittest with the Python of `.venv` or `venv` in the suite's folder or one above, unless an environment is active. */
export async function withProjectPython(settings: Settings, world: World): Promise<Settings> {
  if ((world.env['VIRTUAL_ENV'] ?? '') !== '') return settings;
  return { ...settings, suites: await Promise.all(settings.suites.map((suite) => ownPython(suite, world))) };
}

async function ownPython(suite: SuiteSettings, { files, workspace }: World): Promise<SuiteSettings> {
  if (suite.runner !== 'command' || !TEST_LINE.test(suite.run)) return suite;
  const { workingDirectory: start, run, rerun } = suite;
  for (const python of foldersUpTo(workspace, start).flatMap((folder) =>
    ENVIRONMENTS.map((path) => join(folder, path)),
  )) {
    if (!(await files.exists(python))) continue;
    const word = relative(start, python).replaceAll('\\', '/');
    if (/[^\w./-]/.test(word)) return suite;
    return { ...suite, run: run.replace(TEST_LINE, word), rerun: rerun?.replace(TEST_LINE, word) ?? null };
  }
  return suite;
}
