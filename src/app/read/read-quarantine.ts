import type { Problem } from '../../model/problem.js';
import type { Settings } from '../../model/settings.js';
import { NO_QUARANTINE, parseQuarantine, type QuarantineList } from '../../history/quarantine.js';
import { parseYaml } from '../../text/yaml.js';
import type { Services } from '../services.js';

/** Text of the quarantine file; null when there is none. */
export function readQuarantineText(
  { quarantineFile }: Settings,
  { files }: Pick<Services, 'files'>,
): Promise<string | null> {
  return files.readTextIfExists(quarantineFile);
}

/** The entries of a quarantine file. One that is named and missing, or is not YAML, has none and a problem says so. `now`: epoch milliseconds. */
export function parseQuarantineText(
  text: string | null,
  { quarantineFile, quarantineNamed }: Pick<Settings, 'quarantineFile' | 'quarantineNamed'>,
  now: number,
): QuarantineList {
  if (text === null) return quarantineNamed ? refused(`there is no file ${quarantineFile}`) : NO_QUARANTINE;
  const yaml = parseYaml(text);
  if (!yaml.ok) return refused(`${quarantineFile}: ${yaml.message}`);
  return parseQuarantine(yaml.value, quarantineFile.split(/[\\/]/).at(-1) ?? quarantineFile, now);
}

function refused(message: string): QuarantineList {
  const problem: Problem = { severity: 'warning', place: 'quarantine', message, remedy: 'No test is quarantined.' };
  return { ...NO_QUARANTINE, problems: [problem] };
}
