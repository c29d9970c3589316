import { posix } from 'node:path';
import type { SourcePlace } from '../../../model/report.js';
import { first } from '../../wording/sentence.js';
import type { About } from '../suggestion.js';
import { cannotLoad, install } from './install.js';
import { missingNameStep } from './exported-name.js';
import { pythonModuleStep } from './python-module.js';
import { folderOf, type ImportSources, joined } from './repository-files.js';
import { isProjectPath, scriptModuleStep } from './script-module.js';

/** The step for an import that the files of the repository explain; empty when they do not. */
export function ownImportStep(text: string, place: SourcePlace | null, where: string, sources: ImportSources): string {
  return (
    relativeStep(text, where) ||
    nameStep(text, place?.file ?? '', where, sources) ||
    moduleStep(text, place?.file ?? '', where, sources)
  );
}

/** Relative imports of Python that lead out of the package, or have none. */
function relativeStep(text: string, where: string): string {
  if (/attempted relative import beyond top-level package/.test(text))
    return `Write the import at ${where} with the name of the package (\`from app.module import name\`), or use fewer dots: they lead above the package that Python loaded.`;
  return /attempted relative import with no known parent package/.test(text)
    ? `Write the import at ${where} with the name of the package (\`from app.module import name\`), or add \`__init__.py\` to the folder of the file: Python loaded it as a module without a package.`
    : '';
}

const NOT_IN_PYTHON =
  /cannot import name '(\w{1,100})' from (partially initialized module )?'[\w.]{1,160}'(?: \(most likely due to a circular import\))? \(([^()\n]{1,300}\.py)\)/;
const NOT_EXPORTED =
  /['"]([^'"\s]{1,300})['"] does not provide an export named '?(\w{1,100})|"(\w{1,100})" is not exported by "([^"\n]{1,300})"/;

/** A name that a module of the repository does not define, or not yet. */
function nameStep(text: string, importer: string, where: string, sources: ImportSources): string {
  const [, name = '', partial, path = ''] = NOT_IN_PYTHON.exec(text) ?? [];
  if (path === '') return scriptNameStep(text, importer, where, sources);
  const file = sources.ownFile(path);
  if (file === null) return '';
  return partial === undefined
    ? missingNameStep({ name, file, where }, sources)
    : `Break the circle of imports: ${file} is still loading when ${where} imports \`${name}\` from it. Move \`${name}\` to a module of its own, or the import into the function that needs it.`;
}

/** The name that a script imports, and from where; empty when the text is about no such name. */
function notExported(text: string): { readonly name: string; readonly specifier: string } {
  const [, module = '', exported = '', other = '', from = ''] = NOT_EXPORTED.exec(text) ?? [];
  return { name: first(exported, other), specifier: first(module, from) };
}

function scriptNameStep(text: string, importer: string, where: string, sources: ImportSources): string {
  const { name, specifier } = notExported(text);
  const file = name === '' ? null : importedFile(specifier, importer, sources.ownFile);
  return file === null ? '' : missingNameStep({ name, file, where }, sources);
}

function importedFile(specifier: string, importer: string, ownFile: ImportSources['ownFile']): string | null {
  return ownFile(/^\.{1,2}\//.test(specifier) ? joined(folderOf(importer), specifier) : specifier);
}

/** The file of the repository whose names an import error is about; null when the text names none. */
export function namedModule(text: string, place: SourcePlace | null, ownFile: ImportSources['ownFile']): string | null {
  const path = NOT_IN_PYTHON.exec(text)?.[3];
  if (path !== undefined) return ownFile(path);
  const { specifier } = notExported(text);
  return specifier === '' ? null : importedFile(specifier, place?.file ?? '', ownFile);
}

const NOT_FOUND_IN_PYTHON = /No module named '?([\w.]{1,120})/;
const NOT_FOUND_IN_SCRIPT =
  /(?:Cannot find (?:module|package)|Failed to resolve import|Failed to load url|Could not resolve|Unable to resolve module|Can't resolve) ['"`]?([^'"`\s]{1,300})/;
const IMPORTER = /(?:imported from|from|in) ['"]?((?:file:\/\/|\.{0,2}\/)?[^\s'"]{1,300}\.[cm]?[jt]sx?)\b/;

function moduleStep(text: string, importer: string, where: string, sources: ImportSources): string {
  const python = NOT_FOUND_IN_PYTHON.exec(text)?.[1];
  if (python !== undefined) return pythonModuleStep({ module: python, importer, where }, sources);
  const script = NOT_FOUND_IN_SCRIPT.exec(text)?.[1];
  if (script === undefined || !isProjectPath(script)) return '';
  const named = (IMPORTER.exec(text)?.[1] ?? '').replace(/^file:\/\//, '');
  const module = relativePath(script, named);
  const own = named === '' ? null : sources.ownFile(named);
  // The trace may show another line than the one that imports.
  if (own !== null && !where.startsWith(`${own}:`))
    return scriptModuleStep({ module, importer: own, where: own }, sources);
  return scriptModuleStep({ module, importer, where }, sources);
}

/** Node writes the missing file and the one that imports it as absolute paths. */
function relativePath(script: string, importer: string): string {
  if (!script.startsWith('/') || !importer.startsWith('/')) return script;
  const way = posix.relative(posix.dirname(importer), script);
  return way.startsWith('.') ? way : `./${way}`;
}

/** How a missing module or name gets there: from the repository where it is its own, else by the language. */
export function forImport(about: About): string {
  const { facts, place, productPlace, where, kind } = about;
  const text = `${facts.head}\n${facts.text}`;
  const own = ownImportStep(text, productPlace ?? place, where, facts);
  if (own !== '') return own;
  return kind === 'missing-dependency' ? install(about) : cannotLoad(about);
}
