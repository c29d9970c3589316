import type { Problem } from '../../model/problem.js';
import type { Settings } from '../../model/settings.js';
import { NO_QUARANTINE, parseQuarantine, type QuarantineList } from '../../history/quarantine.js';
import { parseYaml } from '../../text/yaml.js';
import type { Services } from '../services.js';

/** Reads the quarantine file. One that is named and missing, or is not YAML, forgives nothing and says so. */
export async function readQuarantine(
  settings: Settings,
  services: Pick<Services, 'files' | 'clock'>,
): Promise<QuarantineList> {
  const { quarantineFile, quarantineNamed } = settings;
  const text = await services.files.readTextIfExists(quarantineFile);
  if (text === null) return quarantineNamed ? refused(`there is no file ${quarantineFile}`) : NO_QUARANTINE;
  const yaml = parseYaml(text);
  if (!yaml.ok) return refused(`${quarantineFile}: ${yaml.message}`);
  return parseQuarantine(yaml.value, quarantineFile.split(/[\\/]/).at(-1) ?? quarantineFile, services.clock.now());
}

function refused(message: string): QuarantineList {
  const problem: Problem = { severity: 'warning', place: 'quarantine', message, remedy: 'Nothing is forgiven.' };
  return { ...NO_QUARANTINE, problems: [problem] };
}
