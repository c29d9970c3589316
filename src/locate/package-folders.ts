import { folderOf } from './path-index.js';

/** A tracked file that names a package. */
export interface Manifest {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
}

/** Finds the folders of the package that a tool names; none when no manifest has the name. */
export type PackageFolders = (names: readonly string[]) => readonly string[];

const READ = /(?:^|\/)(?:go\.mod|Cargo\.toml)$/;
const PROJECT = /\.(?:cs|fs|vb)proj$/;
const ROOT =
  /(?:^|\/)(?:package\.json|go\.mod|Cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|pyproject\.toml|setup\.(?:py|cfg)|composer\.json|Gemfile|mix\.exs|rebar\.config|Package\.swift|pubspec\.yaml|dune-project|[^/]+\.(?:cs|fs|vb)proj)$/;

/** True for a file whose text names a package: it has to be read. */
export const isReadManifest = (path: string): boolean => READ.test(path);

/** True for a file that stands in the root folder of a package, whatever the language. */
export const marksPackageRoot = (path: string): boolean => ROOT.test(path);

const GO_MODULE = /^module[ \t]+"?([^\s"]{1,300})/m;
const CARGO_PACKAGE = /^\[package\][^[]{0,4000}?^name[ \t]*=[ \t]*"([^"]{1,200})"/m;

interface NamedFolder {
  readonly name: string;
  readonly folder: string;
  readonly kind: 'go' | 'cargo' | 'dotnet';
}

function named({ path, text }: Manifest): NamedFolder | null {
  const folder = folderOf(path);
  const isGo = path.endsWith('go.mod');
  const name = (isGo ? GO_MODULE : CARGO_PACKAGE).exec(text)?.[1];
  return name === undefined ? null : { name, folder, kind: isGo ? 'go' : 'cargo' };
}

function project(path: string): NamedFolder {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(PROJECT, '');
  return { name, folder: folderOf(path), kind: 'dotnet' };
}

/** The folder inside a package that a tool's name for it means; null when the name is of another package. */
function inside({ name, folder, kind }: NamedFolder, asked: string): string | null {
  if (kind === 'go') {
    if (asked === name) return folder;
    return asked.startsWith(`${name}/`) ? join(folder, asked.slice(name.length + 1)) : null;
  }
  if (kind === 'cargo')
    return asked.split(/::|\//, 1)[0]?.replaceAll('-', '_') === name.replaceAll('-', '_') ? folder : null;
  const assembly =
    asked
      .replaceAll('\\', '/')
      .split('/')
      .at(-1)
      ?.replace(/\.(?:dll|exe)$/i, '') ?? '';
  return assembly === name || assembly.startsWith(`${name}.`) ? folder : null;
}

const join = (folder: string, rest: string): string => (folder === '' ? rest : `${folder}/${rest}`);

/**
 * Where the packages of a repository are: Go packages by their import path and `go.mod`, crates by `Cargo.toml`, .NET
 * projects by the name of the project file, which class names and assemblies begin with. The longest name wins.
 */
export function packageFolders(manifests: readonly Manifest[], trackedFiles: readonly string[]): PackageFolders {
  const projects = trackedFiles.filter((path) => PROJECT.test(path)).map(project);
  const all = [...manifests.flatMap((manifest) => named(manifest) ?? []), ...projects];
  const known = new Map<string, readonly string[]>();
  const find = (name: string): readonly string[] => {
    const found = all.flatMap((each) => {
      const folder = inside(each, name);
      return folder === null ? [] : [{ folder, length: each.name.length }];
    });
    const longest = Math.max(0, ...found.map(({ length }) => length));
    return [...new Set(found.filter(({ length }) => length === longest).map(({ folder }) => folder))];
  };
  return (names) => {
    if (all.length === 0) return [];
    for (const name of names) {
      if (name === '') continue;
      const folders = known.get(name) ?? find(name);
      known.set(name, folders);
      if (folders.length > 0) return folders;
    }
    return [];
  };
}
