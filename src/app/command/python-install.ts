import { join } from 'node:path';
import type { SuiteSettings } from '../../model/settings.js';
import type { Files } from '../../ports.js';
import { groupsWithTools, namedGroups, type NamedGroups } from '../../runners/python.js';
import { foldersUpTo, pathsOf, shellWord } from '../../text/shell.js';

/** Managers of Python projects: the lock file that shows them, and the line that installs the project with its tests. */
const MANAGERS: readonly (readonly [lock: string, line: (named: NamedGroups) => string])[] = [
  [
    'uv.lock',
    (named) => `pip install uv && uv sync${options('--group', named.groups)}${options('--extra', named.extras)}`,
  ],
  ['poetry.lock', ({ extras }) => `pip install poetry && poetry install${options('--extras', extras)}`],
  ['Pipfile.lock', () => 'pip install pipenv && pipenv sync --dev'],
  ['pdm.lock', ({ groups, extras }) => `pip install pdm && pdm install${options('-G', [...groups, ...extras])}`],
];
const REQUIREMENTS = [
  ...['requirements.txt', 'requirements-dev.txt', 'requirements-test.txt', 'requirements-tests.txt'],
  ...['dev-requirements.txt', 'test-requirements.txt', 'requirements/dev.txt', 'requirements/test.txt'],
];
const MANIFESTS = [...MANAGERS.map(([lock]) => lock), ...REQUIREMENTS, 'pyproject.toml', 'setup.py'];

/** The lines that install what the Python suites need, one for each folder that says how. */
export async function installLines(
  suites: readonly SuiteSettings[],
  root: string,
  files: Files,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const folder of await foldersOf(suites, root, files)) {
    const tools = new Set(suites.flatMap(({ runner }) => (runner === 'pytest' || runner === 'behave' ? [runner] : [])));
    const line = await installLine(folder, [...tools].toSorted().toReversed(), files);
    const below = pathsOf(root).relative(root, folder).replaceAll('\\', '/');
    if (line !== '') lines.push(below === '' ? line : `cd ${shellWord(below)} && ${line}`);
  }
  return lines;
}

/** For each suite the nearest folder that says what to install; the top when none does. */
async function foldersOf(suites: readonly SuiteSettings[], root: string, files: Files): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const { workingDirectory } of suites) {
    let nearest = root;
    for (const folder of foldersUpTo(root, workingDirectory).toReversed())
      if (await hasAny(folder, MANIFESTS, files)) nearest = folder;
    found.add(nearest);
  }
  return [...found];
}

async function hasAny(folder: string, names: readonly string[], files: Files): Promise<boolean> {
  for (const name of names) if (await files.exists(join(folder, name))) return true;
  return false;
}

async function installLine(folder: string, tools: readonly string[], files: Files): Promise<string> {
  const has = (name: string): Promise<boolean> => files.exists(join(folder, name));
  const project = (await files.readTextIfExists(join(folder, 'pyproject.toml'))) ?? '';
  const named = namedGroups(project);
  for (const [lock, line] of MANAGERS) if (await has(lock)) return line(named);
  const found: string[] = [];
  for (const name of REQUIREMENTS) if (await has(name)) found.push(`-r ${name}`);
  const isPackage = (await has('setup.py')) || (found.length === 0 && project !== '');
  const self = named.extras.length === 0 ? '-e .' : `-e '.[${named.extras.join(',')}]'`;
  const groups = isPackage ? groupsWithTools(project, 'dependency-groups') : [];
  const installed = [...found, ...(isPackage ? [self] : []), ...groups.map((name) => `--group ${name}`), ...tools];
  return installed.length === 0 ? '' : `pip install ${installed.join(' ')}`;
}

const options = (option: string, names: readonly string[]): string =>
  names.map((name) => ` ${option} ${name}`).join('');
