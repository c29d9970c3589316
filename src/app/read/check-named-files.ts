import { join } from 'node:path';
import type { Problem } from '../../model/problem.js';
import type { Settings } from '../../model/settings.js';
import type { Files } from '../../ports.js';
import { settingsError } from '../../settings/schema/issues.js';
import type { SettingsFile } from '../../settings/settings-file.js';

/** Files that the settings name and that cannot be read, and mistakes in the quarantine file: nothing runs without a gate that was asked for. */
export async function checkNamedFiles(
  settings: Settings,
  file: Pick<SettingsFile, 'openapi' | 'openapiGenerated'>,
  files: Files,
): Promise<readonly Problem[]> {
  const { mode, openapi, workingDirectory, evidenceDirectory } = settings;
  if (mode === 'publish' || mode === 'merge') return [];
  const mayBeMissing = openapi === file.openapi && file.openapiGenerated;
  const isPath = openapi !== null && !/^https?:/i.test(openapi);
  return [
    ...(await mistakesInQuarantine(settings, files)),
    ...(settings.timings === null ? [] : await missing('timings', settings.timings, files)),
    ...(isPath && !mayBeMissing ? await unreadableApi(join(workingDirectory, openapi), files) : []),
    ...((await files.statFile(evidenceDirectory)) === null
      ? []
      : [settingsError('evidence-dir', `${evidenceDirectory} is a file.`, 'Name a folder, or remove it.')]),
  ];
}

/** An OpenAPI file that is missing, or that is none. */
async function unreadableApi(path: string, files: Files): Promise<readonly Problem[]> {
  const wrong = await missing('openapi', path, files);
  if (wrong.length > 0) return wrong;
  // Its size is unknown: it is parsed once, when it is used.
  if (/(?:^|[{,\s])["']?(?:openapi|swagger)["']?\s*:/m.test(await files.readText(path))) return [];
  return [
    settingsError('openapi', `${path} is not an OpenAPI 2 or 3 document.`, 'Name an OpenAPI document, or remove it.'),
  ];
}

async function mistakesInQuarantine(settings: Settings, files: Files): Promise<readonly Problem[]> {
  const { quarantineFile, quarantineNamed } = settings;
  const isThere = await files.exists(quarantineFile);
  const wrong = isThere || quarantineNamed ? await missing('quarantine', quarantineFile, files) : [];
  if (!isThere || wrong.length > 0) return wrong;
  const text = await files.readText(quarantineFile);
  const { parseQuarantineText } = await import('./read-quarantine.js');
  // Whether an entry has expired is asked later: at time 0 none has.
  return parseQuarantineText(text, settings, 0).problems;
}

async function missing(place: string, path: string, files: Files): Promise<readonly Problem[]> {
  const remedy = `Correct \`${place}\`, or remove it. Relative paths start at the working directory.`;
  if (await files.isDirectory(path)) return [settingsError(place, `${path} is a folder.`, remedy)];
  if (!(await files.exists(path))) return [settingsError(place, `there is no file ${path}.`, remedy)];
  return (await files.statFile(path)) === null ? [settingsError(place, `${path} is not a regular file.`, remedy)] : [];
}
