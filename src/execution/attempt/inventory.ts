import type { Files } from '../../ports.js';

/** The state of files at one moment, by absolute path. */
export type Inventory = Readonly<Record<string, string>>;

/** The state of what the patterns name. */
export async function takeInventory(patterns: readonly string[], directory: string, files: Files): Promise<Inventory> {
  const states: Record<string, string> = {};
  for (const path of patterns.length === 0 ? [] : await files.glob(patterns, directory)) {
    const status = await files.statFile(path);
    if (status !== null) states[path] = status.state;
  }
  return states;
}

/** True for a file that was there then and that nothing has written to since. */
export function isUnchanged(path: string, state: string, before: Inventory): boolean {
  return Object.hasOwn(before, path) && before[path] === state;
}
