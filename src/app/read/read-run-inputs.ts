import type { Settings } from '../../model/settings.js';
import type { Problem } from '../../model/problem.js';
import type { RunInputs } from '../run.js';
import type { Services } from '../services.js';
import { readApi } from './read-openapi.js';
import { parseQuarantineText } from './read-quarantine.js';

/** Reads the OpenAPI description and the text of the quarantine file. What cannot be read is a warning, never an exception. */
export async function readRunInputs(
  settings: Settings,
  quarantine: string | null,
  warnings: readonly Problem[],
  services: Services,
): Promise<RunInputs> {
  const api = await readApi(settings, services);
  return { api, quarantine: parseQuarantineText(quarantine, settings, services.clock.now()), warnings };
}
