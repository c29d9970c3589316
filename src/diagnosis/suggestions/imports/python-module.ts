import { posix } from 'node:path';
import { nearOf } from '../../source/near-name.js';
import { folderOf, foldersAbove, type ImportSources, joined, listed } from './repository-files.js';

/** A module that Python did not find, and the line that imports it. */
export interface MissingModule {
  /** `app.utlis`. */
  readonly module: string;
  /** File of the repository that imports it; empty when it is not known. */
  readonly importer: string;
  /** What the line is called in the sentence. */
  readonly where: string;
}

/** The modules and packages of a folder by name. */
function modulesIn(folder: string, { filesIn }: ImportSources): readonly string[] {
  return filesIn(folder).flatMap((name) => {
    if (name.endsWith('/')) return isPackage(joined(folder, name), { filesIn }) ? [name.slice(0, -1)] : [];
    return /^(?!__)\w+\.pyi?$/.test(name) ? [name.replace(/\.pyi?$/, '')] : [];
  });
}

const isPackage = (folder: string, { filesIn }: Pick<ImportSources, 'filesIn'>): boolean =>
  filesIn(folder).some((name) => name.endsWith('.py'));

/** Folders that Python may import from: those above the importing file, their `src`, and those of the repository. */
function rootsFor(importer: string): readonly string[] {
  const above = foldersAbove(folderOf(importer));
  return [...new Set([...above.flatMap((folder) => [folder, joined(folder, 'src')]), '', 'src'])];
}

/** The next step for a Python module that the repository has, or almost has; empty for one of another package. */
export function pythonModuleStep(missing: MissingModule, sources: ImportSources): string {
  const [top = '', ...inner] = missing.module.split('.');
  if (!/^\w+$/.test(top)) return '';
  if (inner.length > 0) return submoduleStep(missing, [top, ...inner], sources);
  const own = ownFileOf(top, missing.importer, sources);
  return own === '' ? misspelt(missing, sources) : notOnPath(top, own, missing.importer, sources);
}

/** The repository's own file that a top-level name means; empty when there is none. */
function ownFileOf(top: string, importer: string, { ownFile, filesIn }: ImportSources): string {
  const names = [`${top}/__init__.py`, `src/${top}/__init__.py`, `${top}.py`, `src/${top}.py`];
  const found = names.map((name) => ownFile(name)).find((file) => file !== null);
  if (found !== undefined) return found;
  const folder = rootsFor(importer).map((root) => joined(root, top));
  return folder.find((each) => isPackage(each, { filesIn })) ?? '';
}

const CONFIGURES = new Set(['pytest.ini', '.pytest.ini', 'pyproject.toml', 'tox.ini', 'setup.cfg']);

/** `pythonpath` starts at the folder of pytest's configuration. */
function notOnPath(top: string, file: string, importer: string, { filesIn }: ImportSources): string {
  const root = folderOf(file.replace(/\/__init__\.py$/, ''));
  const isConfigured = (folder: string): boolean => filesIn(folder).some((name) => CONFIGURES.has(name));
  const start = foldersAbove(folderOf(importer)).find(isConfigured) ?? '';
  const way = posix.relative(`/${start}`, `/${root}`);
  return `'${top}' is in this repository (${file}) and not on Python's path: write \`pythonpath = ${way === '' ? '.' : way}\` below \`[pytest]\` in pytest.ini (or where pytest is configured), or run \`pip install -e .\` before the tests.`;
}

/** A module beside the importing file or at a root that is called almost like the missing one. */
function misspelt({ module, importer, where }: MissingModule, sources: ImportSources): string {
  for (const root of importer === '' ? [] : rootsFor(importer)) {
    const near = nearOf(module, modulesIn(root, sources));
    if (near !== '')
      return `Write \`${near}\` in place of \`${module}\` at ${where} if ${nameOf(root, near, sources)} of this repository is meant; otherwise add the package of '${module}' to the requirements and install it before the tests.`;
  }
  return '';
}

/** The file of a module, or the folder of a package. */
function nameOf(folder: string, name: string, { filesIn }: ImportSources): string {
  return joined(folder, filesIn(folder).includes(`${name}.py`) ? `${name}.py` : name);
}

/** Python has found the package, so its path is right: the module itself is missing, misspelt, or somewhere else. */
function submoduleStep(missing: MissingModule, parts: readonly string[], sources: ImportSources): string {
  const [top = ''] = parts;
  const root = rootOf(top, missing.importer, sources);
  if (root === null) return '';
  let folder = joined(root, top);
  for (const [at, part] of parts.entries()) {
    if (at === 0) continue;
    const isLast = at === parts.length - 1;
    const files = sources.filesIn(folder);
    const inside = joined(folder, part);
    if (files.includes(`${part}.py`))
      return isLast ? shadowed(missing, `${inside}.py`, top) : notPackage(missing, inside);
    if (isLast && isPackage(inside, sources)) return shadowed(missing, inside, top);
    if (!files.includes(`${part}/`)) return absent(missing, { folder, part, root }, sources);
    folder = inside;
  }
  return '';
}

function rootOf(top: string, importer: string, { ownFile, filesIn }: ImportSources): string | null {
  const init = ownFile(`${top}/__init__.py`) ?? ownFile(`src/${top}/__init__.py`);
  const folders = rootsFor(importer).filter((root) => filesIn(joined(root, top)).length > 0);
  return folders[0] ?? (init === null ? null : folderOf(folderOf(init)));
}

const notPackage = ({ module, where }: MissingModule, file: string): string =>
  `Correct the import at ${where}: ${file}.py is a module, not a package, so '${module}' cannot be inside it.`;

function shadowed({ module, where }: MissingModule, file: string, top: string): string {
  return `Find the other package '${top}' that Python loads for ${where}: ${file} exists, and '${module}' is not found, so an installed copy or a folder of the same name comes first on the path.`;
}

interface Absent {
  readonly folder: string;
  readonly part: string;
  readonly root: string;
}

/** A module that the package does not have: one with a near name, one of the same name elsewhere, or none. */
function absent({ module, where }: MissingModule, { folder, part, root }: Absent, sources: ImportSources): string {
  const known = modulesIn(folder, sources);
  const near = nearOf(part, known);
  const parts = module.split('.');
  const at = root === '' ? folder.split('/').length : folder.slice(root.length + 1).split('/').length;
  if (near !== '') {
    const meant = [...parts.slice(0, at), near, ...parts.slice(at + 1)].join('.');
    return `Write \`${meant}\` in place of \`${module}\` at ${where}: this repository has ${nameOf(folder, near, sources)}, and no '${part}' beside it.`;
  }
  const elsewhere = sources.ownFile(`${parts.at(-1) ?? ''}.py`);
  const prefix = root === '' ? '' : `${root}/`;
  if (elsewhere !== null && elsewhere.startsWith(`${prefix}${parts[0] ?? ''}/`)) {
    const meant = elsewhere.slice(prefix.length).replace(/\.py$/, '').replaceAll('/', '.');
    return `Write \`${meant}\` in place of \`${module}\` at ${where}: the module is in ${elsewhere}.`;
  }
  const has = known.length === 0 ? 'no modules' : listed(known);
  return `Correct the import of '${module}' at ${where}, or add (and commit) ${joined(folder, part)}.py: the package has ${has}.`;
}
