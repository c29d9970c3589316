import type { Problem } from '../../model/problem.js';
import type { Settings } from '../../model/settings.js';
import { NO_QUARANTINE, parseQuarantine, type QuarantineList } from '../../history/quarantine.js';
import { linesOfItems, parseYaml } from '../../text/yaml.js';

/** The entries of a quarantine file. Those on lines that the pull request changes do not count before it is merged. What is wrong with it is an error; an entry that has expired is a warning. `now`: epoch milliseconds. */
export function parseQuarantineText(
  text: string,
  { quarantineFile }: Pick<Settings, 'quarantineFile'>,
  now: number,
  isChanged: (first: number, last: number) => boolean = () => false,
): QuarantineList {
  const yaml = parseYaml(text);
  if (!yaml.ok) {
    const { message, remedy } = yaml;
    const problem: Problem = { severity: 'error', place: quarantineFile, message: `${message}.`, remedy };
    return { ...NO_QUARANTINE, problems: [problem] };
  }
  const lines = linesOfItems(text);
  const name = quarantineFile.split(/[\\/]/).at(-1) ?? quarantineFile;
  return parseQuarantine(yaml.value, name, now, (index) => isChanged(...(lines[index] ?? [0, 0])));
}
