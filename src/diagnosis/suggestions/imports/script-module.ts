import { posix } from 'node:path';
import { nearOf } from '../../source/near-name.js';
import { folderOf, type ImportSources, joined, listed } from './repository-files.js';
import type { MissingModule } from './python-module.js';

const EXTENSION = /(?:\.d)?\.(?:[cm]?[jt]sx?|json|vue|svelte|astro)$/;
const EXTENSIONS = ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '.vue', '.svelte', '.json'];
const withoutExtension = (name: string): string => name.replace(EXTENSION, '');
/** Aliases that no package of npm can have; what follows is a path of the project. */
const ALIAS = /^(?:[@~]\/|#(?!\/))/;

/** True for a path or an alias of the project, as against a package. */
export const isProjectPath = (specifier: string): boolean => /^\.{0,2}\//.test(specifier) || ALIAS.test(specifier);

/** The next step for a file that a script of JavaScript or TypeScript imports and that is not there; empty for a package. */
export function scriptModuleStep(missing: MissingModule, sources: ImportSources): string {
  const { module, importer, where } = missing;
  if (ALIAS.test(module)) return aliasStep(missing, sources);
  if (!/^\.{1,2}\//.test(module)) return '';
  if (importer === '')
    return `Check the path of the import '${module}' at ${where}: the file is not there, or is not committed.`;
  return inFolder(missing, joined(folderOf(importer), posix.dirname(module)), sources) || elsewhere(missing, sources);
}

/** What the folder has in place of the missing file: the same with another ending, or a near name; empty for neither. */
function inFolder({ module, where }: MissingModule, folder: string, { filesIn }: ImportSources): string {
  const names = filesIn(folder);
  const last = posix.basename(module);
  const stem = withoutExtension(last);
  const isSame = (name: string): boolean => withoutExtension(name) === stem && EXTENSION.test(name);
  const same = names.find(isSame);
  const path = (name: string): string => `${posix.dirname(module)}/${name}`.replace(/^\.\/(?=\.\.\/)/, '');
  if (same !== undefined && same !== last) {
    if (last === stem)
      return `Write \`${path(same)}\` in place of \`${module}\` at ${where}: an ES module of Node is imported with its file extension.`;
    return `Let the runner find ${joined(folder, same)} for \`${module}\` (jest: \`moduleNameMapper: { '^(\\\\.{1,2}/.*)\\\\.js$': '$1' }\`), or write \`${path(stem)}\` at ${where}.`;
  }
  if (same !== undefined) return '';
  const near = nearOf(
    stem,
    names.map((name) => withoutExtension(name.replace(/\/$/, ''))),
  );
  if (near === '') return '';
  const ending = last.slice(stem.length);
  const file = names.find((name) => withoutExtension(name.replace(/\/$/, '')) === near) ?? near;
  const why =
    near.toLowerCase() === stem.toLowerCase() ? ' (file names on Linux distinguish upper and lower case)' : '';
  return `Write \`${path(`${near}${ending}`)}\` in place of \`${module}\` at ${where}: the file is ${joined(folder, file)}${why}.`;
}

/** The one file of that name in another folder, or what the folder has. */
function elsewhere({ module, importer, where }: MissingModule, { ownFile, filesIn }: ImportSources): string {
  const stem = withoutExtension(posix.basename(module));
  const found = EXTENSIONS.map((ending) => ownFile(`${stem}${ending}`)).find((file) => file !== null);
  const from = folderOf(importer);
  if (found !== undefined && withoutExtension(posix.basename(found)) === stem) {
    const way = posix.relative(`/${from}`, `/${found}`);
    const meant = `${way.startsWith('.') ? '' : './'}${withoutExtension(way)}${posix.basename(module).slice(stem.length)}`;
    if (meant !== module) return `Write \`${meant}\` in place of \`${module}\` at ${where}: the file is ${found}.`;
  }
  const folder = joined(from, posix.dirname(module));
  const files = filesIn(folder).filter((name) => EXTENSION.test(name) && joined(folder, name) !== importer);
  const has = files.length === 0 ? '' : ` (${folder === '' ? 'the folder' : folder} has ${listed(files)})`;
  return `Correct the path of the import '${module}' at ${where}, or commit the file: it is not there${has}.`;
}

/** A path alias of TypeScript or a bundler: of a file that is there, the runner does not know the alias. */
function aliasStep(missing: MissingModule, sources: ImportSources): string {
  const { module, where } = missing;
  const [alias = ''] = ALIAS.exec(module) ?? [];
  const rest = module.slice(alias.length);
  const folders = ['src', '', 'app'].map((root) => joined(root, posix.dirname(rest)));
  const stem = withoutExtension(posix.basename(rest));
  for (const folder of folders) {
    const names = sources.filesIn(folder).map((name) => withoutExtension(name.replace(/\/$/, '')));
    if (names.includes(stem)) return unknownAlias(alias, joined(folder, stem), where);
    const near = nearOf(stem, names);
    if (near !== '')
      return `Write \`${module.slice(0, module.length - posix.basename(module).length)}${near}\` in place of \`${module}\` at ${where}: this repository has ${joined(folder, near)}, and no '${stem}' beside it.`;
  }
  return `Correct the import '${module}' at ${where}, or tell the runner about the alias \`${alias}\` (${ALIASES}).`;
}

const ALIASES = '`moduleNameMapper` of jest, `resolve.alias` of vitest';

function unknownAlias(alias: string, file: string, where: string): string {
  return `Tell the runner about the alias \`${alias}\` that ${where} uses (${ALIASES}): ${file} exists, and \`paths\` of tsconfig.json is read by the compiler only.`;
}
