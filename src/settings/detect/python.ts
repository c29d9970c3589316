import { commandSuite, covers, type FoundSuite } from './found-suite.js';
import { folderOf, foldersWith, isBelow, within, type ProjectFiles } from './project-files.js';
import { withoutEnd } from '../../text/bounds.js';

const TEST_FILE = /(^|\/)(test_[^/]*|[^/]*_test)\.py$/;

/** True for a file that pytest takes for tests by default. */
export const isPythonTest = (path: string): boolean => TEST_FILE.test(path);

/** How pytest finds its configuration in a file. */
const CONFIGURATION: Readonly<Record<string, RegExp>> = {
  'pytest.ini': /(?:)/,
  '.pytest.ini': /(?:)/,
  'pytest.toml': /(?:)/,
  '.pytest.toml': /(?:)/,
  'pyproject.toml': /^\[tool\.pytest(\.ini_options)?\]/m,
  'tox.ini': /^\[pytest\]/m,
  'setup.cfg': /^\[tool:pytest\]/m,
};

/** pytest, Django's own runner and Behave. pytest starts where plain `pytest` would, without a path: its own configuration decides. */
export async function findPython(project: ProjectFiles): Promise<readonly FoundSuite[]> {
  const configured = await configuredFolders(project);
  const django = findDjango(project, configured);
  const top = { isProject: await isProjectAtTop(project) };
  const pytest = findPytest(await withoutTestsOf(django, project), configured, top);
  const unittest = pytest.length + django.length === 0 ? await findUnittest(project) : [];
  return [...pytest, ...django, ...unittest, ...findBehave(project)];
}

/** True when the top is a Python package itself, and neither a mere configuration of tools nor a workspace of packages. */
async function isProjectAtTop(project: ProjectFiles): Promise<boolean> {
  const text = await project.read('pyproject.toml');
  if (/^\[tool\.uv\.workspace\]/m.test(text)) return false;
  return (
    ['setup.py', 'setup.cfg'].some((name) => project.has(name)) ||
    /^\[(?:project|build-system|tool\.poetry)\]/m.test(text)
  );
}

/** `python -m unittest`, for tests at the top whose names pytest does not take for tests. */
async function findUnittest(project: ProjectFiles): Promise<readonly FoundSuite[]> {
  for (const path of project.paths.filter((name) => /^test[^/]*\.py$/.test(name))) {
    if (!/^(?:import|from) unittest\b/m.test(await project.read(path))) continue;
    const run = `${launcherOf(project, '.')}python -m ${UNITTEST}`;
    const found = { name: 'unit', tool: 'unittest', folder: '.', why: path };
    return [commandSuite(found, run, { rerun: `${run} {ids}` })];
  }
  return [];
}

/** The project without the feature files that pytest-bdd runs as tests of pytest: those without step files of Behave. */
export async function withoutBddFeatures(project: ProjectFiles): Promise<ProjectFiles> {
  const isFeature = (path: string): boolean => path.endsWith('.feature');
  const tests = project.paths.filter((path) => isPythonTest(path) || path.endsWith('conftest.py'));
  const isBdd =
    project.paths.some(isFeature) && (await anyMatches(project, tests, /^[ \t]*(?:from|import) pytest_bdd\b/m));
  if (!isBdd) return project;
  const kept = project.paths.map(async (path) => {
    if (!isFeature(path)) return true;
    const root = /^(?:.*?\/)?features(?=\/)/.exec(path)?.[0] ?? folderOf(path);
    const beside = project.paths.filter((other) => other.endsWith('.py') && isBelow(other, root));
    return anyMatches(project, beside, /^[ \t]*(?:from|import) behave\b/m);
  });
  const isKept = await Promise.all(kept);
  return { ...project, paths: project.paths.filter((_, index) => isKept[index]) };
}

async function anyMatches(project: ProjectFiles, paths: readonly string[], pattern: RegExp): Promise<boolean> {
  for (const path of paths) if (pattern.test(await project.read(path))) return true;
  return false;
}

/** What only pytest runs: functions outside of a class, fixtures, marks. */
const PYTEST_STYLE = /^(?:async )?def test|^[ \t]*(?:import|from) pytest\b/m;

/** The project without the tests that Django's runner finds. */
async function withoutTestsOf(django: readonly FoundSuite[], project: ProjectFiles): Promise<ProjectFiles> {
  const folders = django.map(({ folder }) => folder);
  const isLeft = project.paths.map(async (path) => {
    const isInside = isPythonTest(path) && folders.some((folder) => isBelow(path, folder));
    return !isInside || PYTEST_STYLE.test(await project.read(path));
  });
  const left = await Promise.all(isLeft);
  return { ...project, paths: project.paths.filter((_, index) => left[index]) };
}

interface Package {
  readonly folder: string;
  readonly why: string;
  readonly only: readonly string[];
  /** Folders and names of folders that its configuration leaves out. */
  readonly skipped?: readonly string[];
  /** True when its configuration says how test files are called. */
  readonly namesFiles?: boolean;
}

function findPytest(
  project: ProjectFiles,
  configured: readonly Package[],
  { isProject }: { readonly isProject: boolean },
): readonly FoundSuite[] {
  const tests = project.paths.filter(isPythonTest);
  const top = configured.find(({ folder }) => folder === '.');
  const packages = packagesOf(project, configured, tests, top, isProject);
  const inPackage = (path: string): boolean => packages.some(({ folder }) => isBelow(path, folder));
  const rest = tests.filter((path) => !inPackage(path));
  const suites = packages.map((one) => pytestSuite(one, []));
  if (top === undefined && rest.length === 0) return suites;
  const excluded = packages.map(({ folder }) => folder);
  return [
    pytestSuite(top ?? { folder: '.', why: rest[0] ?? '', only: [] }, top === undefined ? excluded : []),
    ...suites,
  ];
}

/** Folders with a configuration of pytest, and where it looks for tests when that is restricted. */
async function configuredFolders(project: ProjectFiles): Promise<readonly Package[]> {
  const found: Package[] = [];
  for (const folder of foldersWith(project, /^(\.?pytest\.(ini|toml)|pyproject\.toml|tox\.ini|setup\.cfg)$/)) {
    for (const [name, section] of Object.entries(CONFIGURATION)) {
      const path = within(folder, name);
      if (!project.has(path)) continue;
      const text = await project.read(path);
      if (!section.test(text)) continue;
      const namesFiles = /^python_files\s*=/m.test(text);
      found.push({ folder, why: path, only: testPathsOf(text), skipped: skippedOf(text), namesFiles });
      break;
    }
  }
  return found;
}

/** `testpaths = a b`, `testpaths = "a b"` or `testpaths = ["a", "b"]`. */
function testPathsOf(text: string): readonly string[] {
  const list = /^testpaths\s*=\s*\[([^\]]*)\]/m.exec(text)?.[1];
  if (list !== undefined) return Array.from(list.matchAll(/["']([^"']+)["']/g), ([, path = '']) => clean(path));
  const words = /^testpaths\s*=[ \t]*(.*(?:\n[ \t]+\S.*)*)/m.exec(text)?.[1] ?? '';
  return words
    .replace(/["']/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(clean);
}

/** `--ignore=legacy` in `addopts`, `norecursedirs = legacy`. */
function skippedOf(text: string): readonly string[] {
  const ignored = Array.from(text.matchAll(/--ignore(?:=|\s{1,9})["']?([\w./-]{1,200})/g), ([, path = '']) =>
    clean(path),
  );
  const list = /^norecursedirs\s*=\s*(?:\[([^\]]*)\]|(.*(?:\n[ \t]+\S.*)*))/m.exec(text);
  const names = (list?.[1] ?? list?.[2] ?? '').split(/[\s,"']+/).filter((name) => /^[\w./-]+$/.test(name));
  return [...ignored, ...names.map(clean)];
}

const clean = (path: string): string => withoutEnd(path.replace(/^\.\//, ''), '/');

/**
 * Packages that are suites of their own: those with a configuration that plain `pytest` at the top would not use and
 * tests that it would not collect, and, where the top is no Python project, those with a project file and tests.
 */
function packagesOf(
  project: ProjectFiles,
  configured: readonly Package[],
  tests: readonly string[],
  top: Package | undefined,
  isProject: boolean,
): readonly Package[] {
  const hasTests = ({ folder, namesFiles = false }: Package): boolean =>
    namesFiles || tests.some((path) => isBelow(path, folder));
  const nested = configured.filter(({ folder }) => folder !== '.');
  const isReached = ({ folder }: Package): boolean =>
    top !== undefined &&
    !(top.skipped ?? []).some((path) => isBelow(folder, path) || folder === path || folder.split('/').includes(path)) &&
    covers({ ...pytestSuite(top, []), only: top.only }, `${folder}/test_x.py`);
  const own = nested.filter((one) => hasTests(one) && !isReached(one));
  if (top !== undefined || isProject) return outermost(own);
  const marked = foldersWith(project, /^(pyproject\.toml|setup\.py)$/)
    .map((folder): Package => ({ folder, why: folder, only: [] }))
    .filter((one) => one.folder !== '.' && hasTests(one) && !own.some(({ folder }) => folder === one.folder));
  return outermost([
    ...own,
    ...marked.map((one) => ({ ...one, why: tests.find((path) => isBelow(path, one.folder)) ?? '' })),
  ]);
}

function outermost(packages: readonly Package[]): readonly Package[] {
  return packages.filter(
    ({ folder }) => !packages.some((other) => other.folder !== folder && isBelow(folder, other.folder)),
  );
}

function pytestSuite({ folder, why, only }: Package, excluded: readonly string[]): FoundSuite {
  const args = excluded.map((path) => `--ignore=${path}`);
  const settings = args.length === 0 ? { runner: 'pytest' } : { runner: 'pytest', args };
  return { name: 'unit', tool: 'pytest', folder, settings, why, excluded, only };
}

/** Options of `manage.py test` that let the runner of the project pass its results on. */
export const DJANGO_OPTIONS = '--noinput --testrunner=qaagent_unittest.DjangoRunner';

/** The module that runs what `python -m unittest` runs and passes its results on. */
export const UNITTEST = 'qaagent_unittest';

/** Lock files of tools that start Python in the environment of a project. */
const LAUNCHERS: readonly (readonly [lock: string, line: string])[] = [
  ['uv.lock', 'uv run '],
  ['poetry.lock', 'poetry run '],
  ['pdm.lock', 'pdm run '],
  ['Pipfile.lock', 'pipenv run '],
];

/** What starts Python in the environment of the project in this folder. */
function launcherOf(project: ProjectFiles, folder: string): string {
  return LAUNCHERS.find(([lock]) => project.has(within(folder, lock)))?.[1] ?? '';
}

/** Each folder with manage.py and tests that Django's own runner finds, unless pytest is configured for them. */
function findDjango(project: ProjectFiles, configured: readonly Package[]): readonly FoundSuite[] {
  return foldersWith(project, /^manage\.py$/).flatMap((folder) => {
    const why = within(folder, 'manage.py');
    const inside = project.paths.filter((path) => isBelow(path, folder));
    const isPytest = configured.some(
      (one) => one.folder === folder || isBelow(folder, one.folder) || isBelow(one.folder, folder),
    );
    if (isPytest || !inside.some((path) => /(^|\/)tests?[^/]*\.py$/.test(path))) return [];
    const run = `${launcherOf(project, folder)}python manage.py test ${DJANGO_OPTIONS}`;
    const found = { name: 'django', tool: 'django', folder, why };
    return [commandSuite(found, run, { rerun: `${run} {ids}` })];
  });
}

/** Each folder `features` with feature files; Behave starts beside it. */
function findBehave(project: ProjectFiles): readonly FoundSuite[] {
  const roots = new Map<string, string>();
  for (const path of project.paths) {
    if (!path.endsWith('.feature')) continue;
    const root = /^(?:.*?\/)?features(?=\/)/.exec(path)?.[0] ?? stepsFolder(project, path);
    if (root !== null && !roots.has(root) && isBehave(project, root)) roots.set(root, path);
  }
  return Array.from(roots, ([root, why]) => {
    const folder = folderOf(root);
    const path = root.slice(folder === '.' ? 0 : folder.length + 1);
    return { name: 'behave', tool: 'behave', folder, settings: { runner: 'behave', path }, why, only: [path] };
  });
}

/** Feature files belong to Behave where no steps of another language are. */
function isBehave({ paths }: ProjectFiles, root: string): boolean {
  const inside = paths.filter((path) => isBelow(path, root));
  return (
    inside.some((path) => path.endsWith('.py')) ||
    !inside.some((path) => /\.(rb|[cm]?[jt]sx?|java|kt|php|cs|go)$/.test(path))
  );
}

function stepsFolder({ paths }: ProjectFiles, feature: string): string | null {
  for (let folder = folderOf(feature); folder !== '.'; folder = folderOf(folder))
    if (paths.some((path) => path.startsWith(`${folder}/steps/`) && path.endsWith('.py'))) return folder;
  return null;
}
