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
  const { mode, quarantineFile, quarantineNamed, openapi, workingDirectory } = settings;
  if (mode === 'publish' || mode === 'merge') return [];
  const mayBeMissing = openapi === file.openapi && file.openapiGenerated;
  const isPath = openapi !== null && !/^https?:/i.test(openapi);
  return [
    ...(quarantineNamed ? await missing('quarantine', quarantineFile, files) : []),
    ...(await mistakesInQuarantine(settings, files)),
    ...(settings.timings === null ? [] : await missing('timings', settings.timings, files)),
    ...(isPath && !mayBeMissing ? await missing('openapi', join(workingDirectory, openapi), files) : []),
  ];
}

async function mistakesInQuarantine(settings: Settings, files: Files): Promise<readonly Problem[]> {
  const text = await files.readTextIfExists(settings.quarantineFile);
  if (text === null) return [];
  const { parseQuarantineText } = await import('./read-quarantine.js');
  // Whether an entry has expired is asked later: at time 0 none has.
  return parseQuarantineText(text, settings, 0).problems;
}

async function missing(place: string, path: string, files: Files): Promise<readonly Problem[]> {
  const remedy = `Correct \`${place}\`, or remove it; a path starts at the working directory.`;
  if (await files.isDirectory(path)) return [settingsError(place, `${path} is a folder.`, remedy)];
  return (await files.exists(path)) ? [] : [settingsError(place, `there is no file ${path}.`, remedy)];
}
