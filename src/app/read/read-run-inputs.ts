import type { Settings } from '../../model/settings.js';
import type { Problem } from '../../model/problem.js';
import type { RunInputs } from '../run.js';
import type { Services } from '../services.js';
import { readApi } from './read-openapi.js';
import { type Changes, readChanges } from './read-changed-lines.js';
import { readDurations } from '../history/recorded-durations.js';

/** Reads the OpenAPI description and the text of the quarantine file. What cannot be read is a warning, never an exception. */
export async function readRunInputs(
  settings: Settings,
  quarantine: string | null,
  given: readonly Problem[],
  services: Services,
): Promise<RunInputs> {
  const [api, durations] = await Promise.all([readApi(settings, services), readDurations(settings, services)]);
  const { durationOf } = durations;
  const warnings = [...given, ...durations.problems];
  if (quarantine === null) return { api, quarantine: { find: () => null, problems: [] }, durationOf, warnings };
  const { parseQuarantineText } = await import('./read-quarantine.js');
  const changes = await readChanges(settings, services);
  const { find, problems } = parseQuarantineText(
    quarantine,
    settings,
    services.clock.now(),
    changedEntries(changes, settings.quarantineFile),
  );
  return { api, quarantine: { find, problems: [...problems, ...unknownChanges(changes)] }, durationOf, warnings };
}

/** Whether the pull request changes some of these lines of the quarantine file. */
function changedEntries(changes: Changes, file: string): (first: number, last: number) => boolean {
  if (changes.state !== 'known') return () => false;
  const path = file.replaceAll('\\', '/');
  const isFile = (changed: string): boolean => path.endsWith(`/${changed}`);
  if (changes.unshown.some(isFile)) return () => true;
  const ranges = [...changes.lines].filter(([changed]) => isFile(changed)).flatMap(([, lines]) => lines);
  return (first, last) => ranges.some(({ from, to }) => from <= last && to >= first);
}

function unknownChanges(changes: Changes): readonly Problem[] {
  if (changes.state !== 'unknown') return [];
  const { reason, remedy } = changes;
  const message = `it is unknown whether this pull request changes the quarantine file, so every entry applies: ${reason}`;
  return [{ severity: 'warning', place: 'quarantine', message, remedy }];
}
