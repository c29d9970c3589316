import { folderOf, foldersWith, isBelow, topmost, type ProjectFiles } from './project-files.js';

/** Folders that hold projects which the tests or the readers of a repository use, and code of others. */
const ASIDE =
  /^(?:__fixtures__|fixtures?|testdata|test[-_]data|examples?|samples?|templates?|third[-_]party|external)$/i;
/** Files that make a folder a project of its own. */
const MARKERS =
  /^(?:package\.json|pyproject\.toml|setup\.(?:py|cfg)|\.?pytest\.(?:ini|toml)|tox\.ini|manage\.py|go\.mod|Cargo\.toml|pom\.xml|(?:build|settings)\.gradle(?:\.kts)?|phpunit\.xml(?:\.dist)?|CMakeLists\.txt|(?:vitest|jest|playwright)\.config\.\w+)$/;
/** Files that name the packages of a workspace. */
const WORKSPACES = ['package.json', 'pnpm-workspace.yaml', 'lerna.json', 'Cargo.toml', 'go.work', 'pyproject.toml'];

/** A project below a folder of fixtures or examples, or a submodule of git. */
export interface AsideFolder {
  readonly folder: string;
  readonly reason: string;
}

/**
 * Projects below a project whose tests are not its own: fixtures, examples, code of others, submodules. A workspace that
 * names them makes them its packages.
 */
export async function foldersAside(project: ProjectFiles): Promise<readonly AsideFolder[]> {
  const workspaces = (await Promise.all(WORKSPACES.map((name) => project.read(name)))).join('\n');
  const projects = foldersWith(project, MARKERS).filter((folder) => folder !== '.');
  const aside = topmost(projects.filter((folder) => isAside(folder, workspaces))).map((folder) => ({
    folder,
    reason: `a project in a folder named \`${nameOf(folder)}\`; plain use of the tools at the top does not run it as one`,
  }));
  const modules = Array.from((await project.read('.gitmodules')).matchAll(/^[ \t]{0,20}path {0,20}= {0,20}(\S.*)$/gm));
  const submodules = modules.map(([, folder = '']) => ({
    folder: folder.trim(),
    reason: 'a submodule of git, with tests of its own',
  }));
  return [...submodules, ...aside.filter(({ folder }) => !submodules.some((other) => isBelow(folder, other.folder)))];
}

const nameOf = (folder: string): string => folder.split('/').find((part) => ASIDE.test(part)) ?? folder;

function isAside(folder: string, workspaces: string): boolean {
  const parts = folder.split('/');
  const at = parts.findIndex((part) => ASIDE.test(part));
  if (at < 0) return false;
  const root = parts.slice(0, at + 1).join('/');
  // A folder that a workspace names is one of its packages: `examples/*`, `./templates/web`.
  return ![root, folder].some((path) => namesPath(workspaces, path));
}

function namesPath(text: string, path: string): boolean {
  for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, at + 1)) {
    const isStart = /["'\s./]/.test(text[at - 1] ?? ' ');
    if (isStart && /["'\s/]/.test(text[at + path.length] ?? ' ')) return true;
  }
  return false;
}

/** The project without some of its folders. */
export function without(project: ProjectFiles, aside: readonly AsideFolder[]): ProjectFiles {
  if (aside.length === 0) return project;
  const folders = new Set(aside.map(({ folder }) => folder));
  return { ...project, paths: project.paths.filter((path) => !isIn(path, folders)) };
}

function isIn(path: string, folders: ReadonlySet<string>): boolean {
  for (let folder = folderOf(path); folder !== '.'; folder = folderOf(folder)) if (folders.has(folder)) return true;
  return false;
}
