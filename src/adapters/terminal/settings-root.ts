import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The nearest folder with one of these settings files, from a folder up to the root of its repository; the folder itself
 * where none has one, or outside of a repository.
 */
export function settingsRoot(
  from: string,
  names: readonly string[],
): { readonly folder: string; readonly file: string } {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = names.find((name) => existsSync(join(folder, name)));
    if (file !== undefined) return { folder, file: join(folder, file) };
    if (existsSync(join(folder, '.git')) || folder === dirname(folder)) return { folder: from, file: '' };
  }
}

/** The ids of tests as they are called from another folder, where their paths are there from the first one. */
export function idsFrom(ids: readonly string[], from: string, prefix: string): readonly string[] {
  if (prefix === '') return ids;
  return ids.map((id) => {
    const [path = ''] = id.split(/::| › /, 1);
    const isThere = path !== '' && existsSync(join(from, path.replace(/(?::\d+){1,2}$/, '')));
    return isThere ? `${prefix}/${id}` : id;
  });
}
