// Where the value that a problem is about is written: which line of the settings file, which option.
import type { Problem } from '../model/problem.js';
import { lineOfPlace } from '../text/yaml.js';
import type { SettingsFile } from './settings-file.js';

/** A settings file as it was read. */
export interface SettingsText {
  /** Relative to the working directory. */
  readonly name: string;
  readonly text: string;
}

/** What decides whether a value comes from the settings file. */
interface Origin {
  readonly inputs: Readonly<Record<string, string>>;
  readonly file: Pick<SettingsFile, 'suites' | 'run'>;
}

/** The problems with the file and line of those that the settings file has: `.qaagent.yaml:3: suites.unit.path`. */
export function placeInFile(
  problems: readonly Problem[],
  source: SettingsText | null,
  origin: Origin,
): readonly Problem[] {
  if (source === null) return problems;
  return problems.map((problem) => {
    const key = keyInFile(problem.place, source.name, origin);
    const line = key === null ? null : lineOfPlace(source.text, key);
    return line === null ? problem : { ...problem, place: `${source.name}:${line}: ${key ?? ''}` };
  });
}

/** True when a problem is about a value that an input gave. */
export function isOfInput({ place }: Problem, inputs: Readonly<Record<string, string>>): boolean {
  return (inputs[place.split('.', 1)[0] ?? ''] ?? '') !== '';
}

/** The dotted key in the file that a place is about; null when the place is not about the file. */
function keyInFile(place: string, name: string, { inputs, file }: Origin): string | null {
  if (place.startsWith(`${name}: `)) return place.slice(name.length + 2);
  const [head = ''] = place.split('.');
  const isGiven = (inputs[head] ?? '') !== '';
  if (isGiven) return null;
  if (head === 'suites') return file.suites === null ? null : place;
  return head.replaceAll('-', '_') in file.run ? `run.${place}` : null;
}
