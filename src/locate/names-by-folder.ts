/**
 * Names of the files and folders directly in a folder of the repository; a folder ends with a slash. The list is made
 * when it is first asked for: few failures need it.
 */
export function namesByFolder(tracked: readonly string[]): (folder: string) => readonly string[] {
  let folders: Map<string, Set<string>> | null = null;
  return (folder) => {
    folders ??= groupNames(tracked);
    return [...(folders.get(folder) ?? [])];
  };
}

function groupNames(tracked: readonly string[]): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const path of tracked) {
    const parts = path.split('/');
    for (const at of parts.keys()) {
      const folder = parts.slice(0, at).join('/');
      const names = folders.get(folder) ?? new Set();
      folders.set(folder, names.add(`${parts[at] ?? ''}${at < parts.length - 1 ? '/' : ''}`));
    }
  }
  return folders;
}
