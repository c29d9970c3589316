import { dirname, join, relative, resolve } from 'node:path';
import type { Problem } from '../../model/problem.js';
import type { Files } from '../../ports.js';
import { settingsError } from '../../settings/schema/issues.js';

/** The settings file of a run, or what is wrong with its name; null when there is none. */
export type FoundFile =
  { readonly name: string; readonly text: string } | { readonly problems: readonly Problem[] } | null;

/** Names that are read; two of them in one folder are an error. */
export const SETTINGS_FILES = ['.qaagent.yaml', '.qaagent.yml', 'qaagent.yaml', 'qaagent.yml'];
/** Files that look like settings and are not read. */
const NOT_READ = [
  ...SETTINGS_FILES.map((name) => `.github/${name}`),
  ...['.qaagent.json', '.qaagent.toml'],
  ...SETTINGS_FILES.map((name) => `.qaagent/${name}`),
  ...['qaagent.json', 'qaagent.toml'],
];

/**
 * The settings file: the one that `config` names, from `base` on; else the nearest in `base` and the folders above it,
 * up to the workspace.
 */
export async function findSettingsFile(
  config: string | undefined,
  base: string,
  workspace: string,
  files: Files,
): Promise<FoundFile> {
  if (config !== undefined && config.trim() !== '') return readNamed(config.trim(), base, files);
  for (let folder = base; ; folder = dirname(folder)) {
    const found = await readIn(folder, base, files);
    if (found !== null) return found;
    if (folder === resolve(workspace) || folder === dirname(folder)) return misplaced(base, files);
  }
}

async function readNamed(name: string, base: string, files: Files): Promise<FoundFile> {
  const path = resolve(base, name);
  const remedy = `Correct \`config\`, or remove it to use ${SETTINGS_FILES[0]}.`;
  if (await files.isDirectory(path)) return { problems: [settingsError('config', `${name} is a folder.`, remedy)] };
  const text = await files.readTextIfExists(path);
  if (text !== null) return { name, text };
  return { problems: [settingsError('config', `there is no file ${name} in ${base}.`, remedy)] };
}

async function readIn(folder: string, base: string, files: Files): Promise<FoundFile> {
  const found: { name: string; text: string }[] = [];
  for (const file of SETTINGS_FILES) {
    const path = join(folder, file);
    if (await files.isDirectory(path))
      return { problems: [settingsError(file, 'is a folder.', 'Write a file, or rename the folder.')] };
    const text = await files.readTextIfExists(path);
    if (text !== null) found.push({ name: relative(base, path).replaceAll('\\', '/'), text });
  }
  const [first, second] = found;
  if (first === undefined) return null;
  if (second === undefined) return first;
  const message = `there are ${found.map(({ name }) => name).join(' and ')}, and only one of them can be used.`;
  return { problems: [settingsError(first.name, message, 'Keep one of them.')] };
}

async function misplaced(base: string, files: Files): Promise<FoundFile> {
  const remedy = `Rename it to ${SETTINGS_FILES[0]}and move it to the working directory, or set \`config\` to its path.`;
  const problems: Problem[] = [];
  for (const name of NOT_READ)
    if ((await files.statFile(join(base, name))) !== null)
      problems.push(settingsError(name, 'looks like a settings file, but is not read.', remedy));
  return problems.length === 0 ? null : { problems };
}
